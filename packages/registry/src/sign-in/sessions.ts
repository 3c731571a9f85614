import { sql } from "kysely";
import { noteInTrail } from "../audit/note.ts";
import type { Database } from "../database/database.ts";
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

/** Notes in the trail that a request was refused, under the account of the session; of nobody's only where `ofNobody`. */
export async function noteRefused(
  database: Database,
  token: string | undefined,
  told: object,
  { ofNobody }: { readonly ofNobody: boolean },
): Promise<void> {
  await atTheDoor(database, async (door) => {
    const { rows } = await sql<{
      user_id: string;
    }>`select user_id from auth.session where token = ${token ?? ""}`.execute(door);
    if (rows[0] === undefined && !ofNobody) return;
    await sql`select set_config('osteon.account', ${rows[0]?.user_id ?? "nobody"}, true)`.execute(door);
    await noteInTrail(door, { action: "refused", entity: "request", told });
  });
}
