import { type Comparison, comparePublished, indexResults } from "@osteon/estimate";
import type { Freeze } from "@osteon/freeze";
import { EXIT, Stop } from "./exit-code.ts";
import { analyse } from "./pipeline.ts";
import { isOwnCohort } from "./publish-into.ts";
import type { Study } from "./study.ts";

/** What `osteon reproduce` shows. */
export interface Reproduced {
  readonly numbers: readonly Comparison[];
  /** Whether one is wrong without a contradiction that explains it, on the study's own cohort: other children differ from the paper's without anything being wrong. */
  readonly differs: boolean;
}

/** Every number that a study's paper prints beside the recomputed one. */
export async function reproduced(study: Study, frozen: Freeze): Promise<Reproduced> {
  const { results } = await analyse(study, frozen);
  const numbers = comparePublished(study.published, indexResults(results.results));
  const isWrong = ({ verdict }: Comparison) => verdict === "differs" || verdict === "absent";
  return { numbers, differs: isOwnCohort(study, results) && numbers.some(isWrong) };
}

/** A Stop for a study without a paper. */
export function mustHavePaper(study: Study, name: string): void {
  if (study.published.length === 0)
    throw new Stop(EXIT.notFound, `${name} has no published.ts: there is nothing to reproduce.`);
}
