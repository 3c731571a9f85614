import exp from "@stdlib/math-base-special-exp";
import { type Estimate, estimated, type Interval, notEstimable, type Provenance } from "../estimate.ts";
import { wilson } from "../proportions/limits.ts";
import { AS_LIKELY } from "./fisher-exact.ts";
import { logFactorials, whyNone } from "./fisher-exact-table.ts";
import { type CountTable, margins } from "./row-by-column.ts";

/** The limits say how far the p may be from the exact one, for the number of tables drawn. */
export interface SimulatedFisher extends Interval, Provenance {
  readonly p: Estimate;
  readonly n: number;
  readonly draws: number;
}

/**
 * Fisher's exact test of an r x c table by drawing tables with its margins: the share of those no more likely than the observed one,
 * itself among them. The same seed gives the same p. R: fisher.test(m, simulate.p.value = TRUE, B = draws)
 */
export function fisherSimulated(table: CountTable, draws: number, seed: number): SimulatedFisher {
  const { rows, columns, n } = margins(table);
  const used = { rows: rows.filter((row) => row > 0), columns: columns.filter((column) => column > 0) };
  const named = {
    ...{ n, draws },
    method: "Fisher's exact test by simulation",
    convention: `${draws} tables with the same margins, seed ${seed}`,
    rCall: `fisher.test(m, simulate.p.value = TRUE, B = ${draws})`,
  };
  if (used.rows.length < 2 || used.columns.length < 2) {
    const none = notEstimable(whyNone(rows, columns), n);
    return { p: none, lower: none, upper: none, ...named };
  }
  const logFactorial = logFactorials(n);
  const of = (count: number) => logFactorial[count] as number;
  const observed = table.flat().reduce((sum, count) => sum + of(count), 0);
  const random = randomNumbers(seed);
  let tail = 1;
  for (let draw = 0; draw < draws; draw++) {
    const weight = drawn(used.rows, used.columns, n, of, random);
    if (weight >= observed - (AS_LIKELY - 1)) tail++;
  }
  const { lower, upper } = wilson(tail, draws + 1, 0.99);
  return { p: estimated(tail / (draws + 1)), lower, upper, ...named };
}

/** Sum of log x! of a random table with the margins given: cell by cell, each hypergeometric given those before it (Patefield 1981). */
function drawn(
  rows: readonly number[],
  columns: readonly number[],
  n: number,
  of: (count: number) => number,
  random: () => number,
): number {
  const left = columns.slice();
  let rest = n;
  let sum = 0;
  for (let i = 0; i < rows.length - 1; i++) {
    let row = rows[i] as number;
    let others = rest;
    for (let j = 0; j < left.length; j++) {
      const column = left[j] as number;
      const x = j === left.length - 1 ? row : hypergeometric(row, column, others, of, random);
      sum += of(x);
      others -= column;
      row -= x;
      left[j] = column - x;
    }
    rest -= rows[i] as number;
  }
  return left.reduce((all, column) => all + of(column), sum);
}

/** How many of `row` draws from `total` fall among `column` of them: from the likeliest value outwards until the chance is used up. */
function hypergeometric(
  row: number,
  column: number,
  total: number,
  of: (count: number) => number,
  random: () => number,
): number {
  const lowest = Math.max(0, row + column - total);
  const highest = Math.min(row, column);
  if (lowest === highest) return lowest;
  const mode = Math.min(highest, Math.max(lowest, Math.floor(((row + 1) * (column + 1)) / (total + 2))));
  const other = total - column;
  const at = exp(
    of(column) +
      of(other) +
      of(row) +
      of(total - row) -
      of(total) -
      (of(mode) + of(column - mode) + of(row - mode) + of(other - row + mode)),
  );
  let chance = random() - at;
  let [down, up] = [mode, mode];
  let [below, above] = [at, at];
  while (chance > 0 && (down > lowest || up < highest)) {
    if (up < highest) {
      above *= ((column - up) * (row - up)) / ((up + 1) * (other - row + up + 1));
      up++;
      chance -= above;
      if (chance <= 0) return up;
    }
    if (down > lowest) {
      below *= (down * (other - row + down)) / ((column - down + 1) * (row - down + 1));
      down--;
      chance -= below;
      if (chance <= 0) return down;
    }
  }
  return mode;
}

/** Numbers between 0 and 1 by Marsaglia's xorshift with 32 bits, twice for 53 (J Stat Softw 2003;8(14)). */
function randomNumbers(seed: number): () => number {
  let state = (seed ^ 0x9e3779b9) >>> 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  };
  return () => ((next() >>> 5) * 67108864 + (next() >>> 6)) / 9007199254740992;
}
