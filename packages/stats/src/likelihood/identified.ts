import type { Reason } from "../estimate.ts";
import { factor, inverse } from "../linear-algebra/cholesky.ts";
import { symmetricEigen } from "../linear-algebra/symmetric-eigen.ts";
import type { Maximum } from "./newton.ts";

/** Which coefficients a likelihood determines. */
export interface Identified {
  readonly reasons: readonly (Reason | undefined)[];
  /** Of the estimable coefficients; 0 for the others. */
  readonly variance: Float64Array;
}

/** Information along a direction that has fallen to this share of what it was at the start has died away. */
const GONE = 1e-6;
/** A coefficient with this share of its variance along such directions is not determined. */
const TOUCHED = 1e-8;
/** A coefficient that a run-away step moves by more than this runs away itself. */
const MOVED = 0.02;

/**
 * Where a likelihood rises for ever along a direction it has no maximum, and in the limit it says nothing along that direction
 * nor along others that stay open there: a coefficient is estimable only if it lies across all of them (Geyer, Electronic Journal
 * of Statistics 2009;3:259-89). One that moves along with the direction runs away; one that does not is left undetermined, such as
 * the contrast of two groups neither of which has an event. `before` tells what was wrong from the start.
 */
export function identified(
  maximum: Maximum,
  before: readonly (Reason | undefined)[],
  runaway: "monotone-likelihood" | "separation",
): Identified {
  const p = before.length;
  const { at, drift } = maximum;
  const kept = before.flatMap((reason, j) => (reason === undefined ? [j] : []));
  const part = (matrix: Float64Array) =>
    Float64Array.from(kept.flatMap((j) => kept.map((k) => matrix[j * p + k] ?? 0)));
  const spread = (inverted: Float64Array) => {
    const whole = new Float64Array(p * p);
    for (const [a, j] of kept.entries())
      for (const [b, k] of kept.entries()) whole[j * p + k] = inverted[a * kept.length + b] as number;
    return whole;
  };
  const end = factor(part(at.information), kept.length);
  if (drift === undefined && end.rank === kept.length) return { reasons: before, variance: spread(inverse(end)) };
  const { gone, touched, pseudoInverse } = openDirections(
    part(maximum.start.at.information),
    part(at.information),
    kept.length,
  );
  const largest = drift?.reduce((most, step) => Math.max(most, Math.abs(step)), 0) ?? 0;
  const moves = (j: number) => drift !== undefined && Math.abs(drift[j] as number) > MOVED * largest;
  const reasons = before.map((reason, j): Reason | undefined => {
    if (reason !== undefined) return reason;
    const open = gone === 0 ? moves(j) : (touched[kept.indexOf(j)] as number) > TOUCHED;
    if (!open) return undefined;
    return moves(j) ? runaway : "not-identified";
  });
  const variance = spread(pseudoInverse);
  for (const [j, reason] of reasons.entries())
    if (reason !== undefined) for (let k = 0; k < p; k++) variance[j * p + k] = variance[k * p + j] = 0;
  return { reasons, variance };
}

/** Directions along which the information has died away, how much of each coefficient lies in them, and the inverse across them. */
function openDirections(start: Float64Array, end: Float64Array, size: number) {
  const factors = factor(start, size);
  // L^-1 sqrt(D)^-1: what makes the information at the start a unit matrix.
  const root = Float64Array.from({ length: size * size });
  for (let j = 0; j < size; j++) {
    const unit = new Float64Array(size);
    unit[j] = 1;
    for (const [i, value] of whitened(factors.entries, size, unit).entries()) root[i * size + j] = value;
  }
  const turned = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      let sum = 0;
      for (let k = 0; k < size; k++)
        for (let l = 0; l < size; l++)
          sum += (root[i * size + k] as number) * (end[k * size + l] as number) * (root[j * size + l] as number);
      turned[i * size + j] = sum;
    }
  const { values, vectors } = symmetricEigen(turned, size);
  const inverted = new Float64Array(size * size);
  const touched = new Float64Array(size);
  const all = new Float64Array(size);
  let gone = 0;
  for (let k = 0; k < size; k++) {
    const own = Float64Array.from({ length: size }, (_, j) => {
      let sum = 0;
      for (let i = 0; i < size; i++) sum += (root[i * size + j] as number) * (vectors[i * size + k] as number);
      return sum;
    });
    const value = values[k] as number;
    const open = !(value > GONE);
    if (open) gone++;
    for (let i = 0; i < size; i++) {
      all[i] = (all[i] as number) + (own[i] as number) ** 2;
      if (open) touched[i] = (touched[i] as number) + (own[i] as number) ** 2;
      else
        for (let j = 0; j < size; j++)
          inverted[i * size + j] =
            (inverted[i * size + j] as number) + ((own[i] as number) * (own[j] as number)) / value;
    }
  }
  return { gone, touched: touched.map((share, i) => share / (all[i] as number)), pseudoInverse: inverted };
}

/** sqrt(D)^-1 L^-1 applied to a vector. */
function whitened(entries: Float64Array, size: number, right: Float64Array): Float64Array {
  const solution = right.slice();
  for (let i = 0; i < size; i++)
    for (let k = 0; k < i; k++)
      solution[i] = (solution[i] as number) - (entries[i * size + k] as number) * (solution[k] as number);
  return solution.map((value, i) => value / Math.sqrt(entries[i * size + i] as number));
}

/** What is wrong with each coefficient from the start: it never varies, not where it is compared, or follows from those before it. */
export function wrongFromStart(
  { start }: Pick<Maximum, "start">,
  p: number,
  floor: number,
  constant: (j: number) => boolean,
): readonly (Reason | undefined)[] {
  return Array.from({ length: p }, (_, j) => {
    if (constant(j)) return "no-variation";
    if ((start.factors.entries[j * p + j] as number) !== 0) return undefined;
    return (start.at.information[j * p + j] as number) <= floor ? "constant-at-risk" : "collinear";
  });
}
