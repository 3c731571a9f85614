import { describe, shapiroWilk } from "@osteon/stats";
import type { Groups } from "../rows/group-columns.ts";
import { shownNumbers } from "../survival/survival-choices.ts";
import type { GroupedNumbers } from "./number-tests.ts";

/** Quantiles by linear interpolation, as R and most papers have them. */
const QUANTILES = 7;

export type NumbersCompared = ReturnType<typeof compareNumbers>;

/** A numeric column in each group and in all of them; a row stands for as many subjects as `count` says. */
export function compareNumbers(
  name: string,
  values: readonly (number | null)[],
  groups: Groups,
  count: readonly number[] | undefined,
) {
  const rows = values.flatMap((value, row) => {
    const group = groups.of[row];
    return group === null || group === undefined ? [] : [{ group, value, n: count?.[row] ?? 1 }];
  });
  const grouped: GroupedNumbers = { rows, names: groups.names };
  return {
    name,
    kind: "number" as const,
    grouped,
    groups: groups.names.map((group) =>
      describedAs(
        group,
        rows.filter((row) => row.group === group),
      ),
    ),
    overall: describedAs("all", rows),
  };
}

export type DescribedNumbers = ReturnType<typeof describedAs>;

function describedAs(group: string, rows: readonly { readonly value: number | null; readonly n: number }[]) {
  const found = describe(rows, QUANTILES);
  return {
    group,
    n: found.n,
    missing: found.missing,
    ...shownNumbers({
      mean: found.mean,
      sd: found.sd,
      median: found.median,
      lowerQuartile: found.lowerQuartile,
      upperQuartile: found.upperQuartile,
      minimum: found.minimum,
      maximum: found.maximum,
      shapiroP: shapiroWilk(rows).p,
    }),
  };
}
