import type { z } from "zod";
import { problems } from "./shapes/problem.ts";

/** A file that an answer is; what is in it has no schema. */
export interface FileAnswer {
  readonly file: string | readonly string[];
}

/** An answer without a body. */
export const NOTHING = "nothing";

export type AnswerShape = z.ZodType | FileAnswer | typeof NOTHING;

/** One request that the server answers: the only place where its address, what is sent and what comes back stand. */
export interface Route {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** With `:name` where a value of `params` stands. */
  readonly path: `/api/${string}`;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Types of a body that is a file. */
  readonly sends?: readonly string[];
  /** What is changed is that version of it which the sender read: `If-Match: "7"`, or the request is refused. */
  readonly ofVersion?: true;
  /** The answer tells its version: `ETag: "7"`. */
  readonly tellsVersion?: true;
  /** What is written is written once under an `Idempotency-Key`, however often it is sent. */
  readonly once?: true;
  /** `X-Reason`, percent-encoded, says why; `reason` in the body does as well. */
  readonly reason?: true;
  /** Personal tokens may read here, what their person may read at their centre. */
  readonly byToken?: true;
  /** Lists so long that in production their answers are not checked on their way. */
  readonly long?: true;
  /** By status. Every route may also refuse, with problems. */
  readonly answers: Readonly<Record<number, AnswerShape>>;
}

/** A route as data, its types kept. */
export const route = <const R extends Route>(told: R): R => told;

type Read<S> = S extends z.ZodType ? z.output<S> : undefined;

/** As it is read off the wire, where a field is there or is not, and never there as nothing. */
export type Told<S extends z.ZodType> = OffTheWire<z.output<S>>;
type OffTheWire<T> = T extends object ? { readonly [Name in keyof T]: OffTheWire<Exclude<T[Name], undefined>> } : T;

/** The values of the address, of the query and of the body as the server reads them. */
export interface AskedOf<R extends Route> {
  readonly params: Read<R["params"]>;
  readonly query: Read<R["query"]>;
  readonly body: Read<R["body"]>;
}

/** What stands in an address is text: names are those of the route, values are read by the server. */
type InAddress<S> = S extends z.ZodType ? { readonly [Name in keyof z.input<S>]: AddressText } : undefined;
type AddressText = string | number | undefined;

type Part<Name extends string, S> = S extends undefined
  ? { readonly [N in Name]?: undefined }
  : Record<never, never> extends S
    ? { readonly [N in Name]?: S }
    : { readonly [N in Name]: S };

/** The same as a sender writes them; what has a default may be left out. */
export type SendOf<R extends Route> = Part<"params", InAddress<R["params"]>> &
  Part<"query", InAddress<R["query"]>> &
  (R extends { readonly sends: readonly string[] }
    ? { readonly body: Blob }
    : Part<"body", R["body"] extends z.ZodType ? z.input<R["body"]> : undefined>);

/** As it may be handed over: lists and records that nobody changes are as good as others. */
export type Given<T> = T extends object ? { readonly [Name in keyof T]: Given<T[Name]> } : T;

/** Reads what came off the wire; nothing where it is something else. */
export function told<const S extends z.ZodType>(schema: S, body: unknown): Told<S> | undefined {
  const read = schema.safeParse(body);
  // JSON knows no undefined, so that what is there has a value.
  return read.success ? (read.data as Told<S>) : undefined;
}

/** What a route may answer: a status with the body of that status, or problems with any status from 400. */
export type AnswerOf<R extends Route> =
  | {
      readonly [S in keyof R["answers"] & number]: R["answers"][S] extends z.ZodType
        ? { readonly status: S; readonly body: Given<z.input<R["answers"][S]>>; readonly headers?: AnswerHeaders }
        : { readonly status: S; readonly body?: undefined; readonly headers?: AnswerHeaders };
    }[keyof R["answers"] & number]
  | {
      readonly status: RefusedStatus;
      readonly body: Given<z.input<typeof problems>>;
      readonly headers?: AnswerHeaders;
    };

/** Statuses of an answer with problems. */
type RefusedStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 423 | 428 | 429 | 503;

export type AnswerHeaders = Readonly<Record<string, string>>;

type Good = 200 | 201 | 202 | 204;

/** The body of what was wanted, as a reader gets it. */
export type BodyOf<R extends Route> = {
  [S in keyof R["answers"] & Good]: R["answers"][S] extends z.ZodType ? Told<R["answers"][S]> : undefined;
}[keyof R["answers"] & Good];

export const isFile = (answer: AnswerShape | undefined): answer is FileAnswer =>
  typeof answer === "object" && "file" in answer;

/** The schema of an answer with this status; problems where the route says nothing of it. Nothing for files and for what has no body. */
export function schemaOf({ answers }: Route, status: number): z.ZodType | undefined {
  const shape = answers[status];
  if (shape === undefined) return status >= 400 ? problems : undefined;
  return shape === NOTHING || isFile(shape) ? undefined : shape;
}

/** What a route answered, read by what it tells; not whole where it is something else. */
export function bodyOf<const R extends Route>(
  route: R,
  status: number,
  body: unknown,
): { readonly whole: true; readonly body: BodyOf<R> } | { readonly whole: false } {
  const schema = schemaOf(route, status);
  if (schema === undefined) return { whole: body === undefined, body: undefined as BodyOf<R> };
  const read = schema.safeParse(body);
  return read.success ? { whole: true, body: read.data as BodyOf<R> } : { whole: false };
}

/** The address of a request, with its values in their places. */
export function addressOf(
  { path }: Pick<Route, "path">,
  params: Readonly<Record<string, unknown>> = {},
  query: Readonly<Record<string, unknown>> = {},
): string {
  const filled = path.replaceAll(/:([A-Za-z]+)|\*$/g, (_whole, name: string | undefined) =>
    name === undefined ? String(params["*"] ?? "") : encodeURIComponent(String(params[name])),
  );
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) asked.append(name, String(one));
  const text = asked.toString();
  return text === "" ? filled : `${filled}?${text}`;
}
