import gammaln from "@stdlib/math-base-special-gammaln";
import ln from "@stdlib/math-base-special-ln";
import { type Estimate, estimated, notEstimable, type Provenance } from "../estimate.ts";
import { AS_LIKELY } from "./fisher-exact.ts";
import { type CountTable, margins } from "./row-by-column.ts";
import { tailOfNetwork } from "./table-network.ts";

export interface TableFisher extends Provenance {
  readonly p: Estimate;
  readonly n: number;
}

/**
 * Fisher's exact test of an r x c table (Freeman and Halton 1951) over all tables with the same margins, as a network of rows.
 * Empty rows and columns are left out, as in R. R: fisher.test(m)$p.value
 */
export function fisherExactTable(table: CountTable): TableFisher {
  const { rows, columns, n } = margins(table);
  const fewer = (sizes: readonly number[]) => sizes.filter((size) => size > 0).sort((a, b) => b - a);
  const [long, short] = [fewer(rows), fewer(columns)].sort((a, b) => b.length - a.length);
  const named = {
    n,
    method: "Fisher's exact test (Freeman-Halton)",
    convention: "two-sided: all tables no more likely than the observed one, by a network of rows",
    rCall: "fisher.test(m)",
  };
  if (long === undefined || short === undefined || short.length < 2)
    return { p: notEstimable("one-group", n), ...named };
  const logFactorial = factorials(n);
  const observed = -table.flat().reduce((sum, count) => sum + (logFactorial[count] ?? 0), 0);
  const p = tailOfNetwork(long, short, logFactorial, observed + ln(AS_LIKELY));
  return { p: p === undefined ? notEstimable("too-many-tables", n) : estimated(Math.min(1, p)), ...named };
}

function factorials(n: number): readonly number[] {
  return Array.from({ length: n + 1 }, (_, i) => gammaln(i + 1));
}
