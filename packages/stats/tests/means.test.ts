import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type AnalysisOfVariance,
  bartlettTest,
  type Estimate,
  flignerTest,
  leveneTest,
  oneSampleTTest,
  oneWayAnova,
  pairedTTest,
  rowsFrom,
  varianceRatioTest,
  welchAnova,
} from "../src/index.ts";
import { against } from "./agreement.ts";
import { agrees, answers, single } from "./reference.ts";

type Numbers = readonly number[];

interface Table {
  readonly f: number;
  readonly df: Numbers;
  readonly p: number;
  readonly ss: Numbers;
}

const R = answers<{
  readonly groups: readonly (Readonly<Record<"anova" | "levene" | "brownForsythe", Table>> & {
    readonly v: Numbers;
    readonly g: readonly string[];
    readonly welch: Numbers | null;
    readonly bartlett: Numbers | null;
    readonly fligner: Numbers;
  })[];
  readonly ratios: readonly { readonly x: Numbers; readonly y: Numbers; readonly values: Numbers }[];
  readonly ones: readonly { readonly x: Numbers; readonly mu: number; readonly values: Numbers }[];
  readonly pairs: readonly { readonly x: Numbers; readonly y: Numbers; readonly values: Numbers }[];
}>("means");

type Grouped = { readonly group: string; readonly value: number | null };

/** 1e7 plus two decimals keeps nine digits of its spread. */
const SHIFTED = "values at 1e7 with two decimals keep nine digits of their spread";
const anova = against("means", "one-way analysis of variance", "anova(lm(value ~ group))", {
  tolerance: 1e-7,
  because: SHIFTED,
});
const welch = against("means", "Welch's analysis of variance", "oneway.test(value ~ group)", {
  tolerance: 1e-7,
  because: SHIFTED,
});
const bartlett = against("means", "Bartlett's test", "bartlett.test(value, group)");
const levene = against(
  "means",
  "Levene's test, from mean and median",
  "anova(lm(abs(v - ave(v, g, FUN = centre)) ~ g))",
  { tolerance: 1e-7, because: SHIFTED },
);
const fligner = against("means", "Fligner-Killeen test", "fligner.test(value, group)");

for (const [i, { v, g, ...expected }] of R.groups.entries()) {
  const rows = rowsFrom<Grouped>({ group: g, value: v });
  const table = (found: AnalysisOfVariance, answer: Table, compare: typeof anova) => {
    compare(found.f, answer.f, "F");
    compare(found.p, answer.p, "p");
    compare(found.sumOfSquaresBetween, answer.ss[0], "between");
    compare(found.sumOfSquaresWithin, answer.ss[1], "within");
    assert.deepEqual([found.dfBetween, found.dfWithin], answer.df);
  };

  test(`groups ${i}: analyses of variance and tests of equal variances are R's`, () => {
    table(oneWayAnova(rows), expected.anova, anova);
    table(leveneTest(rows, "mean"), expected.levene, levene);
    table(leveneTest(rows, "median"), expected.brownForsythe, levene);
    const found = welchAnova(rows);
    welch(found.f, expected.welch?.[0] ?? null, "F");
    welch(found.dfWithin, expected.welch?.[2] ?? null, "df");
    welch(found.p, expected.welch?.[3] ?? null, "p");
    const own = bartlettTest(rows);
    bartlett(own.chi2, expected.bartlett?.[0] ?? null, "chi-square");
    bartlett(own.p, expected.bartlett?.[1] ?? null, "p");
    fligner(flignerTest(rows).chi2, expected.fligner[0], "chi-square");
    fligner(flignerTest(rows).p, expected.fligner[1], "p");
  });
}

const values = (found: Readonly<Record<"p" | "lower" | "upper", Estimate>>, statistic: Estimate, centre?: Estimate) => [
  statistic,
  found.p,
  ...(centre ? [centre] : []),
  found.lower,
  found.upper,
];

test("variance ratios, one-sample and paired t tests are R's", () => {
  const ratio = against("means", "F test of two variances", "var.test(x, y, conf.level = 0.9)");
  for (const { x, y, values: expected } of R.ratios) {
    const rows = [
      ...single(x).map((row) => ({ ...row, group: 1 as const })),
      ...single(y).map((row) => ({ ...row, group: 0 as const })),
    ];
    const found = varianceRatioTest(rows, 0.9);
    for (const [i, value] of values(found, found.ratio).entries()) ratio(value, expected[i], `part ${i}`);
  }
  const one = against("means", "one-sample t test", "t.test(x, mu = mu, conf.level = 0.9)");
  for (const { x, mu, values: expected } of R.ones) {
    const found = oneSampleTTest(single(x), mu, 0.9);
    for (const [i, value] of values(found, found.t, found.mean).entries()) one(value, expected[i], `part ${i}`);
  }
  const paired = against("means", "paired t test", "t.test(x, y, paired = TRUE)");
  for (const { x, y, values: expected } of R.pairs) {
    const found = pairedTTest(rowsFrom<{ x: number | null; y: number | null }>({ x, y }), 0.95);
    for (const [i, value] of values(found, found.t, found.mean).entries()) paired(value, expected[i], `part ${i}`);
  }
});

test("by hand: three groups of two, F = 16 on 2 and 3", () => {
  // Means 1.5, 3.5 and 5.5 about 3.5: between 2 (4 + 0 + 4) = 16; within 3 x 1/2 = 1.5; F = 8 / 0.5 = 16.
  const rows = rowsFrom<Grouped>({ group: ["a", "a", "b", "b", "c", "c"], value: [1, 2, 3, 4, 5, 6] });
  const found = oneWayAnova(rows);
  assert.deepEqual([found.dfBetween, found.dfWithin], [2, 3]);
  agrees(found.sumOfSquaresBetween, 16, 1e-15, "between");
  agrees(found.sumOfSquaresWithin, 1.5, 1e-15, "within");
  agrees(found.f, 16, 1e-14, "F");
});

test("a group of one value has no variance of its own (T23); one group and no spread have no test", () => {
  const rows = rowsFrom<Grouped>({ group: ["a", "a", "a", "b"], value: [1, 2, 4, 9] });
  assert.deepEqual(bartlettTest(rows).p, { estimable: false, because: "too-few-values", n: 4 });
  assert.deepEqual(welchAnova(rows).p, { estimable: false, because: "too-few-values", n: 4 });
  assert.equal(oneWayAnova(rows).p.estimable, true);
  const alone = rowsFrom<Grouped>({ group: ["a", "a"], value: [1, 2] });
  assert.deepEqual(oneWayAnova(alone).f, { estimable: false, because: "one-group", n: 2 });
  const flat = rowsFrom<Grouped>({ group: ["a", "a", "b", "b"], value: [3, 3, 3, 3] });
  for (const found of [oneWayAnova(flat).f, welchAnova(flat).f, bartlettTest(flat).chi2, flignerTest(flat).chi2])
    assert.deepEqual(found, { estimable: false, because: "no-variation", n: 4 });
  const empty = oneWayAnova([]);
  assert.equal(empty.f.estimable, false);
  assert.equal(Number.isNaN(empty.sumOfSquaresBetween), false);
});

test("a row counted twice is two rows, and a missing value is counted", () => {
  const rows = rowsFrom<Grouped>({ group: ["a", "a", "b", "b", "b"], value: [1, 5, 2, 8, null] });
  const twice = rows.map((row) => ({ ...row, n: 2 }));
  assert.deepEqual(oneWayAnova(twice), oneWayAnova([...rows, ...rows]));
  assert.equal(oneWayAnova(rows).missing, 1);
  assert.equal(flignerTest(twice).missing, 2);
});
