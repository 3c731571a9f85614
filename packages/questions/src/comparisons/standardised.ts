import { type Estimate, notEstimable, standardisedMeanDifference, standardisedShareDifference } from "@osteon/stats";
import type { Compared } from "./compare-columns.ts";
import { codedGroups } from "./number-tests.ts";

/** Standardised difference of two groups, without its sign; of several the mean over every two, as tableone prints it. */
export function standardisedDifference(compared: Compared): Estimate {
  const names = compared.groups.map(({ group }) => group);
  const pairs = names.flatMap((first, i) => names.slice(i + 1).map((second) => [first, second] as const));
  const values = pairs.map((pair) => between(compared, pair));
  const lost = values.find((value) => !value.estimable);
  if (lost !== undefined) return lost;
  const sizes = values.flatMap((value) => (value.estimable ? [Math.abs(value.value)] : []));
  if (sizes.length === 0) return notEstimable("one-group", 0);
  return { estimable: true, value: sizes.reduce((sum, size) => sum + size, 0) / sizes.length };
}

function between(compared: Compared, pair: readonly [string, string]): Estimate {
  if (compared.kind === "number")
    return standardisedMeanDifference(codedGroups({ rows: compared.grouped.rows, names: pair })).value;
  const [own, other] = pair.map((name) => compared.table.counts[compared.table.names.indexOf(name)] ?? []);
  return standardisedShareDifference(own ?? [], other ?? []).value;
}
