import { asRole, type Database } from "@osteon/registry";
import type { FastifyInstance } from "fastify";
import { sql } from "kysely";

const HOUR = 3_600_000;

/** Ends the runs of servers that are no more, with the reason. */
export const endCutRuns = (database: Database): Promise<unknown> =>
  asRole(database, { role: "osteon_door", account: "server" }, (session) =>
    sql`select work.end_cut_runs()`.execute(session),
  );

/** Takes ended sessions, used-up links and old answers away, now and every hour. */
export function sweepHourly(app: FastifyInstance, database: Database): void {
  const sweep = async (): Promise<void> => {
    await asRole(database, { role: "osteon_door", account: "door" }, (session) =>
      sql`select access.sweep()`.execute(session),
    ).catch(() => {});
    // Of several servers on one database another may have ended.
    await endCutRuns(database).catch(() => {});
  };
  const timer = setInterval(() => void sweep(), HOUR).unref();
  app.addHook("onReady", async () => void (await sweep()));
  app.addHook("onClose", async () => clearInterval(timer));
}
