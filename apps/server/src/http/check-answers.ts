import { isDeepStrictEqual } from "node:util";
import type { Route } from "@osteon/api";
import { z } from "zod";

/** `strict` fails where an answer holds what its route does not tell, for tests and development; `drop` takes it out. */
export type AnswerChecks = "strict" | "drop";

export type ResponseSchema =
  | z.ZodType
  | { readonly description: string; readonly content: Readonly<Record<string, { readonly schema: z.ZodType }>> };

/** An answer of ours is not what its route tells: a bug, answered as one. */
export class WrongAnswer extends Error {
  override readonly name = "WrongAnswer";
}

interface Answering {
  readonly schema: ResponseSchema;
  readonly method: string;
  readonly url: string;
}

/** Writes answers as JSON, each held against its route. The long ones of `long` routes are held against them where checks are strict alone. */
export const answerWriter = (checks: AnswerChecks, isLong: (method: string, url: string) => boolean) =>
  function writerOf({ schema, method, url }: Answering): (body: unknown) => string {
    if (!(schema instanceof z.ZodType)) return JSON.stringify;
    if (checks === "drop" && isLong(method, url)) return JSON.stringify;
    return (body) => {
      const text = JSON.stringify(body) ?? "null";
      const told: unknown = JSON.parse(text);
      const read = schema.safeParse(told);
      if (!read.success) throw new WrongAnswer(`${method} ${url} answers otherwise than told: ${placesOf(read.error)}`);
      if (checks === "drop") return JSON.stringify(read.data);
      if (!isDeepStrictEqual(read.data, told)) throw new WrongAnswer(`${method} ${url} answers more than is told`);
      return text;
    };
  };

/** Where, never what: the value may be a child's. */
const placesOf = ({ issues }: z.ZodError): string =>
  issues.map(({ path, code }) => `${path.join(".")} (${code})`).join(", ");

/** Which routes are long, learned as they are registered. */
export function longRoutes() {
  const long = new Set<string>();
  return {
    note: (route: Route): void => {
      if (route.long === true) long.add(`${route.method} ${route.path}`);
    },
    has: (method: string, url: string): boolean => long.has(`${method} ${url}`),
  };
}
