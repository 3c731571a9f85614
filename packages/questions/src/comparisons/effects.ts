import {
  conditionalOddsRatio,
  type Estimate,
  hodgesLehmann,
  numberNeeded,
  oddsRatioWoolf,
  type ProportionLimits,
  proportion,
  riskDifference,
  riskRatio,
  tTest,
} from "@osteon/stats";
import { type Shown, shownNumbers } from "../survival/survival-choices.ts";
import { cornersOf } from "./category-tests.ts";
import type { Compared } from "./compare-columns.ts";
import type { NumbersCompared } from "./compare-numbers.ts";
import type { TextsCompared } from "./compare-texts.ts";
import { codedGroups } from "./number-tests.ts";

/** How large something is, or how far apart two groups are, the first beside the second, with limits. */
export interface EffectShown extends Shown<"value" | "lower" | "upper"> {
  readonly name: string;
}

interface Measured {
  readonly value: Estimate;
  readonly lower: Estimate;
  readonly upper: Estimate;
}

export const effect = (name: string, { value, lower, upper }: Measured): EffectShown => ({
  name,
  ...shownNumbers({ value, lower, upper }),
});

/** Limits of a share, as `--limits` chose them. */
export interface ShareLimits {
  readonly name: string;
  readonly of: (x: number, n: number, level: number) => ProportionLimits;
}

/** Differences of means and of locations of two groups; nothing where there are more. */
function numberEffects({ grouped }: NumbersCompared, level: number, exact: boolean): readonly EffectShown[] {
  const [first, second] = grouped.names;
  if (first === undefined || second === undefined || grouped.names.length !== 2) return [];
  const rows = codedGroups(grouped);
  const between = `${first} - ${second}`;
  const means = (variances: "unequal" | "equal") => {
    const { difference, lower, upper } = tTest(rows, variances, level);
    return { value: difference, lower, upper };
  };
  return [
    effect(`difference of means, ${between} (Welch)`, means("unequal")),
    effect(`difference of means, ${between} (pooled variance)`, means("equal")),
    effect(`shift, ${between} (Hodges-Lehmann)`, hodgesLehmann(rows, "approximate", level)),
    ...(exact ? [effect(`shift, ${between} (Hodges-Lehmann, exact limits)`, hodgesLehmann(rows, "exact", level))] : []),
  ];
}

/** Risk difference, ratios and number needed of a 2x2 table, of the last of its levels; then every share with its limits. */
function shareEffects(compared: TextsCompared, level: number, limits: ShareLimits): readonly EffectShown[] {
  const { levels, groups, table } = compared;
  const [first, second] = groups;
  const outcome = levels[1];
  const shares = groups.flatMap((own) =>
    levels.flatMap((name, i) => {
      if (levels.length === 2 && i === 0) return [];
      const [x, n] = [own.counts[i] ?? 0, own.n];
      const where = groups.length > 1 ? ` in ${own.group}` : "";
      const { lower, upper } = limits.of(x, n, level);
      return [effect(`share of ${name}${where} (${limits.name})`, { value: proportion(x, n), lower, upper })];
    }),
  );
  if (levels.length !== 2 || groups.length !== 2 || !first || !second || outcome === undefined) return shares;
  const { a, b, c, d } = cornersOf(table.counts);
  const turned = { a: b, b: a, c: d, d: c };
  const of = `of ${outcome}, ${first.group} beside ${second.group}`;
  return [
    effect(`difference of shares ${of} (Newcombe)`, riskDifference(turned, "newcombe", level)),
    effect(`ratio of shares ${of} (Katz)`, riskRatio(turned, level)),
    effect(`odds ratio ${of} (Woolf)`, oddsRatioWoolf(turned, level)),
    effect(`odds ratio ${of} (conditional, exact)`, conditionalOddsRatio(turned, level)),
    effect(`number needed ${of} (Newcombe)`, numberNeeded(turned, level)),
    ...shares,
  ];
}

/** What `osteon test` says beside its p values. */
export const effectsOf = (
  compared: Compared,
  { level, limits, exact }: { readonly level: number; readonly limits: ShareLimits; readonly exact: boolean },
): readonly EffectShown[] =>
  compared.kind === "number" ? numberEffects(compared, level, exact) : shareEffects(compared, level, limits);
