import { factor, inverse } from "../linear-algebra/cholesky.ts";
import type { Derivatives } from "./derivatives.ts";

export interface Highest {
  readonly beta: Float64Array;
  readonly logLik: number;
  readonly score: Float64Array;
  /** Whether the score has come down to nothing beside its errors. */
  readonly converged: boolean;
}

/** A promised gain this small beside the likelihood is below what its own digits show: from there the score alone leads. */
const UNSEEN = 1e-12;
const MOST = 200;

/**
 * The maximum over the free places, by BFGS from the inverse of the information: where a penalty bends the likelihood the
 * information is not its second derivative, and Newton's steps with it may creep or never come to rest (Nocedal and Wright 6.1).
 */
export function highest(
  evaluate: (beta: Float64Array) => Derivatives,
  from: Float64Array,
  free: readonly number[] = [...from.keys()],
): Highest {
  const p = from.length;
  const q = free.length;
  let beta = from;
  let at = evaluate(beta);
  const score = () => Float64Array.from(free, (j) => at.score[j] as number);
  const freshInverse = () =>
    inverse(factor(Float64Array.from(free.flatMap((j) => free.map((k) => at.information[j * p + k] as number))), q));
  const ended = (converged: boolean): Highest => ({
    ...{ beta, logLik: at.logLik, score: at.score },
    // A likelihood without a value stands still as well, and is no maximum.
    converged: converged && Number.isFinite(at.logLik),
  });
  let curvature = freshInverse();
  let slope = score();
  let fresh = true;
  let before = Number.POSITIVE_INFINITY;
  for (let iteration = 0; iteration < MOST; iteration++) {
    const step = times(curvature, slope, q);
    const gain = dot(step, slope);
    const unseen = UNSEEN * Math.max(1, Math.abs(at.logLik));
    if (gain === 0 || (gain < unseen && before < unseen && !(gain < before / 2))) return ended(true);
    const moved = gain < unseen ? moveBy(evaluate, beta, step, free, 1) : search(evaluate, beta, step, free, at, gain);
    if (moved === undefined) {
      if (fresh) return ended(gain < 100 * unseen);
      curvature = freshInverse();
      fresh = true;
      continue;
    }
    const change = Float64Array.from(free, (j) => (moved.beta[j] as number) - (beta[j] as number));
    ({ beta, at } = moved);
    const next = score();
    const fall = next.map((value, i) => (slope[i] as number) - value);
    update(curvature, change, fall, q);
    slope = next;
    before = gain;
    fresh = false;
  }
  return ended(false);
}

function moveBy(
  evaluate: (beta: Float64Array) => Derivatives,
  beta: Float64Array,
  step: Float64Array,
  free: readonly number[],
  part: number,
) {
  const moved = beta.slice();
  for (const [i, j] of free.entries()) moved[j] = (beta[j] as number) + part * (step[i] as number);
  return { beta: moved, at: evaluate(moved) };
}

/** The step, halved until the likelihood gains a share of what its slope promises; undefined where no part of it does. */
function search(
  evaluate: (beta: Float64Array) => Derivatives,
  beta: Float64Array,
  step: Float64Array,
  free: readonly number[],
  at: Derivatives,
  gain: number,
) {
  const longest = step.reduce((most, move) => Math.max(most, Math.abs(move)), 0);
  for (let part = Math.min(1, 5 / longest); part > 1e-9; part /= 2) {
    const found = moveBy(evaluate, beta, step, free, part);
    if (found.at.logLik >= at.logLik + 1e-4 * part * gain) return found;
  }
  return undefined;
}

/** BFGS: the inverse curvature that turns the change of the slope into the step that made it. */
function update(curvature: Float64Array, step: Float64Array, fall: Float64Array, q: number): void {
  const along = dot(step, fall);
  if (!(along > 1e-300)) return;
  const bent = times(curvature, fall, q);
  const share = 1 + dot(fall, bent) / along;
  for (let i = 0; i < q; i++)
    for (let j = 0; j < q; j++)
      curvature[i * q + j] =
        (curvature[i * q + j] as number) +
        (share * (step[i] as number) * (step[j] as number) -
          (bent[i] as number) * (step[j] as number) -
          (step[i] as number) * (bent[j] as number)) /
          along;
}

function times(matrix: Float64Array, vector: Float64Array, q: number): Float64Array {
  return Float64Array.from({ length: q }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < q; j++) sum += (matrix[i * q + j] as number) * (vector[j] as number);
    return sum;
  });
}

const dot = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
