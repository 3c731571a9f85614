import { sql } from "kysely";
import type { Database, Session } from "../database/database.ts";

/** A person as the operator's list tells it. */
export interface ListedAccount {
  readonly account: string;
  readonly name: string;
  readonly email: string;
  readonly secondFactor: boolean;
  readonly disabledAt: string | null;
  readonly roles: string;
}

/** What the one who runs the machine may do with accounts, also where no administrator can sign in any more. */
export function operatorAccounts(database: Database) {
  const list = (): Promise<readonly ListedAccount[]> =>
    asOperator(database, "", async (owner) => {
      const { rows } = await sql<ListedAccount>`select account, name, email, second_factor as "secondFactor",
        disabled_at as "disabledAt", roles from access.list_accounts()`.execute(owner);
      return rows;
    });
  return {
    list,
    byEmail: async (email: string): Promise<ListedAccount | undefined> =>
      (await list()).find((one) => one.email === email.toLowerCase()),
    setDisabled: (account: string, disabled: boolean, reason: string): Promise<void> =>
      asOperator(database, reason, async (owner) => {
        await sql`select access.put_disabled(${account}, ${disabled})`.execute(owner);
      }),
    takeOffFactor: (account: string, reason: string): Promise<void> =>
      asOperator(database, reason, async (owner) => {
        await sql`select access.drop_factor(${account})`.execute(owner);
      }),
  };
}

/** As the login that owns the registry, named `operator` in the trail. */
async function asOperator<T>({ kysely }: Database, reason: string, work: (owner: Session) => Promise<T>): Promise<T> {
  return await kysely.transaction().execute(async (owner) => {
    await sql`select set_config('osteon.account', 'operator', true), set_config('osteon.reason', ${reason}, true)`.execute(
      owner,
    );
    return await work(owner as Session);
  });
}
