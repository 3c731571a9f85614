import { sql } from "kysely";
import type { Database } from "../database/database.ts";
import { asRole } from "../database/session.ts";
import { type IdentityKeys, opens } from "./identity-keys.ts";

/** Names of keys that sealed identities of this registry, and that these keys lack or hold under the same name with other bytes. */
export async function wrongKeys(database: Database, keys: IdentityKeys): Promise<readonly string[]> {
  const { rows } = await asRole(database, { role: "osteon_keeper", account: "operator" }, (session) =>
    sql<{ patient: string; centre: string; sealed: Uint8Array; sealed_with: string }>`
      select distinct on (sealed_with) sealed_with, sealed, patient, centre from identity.person order by sealed_with`.execute(
      session,
    ),
  );
  return rows
    .filter(({ sealed, sealed_with, patient, centre }) => !opens(keys, sealed, sealed_with, { patient, centre }))
    .map(({ sealed_with }) => sealed_with);
}
