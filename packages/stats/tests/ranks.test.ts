import assert from "node:assert/strict";
import { test } from "node:test";
import {
  friedmanTest,
  hodgesLehmann,
  kolmogorovSmirnovTwoSample,
  pairwiseRankSum,
  pseudomedian,
  rankSumExact,
  rankSumPermutation,
  rowsFrom,
  signedRankExact,
  signedRankTest,
  signTest,
} from "../src/index.ts";
import { against } from "./agreement.ts";
import { answers, single } from "./reference.ts";

type Numbers = readonly number[];

const R = answers<{
  readonly pairs: {
    readonly value: Numbers;
    readonly group: readonly string[];
    readonly p: readonly ({ readonly groups: readonly [string, string]; readonly p: number } | null)[];
  };
  readonly twos: readonly {
    readonly x: Numbers;
    readonly y: Numbers;
    readonly permuted: number;
    readonly shift: number;
    readonly exact: Numbers | null;
    readonly approximate: Numbers;
    readonly ks: readonly Numbers[];
  }[];
  readonly ones: readonly {
    readonly x: Numbers;
    readonly sign: Numbers;
    readonly v: number;
    readonly permuted: number;
    readonly p: number | null;
    readonly corrected: number;
    readonly plain: number;
    readonly limits: Numbers | null;
  }[];
  readonly blocks: readonly { readonly m: readonly Numbers[]; readonly chi2: number; readonly p: number }[];
}>("ranks");

const groups = (x: Numbers, y: Numbers) => [
  ...single(x).map((row) => ({ ...row, group: 1 as const })),
  ...single(y).map((row) => ({ ...row, group: 0 as const })),
];

const permutation = against(
  "ranks",
  "rank sum test by permutation, with ties",
  "all combn(n, m) rank sums; coin::wilcox_test",
);
const shift = against(
  "ranks",
  "Hodges-Lehmann shift, exact limits",
  "wilcox.test(x, y, conf.int = TRUE, exact = TRUE)",
  { scale: 0.1 },
);
const rough = against(
  "ranks",
  "Hodges-Lehmann approximate limits",
  "wilcox.test(x, y, conf.int = TRUE, exact = FALSE, tol.root = 1e-12)",
  { scale: 0.1 },
);
const distance = against(
  "normality",
  "two-sample Kolmogorov-Smirnov, exact with ties and asymptotic",
  "ks.test(x, y, alternative, exact)",
  {
    tolerance: 1e-6,
    because: "R 4.2 stops the asymptotic series at about 1e-7",
    scale: 1e-3,
  },
);

for (const [i, { x, y, ...expected }] of R.twos.entries())
  test(`two samples ${i}: permutation, shift with limits, and distance are R's`, () => {
    const rows = groups(x, y);
    permutation(rankSumPermutation(rows).p, expected.permuted, "p");
    const exact = hodgesLehmann(rows, "exact", 0.95);
    shift(exact.value, expected.shift, "shift");
    shift(exact.lower, expected.exact?.[0] ?? null, "lower");
    shift(exact.upper, expected.exact?.[1] ?? null, "upper");
    const approximate = hodgesLehmann(rows, "approximate", 0.95);
    rough(approximate.lower, expected.approximate[0], "lower");
    rough(approximate.upper, expected.approximate[1], "upper");
    for (const [place, [side, p]] of (
      [
        ["two-sided", "exact"],
        ["two-sided", "asymptotic"],
        ["less", "exact"],
        ["greater", "exact"],
        ["less", "asymptotic"],
      ] as const
    ).entries()) {
      const found = kolmogorovSmirnovTwoSample(rows, side, p);
      distance(found.d, expected.ks[place]?.[0], `D, ${side}`);
      distance(found.p, expected.ks[place]?.[1], `p, ${side}, ${p}`);
    }
  });

test("signed ranks, exact with ties and approximate, and the pseudomedian are R's", () => {
  const exact = against(
    "ranks",
    "signed rank test, exact",
    "wilcox.test(x, exact = TRUE); all sign patterns where there are ties",
  );
  const approximate = against("ranks", "signed rank test, approximate", "wilcox.test(x, exact = FALSE, correct)");
  const median = against("ranks", "pseudomedian with exact limits", "wilcox.test(x, conf.int = TRUE, exact = TRUE)", {
    scale: 0.1,
  });
  const signs = against("ranks", "sign test with limits", "binom.test(sum(x > 0), sum(x != 0))");
  for (const { x, sign, v, permuted, p, corrected, plain, limits } of R.ones) {
    const sides = signTest(single(x), 0.95);
    for (const [i, part] of [sides.p, sides.lower, sides.upper].entries()) signs(part, sign[i], `sign ${i}`);
    const found = signedRankExact(single(x));
    exact(found.v, v, "V");
    exact(found.p, permuted, "p by all sign patterns");
    if (p !== null) exact(found.p, p, "p");
    approximate(signedRankTest(single(x), true).p, corrected, "corrected");
    approximate(signedRankTest(single(x), false).p, plain, "plain");
    if (limits === null) continue;
    const middle = pseudomedian(single(x), 0.95);
    median(middle.value, limits[0], "pseudomedian");
    median(middle.lower, limits[1], "lower");
    median(middle.upper, limits[2], "upper");
  }
});

test("pairs of groups are pairwise.wilcox.test's", () => {
  const compare = against(
    "ranks",
    "pairwise rank sum tests, adjusted",
    'pairwise.wilcox.test(value, group, "holm", exact = FALSE)',
  );
  const { value, group, p } = R.pairs;
  const rows = rowsFrom<{ value: number | null; group: string }>({ value, group });
  const found = pairwiseRankSum(rows, "approximate", "holm");
  for (const expected of p) {
    if (expected === null) continue;
    const own = found.find(({ groups }) => expected.groups.every((name) => groups.includes(name)));
    compare(own?.adjusted ?? 0, expected.p, expected.groups.join(" and "));
  }
  assert.equal(found.length, 10);
});

test("Friedman's test with ties is R's", () => {
  const compare = against("ranks", "Friedman's test", "friedman.test(m)");
  for (const { m, chi2, p } of R.blocks) {
    const rows = m.flatMap((line, block) =>
      line.map((value, j) => ({ block: `b${block}`, treatment: `t${j}`, value })),
    );
    compare(friedmanTest(rows).chi2, chi2, "chi-square");
    compare(friedmanTest(rows).p, p, "p");
  }
});

test("without ties the permutation is the exact test", () => {
  const rows = groups([1, 4, 6, 9], [2, 3, 11]);
  const [a, b] = [rankSumPermutation(rows).p, rankSumExact(rows).p];
  assert.ok(a.estimable && b.estimable && Math.abs(a.value - b.value) < 1e-14);
});

test("by hand: three against three, all above: p = 2/20; D = 1, p = 2/20", () => {
  const rows = groups([4, 5, 6], [1, 2, 3]);
  const { p } = rankSumPermutation(rows);
  assert.ok(p.estimable && Math.abs(p.value - 0.1) < 1e-15);
  const far = kolmogorovSmirnovTwoSample(rows, "two-sided", "exact");
  assert.ok(far.p.estimable && Math.abs(far.p.value - 0.1) < 1e-15);
});

test("one group, no variation, zeros alone and incomplete blocks are said", () => {
  assert.deepEqual(rankSumPermutation(groups([1, 2], [])).p, { estimable: false, because: "one-group", n: 2 });
  assert.deepEqual(rankSumPermutation(groups([3, 3], [3])).p, { estimable: false, because: "no-variation", n: 3 });
  assert.deepEqual(signedRankExact(single([0, 0])).p, { estimable: false, because: "no-values", n: 0 });
  assert.equal(signedRankExact(single([0, 1, 2])).zeros, 1);
  assert.deepEqual(hodgesLehmann(groups([1, 2], [2, 3]), "exact", 0.95).lower, {
    estimable: false,
    because: "ties",
    n: 4,
  });
  const blocks = [
    { block: "a", treatment: "x", value: 1 },
    { block: "a", treatment: "y", value: null },
    { block: "b", treatment: "x", value: 2 },
    { block: "b", treatment: "y", value: 5 },
  ];
  assert.deepEqual([friedmanTest(blocks).blocks, friedmanTest(blocks).incomplete], [1, 1]);
  assert.throws(
    () => friedmanTest([...blocks, { block: "b", treatment: "x", value: 4 }]),
    /block b has two values of x/,
  );
  assert.equal(kolmogorovSmirnovTwoSample(groups([1], []), "less", "exact").p.estimable, false);
});
