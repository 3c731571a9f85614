import exp from "@stdlib/math-base-special-exp";
import gammaln from "@stdlib/math-base-special-gammaln";
import ln from "@stdlib/math-base-special-ln";
import { type Estimate, estimated, notEstimable, type Provenance } from "../estimate.ts";
import { AS_LIKELY } from "./fisher-exact.ts";
import { type CountTable, margins } from "./row-by-column.ts";

/** More tables than this are not visited; the p is then not estimable rather than simulated. */
const MOST_TABLES = 5_000_000;

export interface TableFisher extends Provenance {
  readonly p: Estimate;
  readonly n: number;
}

/**
 * Fisher's exact test of an r x c table (Freeman and Halton 1951) by visiting every table with the same margins.
 * Empty rows and columns are left out, as in R. R: fisher.test(m)$p.value
 */
export function fisherExactTable(table: CountTable): TableFisher {
  const { rows, columns, n } = margins(table);
  const fewer = (sizes: readonly number[]) => sizes.filter((size) => size > 0).sort((a, b) => b - a);
  const [long, short] = [fewer(rows), fewer(columns)].sort((a, b) => b.length - a.length);
  const named = {
    n,
    method: "Fisher's exact test (Freeman-Halton)",
    convention: "two-sided: all tables no more likely than the observed one, by full enumeration",
    rCall: "fisher.test(m)",
  };
  if (long === undefined || short === undefined || short.length < 2)
    return { p: notEstimable("one-group", n), ...named };
  const logFactorial = factorials(n);
  const observed = -table.flat().reduce((sum, count) => sum + (logFactorial[count] ?? 0), 0);
  const p = enumerate(long, short, logFactorial, observed + ln(AS_LIKELY));
  return { p: p === undefined ? notEstimable("too-many-tables", n) : estimated(Math.min(1, p)), ...named };
}

function factorials(n: number): readonly number[] {
  return Array.from({ length: n + 1 }, (_, i) => gammaln(i + 1));
}

/** Share of the tables whose log weight is at most `limit`; undefined when there are too many to visit. */
function enumerate(
  rows: readonly number[],
  columns: readonly number[],
  logFactorial: readonly number[],
  limit: number,
): number | undefined {
  const left = [...columns];
  const of = (k: number): number => logFactorial[k] ?? 0;
  const sums = (sizes: readonly number[]) => sizes.reduce((sum, size) => sum + of(size), 0);
  const constant = sums(rows) + sums(columns) - of(rows.reduce((sum, size) => sum + size, 0));
  let tail = 0;
  let visited = 0;
  const fill = (row: number, column: number, rest: number, log: number): void => {
    if (visited > MOST_TABLES) return;
    if (row === rows.length - 1) {
      visited++;
      const whole = left.reduce((sum, size) => sum - of(size), log);
      if (whole <= limit) tail += exp(whole + constant);
      return;
    }
    const room = left[column] ?? 0;
    if (column === left.length - 1) {
      if (rest > room) return;
      left[column] = room - rest;
      fill(row + 1, 0, rows[row + 1] ?? 0, log - of(rest));
      left[column] = room;
      return;
    }
    for (let count = 0; count <= Math.min(rest, room); count++) {
      left[column] = room - count;
      fill(row, column + 1, rest - count, log - of(count));
    }
    left[column] = room;
  };
  fill(0, 0, rows[0] ?? 0, 0);
  return visited > MOST_TABLES ? undefined : tail;
}
