import { sql } from "kysely";
import type { Session } from "../database/database.ts";

/** The account that has this address; nothing where nobody has. */
export async function accountOf(session: Session, email: string): Promise<string | undefined> {
  const { rows } = await sql<{ account: string | null }>`select access.account_of(${email}) as account`.execute(
    session,
  );
  return rows[0]?.account ?? undefined;
}

/** A link as its hash; every other link of the person ends. */
export async function newLink(session: Session, account: string, hash: Uint8Array, expires: Date): Promise<void> {
  await sql`select access.new_link(${account}, ${hash}, ${expires})`.execute(session);
}

/** Ends every session and link of a person and keeps the account from signing in. */
export async function disableAccount(session: Session, account: string): Promise<void> {
  await sql`select access.disable(${account})`.execute(session);
}

export async function enableAccount(session: Session, account: string): Promise<void> {
  await sql`select access.enable(${account})`.execute(session);
}

/** Takes a second factor off that was lost; every session ends. */
export async function takeOffFactor(session: Session, account: string): Promise<void> {
  await sql`select access.take_off_factor(${account})`.execute(session);
}

/** Gives a person another name; what was signed keeps the old one. */
export async function renameAccount(session: Session, account: string, name: string): Promise<void> {
  await sql`select access.rename(${account}, ${name})`.execute(session);
}

/** By whose link one's own password was set, where that was within thirty days. */
export async function ownLink(session: Session): Promise<{ readonly by: string; readonly usedAt: string } | undefined> {
  const { rows } = await sql<{
    by: string;
    usedAt: string;
  }>`select made_by as by, used_at as "usedAt" from access.own_link()`.execute(session);
  return rows[0];
}
