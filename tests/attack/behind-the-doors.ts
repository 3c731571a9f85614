import { request } from "node:http";
import { asRole } from "@osteon/registry";
import { sql } from "kysely";
import { type Answer, type Client, clientOf, type RunningServer } from "../../apps/server/tests/running-server.ts";

/** What tests of the sign-in look at and set back behind the server's doors. */
export function behindTheDoors(server: () => RunningServer) {
  /** As the keeper of backups and the trail sees it. */
  const stored = async (text: string): Promise<readonly Record<string, unknown>[]> =>
    (
      await asRole(server().database, { role: "osteon_keeper", account: "k" }, (session) =>
        sql.raw<Record<string, unknown>>(text).execute(session),
      )
    ).rows;
  return {
    stored,
    /** Somebody who is not signed in. */
    nobody: (): Client => clientOf(server().address, "", ""),
    /** Addresses and accounts that tried too much are let try again. */
    forgiven: (): Promise<void> =>
      server().database.script(
        "begin; set local osteon.account = 'clock'; set local role osteon_door; delete from auth.rate_limit; commit;",
      ),
    /** How many refused tries the trail knows. */
    refusals: async (): Promise<number> =>
      Number((await stored("select count(*) as n from audit.entry where action = 'sign-in-refused'"))[0]?.n),
  };
}

/** The cookies that an answer sets, as a browser sends them back. */
export const cookiesOf = ({ headers }: Answer): string =>
  headers
    .getSetCookie()
    .filter((one) => !/Max-Age=0/.test(one))
    .map((one) => one.split(";")[0])
    .join("; ");

/** Sends an address as it stands; fetch would mend it. */
export async function sendRaw(
  address: string,
  method: string,
  path: string,
  { body, headers = {} }: { readonly body?: object; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<{ readonly status: number; readonly headers: Readonly<Record<string, unknown>> }> {
  const { hostname, port } = new URL(address);
  return await new Promise((resolve, reject) => {
    const sent = request(
      {
        host: hostname,
        port,
        method,
        path: path.replaceAll("\t", "%09"),
        headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
      },
      (answer) => {
        answer.resume();
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers }));
      },
    );
    sent.once("error", reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
