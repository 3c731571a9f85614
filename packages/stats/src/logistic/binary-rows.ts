import { pick } from "../cox/complete-rows.ts";
import type { Covariate } from "../cox/cox-data.ts";
import { standardise } from "../cox/standardise.ts";
import { type Derivatives, emptyDerivatives, mirror } from "../likelihood/derivatives.ts";
import { requireCount } from "../require-count.ts";

/** An outcome of 0 or 1 and its covariates, as columns of equal length; `n` counts how often a row stands. */
export interface BinaryData {
  readonly outcome: ArrayLike<number | boolean | null>;
  readonly covariates: readonly Covariate[];
  readonly n?: ArrayLike<number>;
}

/** Complete rows: a column of ones for the intercept, then the covariates centred and scaled, entry j of row i at i * p + j. */
export interface BinaryRows {
  readonly size: number;
  /** Covariates and intercept. */
  readonly p: number;
  readonly names: readonly string[];
  readonly x: Float64Array;
  readonly means: Float64Array;
  readonly scales: Float64Array;
  readonly outcome: Float64Array;
  readonly count: Float64Array;
  readonly n: number;
  readonly events: number;
  readonly missing: number;
}

export function prepareBinary({ outcome, covariates, n }: BinaryData): BinaryRows {
  const size = outcome.length;
  for (const { name, values } of covariates)
    if (values.length !== size) throw new RangeError(`column ${name} has ${values.length} rows, outcome has ${size}`);
  const countOf = (row: number) => (n === undefined ? 1 : requireCount(n[row] as number));
  const gap = (value: unknown) => value === null || Number.isNaN(value);
  const complete = (row: number) => !gap(outcome[row]) && covariates.every(({ values }) => !gap(values[row]));
  let missing = 0;
  const kept: number[] = [];
  for (let row = 0; row < size; row++) {
    const value = outcome[row];
    if (!gap(value) && Number(value) !== 0 && Number(value) !== 1)
      throw new RangeError(`an outcome is 0 or 1, got ${value} (row ${row + 1})`);
    if (!complete(row)) missing += countOf(row);
    else if (countOf(row) > 0) kept.push(row);
  }
  const rows = Uint32Array.from(kept);
  const count = Float64Array.from(rows, countOf);
  const happened = Float64Array.from(rows, (row) => Number(outcome[row]));
  const order = Uint32Array.from(rows.keys());
  const standard = standardise(
    covariates.map(({ values }) => pick(values, rows)),
    order,
    count,
  );
  const p = covariates.length + 1;
  const x = new Float64Array(rows.length * p);
  for (let i = 0; i < rows.length; i++) {
    x[i * p] = 1;
    for (let j = 1; j < p; j++) x[i * p + j] = standard.x[i * (p - 1) + j - 1] as number;
  }
  return {
    ...{ size: rows.length, p, x, means: standard.means, scales: standard.scales, outcome: happened, count, missing },
    names: covariates.map(({ name }) => name),
    n: count.reduce((sum, one) => sum + one, 0),
    events: count.reduce((sum, one, i) => sum + one * (happened[i] as number), 0),
  };
}

/** The same rows with some of the covariates. */
export function binaryColumns(rows: BinaryRows, kept: readonly number[]): BinaryRows {
  const places = [0, ...kept.map((i) => i + 1)];
  const p = places.length;
  const x = Float64Array.from(
    { length: rows.size * p },
    (_, at) => rows.x[Math.floor(at / p) * rows.p + (places[at % p] as number)] as number,
  );
  const of = (column: Float64Array) => Float64Array.from(kept, (i) => column[i] as number);
  const names = kept.map((i) => rows.names[i] as string);
  return { ...rows, p, x, names, means: of(rows.means), scales: of(rows.scales) };
}

/** Chance of the outcome in each row. */
export function chances({ size, p, x }: BinaryRows, beta: Float64Array): Float64Array {
  return Float64Array.from({ length: size }, (_, i) => 1 / (1 + Math.exp(-linear(x, p, i, beta))));
}

export function linear(x: Float64Array, p: number, row: number, beta: Float64Array): number {
  let eta = 0;
  for (let j = 0; j < p; j++) eta += (x[row * p + j] as number) * (beta[j] as number);
  return eta;
}

/** Log-likelihood of the logistic model with its derivatives. */
export function binaryDerivatives(rows: BinaryRows, beta: Float64Array): Derivatives {
  const { size, p, x, outcome, count } = rows;
  const sums = emptyDerivatives(p);
  for (let i = 0; i < size; i++) {
    const eta = linear(x, p, i, beta);
    const n = count[i] as number;
    const y = outcome[i] as number;
    const chance = 1 / (1 + Math.exp(-eta));
    // log(1 + e^eta) without overflow.
    sums.logLik += n * (y * eta - (Math.max(0, eta) + Math.log1p(Math.exp(-Math.abs(eta)))));
    const spread = n * chance * (1 - chance);
    for (let j = 0; j < p; j++) {
      const xj = x[i * p + j] as number;
      sums.score[j] = (sums.score[j] as number) + n * (y - chance) * xj;
      for (let k = 0; k <= j; k++)
        sums.information[j * p + k] = (sums.information[j * p + k] as number) + spread * xj * (x[i * p + k] as number);
    }
  }
  mirror(sums.information, p);
  return sums;
}
