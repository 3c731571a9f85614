import { asRole, type Database } from "@osteon/registry";
import type { FastifyRequest } from "fastify";
import { sql } from "kysely";
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
  const told = JSON.stringify({
    route: `${request.method} ${request.routeOptions.url ?? ""}`,
    code,
    request: request.id,
  });
  // Where the database is away there is nobody to note it; the answer goes out all the same.
  await asRole(database, { role: "osteon_door", account: "door" }, async (session) => {
    const { rows } = await sql<{
      user_id: string;
    }>`select user_id from auth.session where token = ${token ?? ""}`.execute(session);
    if (rows[0] === undefined && code === "not-signed-in") return;
    await sql`select set_config('osteon.account', ${rows[0]?.user_id ?? "nobody"}, true)`.execute(session);
    await sql`select audit.note('refused', 'request', null, null, null, ${told}::jsonb)`.execute(session);
  }).catch(() => {});
}
