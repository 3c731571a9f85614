import { sql } from "kysely";
import type { Session } from "../database/database.ts";
import { type Identity, type IdentityKeys, openIdentity, type SealedFor, sealIdentity } from "./identity-keys.ts";

export interface StoredIdentity {
  readonly identity: Identity;
  readonly version: number;
}

/** The identity of a child, for those who may read it; the reading is noted. Nothing where there is none to be seen. */
export async function readIdentity(
  session: Session,
  keys: IdentityKeys,
  whose: SealedFor,
): Promise<StoredIdentity | undefined> {
  const { rows } = await sql<{ sealed: Uint8Array; sealed_with: string; version: number }>`
    select * from identity.open(${whose.centre}, ${whose.patient})`.execute(session);
  const [row] = rows;
  if (row === undefined) return undefined;
  return { identity: openIdentity(keys, row.sealed, row.sealed_with, whose), version: row.version };
}

/** Seals and keeps an identity; answers with its new version. A version that was overtaken is refused (OS010). */
export async function writeIdentity(
  session: Session,
  keys: IdentityKeys,
  whose: SealedFor,
  identity: Identity,
  version: number,
): Promise<number> {
  await sql`select identity.expect(${whose.patient}, ${whose.centre}, ${version}::integer)`.execute(session);
  const { sealed, sealedWith } = sealIdentity(keys, identity, whose);
  const { rows } = await sql<{ made: number }>`
    select identity.seal(${whose.centre}, ${whose.patient}, ${version}, ${sealed}, ${sealedWith}) as made`.execute(
    session,
  );
  return rows[0]?.made ?? 0;
}

/** Erases who a child is; the session's claims tell the reason. False where there is none that the person may erase. */
export async function eraseIdentity(
  session: Session,
  { patient, centre }: { readonly patient: string; readonly centre: string },
): Promise<boolean> {
  const { rows } = await sql<{ gone: boolean }>`select identity.erase(${patient}, ${centre}) as gone`.execute(session);
  return rows[0]?.gone === true;
}
