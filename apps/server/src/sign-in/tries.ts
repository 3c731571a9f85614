import { createHash } from "node:crypto";
import { countTries, type Database, noteWrongSecret, takeTriesBack } from "@osteon/registry";
import type { FastifyRequest } from "fastify";
import { Refused, refused } from "../http/problem-reply.ts";

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
  const wait = await countTries(database, keysOf(request, email, leaving));
  if (wait > 0) throw tooMany(wait);
}

/** What to say where there was too much of something: how long to wait, for people and for programs. */
export function tooMany(seconds: number): Refused {
  const wait =
    seconds < MINUTES_FROM
      ? { wait: seconds, unit: "second" as const }
      : { wait: Math.ceil(seconds / 60), unit: "minute" as const };
  return new Refused(429, refused("too-many-tries", wait), {}, { "retry-after": String(seconds) });
}

/** Takes a try back that was the right one. */
export async function forgiveTry(
  database: Database,
  request: FastifyRequest,
  email: string | undefined,
): Promise<void> {
  const keys = keysOf(request, email, false).map(({ key }) => key);
  await takeTriesBack(database, keys);
}

/** Notes that a secret was wrong, of which only hashes are kept; whether the session ended of it. */
export async function noteWrong(
  database: Database,
  request: FastifyRequest,
  email: string | undefined,
  token: string | undefined,
): Promise<boolean> {
  const route = `${request.method} ${request.routeOptions.url === "/api/auth/*" ? pathOf(request) : (request.routeOptions.url ?? "")}`;
  return await noteWrongSecret(database, { route, account: hash(email ?? ""), address: hash(request.ip) }, token);
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
