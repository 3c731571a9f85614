import { addressOf, type BodyOf, bodyOf, problems, type Route, type SendOf, told } from "@osteon/api";
import type { Problem } from "@osteon/codebook";
import { askForProof } from "./proof.ts";

/** What the server refused, in its own words. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly problems: readonly Problem[];
  readonly body: unknown;
  constructor(status: number, body: unknown) {
    super(`the server answered ${status}`);
    this.status = status;
    this.body = body;
    this.problems = told(problems, body)?.problems ?? [];
  }
}

/** The server could not be reached; what was to be written may be sent again. */
export class Unreachable extends Error {}

/** The answer broke off on its way, or is none of the server's; what was to be written may be so, and may be sent again. */
export class BrokenAnswer extends Unreachable {}

export interface Answered<T> {
  readonly status: number;
  readonly body: T;
  /** The version of the row, where the answer names one. */
  readonly version: number | undefined;
}

export interface More {
  /** The version that was read; the server refuses where someone else saved since. */
  readonly version?: number;
  /** Why a complete row is changed. */
  readonly reason?: string;
  /** Sent again after a lost connection, the same key writes once. */
  readonly key?: string;
  readonly signal?: AbortSignal;
  /** Type of a body that is a file. */
  readonly type?: string;
}

/**
 * Asks a route of the API, and answers what the route tells and nothing else. Throws ApiProblem where refused, Unreachable
 * where nobody answers, BrokenAnswer where the answer is cut or is none of the route's.
 */
export async function call<const R extends Route>(
  route: R,
  sent: SendOf<R>,
  more: More = {},
): Promise<Answered<BodyOf<R>>> {
  const { status, body, version } = await request(route, addressOf(route, sent.params, sent.query), sent.body, more);
  const read = bodyOf(route, status, body);
  if (!read.whole) throw new BrokenAnswer();
  return { status, body: read.body, version };
}

/** What a route tells. */
export const read = async <const R extends Route>(route: R, sent: SendOf<R>, signal?: AbortSignal) =>
  (await call(route, sent, signal === undefined ? {} : { signal })).body;

async function request(route: Route, path: string, sent: unknown, more: More, asks = true): Promise<Answered<unknown>> {
  const answer = await fetch(path, {
    method: route.method,
    headers: headersOf(sent, more),
    ...(sent === undefined ? {} : { body: sent instanceof Blob ? sent : JSON.stringify(sent) }),
    ...(more.signal === undefined ? {} : { signal: more.signal }),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Unreachable();
  });
  if (answer.status === 502 || answer.status === 504) throw new Unreachable();
  const body = await jsonOf(answer);
  if (!answer.ok) {
    // Where a password or a code is tried, 401 says that it was wrong.
    if (answer.status === 401 && !path.startsWith("/api/auth/")) signedOut.dispatchEvent(new Event("signed-out"));
    const refused = new ApiProblem(answer.status, body);
    // Who is there is asked once, then the same is sent again.
    const proof = asks && refused.problems[0]?.code === "password-needed" && (await askForProof());
    if (proof) return await request(route, path, sent, more, false);
    throw refused;
  }
  const version = /^"(\d+)"$/.exec(answer.headers.get("etag") ?? "")?.[1];
  return { status: answer.status, body, version: version === undefined ? undefined : Number(version) };
}

/** What the answer says. Where a refusal says nothing its status does; a success that cannot be read is none. */
async function jsonOf(answer: Response): Promise<unknown> {
  if (answer.status === 204) return undefined;
  try {
    return await answer.json();
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    if (answer.ok) throw new BrokenAnswer();
    return {};
  }
}

function headersOf(body: unknown, { version, reason, key, type }: More): Record<string, string> {
  return {
    ...(body === undefined || body instanceof Blob ? {} : { "content-type": "application/json" }),
    ...(type === undefined ? {} : { "content-type": type }),
    ...(version === undefined ? {} : { "if-match": `"${version}"` }),
    ...(reason === undefined || reason === "" ? {} : { "x-reason": encodeURIComponent(reason) }),
    ...(key === undefined ? {} : { "idempotency-key": key }),
  };
}

/** Tells when a session has ended, so that the person can sign in again without losing the page. */
export const signedOut = new EventTarget();
