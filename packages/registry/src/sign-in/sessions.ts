import { sql } from "kysely";
import { noteInTrail } from "../audit/note.ts";
import type { Database } from "../database/database.ts";
import type { Credential } from "../database/session.ts";
import { atTheDoor } from "./at-the-door.ts";

/** Whether an administrator, or the operator, keeps this account from signing in. */
export async function isDisabled(database: Database, account: string): Promise<boolean> {
  const { rows } = await atTheDoor(database, (door) =>
    sql`select 1 from auth."user" where id = ${account} and disabled_at is not null`.execute(door),
  );
  return rows.length > 0;
}

/** Takes ended sessions, used-up links and old answers away. */
export async function sweepSessions(database: Database): Promise<void> {
  await atTheDoor(database, (door) => sql`select access.sweep()`.execute(door));
}

/** Notes in the trail that a request was refused, under the account of the session or personal token; of nobody's only where `ofNobody`. */
export async function noteRefused(
  database: Database,
  credential: Credential | undefined,
  told: object,
  { ofNobody }: { readonly ofNobody: boolean },
): Promise<void> {
  await atTheDoor(database, async (door) => {
    const looked =
      typeof credential === "object"
        ? sql<{ account: string }>`select account from auth.personal_token where hash = ${credential.tokenHash}`
        : sql<{ account: string }>`select user_id as account from auth.session where token = ${credential ?? ""}`;
    const account = (await looked.execute(door)).rows[0]?.account;
    if (account === undefined && !ofNobody) return;
    await sql`select set_config('osteon.account', ${account ?? "nobody"}, true)`.execute(door);
    await noteInTrail(door, { action: "refused", entity: "request", told });
  });
}
