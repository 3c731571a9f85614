import pg from "pg";

/** The first number of the locks by which servers tell that they live; `work.end_cut_runs` looks for them. */
const ALIVE = 4_735_118;
/** Milliseconds after which a lost connection is made again. */
const AGAIN = 1000;

/** Holds a lock of the database on a connection of its own, and takes it again where the connection was lost; answers with its end. */
export async function announced(url: string, server: string): Promise<() => Promise<void>> {
  let ended = false;
  let current: pg.Client | undefined;
  const hold = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: url, application_name: "osteon-alive", keepAlive: true });
    client.on("error", () => {});
    client.once("end", () => {
      if (!ended) setTimeout(() => void hold().catch(() => {}), AGAIN).unref();
    });
    await client.connect();
    await client.query("select pg_advisory_lock($1::integer, hashtext($2))", [ALIVE, server]);
    current = client;
  };
  await hold();
  return async () => {
    ended = true;
    await current?.end();
  };
}
