import { createHash } from "node:crypto";
import type { AnswerOf, Route } from "@osteon/api";
import {
  answeredRequest,
  asSignedIn,
  type Claims,
  type Credential,
  type Database,
  keepAnswer,
  NotSignedIn,
  type Person,
  type Session,
} from "@osteon/registry";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Door } from "../sign-in/door.ts";
import { Refused, refused } from "./problem-reply.ts";
import type { Asked } from "./serve-route.ts";
import { takeTurns } from "./take-turns.ts";

/** What a route hands back: a status, a body, and headers such as the version of a row. */
interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

type Work = (session: Session, person: Person) => Promise<Answer>;

/** `secret` marks what must not be kept, such as a link, or anything of an identity. */
type WriteMore = Pick<Claims, "batch"> & { readonly secret?: true };

/** What is done for a request of a route, and what it answers. */
type WorkOf<R extends Route> = (session: Session, person: Person) => Promise<AnswerOf<R>>;
type ReadMore = { readonly halfway?: true };

/** How routes reach the database: always as the person who is signed in, or whose personal token reads. */
export interface Desk {
  /** Reads; nothing is kept of the request. `halfway` lets in people whose second factor is still missing. */
  read<const R extends Route>(asked: Asked<R>, work: WorkOf<R>, more?: ReadMore): Promise<FastifyReply>;
  /** Writes; a request that is sent again with the same `Idempotency-Key` gets the first answer and writes nothing more. */
  write<const R extends Route>(asked: Asked<R>, more: WriteMore, work: WorkOf<R>): Promise<FastifyReply>;
  /** As `write`, without sending: for a route that has to clear up before its answer is there. */
  written<const R extends Route>(asked: Asked<R>, more: WriteMore, work: WorkOf<R>): Promise<AnswerOf<R>>;
  /** Looks something up before the answer is begun; throws where it may not go on. */
  check<T>(request: FastifyRequest, work: (session: Session, person: Person) => Promise<T>): Promise<T>;
  /** Reads as of one moment, for a file, and notes that it was taken; one of a person at a time, since it may last. */
  take<T>(request: FastifyRequest, work: (session: Session) => Promise<T>): Promise<T>;
  /** The session's token; refused where nobody is signed in. */
  tokenOf(request: FastifyRequest): string;
}

/** Transactions of one person at once: together they leave room in the pools for everybody else. */
const READS_AT_ONCE = 5;
const WRITES_AT_ONCE = 3;

export function createDesk(database: Database, door: Door): Desk {
  const tokenOf = (request: FastifyRequest): string => {
    const token = door.tokenOf(request.headers.cookie);
    if (token === undefined) throw new NotSignedIn();
    return token;
  };
  const credential = (request: FastifyRequest): Credential => request.token ?? tokenOf(request);
  const reading = takeTurns(READS_AT_ONCE);
  const writing = takeTurns(WRITES_AT_ONCE);
  const taking = takeTurns(1);
  const check: Desk["check"] = (request, work) =>
    reading(request.sender, () => asSignedIn(database, credential(request), {}, work));
  const written = async (request: FastifyRequest, { secret, ...more }: WriteMore, work: Work): Promise<Answer> => {
    const reason = reasonOf(request);
    const claims = { ...more, ...(reason === undefined ? {} : { reason }), writes: true } as const;
    const key = isRead(request) || secret === true ? undefined : request.headers["idempotency-key"];
    const whole: Work =
      typeof key === "string" ? (session, person) => once(session, key, request, () => work(session, person)) : work;
    return await writing(request.sender, () => asSignedIn(database, credential(request), claims, whole));
  };
  return {
    tokenOf,
    check,
    read: async ({ request, reply }, work, more = {}) =>
      send(reply, await reading(request.sender, () => asSignedIn(database, credential(request), more, work))),
    take: (request, work) =>
      taking(request.sender, () =>
        asSignedIn(database, credential(request), { snapshot: true, writes: true }, (session) => work(session)),
      ),
    // What was kept of an earlier try is what this very route answered then.
    written: async <R extends Route>({ request }: Asked<R>, more: WriteMore, work: WorkOf<R>) =>
      (await written(request, more, work)) as AnswerOf<R>,
    write: async ({ request, reply }, more, work) => send(reply, await written(request, more, work)),
  };
}

/** The reason for a change, where one is told: a header, percent-encoded since headers hold ASCII, or `reason` in the body. */
export function reasonOf({ headers, body }: FastifyRequest): string | undefined {
  const written = headers["x-reason"];
  if (typeof written === "string") {
    try {
      return seenReason(decodeURIComponent(written));
    } catch (error) {
      if (error instanceof Refused) throw error;
      throw new Refused(400, refused("unreadable-header", { what: "reason" }));
    }
  }
  const { reason } = (body ?? {}) as { reason?: unknown };
  return typeof reason === "string" ? seenReason(reason) : undefined;
}

const LONGEST_REASON = 500;

/** A reason is read by people years later: letters or digits, none of them unseen. Blanks alone count as none told. */
function seenReason(told: string): string | undefined {
  const reason = told.trim();
  if (told === "" || /^[ \t\r\n]*$/.test(told)) return undefined;
  const because =
    [...reason].length > LONGEST_REASON
      ? "long"
      : /(?![\t\n\r])[\p{Cc}\p{Cs}]|[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u.test(reason)
        ? "unseen"
        : /[\p{L}\p{N}]/u.test(reason)
          ? undefined
          : "no-letter";
  if (because === undefined) return reason;
  throw new Refused(422, refused("unreadable-reason", { what: because }));
}

/** What is read is not kept, however it was asked for. */
const isRead = ({ method }: FastifyRequest): boolean => method === "GET" || method === "HEAD";

/** Keeps the answer in the transaction of the write itself: both are there, or neither. */
async function once(
  session: Session,
  key: string,
  request: FastifyRequest,
  work: () => Promise<Answer>,
): Promise<Answer> {
  if (!/^[\x21-\x7e]{8,128}$/.test(key)) {
    throw new Refused(400, refused("unreadable-header", { what: "key" }));
  }
  const hash = createHash("sha256")
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest();
  const before = await answeredRequest<Answer>(session, key, hash);
  if (before?.same === false) {
    throw new Refused(422, refused("key-used"));
  }
  if (before?.entitled === false) throw new Refused(403, refused("roles-changed"));
  if (before?.answer != null) return before.answer;
  const answer = await work();
  if (answer.status < 400) await keepAnswer(session, { key, request: hash, status: answer.status }, answer);
  return answer;
}

function send(reply: FastifyReply, { status, body, headers = {} }: Answer): FastifyReply {
  return reply.code(status).headers(headers).send(body);
}
