import type { CoxModel } from "./cox-regression.ts";
import { type RiskSet, risks, walkRiskSets } from "./risk-sets.ts";
import { emptyTiedSums, tiedSums } from "./tied-sums.ts";

/** One time with events of one stratum: what it adds to the hazard, and the means of the covariates it is compared with. */
export interface RiskStep {
  readonly time: number;
  readonly stratum: number;
  /** Prepared rows of the events: first to before last. */
  readonly first: number;
  readonly last: number;
  readonly deaths: number;
  readonly deathWeight: number;
  /** Increment of the cumulative hazard, for those who outlive the time and for those who do not (Efron's share). */
  readonly hazard: number;
  readonly deathHazard: number;
  /** The same increments times the mean of the covariates at them. */
  readonly moment: Float64Array;
  readonly deathMoment: Float64Array;
  /** Mean of the covariates over those at risk, averaged over the events of the time. */
  readonly mean: Float64Array;
}

/** Steps of the fitted model by stratum, from the first time to the last, and the risk of each prepared row. Exact ties as Breslow. */
export function riskSteps({ rows, ties, beta }: CoxModel): {
  readonly steps: readonly RiskStep[];
  readonly risk: Float64Array;
} {
  const risk = risks(rows, beta);
  const steps: RiskStep[] = [];
  const like = ties === "efron" ? "efron" : "breslow";
  walkRiskSets(rows, risk, 1, (set) => steps.push(stepOf(set, like)));
  return { steps: steps.reverse().sort((a, b) => a.stratum - b.stratum), risk };
}

function stepOf(set: RiskSet, ties: "efron" | "breslow"): RiskStep {
  const tied = emptyTiedSums();
  tiedSums(set, ties, tied);
  const { a, b, e, f, g } = tied;
  const moment = (direct: number, shared: number) =>
    set.s1.map((value, j) => direct * value - shared * (set.d1[j] as number));
  return {
    ...{ time: set.time, stratum: set.stratum, first: set.first, last: set.last },
    deaths: set.deaths,
    deathWeight: set.deathWeight,
    hazard: a,
    deathHazard: a - b,
    moment: moment(e, f),
    deathMoment: moment(e - f, f - g),
    mean: moment(a / set.deathWeight, b / set.deathWeight),
  };
}
