import { createHash } from "node:crypto";
import { asSignedIn, type Claims, type Database, NotSignedIn, type Person, type Session } from "@osteon/registry";
import type { FastifyReply, FastifyRequest } from "fastify";
import { sql } from "kysely";
import type { Door } from "../sign-in/door.ts";
import { Refused } from "./problem-reply.ts";

/** What a route hands back: a status, a body, and headers such as the version of a row. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Work = (session: Session, person: Person) => Promise<Answer>;

/** `secret` marks an answer that must not be kept, such as a link. */
type WriteMore = Pick<Claims, "batch"> & { readonly secret?: true };

/** How routes reach the database: always as the person who is signed in. */
export interface Desk {
  /** Reads; nothing is kept of the request. `halfway` lets in people whose second factor is still missing. */
  read(
    request: FastifyRequest,
    reply: FastifyReply,
    work: Work,
    more?: { readonly halfway?: true },
  ): Promise<FastifyReply>;
  /** Writes; a request that is sent again with the same `Idempotency-Key` gets the first answer and writes nothing more. */
  write(request: FastifyRequest, reply: FastifyReply, more: WriteMore, work: Work): Promise<FastifyReply>;
  /** Looks something up before the answer is begun; throws where it may not go on. */
  check<T>(request: FastifyRequest, work: (session: Session, person: Person) => Promise<T>): Promise<T>;
  /** The session's token; refused where nobody is signed in. */
  tokenOf(request: FastifyRequest): string;
}

export function createDesk(database: Database, door: Door): Desk {
  const tokenOf = (request: FastifyRequest): string => {
    const token = door.tokenOf(request.headers.cookie);
    if (token === undefined) throw new NotSignedIn();
    return token;
  };
  return {
    tokenOf,
    check: (request, work) => asSignedIn(database, tokenOf(request), {}, work),
    read: async (request, reply, work, more = {}) =>
      send(reply, await asSignedIn(database, tokenOf(request), more, work)),
    write: async (request, reply, { secret, ...more }, work) => {
      const reason = reasonOf(request);
      const claims = { ...more, ...(reason === undefined ? {} : { reason }) };
      const key = mayBeKept(request) && secret !== true ? request.headers["idempotency-key"] : undefined;
      const whole: Work =
        typeof key === "string" ? (session, person) => once(session, key, request, () => work(session, person)) : work;
      return send(reply, await asSignedIn(database, tokenOf(request), claims, whole));
    },
  };
}

/** The reason for a change: a header, percent-encoded since headers hold ASCII, or `reason` in the body. */
function reasonOf({ headers, body }: FastifyRequest): string | undefined {
  const written = headers["x-reason"];
  if (typeof written === "string") {
    try {
      return decodeURIComponent(written);
    } catch {
      throw new Refused(
        400,
        "unreadable-header",
        "X-Reason is not percent-encoded UTF-8.",
        "Encode it with encodeURIComponent.",
      );
    }
  }
  const { reason } = (body ?? {}) as { reason?: unknown };
  return typeof reason === "string" ? reason : undefined;
}

/** What is read is not kept, nor anything of an identity: those writes carry a version that makes sending them twice harmless. */
const mayBeKept = ({ method, url }: FastifyRequest): boolean =>
  method !== "GET" && !/\/identity$/.test(url.split("?")[0] ?? "");

/** Keeps the answer in the transaction of the write itself: both are there, or neither. */
async function once(
  session: Session,
  key: string,
  request: FastifyRequest,
  work: () => Promise<Answer>,
): Promise<Answer> {
  if (!/^[\x21-\x7e]{8,128}$/.test(key)) {
    throw new Refused(400, "unreadable-header", "Idempotency-Key has 8 to 128 letters.", "Send a random UUID.");
  }
  const same = createHash("sha256")
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest();
  const { rows } = await sql<{ same: boolean; entitled: boolean; status: number; answer: Answer | null }>`
    select request = ${same} as same, rights = access.rights_hash() as entitled, status, answer
    from work.answered where key = ${key}`.execute(session);
  if (rows[0]?.same === false) {
    throw new Refused(
      422,
      "key-used",
      "This Idempotency-Key was sent with another request.",
      "Send a new key with a new request.",
    );
  }
  if (rows[0]?.entitled === false)
    throw new Refused(403, "roles-changed", "Your roles have changed since this was sent.", "Read the page again.");
  if (rows[0]?.answer != null) return rows[0].answer;
  const answer = await work();
  if (answer.status < 400) {
    await sql`insert into work.answered (key, request, status, answer)
      values (${key}, ${same}, ${answer.status}, ${JSON.stringify(answer)}::json)`.execute(session);
  }
  return answer;
}

function send(reply: FastifyReply, { status, body, headers = {} }: Answer): FastifyReply {
  return reply.code(status).headers(headers).send(body);
}
