import { sql } from "kysely";
import type { Database } from "../database/database.ts";
import { sqlState } from "../database/session.ts";
import { atTheDoor } from "./at-the-door.ts";

/** A person as the sign-in knows one. */
export interface KnownPerson {
  readonly account: string;
  readonly name: string;
  readonly email: string;
}

/** Whose one-time link has this hash; nothing where it was used, has run out or never was. */
export async function ownerOfLink(database: Database, hash: Uint8Array): Promise<KnownPerson | undefined> {
  const { rows } = await atTheDoor(database, (door) =>
    sql<KnownPerson>`select account, name, email from access.link_of(${hash})`.execute(door),
  );
  return rows[0];
}

/** Sets the password, as its hash; whether the link was still good. Of two uses at once one is. */
export async function useLink(database: Database, hash: Uint8Array, password: string): Promise<boolean> {
  try {
    const { rows } = await atTheDoor(database, (door) =>
      sql<{ used: string | null }>`select access.use_link(${hash}, ${password}) as used`.execute(door),
    );
    return rows[0]?.used != null;
  } catch (error) {
    if (sqlState(error) === "23505") return false;
    throw error;
  }
}

/** As the operator of the machine: keeps a link as its hash; every other link of the account ends. */
export async function putLink(
  database: Database,
  { account, hash, expires }: { readonly account: string; readonly hash: Uint8Array; readonly expires: Date },
  reason: string,
): Promise<void> {
  await atTheDoor(
    database,
    (door) => sql`select access.put_link(${account}, ${hash}, ${expires})`.execute(door),
    "operator",
    reason,
  );
}
