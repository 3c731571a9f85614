import { sql } from "kysely";
import type { Database, Session } from "./database.ts";

/** Who acts in a transaction, in which role, and why. */
export interface Claims {
  readonly role: "osteon_member" | "osteon_door" | "osteon_keeper";
  readonly account: string;
  /** Required once a complete record is changed. */
  readonly reason?: string;
  /** The import that the writing belongs to. */
  readonly batch?: string;
  /** Reads as of one moment, however long it takes. */
  readonly snapshot?: true;
  /** Writes, or may wait for those who do: takes a connection that no reader waits for. */
  readonly writes?: true;
}

/** How long a person's request waits for a row or a chain that another transaction holds, before it is told so (55P03). */
const LONGEST_LOCK_WAIT = "4s";

/** PostgreSQL's words for "another transaction was in the way": the same work may simply be tried again. */
const IN_THE_WAY = new Set(["40001", "40P01"]);
const TRIES = 5;

/**
 * Runs work in one transaction that sees and writes what the claims allow, enforced by the database. `work` may run
 * again where transactions held each other up, so it must do nothing beside the transaction.
 */
export async function asRole<T>(
  database: Database,
  { role, account, reason, batch, snapshot, writes }: Claims,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  return await inTransaction(database, { snapshot, writes }, async (session) => {
    await sql`select set_config('osteon.account', ${account}, true), set_config('osteon.reason', ${reason ?? ""}, true),
      set_config('osteon.batch', ${batch ?? ""}, true), set_config('role', ${role}, true)`.execute(session);
    return await work(session);
  });
}

async function inTransaction<T>(
  { kysely, writers }: Database,
  { snapshot, writes }: { readonly snapshot: true | undefined; readonly writes: true | undefined },
  work: (session: Session) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      const transaction = (writes === true ? writers : kysely).transaction();
      return await (snapshot === true ? transaction.setIsolationLevel("repeatable read") : transaction).execute(work);
    } catch (error) {
      if (attempt === TRIES || !IN_THE_WAY.has(sqlState(error) ?? "")) throw error;
    }
  }
}

/** Who a session belongs to. */
export interface Person {
  readonly account: string;
  readonly name: string;
  readonly email: string;
  readonly second_factor: boolean;
  /** Whether the person proved who they are within the last five minutes. */
  readonly fresh: boolean;
  /** What the sign-in lacks before the session is good for anything. */
  readonly needs: "second-factor" | "second-factor-set-up" | null;
  readonly has_password: boolean;
  /** Where a program reads by a personal token. */
  readonly by_token?: ByToken;
}

/** The session has ended, was never there, or its account was disabled. */
export class NotSignedIn extends Error {}

/** A personal token has ended or was withdrawn, or its person may not read at its centre any more; or there is no such token. */
export class TokenRefused extends Error {}

/** A personal token, as what is kept of it: the SHA-256 of its letters. */
export interface TokenHash {
  readonly tokenHash: Uint8Array;
}

/** By what a request says whose it is: the token of a session, or a personal token. */
export type Credential = string | TokenHash;

/** The personal token by which a person reads: what the person called it, its one centre, its last day. */
export interface ByToken {
  readonly name: string;
  readonly centre: string;
  readonly endsOn: string;
}

/** Whose session a token is. It is prolonged here, in a transaction of its own, so that none that lasts holds it. */
export async function personOf({ kysely }: Database, token: string): Promise<Person> {
  const { rows } = await sql<Person>`select * from access.admit(${token})`.execute(kysely);
  if (rows[0] === undefined) throw new NotSignedIn();
  return rows[0];
}

/** Whose personal token it is; the first use of a day is noted here, since its transactions are read-only. */
export async function readerOf({ kysely }: Database, { tokenHash }: TokenHash): Promise<Person> {
  const { rows } = await sql<
    Person & { readonly token: string }
  >`select * from access.admit_token(${tokenHash})`.execute(kysely);
  if (rows[0] === undefined) throw new TokenRefused();
  await sql`select access.note_use(${rows[0].token})`.execute(kysely);
  return rows[0];
}

/** Somebody is signed in halfway: the second factor is asked, or must be set up first. */
export class FactorNeeded extends Error {
  readonly needs: NonNullable<Person["needs"]>;
  constructor(needs: NonNullable<Person["needs"]>) {
    super(needs);
    this.needs = needs;
  }
}

/**
 * As `asRole` for the person whose session or personal token it is; the database looks it up in the same round trip. Only work that
 * takes a person `halfway` is done for one whose second factor is still missing. By a personal token nothing can be written, and
 * its centre alone is seen.
 */
export async function asSignedIn<T>(
  database: Database,
  credential: Credential,
  more: Omit<Claims, "role" | "account"> & { readonly halfway?: true },
  work: (session: Session, person: Person) => Promise<T>,
): Promise<T> {
  const byToken = typeof credential !== "string";
  const enter = byToken
    ? sql`, set_config('osteon.token_centre', entered.by_token ->> 'centre', true), set_config('transaction_read_only', 'on', true)
      from access.admit_token(${credential.tokenHash}) entered`
    : sql`from access.admit(${credential}) entered`;
  return await inTransaction(database, { snapshot: more.snapshot, writes: more.writes }, async (session) => {
    const { rows } = await sql<Person>`select entered.*, set_config('osteon.account', entered.account, true),
        set_config('osteon.reason', ${more.reason ?? ""}, true), set_config('osteon.batch', ${more.batch ?? ""}, true),
        set_config('lock_timeout', ${LONGEST_LOCK_WAIT}, true), set_config('role', 'osteon_member', true) ${enter}`.execute(
      session,
    );
    if (rows[0] === undefined) throw byToken ? new TokenRefused() : new NotSignedIn();
    if (rows[0].needs !== null && more.halfway !== true) throw new FactorNeeded(rows[0].needs);
    return await work(session, rows[0]);
  });
}

/** The five letters by which PostgreSQL, or a rule of ours (OS...), says why it refused. */
export function sqlState(error: unknown): string | undefined {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}
