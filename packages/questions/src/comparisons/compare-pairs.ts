import {
  bowkerTest,
  friedmanTest,
  mcnemarTest,
  type Pair,
  pairedDifference,
  pairedDifferenceWald,
  pairedOddsRatio,
  pairedTTest,
  pseudomedian,
  signedRankExact,
  signedRankTest,
  signTest,
} from "@osteon/stats";
import { type ShownTest, shown } from "../shown/shown-test.ts";
import { cornersOf } from "./category-tests.ts";
import { type EffectShown, effect } from "./effects.ts";

/** Two numbers of each subject, and how often: `x` is the first, `y` the second. */
export type NumberPairs = readonly Pair[];

const differences = (pairs: NumberPairs) =>
  pairs.map(({ x, y, n }) => ({ value: x === null || y === null ? null : x - y, n }));

interface PairTest<Data> {
  readonly of: (data: Data) => Omit<ShownTest, "test">;
  readonly r: (x: string, y: string) => string;
}

/** Tests of two numbers of each subject, by the name that `--test` gives them. */
export const NUMBER_PAIR_TESTS: Readonly<Record<string, PairTest<NumberPairs>>> = {
  "paired-t": {
    of: (pairs) => {
      const { t, df, p } = pairedTTest(pairs, 0.95);
      return shown("paired t test", "t", t, [df], p);
    },
    r: (x, y) => `t.test(${x}, ${y}, paired = TRUE)`,
  },
  "signed-rank": {
    of: (pairs) => {
      const { v, p } = signedRankTest(differences(pairs), true);
      return shown("Wilcoxon signed rank test (corrected for continuity)", "V", v, [], p);
    },
    r: (x, y) => `wilcox.test(${x}, ${y}, paired = TRUE, exact = FALSE)`,
  },
  "signed-rank-plain": {
    of: (pairs) => {
      const { v, p } = signedRankTest(differences(pairs), false);
      return shown("Wilcoxon signed rank test (without continuity correction)", "V", v, [], p);
    },
    r: (x, y) => `wilcox.test(${x}, ${y}, paired = TRUE, exact = FALSE, correct = FALSE)`,
  },
  "signed-rank-exact": {
    of: (pairs) => {
      const { v, p } = signedRankExact(differences(pairs));
      return shown("Wilcoxon signed rank test, exact", "V", v, [], p);
    },
    r: (x, y) => `wilcox.test(${x}, ${y}, paired = TRUE, exact = TRUE)`,
  },
  sign: {
    of: (pairs) => {
      const { positive, p } = signTest(differences(pairs), 0.95);
      return shown("sign test", "above", { estimable: true, value: positive }, [], p);
    },
    r: (x, y) => `binom.test(sum(${x} > ${y}, na.rm = TRUE), sum(${x} != ${y}, na.rm = TRUE))`,
  },
};

export const USUAL_NUMBER_PAIRS = ["paired-t", "signed-rank", "signed-rank-exact", "sign"] as const;

/** A square table: the first answer in rows, the second in columns. */
export type SquareCounts = readonly (readonly number[])[];

/** Tests of two categories of each subject. */
export const CATEGORY_PAIR_TESTS: Readonly<Record<string, PairTest<SquareCounts>>> = {
  mcnemar: {
    of: (table) => {
      const { chi2, df, p } = mcnemarTest(cornersOf(table), "corrected");
      return shown("McNemar's test (corrected for continuity)", "chi-square", chi2, [df], p);
    },
    r: (x, y) => `mcnemar.test(table(${x}, ${y}))`,
  },
  "mcnemar-plain": {
    of: (table) => {
      const { chi2, df, p } = mcnemarTest(cornersOf(table), "uncorrected");
      return shown("McNemar's test (without continuity correction)", "chi-square", chi2, [df], p);
    },
    r: (x, y) => `mcnemar.test(table(${x}, ${y}), correct = FALSE)`,
  },
  "mcnemar-exact": {
    of: (table) => {
      const { p } = mcnemarTest(cornersOf(table), "exact");
      return shown("McNemar's test, exact", "", p, [], p);
    },
    r: (x, y) => `(function(m) binom.test(m[1, 2], m[1, 2] + m[2, 1]))(table(${x}, ${y}))`,
  },
  bowker: {
    of: (table) => {
      const { chi2, df, p } = bowkerTest(table);
      return shown("Bowker's test of symmetry", "chi-square", chi2, [df], p);
    },
    r: (x, y) => `mcnemar.test(table(${x}, ${y}))`,
  },
};

export const usualCategoryPairs = (levels: number): readonly string[] =>
  levels === 2 ? ["mcnemar", "mcnemar-plain", "mcnemar-exact"] : ["bowker"];

/** How far the first lies above the second. */
export function numberPairEffects(pairs: NumberPairs, level: number): readonly EffectShown[] {
  const { mean, lower, upper } = pairedTTest(pairs, level);
  const complete = differences(pairs).filter(({ value, n }) => value !== null && n > 0);
  return [
    effect("mean difference (t)", { value: mean, lower, upper }),
    effect("pseudomedian of the differences (exact limits)", pseudomedian(complete, level)),
  ];
}

/** The share of the last level, first less second, and the odds of the pairs that differ. */
export function categoryPairEffects(table: SquareCounts, levels: readonly string[], level: number) {
  if (levels.length !== 2) return [];
  const { a, b, c, d } = cornersOf(table);
  const turned = { a: d, b: c, c: b, d: a };
  const of = `of ${levels[1]}, first beside second`;
  return [
    effect(`difference of shares ${of} (Newcombe)`, pairedDifference(turned, level)),
    effect(`difference of shares ${of} (Wald)`, pairedDifferenceWald(turned, level)),
    effect(`odds ratio ${of} (conditional, exact)`, pairedOddsRatio(turned, level)),
  ];
}

/** Several values of each subject: Friedman's test; of two categories, coded 0 and 1, it is Cochran's Q. */
export function severalOfEach(
  rows: readonly { readonly block: string; readonly treatment: string; readonly value: number | null }[],
  binary: boolean,
): { readonly test: ShownTest; readonly blocks: number; readonly incomplete: number } {
  const { chi2, df, p, blocks, incomplete } = friedmanTest(rows);
  const test = binary ? "cochran-q" : "friedman";
  const name = binary ? "Cochran's Q test" : "Friedman's test";
  return { test: { test, ...shown(name, binary ? "Q" : "chi-square", chi2, [df], p) }, blocks, incomplete };
}
