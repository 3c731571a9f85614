import { chiSquareUpper } from "../distributions/tails.ts";
import { type Estimate, estimated, notEstimable, type Provenance } from "../estimate.ts";
import { mirror } from "../likelihood/derivatives.ts";
import { factor, solveFactored } from "../linear-algebra/cholesky.ts";
import type { ChiSquareTest, CoxFit, CoxModel } from "./cox-regression.ts";
import { risks, walkRiskSets } from "./risk-sets.ts";
import { emptyTiedSums, spreadAt, tiedSums } from "./tied-sums.ts";
import { scaleOfTime, type TimeScale } from "./time-scale.ts";

export interface ProportionalHazardsTest extends Provenance {
  /** One for each covariate, or for each factor all its dummies together. */
  readonly terms: readonly ({ readonly name: string } & ChiSquareTest)[];
  readonly global: ChiSquareTest;
}

/**
 * Score test that no coefficient changes along a scale of time (Grambsch and Therneau, Biometrika 1994;81:515-26): each covariate
 * times the scale is added to the model and tested at 0. R (survival 3): cox.zph(fit, transform, terms)
 * @param terms dummies that are one factor: covariate name to factor name; a covariate without one stands for itself
 */
export function proportionalHazardsTest(
  fit: CoxFit,
  scale: TimeScale,
  terms: Readonly<Record<string, string>> = {},
): ProportionalHazardsTest {
  const { rows } = fit.model;
  const { score, adjusted } = trendScores(fit.model, scale);
  const termOf = (name: string) => (Object.hasOwn(terms, name) ? (terms[name] as string) : name);
  const names = [...new Set(rows.names.map(termOf))];
  const test = (places: readonly number[]): ChiSquareTest => testOf(places, score, adjusted, fit);
  const places = (name: string) => rows.names.flatMap((own, j) => (termOf(own) === name ? [j] : []));
  return {
    terms: names.map((name) => ({ name, ...test(places(name)) })),
    global: test(Array.from(rows.names.keys())),
    method: "score test of proportional hazards",
    convention: `time on the ${scale} scale`,
    rCall: `cox.zph(fit, transform = "${scale}")`,
  };
}

/** Scores of the added covariates, and their information once the coefficients are allowed for. */
function trendScores(model: CoxModel, scale: TimeScale) {
  const { rows, beta, ties } = model;
  const { p, x, weight } = rows;
  const scaled = scaleOfTime(rows, scale);
  const score = new Float64Array(p);
  const cross = new Float64Array(p * p);
  const own = new Float64Array(p * p);
  const tied = emptyTiedSums();
  const risk = risks(rows, beta);
  walkRiskSets(rows, risk, 2, (set) => {
    tiedSums(set, ties === "efron" ? "efron" : "breslow", tied);
    const g = scaled(set.time);
    for (let row = set.first; row < set.last; row++)
      for (let j = 0; j < p; j++)
        score[j] = (score[j] as number) + g * (weight[row] as number) * (x[row * p + j] as number);
    for (let j = 0; j < p; j++) {
      score[j] = (score[j] as number) - g * (tied.a * (set.s1[j] as number) - tied.b * (set.d1[j] as number));
      for (let k = 0; k <= j; k++) {
        const spread = spreadAt(set, tied, j, k);
        cross[j * p + k] = (cross[j * p + k] as number) + g * spread;
        own[j * p + k] = (own[j * p + k] as number) + g * g * spread;
      }
    }
  });
  mirror(cross, p);
  mirror(own, p);
  return { score, adjusted: adjust(own, cross, model.variance, p) };
}

/** own - cross' variance cross. */
function adjust(own: Float64Array, cross: Float64Array, variance: Float64Array, p: number): Float64Array {
  const adjusted = own.slice();
  for (let j = 0; j < p; j++)
    for (let k = 0; k < p; k++)
      for (let l = 0; l < p; l++)
        for (let m = 0; m < p; m++)
          adjusted[j * p + k] =
            (adjusted[j * p + k] as number) -
            (cross[l * p + j] as number) * (variance[l * p + m] as number) * (cross[m * p + k] as number);
  return adjusted;
}

function testOf(places: readonly number[], score: Float64Array, adjusted: Float64Array, fit: CoxFit): ChiSquareTest {
  const { reasons, rows } = fit.model;
  const none = places.map((j) => reasons[j]).find((reason) => reason !== undefined);
  const kept = places.filter((j) => reasons[j] === undefined);
  const lost = (estimate: Estimate): ChiSquareTest => ({ chi2: estimate, df: kept.length, p: estimate });
  if (kept.length === 0) return lost(notEstimable(none ?? "no-values", rows.n));
  const part = Float64Array.from(kept.flatMap((j) => kept.map((k) => adjusted[j * rows.p + k] as number)));
  const factors = factor(part, kept.length);
  if (factors.rank < kept.length) return lost(notEstimable("no-variation", rows.n));
  const own = Float64Array.from(kept, (j) => score[j] as number);
  const chi2 = solveFactored(factors, own).reduce((sum, value, i) => sum + value * (own[i] as number), 0);
  return { chi2: estimated(chi2), df: kept.length, p: estimated(chiSquareUpper(chi2, kept.length)) };
}
