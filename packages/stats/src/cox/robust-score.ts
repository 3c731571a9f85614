import { chiSquareUpper } from "../distributions/tails.ts";
import { estimated, notEstimable, type Provenance } from "../estimate.ts";
import { factor, solveFactored } from "../linear-algebra/cholesky.ts";
import type { CoxData } from "./cox-data.ts";
import type { ChiSquareTest } from "./cox-regression.ts";
import { prepare } from "./prepared-rows.ts";
import { clustersOf } from "./robust-variance.ts";
import { rowResiduals } from "./score-residuals.ts";

/** Squares of score residuals this small beside those of the weights are rounding: such as of groups that nobody is compared with. */
const ROUNDING = 1e-16;

/**
 * Robust score test that no covariate matters, where subjects have several rows and may have several events: the score residuals at
 * 0, summed within each subject. With dummies of groups it stands in for the log-rank test, which takes events for independent.
 * R: summary(coxph(Surv(start, time, event) ~ covariates + strata(s), cluster = id))$robscore
 */
export function robustScoreTest(
  data: CoxData & Required<Pick<CoxData, "cluster">>,
  ties: "efron" | "breslow",
): ChiSquareTest & Provenance & { readonly missing: number } {
  const rows = prepare(data);
  const { p, size, weight, n, events, missing } = rows;
  const cluster = clustersOf(rows, data.cluster);
  const nothing = new Float64Array(p);
  const reasons = rows.names.map(() => undefined);
  const model = { rows, ties, beta: nothing, variance: new Float64Array(p * p), cluster, reasons };
  const { score } = rowResiduals(model);
  const sums = new Map<number, Float64Array>();
  const total = new Float64Array(p);
  for (let row = 0; row < size; row++) {
    const code = cluster[row] as number;
    const own = sums.get(code) ?? new Float64Array(p);
    sums.set(code, own);
    for (let j = 0; j < p; j++) {
      const part = (weight[row] as number) * (score[row * p + j] as number);
      own[j] = (own[j] as number) + part;
      total[j] = (total[j] as number) + part;
    }
  }
  const spread = new Float64Array(p * p);
  for (const own of sums.values())
    for (let j = 0; j < p; j++)
      for (let k = 0; k < p; k++)
        spread[j * p + k] = (spread[j * p + k] as number) + (own[j] as number) * (own[k] as number);
  const square = weight.reduce((sum, own) => sum + own * own, 0);
  const factors = factor(spread, p, ROUNDING * square);
  const named = {
    missing,
    method: "robust score test",
    convention: `score residuals summed within subjects, ${ties} ties`,
    rCall: "summary(coxph(Surv(start, time, event) ~ group, cluster = id))$robscore",
  };
  if (events === 0 || factors.rank === 0) {
    const none = notEstimable(n === 0 ? "no-values" : events === 0 ? "no-events" : "no-variation", n);
    return { chi2: none, df: p, p: none, ...named };
  }
  const chi2 = solveFactored(factors, total).reduce((sum, value, j) => sum + value * (total[j] as number), 0);
  return { chi2: estimated(chi2), df: factors.rank, p: estimated(chiSquareUpper(chi2, factors.rank)), ...named };
}
