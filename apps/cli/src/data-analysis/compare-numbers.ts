import {
  describe,
  type Estimate,
  kruskalWallis,
  oneWayAnova,
  rankSumTest,
  shapiroWilk,
  tTest,
  welchAnova,
} from "@osteon/stats";
import type { Groups } from "./group-columns.ts";
import { orNull, shownNumbers } from "./survival-choices.ts";

/** A test as it is shown: what it is called, its statistic, degrees of freedom where it has any, p. */
export interface ShownTest {
  readonly method: string;
  readonly statistic: string;
  readonly value: number | null;
  readonly df: readonly (number | null)[];
  readonly p: number | null;
  readonly because?: string;
}

/** Quantiles by linear interpolation, as R and most papers have them. */
const QUANTILES = 7;

export type NumbersCompared = ReturnType<typeof compareNumbers>;

/** A numeric column in each group, described both ways and tested both ways: by means and by ranks. */
export function compareNumbers(name: string, values: readonly (number | null)[], groups: Groups) {
  const rows = values.flatMap((value, row) => {
    const group = groups.of[row];
    return group === null || group === undefined ? [] : [{ group, value, n: 1 }];
  });
  return {
    name,
    kind: "number" as const,
    values,
    groups: groups.names.map((group) =>
      descriptionOf(
        group,
        rows.filter((row) => row.group === group),
      ),
    ),
    tests: groups.names.length === 2 ? twoGroupTests(rows, groups.names) : manyGroupTests(rows),
  };
}

type Rows = readonly { readonly group: string; readonly value: number | null; readonly n: number }[];

function descriptionOf(group: string, rows: Rows) {
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

function twoGroupTests(rows: Rows, [first]: readonly string[]): readonly ShownTest[] {
  const coded = rows.map(({ group, value, n }) => ({ group: group === first ? (1 as const) : (0 as const), value, n }));
  const welch = tTest(coded, "unequal", 0.95);
  const pooled = tTest(coded, "equal", 0.95);
  const ranks = rankSumTest(coded);
  return [
    shown("Welch's t test", "t", welch.t, [welch.df], welch.p),
    shown("Student's t test", "t", pooled.t, [pooled.df], pooled.p),
    shown("Wilcoxon rank sum test (corrected for continuity)", "W", ranks.w, [], ranks.p),
  ];
}

function manyGroupTests(rows: Rows): readonly ShownTest[] {
  const anova = oneWayAnova(rows);
  const welch = welchAnova(rows);
  const ranks = kruskalWallis(rows);
  const whole = (value: number): Estimate => ({ estimable: true, value });
  return [
    shown("analysis of variance", "F", anova.f, [whole(anova.dfBetween), whole(anova.dfWithin)], anova.p),
    shown("Welch's analysis of variance", "F", welch.f, [whole(welch.dfBetween), welch.dfWithin], welch.p),
    shown("Kruskal-Wallis test", "H", ranks.h, [whole(ranks.df)], ranks.p),
  ];
}

export function shown(
  method: string,
  statistic: string,
  value: Estimate,
  df: readonly Estimate[],
  p: Estimate,
): ShownTest {
  const why = p.estimable ? {} : { because: p.because };
  return { method, statistic, value: orNull(value), df: df.map(orNull), p: orNull(p), ...why };
}
