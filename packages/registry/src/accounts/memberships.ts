import { sql } from "kysely";
import type { Session } from "../database/database.ts";

/** A role that a person has, or had, at a centre; in the whole registry where the centre is null. */
export interface Membership {
  readonly membership: number;
  readonly account: string;
  readonly role: string;
  readonly centre: string | null;
  readonly endedAt: string | null;
}

/** A role to be given. */
export interface RoleToGive {
  readonly account: string;
  readonly role: string;
  readonly centre?: string | undefined;
}

/** One's own roles, or all for administrators, those that ended too. */
export async function listMemberships(session: Session): Promise<readonly Membership[]> {
  const { rows } =
    await sql<Membership>`select membership, account, role, centre, ended_at as "endedAt" from access.membership order by 1`.execute(
      session,
    );
  return rows;
}

/** Whether the account has this very role. */
export async function holdsRole(session: Session, { account, role, centre }: RoleToGive): Promise<boolean> {
  const { rows } = await sql`select 1 from access.membership where account = ${account} and role = ${role}
    and centre is not distinct from ${centre ?? null} and ended_at is null`.execute(session);
  return rows.length > 0;
}

export async function giveRole(session: Session, { account, role, centre }: RoleToGive): Promise<void> {
  await sql`insert into access.membership (account, role, centre)
    values (${account}, ${role}, ${centre ?? null})`.execute(session);
}

/** Ends a role; false where there is none that the acting person may end. */
export async function endRole(session: Session, membership: number): Promise<boolean> {
  const { rows } =
    await sql`update access.membership set ended_at = clock_timestamp() where membership = ${membership} and ended_at is null returning 1`.execute(
      session,
    );
  return rows.length > 0;
}
