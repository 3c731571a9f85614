import { type Estimate, estimated, notEstimable, type Provenance } from "../estimate.ts";
import { factor, solveFactored } from "../linear-algebra/cholesky.ts";
import { type Coverage, type Innermost, type IntervalCensored, innermostIntervals } from "./innermost-intervals.ts";

export interface Turnbull extends Provenance {
  readonly n: number;
  /** Intervals with mass, ascending; within one the curve is not defined. An end is null beyond the last visit. */
  readonly intervals: readonly { readonly left: number; readonly right: number | null; readonly mass: number }[];
  readonly logLik: Estimate;
  readonly iterations: number;
  /** How far the Kuhn-Tucker conditions of the maximum are missed, per subject. */
  readonly missedBy: number;
}

const TOLERANCE = 1e-11;
const NEGLIGIBLE = 1e-12;
const ROUNDS = 500;

/**
 * Non-parametric maximum likelihood estimate where events are known to lie between visits (Turnbull 1976). Self-consistent steps,
 * then Newton's steps over the intervals that keep mass, until the Kuhn-Tucker conditions hold to 1e-11 per subject (Gentleman and
 * Geyer, Biometrika 1994;81:618-23). The masses are unique: for each interval some subject's own ends with it, so the chances of the
 * subjects fix them one after the other. R: survfit(Surv(left, right, type = "interval2") ~ 1), which stops at 5e-5 (T8)
 */
export function turnbull(rows: readonly IntervalCensored[]): Turnbull {
  const { intervals, coverage } = innermostIntervals(rows);
  const n = coverage.reduce((sum, row) => sum + row.n, 0);
  const named = {
    n,
    method: "Turnbull's estimate",
    convention: "events in (left, right], maximum checked by the Kuhn-Tucker conditions",
    rCall: 'survfit(Surv(left, right, type = "interval2") ~ 1)',
  };
  if (n === 0) {
    const logLik = notEstimable("no-values", 0);
    return { ...named, intervals: [], logLik, iterations: 0, missedBy: 0 };
  }
  let mass = new Float64Array(intervals.length).fill(1 / intervals.length);
  let iterations = 0;
  let missedBy = Number.POSITIVE_INFINITY;
  while (missedBy > TOLERANCE && iterations++ < ROUNDS) {
    for (let step = 0; step < 20; step++) mass = selfConsistent(mass, coverage, n);
    mass = newton(mass, coverage, n);
    missedBy = missed(mass, gradient(mass, coverage), n);
  }
  return {
    ...named,
    intervals: shown(intervals, mass),
    logLik: estimated(logLikelihood(mass, coverage)),
    iterations,
    missedBy,
  };
}

/** Survival just at a time: both bounds, equal where the time is in no interval with mass. */
export function turnbullSurvival(
  { intervals }: Turnbull,
  time: number,
): { readonly lower: number; readonly upper: number } {
  let lower = 1;
  let upper = 1;
  for (const { left, right, mass } of intervals) {
    if (right !== null && right <= time) {
      lower -= mass;
      upper -= mass;
    } else if (left < time) lower -= mass;
  }
  return { lower: Math.max(0, lower), upper: Math.max(0, upper) };
}

function shown(intervals: readonly Innermost[], mass: Float64Array): Turnbull["intervals"] {
  return intervals.flatMap(({ left, right }, j) => {
    const own = mass[j] as number;
    return own > NEGLIGIBLE ? [{ left, right: right === Number.POSITIVE_INFINITY ? null : right, mass: own }] : [];
  });
}

/** Chance of each subject's interval. */
function chances(mass: Float64Array, coverage: readonly Coverage[]): Float64Array {
  const until = new Float64Array(mass.length + 1);
  for (let j = 0; j < mass.length; j++) until[j + 1] = (until[j] as number) + (mass[j] as number);
  return Float64Array.from(coverage, ({ first, last }) => (until[last + 1] as number) - (until[first] as number));
}

function logLikelihood(mass: Float64Array, coverage: readonly Coverage[]): number {
  return chances(mass, coverage).reduce((sum, chance, i) => sum + (coverage[i] as Coverage).n * Math.log(chance), 0);
}

/** Derivative of the log-likelihood by each mass; at the maximum it is n where there is mass and no more elsewhere. */
function gradient(mass: Float64Array, coverage: readonly Coverage[]): Float64Array {
  const steps = new Float64Array(mass.length + 1);
  for (const [i, chance] of chances(mass, coverage).entries()) {
    const { first, last, n } = coverage[i] as Coverage;
    steps[first] = (steps[first] as number) + n / chance;
    steps[last + 1] = (steps[last + 1] as number) - n / chance;
  }
  let sum = 0;
  return mass.map((_, j) => {
    sum += steps[j] as number;
    return sum;
  });
}

function selfConsistent(mass: Float64Array, coverage: readonly Coverage[], n: number): Float64Array<ArrayBuffer> {
  const rise = gradient(mass, coverage);
  return Float64Array.from(mass, (own, j) => (own * (rise[j] as number)) / n);
}

/** Newton's step on log-likelihood - n (sum of masses - 1) over the intervals with mass, as far as no mass falls below 0. */
function newton(mass: Float64Array, coverage: readonly Coverage[], n: number): Float64Array<ArrayBuffer> {
  const active = [...mass.keys()].filter((j) => (mass[j] as number) > NEGLIGIBLE);
  const rise = gradient(mass, coverage);
  const factors = factor(curvature(mass, coverage, active), active.length);
  const step = solveFactored(
    factors,
    active.map((j) => (rise[j] as number) - n),
  );
  const before = logLikelihood(mass, coverage);
  for (let part = 1; part > 1e-6; part /= 2) {
    const moved = new Float64Array(mass.length);
    for (const [i, j] of active.entries()) moved[j] = Math.max(0, (mass[j] as number) + part * (step[i] as number));
    const total = moved.reduce((sum, own) => sum + own, 0);
    for (let j = 0; j < moved.length; j++) moved[j] = (moved[j] as number) / total;
    if (logLikelihood(moved, coverage) >= before) return awake(moved, mass);
  }
  return Float64Array.from(mass);
}

/** A mass that a step took to 0 keeps a trace, by which self-consistent steps can bring it back where it belongs. */
function awake(moved: Float64Array<ArrayBuffer>, mass: Float64Array): Float64Array<ArrayBuffer> {
  for (let j = 0; j < moved.length; j++)
    if (moved[j] === 0 && (mass[j] as number) > 0) moved[j] = Math.min(mass[j] as number, NEGLIGIBLE / 2);
  return moved;
}

/** Negative second derivatives over some intervals. */
function curvature(mass: Float64Array, coverage: readonly Coverage[], active: readonly number[]): Float64Array {
  const size = active.length;
  const matrix = new Float64Array(size * size);
  for (const [i, chance] of chances(mass, coverage).entries()) {
    const { first, last, n } = coverage[i] as Coverage;
    const inside = [...active.keys()].filter((a) => (active[a] as number) >= first && (active[a] as number) <= last);
    for (const a of inside)
      for (const b of inside) matrix[a * size + b] = (matrix[a * size + b] as number) + n / (chance * chance);
  }
  return matrix;
}

function missed(mass: Float64Array, rise: Float64Array, n: number): number {
  return rise.reduce((worst, own, j) => {
    const over = own / n - 1;
    return Math.max(worst, (mass[j] as number) > NEGLIGIBLE ? Math.abs(over) : over);
  }, 0);
}
