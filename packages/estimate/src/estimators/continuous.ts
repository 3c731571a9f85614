import type { Cell, Tally, TallyRow } from "@osteon/engine";
import type { ContinuousAnalysis, NormalityTest, Protocol } from "@osteon/protocol";
import { type Counted, describe, type Estimate, kolmogorovSmirnov, lilliefors, shapiroWilk } from "@osteon/stats";
import { inGroups } from "./declared-groups.ts";
import type { Group, Statistic } from "./rows-of.ts";

/** The quantile type of SPSS (HAVERAGE), which the paper used. */
const QUANTILE_TYPE = 6;

/**
 * n, missing, mean, SD, median, quartiles and range in the printed unit; three normality tests on the counted integers; and
 * which presentation each test chooses: 1 for mean and SD, 0 for median and range. Each group of the analysis by itself.
 */
export function continuous(tally: Tally, analysis: ContinuousAnalysis, protocol: Protocol): readonly Group[] {
  return inGroups(tally.rows, analysis.by ?? [], protocol, (rows) => described(rows, analysis));
}

function described(counted: readonly TallyRow[], analysis: ContinuousAnalysis): readonly Statistic[] {
  const cellOf = ({ key }: TallyRow): Cell => key[analysis.by?.length ?? 0] ?? null;
  const rows = counted.map((row): Counted => ({ value: cellOf(row) === null ? null : Number(cellOf(row)), n: row.n }));
  const whole = describe(rows, QUANTILE_TYPE);
  const scaled = (estimate: Estimate): Estimate =>
    estimate.estimable ? { estimable: true, value: estimate.value / analysis.divisor } : estimate;
  const inUnit = (statistic: string, estimate: Estimate, method: string): Statistic => ({
    statistic,
    value: scaled(estimate),
    method,
    unit: analysis.unit,
  });
  const cells = (isMissing: boolean) =>
    counted.filter((row) => (cellOf(row) === null) === isMissing).map(({ key }) => key);
  return [
    { statistic: "n", value: whole.n, method: "count", cells: cells(false) },
    { statistic: "missing", value: whole.missing, method: "count", cells: cells(true) },
    inUnit("mean", whole.mean, "arithmetic mean"),
    inUnit("sd", whole.sd, "standard deviation, n - 1"),
    inUnit("median", whole.median, "median"),
    inUnit("lower-quartile", whole.lowerQuartile, "quantile type 6 (SPSS)"),
    inUnit("upper-quartile", whole.upperQuartile, "quantile type 6 (SPSS)"),
    inUnit("minimum", whole.minimum, "minimum"),
    inUnit("maximum", whole.maximum, "maximum"),
    ...normality(rows, analysis.chosenBy.alpha, analysis.chosenBy.test),
  ];
}

function normality(rows: readonly Counted[], alpha: number, rule: NormalityTest): readonly Statistic[] {
  const ks = kolmogorovSmirnov(rows);
  const corrected = lilliefors(rows);
  const sw = shapiroWilk(rows);
  const tests: Readonly<Record<NormalityTest, Estimate>> = {
    "kolmogorov-smirnov": ks.p,
    lilliefors: corrected.p,
    "shapiro-wilk": sw.p,
  };
  const choice = (of: NormalityTest): Estimate => {
    const p = tests[of];
    return p.estimable ? { estimable: true, value: p.value >= alpha ? 1 : 0 } : p;
  };
  return [
    { statistic: "ks-d", value: ks.d, method: "Kolmogorov-Smirnov distance to the normal distribution" },
    { statistic: "ks-p", value: ks.p, method: "Kolmogorov-Smirnov, asymptotic, as SPSS 21" },
    {
      statistic: "lilliefors-p",
      value: corrected.p,
      method: corrected.atLeast ? "Lilliefors (Dallal-Wilkinson), p above 0.1" : "Lilliefors (Dallal-Wilkinson)",
    },
    { statistic: "shapiro-wilk-w", value: sw.w, method: "Shapiro-Wilk, AS R94" },
    { statistic: "shapiro-wilk-p", value: sw.p, method: "Shapiro-Wilk, AS R94" },
    { statistic: "normal-by-kolmogorov-smirnov", value: choice("kolmogorov-smirnov"), method: `p at least ${alpha}` },
    { statistic: "normal-by-lilliefors", value: choice("lilliefors"), method: `p at least ${alpha}` },
    { statistic: "normal-by-shapiro-wilk", value: choice("shapiro-wilk"), method: `p at least ${alpha}` },
    { statistic: "normal", value: choice(rule), method: `by ${rule}, the protocol's rule` },
  ];
}
