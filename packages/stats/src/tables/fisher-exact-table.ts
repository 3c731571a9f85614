import gammaln from "@stdlib/math-base-special-gammaln";
import ln from "@stdlib/math-base-special-ln";
import { type Estimate, estimated, notEstimable, type Provenance, type Reason } from "../estimate.ts";
import { AS_LIKELY } from "./fisher-exact.ts";
import { type CountTable, margins } from "./row-by-column.ts";
import { tailOfNetwork } from "./table-network.ts";

export interface TableFisher extends Provenance {
  readonly p: Estimate;
  readonly n: number;
}

/**
 * Fisher's exact test of an r x c table (Freeman and Halton 1951) over all tables with the same margins, as a network of rows.
 * Empty rows and columns are left out, as in R. Where there are too many of them ask for `fisherSimulated`. R: fisher.test(m)$p.value
 */
export function fisherExactTable(table: CountTable): TableFisher {
  const { rows, columns, n } = margins(table);
  const [long, short] = [used(rows), used(columns)].sort(longerFirst);
  const named = {
    n,
    method: "Fisher's exact test (Freeman-Halton)",
    convention: "two-sided: all tables no more likely than the observed one, by a network of rows",
    rCall: "fisher.test(m)",
  };
  if (long === undefined || short === undefined || short.length < 2)
    return { p: notEstimable(whyNone(rows, columns), n), ...named };
  const logFactorial = logFactorials(n);
  const observed = -table.flat().reduce((sum, count) => sum + (logFactorial[count] ?? 0), 0);
  const limit = observed + ln(AS_LIKELY);
  // Row by row of the longer side is mostly quick; where it is not, the shorter side may be. The smallest rows first leave the
  // largest two to be looked up.
  const [rising, flat] = [[...long].reverse(), [...short].reverse()];
  const p =
    tailOfNetwork(rising, short, logFactorial, limit, QUICK) ??
    tailOfNetwork(flat, long, logFactorial, limit, MORE) ??
    tailOfNetwork(rising, short, logFactorial, limit, MOST);
  return { p: p === undefined ? notEstimable("too-many-tables", n) : estimated(Math.min(1, p)), ...named };
}

/** Why there is nothing to test: nobody, one group, or one category. */
export function whyNone(rows: readonly number[], columns: readonly number[]): Reason {
  if (used(rows).length === 0) return "no-values";
  return used(rows).length < 2 || rows.length < 2
    ? "one-group"
    : used(columns).length < 2
      ? "no-variation"
      : "one-group";
}

/** Steps of the network, about a million a second; beyond these few seconds the p is to be simulated. */
const QUICK = 200_000;
const MORE = 1_000_000;
const MOST = 2_000_000;

/** Sums above 0, from the largest. */
const used = (sizes: readonly number[]) => sizes.filter((size) => size > 0).sort((a, b) => b - a);

/** The same for a table and the table turned, also where it is square. */
const longerFirst = (a: readonly number[], b: readonly number[]): number =>
  b.length - a.length || (a.join() < b.join() ? -1 : 1);

/** log k! for k from 0 to n. */
export function logFactorials(n: number): readonly number[] {
  return Array.from({ length: n + 1 }, (_, i) => gammaln(i + 1));
}
