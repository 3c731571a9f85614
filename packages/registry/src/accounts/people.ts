import { sql } from "kysely";
import type { Session } from "../database/database.ts";

/** Somebody who works at one of one's own centres. */
export interface Colleague {
  readonly account: string;
  readonly name: string;
  readonly email: string;
}

/** An account as administrators see it, with the roles that stand. */
export interface AccountOverview extends Colleague {
  readonly secondFactor: boolean;
  readonly byPassword: boolean;
  readonly byProvider: boolean;
  readonly lastSignIn: string | null;
  readonly disabledAt: string | null;
  readonly roles: readonly { readonly membership: number; readonly role: string; readonly centre: string | null }[];
}

/** Those who work at the same centres; for administrators everybody. */
export async function listColleagues(session: Session): Promise<readonly Colleague[]> {
  const { rows } = await sql<Colleague>`select * from access.people()`.execute(session);
  return rows;
}

/** Every account, for administrators; the database refuses others. */
export async function listAccounts(session: Session): Promise<readonly AccountOverview[]> {
  const { rows } = await sql<AccountOverview>`
    select account, name, email, second_factor as "secondFactor", by_password as "byPassword", by_provider as "byProvider",
      last_sign_in as "lastSignIn", disabled_at as "disabledAt", roles from access.accounts()`.execute(session);
  return rows;
}
