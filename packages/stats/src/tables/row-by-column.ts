import { chiSquareUpper } from "../distributions/tails.ts";
import { estimated, notEstimable } from "../estimate.ts";
import { requireCount } from "../require-count.ts";
import type { ChiSquare } from "./two-by-two.ts";

/** Counts by row and column, all rows of one length. */
export type CountTable = readonly (readonly number[])[];

export interface TableChiSquare extends ChiSquare {
  readonly n: number;
  /** Under independence; empty where a margin is empty. The smallest decides whether the test may be trusted (rule of 5). */
  readonly expected: CountTable;
}

/**
 * Pearson's chi-square of an r x c table. Yates' correction is defined for 2x2 only and therefore not to be had here.
 * R: chisq.test(m, correct = FALSE)
 */
export function chiSquareTable(table: CountTable): TableChiSquare {
  const { rows, columns, n } = margins(table);
  const df = Math.max(0, rows.length - 1) * Math.max(0, columns.length - 1);
  const named = {
    df,
    n,
    method: "Pearson's chi-square",
    convention: "no continuity correction",
    rCall: "chisq.test(m, correct = FALSE)",
  };
  const none =
    n === 0
      ? "no-values"
      : rows.length < 2
        ? "one-group"
        : columns.length < 2
          ? "no-variation"
          : [...rows, ...columns].includes(0)
            ? "empty-margin"
            : undefined;
  if (none !== undefined) return { chi2: notEstimable(none, n), p: notEstimable(none, n), expected: [], ...named };
  const expected = rows.map((row) => columns.map((column) => (row * column) / n));
  let chi2 = 0;
  for (const [i, row] of table.entries()) {
    for (const [j, observed] of row.entries()) {
      const mean = expected[i]?.[j] ?? 0;
      chi2 += ((observed - mean) * (observed - mean)) / mean;
    }
  }
  return { chi2: estimated(chi2), p: estimated(chiSquareUpper(chi2, df)), expected, ...named };
}

/** Sums of rows, of columns, and of all; a ragged table is a bug and throws. */
export function margins(table: CountTable): {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly n: number;
} {
  const width = table[0]?.length ?? 0;
  if (table.some((row) => row.length !== width)) throw new RangeError("the rows of a table must be of one length");
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + requireCount(count), 0);
  const rows = table.map(sum);
  const columns = Array.from({ length: width }, (_, j) => sum(table.map((row) => row[j] ?? 0)));
  return { rows, columns, n: sum(rows) };
}
