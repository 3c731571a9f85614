import type { CoxFit } from "./cox-regression.ts";
import { riskSteps } from "./risk-steps.ts";
import { multiply } from "./robust-variance.ts";
import { rowResiduals } from "./score-residuals.ts";

/** A residual for each row of the data, in their order; null for rows that were left out. */
export type RowValues = readonly (number | null)[];

/** Event less expected; it lies below 1. R: residuals(fit, type = "martingale") */
export function martingaleResiduals(fit: CoxFit): RowValues {
  return inOrder(fit, rowResiduals(fit.model).martingale);
}

/** The martingale residual made symmetric about 0. R: residuals(fit, type = "deviance") */
export function devianceResiduals(fit: CoxFit): RowValues {
  const { rows } = fit.model;
  const deviance = rowResiduals(fit.model).martingale.map((residual, row) => {
    const event = rows.event[row] as number;
    const bend = event === 1 ? Math.log(1 - residual) : 0;
    return Math.sign(residual) * Math.sqrt(Math.max(0, -2 * (residual + bend)));
  });
  return inOrder(fit, deviance);
}

/** One column for each covariate, by row. R: residuals(fit, type = "score") */
export function scoreResiduals(fit: CoxFit): Readonly<Record<string, RowValues>> {
  const { rows } = fit.model;
  const { score } = rowResiduals(fit.model);
  return columns(fit, (row, j) => (score[row * rows.p + j] as number) * (rows.scales[j] as number));
}

/** How far each coefficient would move without the row, to first order; a row's weight is in it. R: residuals(fit, type = "dfbeta") */
export function dfbetas(fit: CoxFit): Readonly<Record<string, RowValues>> {
  const { rows, variance } = fit.model;
  const { score } = rowResiduals(fit.model);
  const moves = new Float64Array(score.length);
  for (let row = 0; row < rows.size; row++)
    moves.set(multiply(variance, score.subarray(row * rows.p, (row + 1) * rows.p), rows.p), row * rows.p);
  const moved = (row: number, j: number) => (rows.weight[row] as number) * (moves[row * rows.p + j] as number);
  return columns(fit, (row, j) => unscaled(moved(row, j), rows.scales[j] as number));
}

export interface SchoenfeldResidual {
  readonly time: number;
  readonly stratum: string;
  /** One for each covariate. */
  readonly values: readonly number[];
}

/**
 * Covariates of each event less their mean over those at risk (Schoenfeld 1982); `scaled` multiplies by the variance and the
 * number of events and adds the coefficient (Grambsch and Therneau 1994). Strata in their order, times ascending.
 * R: residuals(fit, type = "schoenfeld" or "scaledsch")
 */
export function schoenfeldResiduals(fit: CoxFit, kind: "plain" | "scaled"): readonly SchoenfeldResidual[] {
  const { rows, variance, beta } = fit.model;
  const { steps } = riskSteps(fit.model);
  return steps.flatMap(({ time, stratum, first, last, mean }) =>
    Array.from({ length: last - first }, (_, i) => {
      const row = first + i;
      const plain = mean.map((value, j) => (rows.x[row * rows.p + j] as number) - value);
      const moved = kind === "plain" ? plain : multiply(variance, plain, rows.p);
      const values = Array.from(moved, (value, j) => {
        const scale = rows.scales[j] as number;
        return kind === "plain" ? value * scale : unscaled(value * fit.events + (beta[j] as number), scale);
      });
      return { time, stratum: rows.strataNames[stratum] as string, values };
    }),
  );
}

const unscaled = (value: number, scale: number): number => (scale === 0 ? 0 : value / scale);

function inOrder({ model: { rows } }: CoxFit, values: Float64Array): RowValues {
  const size = rows.origin.reduce((largest, row) => Math.max(largest, row + 1), 0);
  const ordered = new Array<number | null>(size).fill(null);
  for (let row = 0; row < rows.size; row++) ordered[rows.origin[row] as number] = values[row] as number;
  return ordered;
}

function columns(fit: CoxFit, value: (row: number, j: number) => number): Readonly<Record<string, RowValues>> {
  const { rows } = fit.model;
  const column = (j: number) =>
    inOrder(
      fit,
      Float64Array.from({ length: rows.size }, (_, row) => value(row, j)),
    );
  return Object.fromEntries(rows.names.map((name, j) => [name, column(j)]));
}
