import { asSignedIn, NotSignedIn, type Person, proveSession, takeTimeStep } from "@osteon/registry";
import type { FastifyReply, FastifyRequest } from "fastify";
import { passwordNeeded } from "../http/ask-again.ts";
import type { RouteParts } from "../http/create-app.ts";
import { Refused, refused } from "../http/problem-reply.ts";
import { WITHOUT_SESSION } from "./largest-body.ts";
import { type LibraryRoute, libraryRoute } from "./library-routes.ts";
import { addLinks } from "./link-routes.ts";
import { passwordFault } from "./password-rules.ts";
import { refusal } from "./refusals.ts";
import { ownCookies } from "./signed-cookie.ts";
import { countTry, forgiveTry, noteWrong } from "./tries.ts";

/**
 * The library's routes that are used; what else lies under its address is not there. The address is made once, tested and
 * handed on; every POST is counted, and one that tries a secret before it costs a hash, for its account too.
 */
export function addSignIn(parts: RouteParts): void {
  const { app, door, address } = parts;
  addLinks(parts);
  app.route({
    method: ["GET", "POST"],
    url: "/api/auth/*",
    bodyLimit: WITHOUT_SESSION,
    schema: { hide: true },
    handler: async (request, reply) => {
      const url = canonical(request, address);
      const route = url === undefined ? undefined : libraryRoute(request.method, url.pathname, door.providers);
      const who = route === undefined ? undefined : await personOf(parts, request, route);
      if (request.method === "POST")
        await countTry(parts.database, request, who?.email, url?.pathname === "/api/auth/sign-out");
      if (url === undefined || route === undefined) throw noSuchRoute();
      const tried = { request, route, who, url };
      await refuseEarly(parts, tried);
      return await hand(parts, tried, reply);
    },
  });
}

interface Who {
  readonly account?: string;
  readonly email: string | undefined;
  readonly name?: string;
  readonly fresh?: boolean;
  readonly hasPassword?: boolean;
  /** The session in which a secret is tried. */
  readonly token?: string;
}

interface Tried {
  readonly request: FastifyRequest;
  readonly route: LibraryRoute;
  readonly who: Who | undefined;
  readonly url: URL;
}

/** The address, where it is written in the one way that needs no reading. */
function canonical({ url }: FastifyRequest, address: string): URL | undefined {
  if (!URL.canParse(url, address)) return undefined;
  const made = new URL(url, address);
  return made.origin === new URL(address).origin && url.split("?")[0] === made.pathname ? made : undefined;
}

/** Whose secret is tried: of the session, of the sign-in that waits for a code, or of the address that is typed. */
async function personOf(
  { database, door }: RouteParts,
  request: FastifyRequest,
  route: LibraryRoute,
): Promise<Who | undefined> {
  if (route.tries !== true) return undefined;
  const token = door.tokenOf(request.headers.cookie);
  const person = token === undefined ? undefined : await signedIn(database, token);
  const codes = route.fields.includes("code");
  if (route.session !== undefined || (codes && person !== undefined)) {
    if (person === undefined || token === undefined) throw new NotSignedIn();
    const { account, email, name, fresh, needs, has_password: hasPassword } = person;
    const whole = route.session === "whole" && needs !== null;
    if (whole || (route.session === "set-up" && needs === "second-factor")) throw new NotSignedIn();
    return { account, email, name, fresh, hasPassword, token };
  }
  if (codes) return await door.halfwayIn(request.headers.cookie);
  const { email } = fieldsOf(request);
  return { email: typeof email === "string" ? email : undefined };
}

async function signedIn(database: RouteParts["database"], token: string): Promise<Person | undefined> {
  try {
    return await asSignedIn(database, token, { halfway: true }, async (_session, person) => person);
  } catch (error) {
    if (error instanceof NotSignedIn) return undefined;
    throw error;
  }
}

/** What the library would take and this registry does not: common passwords, codes used before, people not made sure of. */
async function refuseEarly({ database, door }: RouteParts, { request, route, who, url }: Tried): Promise<void> {
  if (who?.account === undefined) return;
  // Who has no password is made sure of at the provider.
  if (route.fields.includes("password") && who.hasPassword === false && who.fresh !== true) throw passwordNeeded();
  const body = fieldsOf(request);
  if (typeof body.newPassword === "string") {
    const fault = passwordFault(body.newPassword, { name: who.name ?? "", email: who.email ?? "" });
    if (fault !== undefined) throw refusal(400, fault);
  }
  if (!url.pathname.endsWith("/verify-totp")) return;
  const step = await door.stepOf(who.account, codeIn(body));
  if (step === undefined) return;
  if (await takeTimeStep(database, who.account, step)) return;
  await noteWrong(database, request, who.email, undefined);
  throw refusal(401, "CODE_USED");
}

/** What a body says by names; nothing where it is a number or a word alone. */
const fieldsOf = ({ body }: FastifyRequest): Readonly<Record<string, unknown>> =>
  typeof body === "object" && body !== null ? (body as Readonly<Record<string, unknown>>) : {};

/** People write six digits in two parts. */
const codeIn = ({ code }: Readonly<Record<string, unknown>>): string =>
  typeof code === "string" ? code.replaceAll(/\s/g, "") : "";

async function hand({ database, door, address }: RouteParts, tried: Tried, reply: FastifyReply): Promise<FastifyReply> {
  const { request, route, who, url } = tried;
  const answer = await door.handle(libraryRequest(tried, address));
  if (answer.status >= 400) {
    if (route.tries === true) {
      const ended = await noteWrong(database, request, who?.email, who?.token);
      if (ended) throw new NotSignedIn();
    }
    const { code } = (await answer.json().catch(() => ({}))) as { code?: string };
    throw refusal(answer.status, code);
  }
  if (route.tries === true) await forgiveTry(database, request, who?.email);
  if (who?.token !== undefined)
    await proveSession(database, who.token, route.fields.includes("code") ? "factor" : "password");
  reply.code(answer.status);
  for (const [name, value] of answer.headers) if (name !== "content-length") reply.header(name, value);
  if (url.pathname.startsWith("/api/auth/callback/")) reply.header("cache-control", "no-store");
  return await reply.send(answer.body === null ? null : Buffer.from(await answer.arrayBuffer()));
}

/** The request as the library gets it: the fields that are open, and what the server decides for all. */
function libraryRequest({ request, route, url }: Tried, address: string): Request {
  const kept = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (typeof value === "string" && name !== "content-length" && name !== "cookie") kept.set(name, value);
  const cookies = [...ownCookies(request.headers.cookie)].map(([name, value]) => `${name}=${value}`);
  if (cookies.length > 0) kept.set("cookie", cookies.join("; "));
  if (!kept.has("origin")) kept.set("origin", address);
  const { method } = request;
  if (method === "GET") return new Request(url, { method, headers: kept });
  kept.set("content-type", "application/json");
  const given = fieldsOf(request);
  const open = Object.fromEntries(
    route.fields.flatMap((name) => (Object.hasOwn(given, name) ? [[name, given[name]]] : [])),
  );
  if (url.pathname.endsWith("/verify-totp")) open.code = codeIn(given);
  if (url.pathname.endsWith("/change-password")) open.revokeOtherSessions = true;
  if (url.pathname.endsWith("/sign-in/social")) {
    open.errorCallbackURL = "/patients";
    // A person who is to prove who they are is asked by the provider anew, and when is told in the token.
    if (given.again === true) open.additionalParams = { prompt: "login", max_age: "0" };
  }
  return new Request(url, { method, headers: kept, body: JSON.stringify(open) });
}

const noSuchRoute = (): Refused => new Refused(404, refused("no-such-route"));
