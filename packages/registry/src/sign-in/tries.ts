import { sql } from "kysely";
import { noteInTrail } from "../audit/note.ts";
import type { Database } from "../database/database.ts";
import { atTheDoor } from "./at-the-door.ts";

/** How often something may be tried under one key within so many seconds. */
export interface TryLimit {
  readonly key: string;
  readonly most: number;
  readonly seconds: number;
}

/** Counts a try under each key; answers with the seconds to wait, 0 where it may be made. */
export async function countTries(database: Database, limits: readonly TryLimit[]): Promise<number> {
  return await atTheDoor(database, async (door) => {
    let longest = 0;
    for (const { key, most, seconds } of limits) {
      const { rows } = await sql<{ wait: number }>`
        select access.try(${key}, ${most}::integer, make_interval(secs => ${seconds})) as wait`.execute(door);
      longest = Math.max(longest, rows[0]?.wait ?? 0);
    }
    return longest;
  });
}

/** Takes a try back that was the right one. */
export async function takeTriesBack(database: Database, keys: readonly string[]): Promise<void> {
  await atTheDoor(database, (door) =>
    sql`update auth.rate_limit set count = greatest(count - 1, 0) where key = any (${keys}::text[])`.execute(door),
  );
}

/** Notes in the trail that a secret was wrong; and in the session, if there is one, which ends after some: whether it did. */
export async function noteWrongSecret(database: Database, told: object, token: string | undefined): Promise<boolean> {
  return await atTheDoor(
    database,
    async (door) => {
      await noteInTrail(door, { action: "sign-in-refused", entity: "auth.session", told });
      if (token === undefined) return false;
      const { rows } = await sql<{ ended: boolean }>`select access.doubt(${token}) as ended`.execute(door);
      return rows[0]?.ended === true;
    },
    "nobody",
  );
}

/** Notes in the session that the person proved who they are: by a password, or by a second factor. */
export async function proveSession(database: Database, token: string, by: "password" | "factor"): Promise<void> {
  await atTheDoor(database, (door) => sql`select access.prove(${token}, ${by === "factor"})`.execute(door));
}

/** Takes the step of the clock of a code, which is good once; whether it was still there to take. */
export async function takeTimeStep(database: Database, account: string, step: number): Promise<boolean> {
  const { rows } = await atTheDoor(
    database,
    (door) => sql<{ taken: boolean }>`select access.take_step(${account}, ${step}) as taken`.execute(door),
    account,
  );
  return rows[0]?.taken === true;
}
