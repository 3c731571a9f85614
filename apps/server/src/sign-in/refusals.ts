import { SIGN_IN_REFUSALS } from "@osteon/api";
import { Refused, refused } from "../http/problem-reply.ts";

/** What was refused, in the shape of every other refusal; the code stands where a value would. */
export function refusal(status: number, code: string | undefined): Refused {
  const what = Object.keys(SIGN_IN_REFUSALS).find((known) => known === code) as
    | keyof typeof SIGN_IN_REFUSALS
    | undefined;
  return new Refused(
    status,
    refused("sign-in-refused", { what: what ?? "other" }),
    code === undefined ? {} : { value: code },
  );
}
