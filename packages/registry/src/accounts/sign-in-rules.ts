import { sql } from "kysely";
import type { Session } from "../database/database.ts";

/** What the registry asks of a sign-in, and whom to ask about it. */
export interface SignInRules {
  /** Whom to ask where a sign-in fails; everyone reads it. Empty stands for the administrator. */
  readonly contact: string;
  /** Roles that are of use only with a second factor. */
  readonly factorRoles: readonly string[];
}

export async function readSignInRules(session: Session): Promise<SignInRules> {
  const { rows } = await sql<SignInRules>`
    select contact, factor_roles as "factorRoles" from access.sign_in`.execute(session);
  return rows[0] ?? { contact: "", factorRoles: [] };
}

/** Answers whether the person may. */
export async function writeSignInRules(session: Session, { contact, factorRoles }: SignInRules): Promise<boolean> {
  const { rows } = await sql`
    update access.sign_in set contact = ${contact}, factor_roles = ${[...factorRoles]}::text[] returning 1`.execute(
    session,
  );
  return rows.length > 0;
}
