import { nearestChoice, type Problem, placed } from "@osteon/codebook";
import { type Fault, faultsOf } from "@osteon/words";
import { STUDY_PROBLEMS } from "./problems.ts";

export const { refused } = faultsOf(STUDY_PROBLEMS);

/** A mistake of a study, with the file it stands in and the place there. */
export const problem = (file: string, column: string | undefined, fault: Fault): Problem =>
  placed(fault, { file, ...(column === undefined ? {} : { column }) });

/** The nearest of the names that are there. */
export const meant = (written: string, names: readonly string[]): string | undefined => nearestOf(written, names);

/** The nearest result: of the analysis that is named, or of the nearest one. */
export function meantResult(written: string, ids: readonly string[]): string | undefined {
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
