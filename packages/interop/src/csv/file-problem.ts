import type { Place, Problem } from "@osteon/codebook";

/** A problem of a file rather than of a value; all of them are refused, since rows would be lost or misread. */
export function fileProblem(code: string, where: Place, says: string, fix: string): Problem {
  return { code, severity: "refused", where, says, fix };
}

export const SAVE_AS = 'Save it as "CSV UTF-8 (comma delimited)"';
