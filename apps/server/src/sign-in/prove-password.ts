import { type Database, NotSignedIn, proveSession } from "@osteon/registry";
import type { FastifyRequest } from "fastify";
import { Refused, refused } from "../http/problem-reply.ts";
import type { Desk } from "../http/signed-in.ts";
import type { Door } from "./door.ts";
import { countTry, forgiveTry, noteWrong } from "./tries.ts";

interface Parts {
  readonly database: Database;
  readonly door: Door;
  readonly desk: Desk;
}

/** Makes sure that the person at the keyboard is the one signed in. Wrong passwords count as at the sign-in, and the fifth ends the session. */
export async function provePassword(
  { database, door, desk }: Parts,
  request: FastifyRequest,
  password: string,
): Promise<void> {
  const token = desk.tokenOf(request);
  const { account, email } = await desk.check(request, async (_session, person) => person);
  await countTry(database, request, email);
  if (await door.isPassword(account, password)) {
    await forgiveTry(database, request, email);
    return await proveSession(database, token, "password");
  }
  const ended = await noteWrong(database, request, email, token);
  if (ended) throw new NotSignedIn();
  throw new Refused(403, refused("wrong-password"));
}
