import exp from "@stdlib/math-base-special-exp";
import ln from "@stdlib/math-base-special-ln";
import { criticalNormal } from "../distributions/tails.ts";
import { type Estimate, estimated, type Interval, notEstimable, type Provenance } from "../estimate.ts";
import { wilson, wilsonCorrected } from "../proportions/limits.ts";
import { requiredTotal, type TwoByTwo } from "./two-by-two.ts";

/** Rows are groups; a and c have the outcome. */
export interface Effect extends Interval, Provenance {
  readonly value: Estimate;
}

type Named = Provenance;

function withLimits(table: TwoByTwo, named: Named, of: () => readonly [number, number, number]): Effect {
  const { a, b, c, d } = table;
  const n = requiredTotal(table);
  if (a + b === 0 || c + d === 0) {
    const none = notEstimable("empty-margin", n);
    return { value: none, lower: none, upper: none, ...named };
  }
  const bound = (value: number): Estimate => (Number.isFinite(value) ? estimated(value) : notEstimable("unbounded", n));
  const [value, lower, upper] = of();
  return { value: bound(value), lower: bound(lower), upper: bound(upper), ...named };
}

/**
 * Difference of two shares, first row less second. `wald` as prop.test without correction; `newcombe` combines Wilson's limits, with or
 * without correction (Stat Med 1998;17:873-90, methods 10 and 11), and stays within -1 and 1.
 * R: prop.test(c(a, c), c(a + b, c + d), correct = FALSE)$conf.int for wald
 */
export function riskDifference(
  table: TwoByTwo,
  limits: "wald" | "newcombe" | "newcombe-corrected",
  level: number,
): Effect {
  const { a, b, c, d } = table;
  const named = {
    method: "risk difference",
    convention: `${limits} limits`,
    rCall: "prop.test(x, n, correct = FALSE)",
  };
  return withLimits(table, named, () => {
    const [m, n] = [a + b, c + d];
    const [p, q] = [a / m, c / n];
    if (limits === "wald") {
      const half = criticalNormal(level) * Math.sqrt((p * (1 - p)) / m + (q * (1 - q)) / n);
      return [p - q, Math.max(-1, p - q - half), Math.min(1, p - q + half)];
    }
    const interval = limits === "newcombe" ? wilson : wilsonCorrected;
    const [first, second] = [interval(a, m, level), interval(c, n, level)];
    const end = (estimate: Estimate) => (estimate.estimable ? estimate.value : Number.NaN);
    const lower = p - q - Math.hypot(p - end(first.lower), end(second.upper) - q);
    const upper = p - q + Math.hypot(end(first.upper) - p, q - end(second.lower));
    return [p - q, lower, upper];
  });
}

/** Ratio of two shares with Katz's limits on the log scale (Biometrics 1978;34:469-74). R: epitools::riskratio.wald */
export function riskRatio(table: TwoByTwo, level: number): Effect {
  const { a, b, c, d } = table;
  const named = { method: "risk ratio", convention: "Katz's log limits", rCall: "epitools::riskratio.wald(m)" };
  return withLimits(table, named, () => {
    const ratio = a / (a + b) / (c / (c + d));
    const half = criticalNormal(level) * Math.sqrt(1 / a - 1 / (a + b) + 1 / c - 1 / (c + d));
    return logLimits(ratio, half);
  });
}

/** Odds ratio a d / b c with Woolf's limits on the log scale (1955). R: exp(log(or) + c(-1, 1) * z * sqrt(sum(1 / m))) */
export function oddsRatioWoolf(table: TwoByTwo, level: number): Effect {
  const { a, b, c, d } = table;
  const named = { method: "odds ratio", convention: "Woolf's log limits", rCall: "epitools::oddsratio.wald(m)" };
  return withLimits(table, named, () => {
    const half = criticalNormal(level) * Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d);
    return logLimits((a * d) / (b * c), half);
  });
}

/** Without a finite error, as with a count of 0, the limits are unbounded. */
function logLimits(ratio: number, half: number): readonly [number, number, number] {
  if (!(ratio > 0 && Number.isFinite(ratio)))
    return [ratio === 0 ? 0 : Number.POSITIVE_INFINITY, Number.NaN, Number.NaN];
  return [ratio, exp(ln(ratio) - half), exp(ln(ratio) + half)];
}

/**
 * Number needed to treat, 1 / risk difference, its limits the reciprocals of Newcombe's. Where the interval of the difference holds 0
 * the limits run through infinity (Altman, BMJ 1998;317:1309-12) and are said to be unbounded. Below 0 it is a number needed to harm.
 */
export function numberNeeded(table: TwoByTwo, level: number): Effect {
  const difference = riskDifference(table, "newcombe", level);
  const named = {
    method: "number needed to treat",
    convention: "reciprocal of the risk difference, Newcombe's limits",
    rCall: "1 / diff",
  };
  const n = requiredTotal(table);
  if (!difference.value.estimable) return { ...difference, ...named };
  const unbounded = notEstimable("unbounded", n);
  const value = difference.value.value === 0 ? unbounded : estimated(1 / difference.value.value);
  const { lower, upper } = difference;
  const crosses = !lower.estimable || !upper.estimable || lower.value * upper.value <= 0;
  return {
    value,
    lower: crosses ? unbounded : estimated(1 / upper.value),
    upper: crosses ? unbounded : estimated(1 / lower.value),
    ...named,
  };
}
