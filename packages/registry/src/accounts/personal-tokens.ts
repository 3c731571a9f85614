import { sql } from "kysely";
import type { Session } from "../database/database.ts";

/** A token by which a program of a person reads one centre. What it is made of is kept nowhere. */
export interface PersonalToken {
  readonly token: string;
  readonly account: string;
  readonly person: string;
  readonly centre: string;
  readonly name: string;
  readonly madeAt: string;
  /** The last day, in UTC, on which it is good. */
  readonly endsOn: string;
  readonly ended: boolean;
  readonly usedFirstOn: string | null;
  readonly usedLastOn: string | null;
  readonly withdrawnAt: string | null;
  readonly withdrawnBy: string | null;
}

/** What a new token is to be. */
export interface MadeToken extends Pick<PersonalToken, "token" | "centre" | "name" | "endsOn"> {
  readonly hash: Uint8Array;
}

/** One's own tokens, those that stand first; as an administrator everybody's. */
export async function listTokens(session: Session, whose: "own" | "everybodys"): Promise<readonly PersonalToken[]> {
  const { rows } = await sql<PersonalToken>`
    select token, account, person, centre, name, made_at as "madeAt", ends_on as "endsOn", ended, used_first_on as "usedFirstOn",
      used_last_on as "usedLastOn", withdrawn_at as "withdrawnAt", withdrawn_by as "withdrawnBy"
    from access.tokens(${whose === "everybodys"})`.execute(session);
  return rows;
}

/** Makes a token for the person of the session, who must have proved within five minutes who they are. */
export async function makeToken(session: Session, bySession: string, made: MadeToken): Promise<void> {
  const { token, name, centre, hash, endsOn } = made;
  await sql`select access.make_token(${bySession}, ${token}, ${name}, ${centre}, ${hash}, ${endsOn}::date)`.execute(
    session,
  );
}

/** Ends a token at once: one's own, or as an administrator anybody's. */
export async function withdrawToken(session: Session, token: string): Promise<void> {
  await sql`select access.withdraw_token(${token})`.execute(session);
}
