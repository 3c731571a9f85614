import { mantelHaenszel, type TwoByTwo } from "@osteon/stats";
import { Refusal } from "../refusal.ts";
import { plain } from "../shown/number-text.ts";
import { type ShownTest, shown } from "../shown/shown-test.ts";
import { cornersOf } from "./category-tests.ts";
import type { Compared, Comparison } from "./compare-columns.ts";
import { type EffectShown, effect } from "./effects.ts";

/** Two groups and two categories within strata: Mantel and Haenszel, with and without correction, and their common odds ratio. */
function stratified(
  tables: readonly TwoByTwo[],
  outcome: string,
  groups: readonly [string, string],
  level: number,
): { readonly tests: readonly ShownTest[]; readonly effect: EffectShown } {
  const corrected = mantelHaenszel(tables, true, level);
  const plain = mantelHaenszel(tables, false, level);
  const test = (name: string, how: string, { chi2, df, p }: typeof plain): ShownTest => ({
    test: name,
    ...shown(`Mantel-Haenszel test within strata (${how})`, "chi-square", chi2, [df], p),
  });
  return {
    tests: [
      test("mantel-haenszel", "corrected for continuity", corrected),
      test("mantel-haenszel-plain", "without continuity correction", plain),
    ],
    effect: effect(`common odds ratio of ${outcome}, ${groups[0]} beside ${groups[1]} (Mantel-Haenszel)`, {
      ...plain,
      value: plain.oddsRatio,
    }),
  };
}

/** The tables of a column within strata; a Refusal where it is not two categories in two groups. */
export function withinStrata(
  compared: Compared,
  { groups, count }: Comparison,
  strata: readonly (string | null)[],
  level: number,
) {
  const [first, second] = groups.names;
  if (
    compared.kind !== "text" ||
    compared.levels.length !== 2 ||
    first === undefined ||
    second === undefined ||
    groups.names.length !== 2
  )
    throw new Refusal(
      "asked",
      `--strata are those of Mantel and Haenszel's test: two categories in two groups. ${compared.name} has ${compared.kind === "text" ? `${plain(compared.levels.length)} categories` : "numbers"} in ${groups.names.length} groups.`,
    );
  return { ...tablesWithin(compared, groups.of, strata, count, [first, second], level) };
}

function tablesWithin(
  compared: Extract<Compared, { kind: "text" }>,
  of: readonly (string | null)[],
  strata: readonly (string | null)[],
  count: readonly number[] | undefined,
  names: readonly [string, string],
  level: number,
) {
  const tables = new Map<string, [[number, number], [number, number]]>();
  for (const [row, value] of compared.values.entries()) {
    const stratum = strata[row] ?? null;
    const [group, answer] = [names.indexOf(of[row] ?? ""), compared.levels.indexOf(value ?? "")];
    if (stratum === null || group < 0 || answer < 0) continue;
    const table = tables.get(stratum) ?? [
      [0, 0],
      [0, 0],
    ];
    // The last category first, as the estimates of a 2x2 table have it.
    const line = table[group as 0 | 1];
    line[(1 - answer) as 0 | 1] += count?.[row] ?? 1;
    tables.set(stratum, table);
  }
  return stratified([...tables.values()].map(cornersOf), compared.levels[1] ?? "", names, level);
}
