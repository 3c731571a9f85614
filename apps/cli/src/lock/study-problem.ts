import { nearestChoice, type Problem } from "@osteon/codebook";

/** A mistake of a study, with the file it stands in and the place there. */
export function problem(code: string, file: string, column: string | undefined, says: string, fix: string): Problem {
  return { code, severity: "refused", where: { file, ...(column === undefined ? {} : { column }) }, says, fix };
}

/** The nearest of the names that are there. */
export function meant(written: string, names: readonly string[]): string {
  const nearest = nearestChoice(
    written,
    names.map((code) => ({ code })),
  );
  return nearest === undefined ? "Name one that is there." : `Did you mean ${nearest}?`;
}
