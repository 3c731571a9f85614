import { nearestChoice, type Problem } from "@osteon/codebook";

/** A mistake of a study, with the file it stands in and the place there. */
export function problem(code: string, file: string, column: string | undefined, says: string, fix: string): Problem {
  return { code, severity: "refused", where: { file, ...(column === undefined ? {} : { column }) }, says, fix };
}

/** The nearest of the names that are there. */
export function meant(written: string, names: readonly string[]): string {
  const nearest = nearestOf(written, names);
  return nearest === undefined ? "Name one that is there." : `Did you mean ${nearest}?`;
}

/** The nearest result: of the analysis that is named, or of the nearest one. */
export function meantResult(written: string, ids: readonly string[]): string {
  const analysisOf = (id: string) => id.slice(0, id.indexOf("."));
  const analyses = [...new Set(ids.map(analysisOf))];
  const named = analysisOf(written);
  const analysis = analyses.includes(named) ? named : nearestOf(named, analyses);
  const own = ids.filter((id) => analysisOf(id) === analysis);
  return meant(`${analysis}${written.slice(named.length)}`, own);
}

const nearestOf = (written: string, names: readonly string[]): string | undefined =>
  nearestChoice(
    written,
    names.map((code) => ({ code })),
  );
