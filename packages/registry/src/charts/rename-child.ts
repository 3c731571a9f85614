import type { Problem } from "@osteon/codebook";
import { sql } from "kysely";
import type { Session } from "../database/database.ts";
import { type IdentityKeys, openIdentity, sealIdentity } from "../identities/identity-keys.ts";
import { pseudonymProblems } from "./pseudonyms.ts";

interface Renaming {
  readonly centre: string;
  readonly patient: string;
  readonly becomes: string;
}

/**
 * Gives a child another pseudonym, in every table at once; answers with what speaks against it, and then nothing is
 * written. Locks go along and signatures stand. The identity is sealed for its child, so it is sealed anew; nobody sees it.
 */
export async function renameChild(
  session: Session,
  keys: IdentityKeys,
  { centre, patient, becomes }: Renaming,
): Promise<readonly Problem[]> {
  const problems = await pseudonymProblems(session, centre, becomes);
  if (problems.length > 0) return problems;
  const { rows } = await sql<{ sealed: Uint8Array; sealed_with: string }>`
    select * from chart.rename(${centre}, ${patient}, ${becomes})`.execute(session);
  for (const { sealed: was, sealed_with } of rows) {
    const identity = openIdentity(keys, was, sealed_with, { centre, patient });
    const { sealed, sealedWith } = sealIdentity(keys, identity, { centre, patient: becomes });
    await sql`select identity.seal_anew(${centre}, ${becomes}, ${was}, ${sealed}, ${sealedWith})`.execute(session);
  }
  return [];
}
