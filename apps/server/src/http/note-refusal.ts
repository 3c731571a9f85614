import { type Database, noteRefused } from "@osteon/registry";
import type { FastifyRequest } from "fastify";
import type { Door } from "../sign-in/door.ts";
import { tokenIn } from "../sign-in/personal-token.ts";

/** Wrong secrets are noted where they are tried; being asked for a password is no refusal. */
const NOTED_ELSEWHERE = new Set(["sign-in-refused", "wrong-password", "password-needed"]);

/** What says that there is nobody whose request it was: such refusals alone, which anybody could make by the thousand, are not noted. */
const OF_NOBODY = new Set(["not-signed-in", "token-refused"]);

/** Notes in the trail that someone was refused: which route, and why; the account where one is signed in, or a personal token is known. */
export async function noteRefusal(
  database: Database,
  door: Door,
  request: FastifyRequest,
  code: string,
): Promise<void> {
  if (NOTED_ELSEWHERE.has(code)) return;
  const byToken = tokenIn(request.headers.authorization);
  const credential = typeof byToken === "object" ? byToken : door.tokenOf(request.headers.cookie);
  const told = { route: `${request.method} ${request.routeOptions.url ?? ""}`, code, request: request.id };
  // Where the database is away there is nobody to note it; the answer goes out all the same.
  await noteRefused(database, credential, told, { ofNobody: !OF_NOBODY.has(code) }).catch(() => {});
}
