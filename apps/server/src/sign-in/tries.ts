import { createHash } from "node:crypto";
import { asRole, type Database } from "@osteon/registry";
import type { FastifyRequest } from "fastify";
import { sql } from "kysely";
import { Refused } from "../http/problem-reply.ts";

/** How often something may be tried from one address, and for one account; what succeeds is not counted. */
const LIMITS = { address: { most: 30, seconds: 60 }, account: { most: 8, seconds: 900 } } as const;

/** Signing out is counted apart: guesses of others must not keep anybody signed in. */
const LEAVING = { most: 120, seconds: 60 } as const;

const MINUTES_FROM = 120;

/** Counts a try before it costs a hash; refuses where there were too many, with the time to wait. */
export async function countTry(
  database: Database,
  request: FastifyRequest,
  email: string | undefined,
  leaving = false,
): Promise<void> {
  const limits = keysOf(request, email, leaving);
  const wait = await asRole(database, { role: "osteon_door", account: "door" }, async (door) => {
    let longest = 0;
    for (const { key, most, seconds } of limits) {
      const { rows } = await sql<{ wait: number }>`
        select access.try(${key}, ${most}::integer, make_interval(secs => ${seconds})) as wait`.execute(door);
      longest = Math.max(longest, rows[0]?.wait ?? 0);
    }
    return longest;
  });
  if (wait > 0) throw tooMany(wait);
}

/** What to say where there was too much of something: how long to wait, for people and for programs. */
export function tooMany(seconds: number): Refused {
  const wait =
    seconds < MINUTES_FROM
      ? `Wait ${seconds} seconds and try again.`
      : `Wait ${Math.ceil(seconds / 60)} minutes and try again.`;
  return new Refused(429, "too-many-tries", "Too many tries.", wait, {}, { "retry-after": String(seconds) });
}

/** Takes a try back that was the right one. */
export async function forgiveTry(
  database: Database,
  request: FastifyRequest,
  email: string | undefined,
): Promise<void> {
  const keys = keysOf(request, email, false).map(({ key }) => key);
  await asRole(database, { role: "osteon_door", account: "door" }, (door) =>
    sql`update auth.rate_limit set count = greatest(count - 1, 0) where key = any (${keys}::text[])`.execute(door),
  );
}

/** Notes in the trail that a secret was wrong; and in the session, if there is one, which ends after some. */
export async function noteWrong(
  database: Database,
  request: FastifyRequest,
  email: string | undefined,
  token: string | undefined,
): Promise<{ readonly ended: boolean }> {
  const route = `${request.method} ${request.routeOptions.url === "/api/auth/*" ? pathOf(request) : (request.routeOptions.url ?? "")}`;
  const told = JSON.stringify({ route, account: hash(email ?? ""), address: hash(request.ip) });
  return await asRole(database, { role: "osteon_door", account: "nobody" }, async (door) => {
    await sql`select audit.note('sign-in-refused', 'auth.session', null, null, null, ${told}::jsonb)`.execute(door);
    if (token === undefined) return { ended: false };
    const { rows } = await sql<{ ended: boolean }>`select access.doubt(${token}) as ended`.execute(door);
    return { ended: rows[0]?.ended === true };
  });
}

/** Notes in the session that the person proved who they are: by a password, or by a second factor. */
export async function noteProof(database: Database, token: string, by: "password" | "factor"): Promise<void> {
  await asRole(database, { role: "osteon_door", account: "door" }, (door) =>
    sql`select access.prove(${token}, ${by === "factor"})`.execute(door),
  );
}

function keysOf(request: FastifyRequest, email: string | undefined, leaving: boolean) {
  if (leaving) return [{ key: `leaving ${hash(request.ip)}`, ...LEAVING }];
  const address = { key: `address ${hash(request.ip)}`, ...LIMITS.address };
  return email === undefined ? [address] : [address, { key: `account ${hash(email)}`, ...LIMITS.account }];
}

/** What is tried may be a password typed into the wrong box: only its hash is kept. */
const hash = (text: string): string =>
  createHash("sha256").update(text.trim().toLowerCase()).digest("hex").slice(0, 24);

const pathOf = ({ url }: FastifyRequest): string => url.split("?")[0] ?? "";
