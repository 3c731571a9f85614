import {
  bartlettTest,
  flignerTest,
  kolmogorovSmirnovTwoSample,
  kruskalWallis,
  leveneTest,
  oneWayAnova,
  rankSumExact,
  rankSumPermutation,
  rankSumTest,
  rankSumUncorrected,
  type TwoGroups,
  tTest,
  varianceRatioTest,
  welchAnova,
} from "@osteon/stats";
import { type Found, shown } from "../shown/shown-test.ts";

/** Values with their group and how many subjects they stand for; groups in their order. */
export interface GroupedNumbers {
  readonly rows: readonly { readonly group: string; readonly value: number | null; readonly n: number }[];
  readonly names: readonly string[];
}

interface NumberTest {
  /** How many groups it compares. */
  readonly groups: "two" | "several";
  readonly of: (data: GroupedNumbers) => Found;
  /** The same in R, of a value and a factor of a data frame `d`. */
  readonly r: (value: string, group: string) => string;
}

/** The first group as 1, the second as 0: differences are the first less the second, as R's formulas have them. */
export const codedGroups = ({ rows, names }: GroupedNumbers): readonly TwoGroups[] =>
  rows
    .filter(({ group }) => names.includes(group))
    .map(({ group, value, n }) => ({ group: group === names[0] ? (1 as const) : (0 as const), value, n }));

/** R takes the exact distance below so many pairs. */
const EXACT_PAIRS = 10_000;

/** Every test of numbers in groups, by the name that `--test` gives it. */
export const NUMBER_TESTS = {
  welch: {
    groups: "two",
    of: (data) => {
      const { t, df, p } = tTest(codedGroups(data), "unequal", 0.95);
      return shown("Welch's t test", "t", t, [df], p);
    },
    r: (value, group) => `t.test(${value} ~ ${group}, d)`,
  },
  student: {
    groups: "two",
    of: (data) => {
      const { t, df, p } = tTest(codedGroups(data), "equal", 0.95);
      return shown("Student's t test", "t", t, [df], p);
    },
    r: (value, group) => `t.test(${value} ~ ${group}, d, var.equal = TRUE)`,
  },
  wilcoxon: {
    groups: "two",
    of: (data) => {
      const { w, p } = rankSumTest(codedGroups(data));
      return shown("Wilcoxon rank sum test (corrected for continuity)", "W", w, [], p);
    },
    r: (value, group) => `wilcox.test(${value} ~ ${group}, d, exact = FALSE)`,
  },
  "wilcoxon-plain": {
    groups: "two",
    of: (data) => {
      const { w, p } = rankSumUncorrected(codedGroups(data));
      return shown("Wilcoxon rank sum test (without continuity correction)", "W", w, [], p);
    },
    r: (value, group) => `wilcox.test(${value} ~ ${group}, d, exact = FALSE, correct = FALSE)`,
  },
  "wilcoxon-exact": {
    groups: "two",
    of: (data) => {
      const rows = codedGroups(data);
      const plain = rankSumExact(rows);
      if (plain.p.estimable || plain.p.because !== "ties")
        return shown("Wilcoxon rank sum test, exact", "W", plain.w, [], plain.p);
      const { w, p } = rankSumPermutation(rows);
      return shown("Wilcoxon rank sum test, exact by permutation of tied ranks", "W", w, [], p);
    },
    r: (value, group) =>
      `if (anyDuplicated(na.omit(d)$${value}) == 0) wilcox.test(${value} ~ ${group}, d, exact = TRUE) else coin::wilcox_test(${value} ~ ${group}, d, distribution = "exact")`,
  },
  ks: {
    groups: "two",
    of: (data) => {
      const rows = codedGroups(data);
      const [k, m] = kolmogorovSmirnovTwoSample(rows, "two-sided", "asymptotic").n;
      const how = k * m < EXACT_PAIRS ? "exact" : "asymptotic";
      const { d, p } = kolmogorovSmirnovTwoSample(rows, "two-sided", how);
      return shown(`Kolmogorov-Smirnov test of two samples, ${how}`, "D", d, [], p);
    },
    r: (value, group) => `ks.test(${value} ~ ${group}, d)`,
  },
  "variance-ratio": {
    groups: "two",
    of: (data) => {
      const { ratio, df, p } = varianceRatioTest(codedGroups(data), 0.95);
      return shown("F test of two variances", "F", ratio, df, p);
    },
    r: (value, group) => `var.test(${value} ~ ${group}, d)`,
  },
  anova: {
    groups: "several",
    of: ({ rows }) => {
      const { f, dfBetween, dfWithin, p } = oneWayAnova(rows);
      return shown("analysis of variance", "F", f, [dfBetween, dfWithin], p);
    },
    r: (value, group) => `anova(lm(${value} ~ ${group}, d))`,
  },
  "welch-anova": {
    groups: "several",
    of: ({ rows }) => {
      const { f, dfBetween, dfWithin, p } = welchAnova(rows);
      return shown("Welch's analysis of variance", "F", f, [dfBetween, dfWithin], p);
    },
    r: (value, group) => `oneway.test(${value} ~ ${group}, d)`,
  },
  kruskal: {
    groups: "several",
    of: ({ rows }) => {
      const { h, df, p } = kruskalWallis(rows);
      return shown("Kruskal-Wallis test", "H", h, [df], p);
    },
    r: (value, group) => `kruskal.test(${value} ~ ${group}, d)`,
  },
  levene: {
    groups: "several",
    of: ({ rows }) => {
      const { f, dfBetween, dfWithin, p } = leveneTest(rows, "mean");
      return shown("Levene's test of equal variances", "F", f, [dfBetween, dfWithin], p);
    },
    r: (value, group) => `car::leveneTest(${value} ~ ${group}, d, center = mean)`,
  },
  "brown-forsythe": {
    groups: "several",
    of: ({ rows }) => {
      const { f, dfBetween, dfWithin, p } = leveneTest(rows, "median");
      return shown("Brown-Forsythe test of equal variances", "F", f, [dfBetween, dfWithin], p);
    },
    r: (value, group) => `car::leveneTest(${value} ~ ${group}, d, center = median)`,
  },
  bartlett: {
    groups: "several",
    of: ({ rows }) => {
      const { chi2, df, p } = bartlettTest(rows);
      return shown("Bartlett's test of equal variances", "chi-square", chi2, [df], p);
    },
    r: (value, group) => `bartlett.test(${value} ~ ${group}, d)`,
  },
  fligner: {
    groups: "several",
    of: ({ rows }) => {
      const { chi2, df, p } = flignerTest(rows);
      return shown("Fligner-Killeen test of equal variances", "chi-square", chi2, [df], p);
    },
    r: (value, group) => `fligner.test(${value} ~ ${group}, d)`,
  },
} as const satisfies Readonly<Record<string, NumberTest>>;

export type NumberTestName = keyof typeof NUMBER_TESTS;

/** What is made where nobody chose: by means and by ranks, the test of ranks last. */
export const usualNumberTests = (groups: number): readonly NumberTestName[] =>
  groups === 2 ? ["welch", "student", "wilcoxon"] : ["anova", "welch-anova", "kruskal"];
