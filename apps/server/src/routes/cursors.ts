import { z } from "zod";
import { Refused, refused } from "../http/problem-reply.ts";

/** Where a page of a list ended, as one text for `after`: the values that the list is in the order of. */
export const cursorOf = (...values: readonly string[]): string =>
  Buffer.from(JSON.stringify(values)).toString("base64url");

/** The two values of a cursor; none without one. Refused where it is none that a page ended with. */
export function valuesOf(after: string | undefined): readonly [string, string] | undefined {
  if (after === undefined) return undefined;
  const read = two.safeParse(decoded(after));
  if (read.success) return read.data;
  throw new Refused(400, refused("invalid-request", { what: "cursor" }), { column: "querystring.after" });
}

/** The child at which a page of a list ended. */
export function childOf(after: string | undefined): { readonly patient: string; readonly centre: string } | undefined {
  const values = valuesOf(after);
  return values === undefined ? undefined : { patient: values[0], centre: values[1] };
}

const part = z
  .string()
  .max(200)
  .regex(/^[^\0\p{Cs}]*$/u);
const two = z.tuple([part, part]);

function decoded(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}
