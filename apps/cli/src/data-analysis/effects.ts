import {
  conditionalOddsRatio,
  type Estimate,
  hodgesLehmann,
  numberNeeded,
  oddsRatioWoolf,
  riskDifference,
  riskRatio,
  tTest,
} from "@osteon/stats";
import type { NumbersCompared } from "./compare-numbers.ts";
import type { TextsCompared } from "./compare-texts.ts";
import type { Groups } from "./group-columns.ts";
import { type Shown, shownNumbers } from "./survival-choices.ts";

/** How far apart two groups are, the first beside the second, with limits. */
export interface EffectShown extends Shown<"value" | "lower" | "upper"> {
  readonly name: string;
}

interface Measured {
  readonly value: Estimate;
  readonly lower: Estimate;
  readonly upper: Estimate;
}

const shown = (name: string, { value, lower, upper }: Measured): EffectShown => ({
  name,
  ...shownNumbers({ value, lower, upper }),
});

/** Differences of means and of locations of two groups; nothing where there are more. */
function numberEffects(values: readonly (number | null)[], groups: Groups, level: number): readonly EffectShown[] {
  const [first, second] = groups.names;
  if (first === undefined || second === undefined || groups.names.length !== 2) return [];
  const rows = values.flatMap((value, row) => {
    const group = groups.of[row];
    return group === null || group === undefined
      ? []
      : [{ group: group === first ? (1 as const) : (0 as const), value, n: 1 }];
  });
  const between = `${first} - ${second}`;
  const means = (variances: "unequal" | "equal") => {
    const { difference, lower, upper } = tTest(rows, variances, level);
    return { value: difference, lower, upper };
  };
  return [
    shown(`difference of means, ${between} (Welch)`, means("unequal")),
    shown(`difference of means, ${between} (pooled variance)`, means("equal")),
    shown(`shift, ${between} (Hodges-Lehmann)`, hodgesLehmann(rows, "approximate", level)),
  ];
}

/** Risk difference, ratios and number needed of a 2x2 table, of the last of its levels; nothing where it is larger. */
function shareEffects({ levels, groups }: TextsCompared, level: number): readonly EffectShown[] {
  const [first, second] = groups;
  const outcome = levels[1];
  if (levels.length !== 2 || groups.length !== 2 || !first || !second || outcome === undefined) return [];
  const table = {
    ...{ a: first.counts[1] ?? 0, b: first.counts[0] ?? 0 },
    ...{ c: second.counts[1] ?? 0, d: second.counts[0] ?? 0 },
  };
  const of = `of ${outcome}, ${first.group} beside ${second.group}`;
  return [
    shown(`difference of shares ${of} (Newcombe)`, riskDifference(table, "newcombe", level)),
    shown(`ratio of shares ${of} (Katz)`, riskRatio(table, level)),
    shown(`odds ratio ${of} (Woolf)`, oddsRatioWoolf(table, level)),
    shown(`odds ratio ${of} (conditional, exact)`, conditionalOddsRatio(table, level)),
    shown(`number needed ${of} (Newcombe)`, numberNeeded(table, level)),
  ];
}

/** What `osteon test` says beside its p values. */
export const effectsOf = (
  compared: NumbersCompared | TextsCompared,
  groups: Groups,
  level: number,
): readonly EffectShown[] =>
  compared.kind === "number" ? numberEffects(compared.values, groups, level) : shareEffects(compared, level);
