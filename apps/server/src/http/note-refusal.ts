import { type Database, noteRefused } from "@osteon/registry";
import type { FastifyRequest } from "fastify";
import type { Door } from "../sign-in/door.ts";

/** Wrong secrets are noted where they are tried; being asked for a password is no refusal. */
const NOTED_ELSEWHERE = new Set(["sign-in-refused", "wrong-password", "password-needed"]);

/** Notes in the trail that someone was refused: which route, and why; the account where one is signed in. */
export async function noteRefusal(
  database: Database,
  door: Door,
  request: FastifyRequest,
  code: string,
): Promise<void> {
  if (NOTED_ELSEWHERE.has(code)) return;
  const token = door.tokenOf(request.headers.cookie);
  const told = { route: `${request.method} ${request.routeOptions.url ?? ""}`, code, request: request.id };
  // Where the database is away there is nobody to note it; the answer goes out all the same.
  await noteRefused(database, token, told, { ofNobody: code !== "not-signed-in" }).catch(() => {});
}
