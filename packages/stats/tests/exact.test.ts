import assert from "node:assert/strict";
import { test } from "node:test";
import {
  adjustPValues,
  chiSquareTable,
  clopperPearson,
  conditionalOddsRatio,
  type Estimate,
  fisherExact,
  fisherExactTable,
  kruskalWallis,
  rankSumExact,
  rankSumTest,
  rocArea,
  spearman,
  spearmanExact,
  tTest,
  wilson,
  wilsonCorrected,
} from "../src/index.ts";
import { comparing } from "./agreement.ts";
import { agrees, answers } from "./reference.ts";

type Numbers = readonly number[];
type Bounded = readonly (number | "Inf")[];

interface TwoSamples {
  readonly x1: Numbers;
  readonly x0: Numbers;
}

const R = answers<{
  readonly fishers: readonly { m: Numbers; p: number; printed: Bounded; solved: Bounded; solved90: Bounded }[];
  readonly tables: readonly { m: readonly Numbers[]; chi2: number; df: number; chiP: number; fisher: number }[];
  readonly limits: readonly (Readonly<Record<"wilson" | "wilson99" | "corrected" | "exact" | "exact99", Numbers>> & {
    readonly x: number;
    readonly n: number;
  })[];
  readonly rankSums: readonly (TwoSamples & { w: number; p: number; approximate: number })[];
  readonly correlations: readonly { x: Numbers; y: Numbers; rho: number; p: number }[];
  readonly kruskals: readonly { g: readonly string[]; v: Numbers; h: number; df: number; p: number }[];
  readonly students: readonly (TwoSamples & { welch: Numbers; pooled: Numbers })[];
  readonly adjusted: Readonly<Record<"p" | "holm" | "bonferroni" | "bh", Numbers>>;
  readonly rocs: readonly { score: Numbers; truth: readonly (0 | 1)[]; [key: string]: unknown }[];
}>("exact");

const twoGroups = ({ x1, x0 }: TwoSamples) => [
  ...x1.map((value) => ({ group: 1 as const, value, n: 1 })),
  ...x0.map((value) => ({ group: 0 as const, value, n: 1 })),
];

function bounded(actual: Estimate, expected: number | "Inf" | undefined, tolerance: number, what: string): void {
  if (expected === "Inf") assert.equal(actual.estimable ? "" : actual.because, "unbounded", what);
  else agrees(actual, expected ?? null, tolerance, what);
}

test("Fisher's p, conditional odds ratio and exact limits of 2x2 tables are R's", () => {
  comparing(
    "tables",
    "Fisher 2x2: p, conditional odds ratio, exact limits",
    "fisher.test(m); its equations solved to 1e-13 where R stops at 1e-4",
  );
  for (const { m, p, printed, solved, solved90 } of R.fishers) {
    const [a = 0, b = 0, c = 0, d = 0] = m;
    agrees(fisherExact({ a, b, c, d }), p, 1e-10, `p of ${m}`);
    const found = conditionalOddsRatio({ a, b, c, d }, 0.95);
    const narrow = conditionalOddsRatio({ a, b, c, d }, 0.9);
    for (const [i, part] of (["value", "lower", "upper"] as const).entries()) {
      // fisher.test stops at .Machine$double.eps^0.25 = 1.2e-4, absolute, on the odds ratio or its inverse: of 27333 it
      // prints 9377. The same equations solved to the end agree to 1e-10.
      const close = found[part];
      const shown = printed[i];
      if (close.estimable && typeof shown === "number") {
        const nearer = Math.min(Math.abs(close.value - shown), Math.abs(1 / close.value - 1 / shown));
        assert.ok(close.value === shown || nearer < 2e-4, `${part} of ${m} as printed: ${close.value}, ${shown}`);
      }
      bounded(found[part], solved[i], 1e-10, `${part} of ${m}`);
      bounded(narrow[part], solved90[i], 1e-10, `90 % ${part} of ${m}`);
    }
  }
});

test("chi-square and Fisher's p of larger tables are R's", () => {
  comparing("tables", "chi-square and Fisher r x c", "chisq.test(m, correct = FALSE), fisher.test(m)");
  for (const { m, chi2, df, chiP, fisher } of R.tables) {
    const found = chiSquareTable(m);
    agrees(found.chi2, chi2, 1e-11, `chi-square of ${m}`);
    assert.equal(found.df, df);
    agrees(found.p, chiP, 1e-11, `p of ${m}`);
    const exact = fisherExactTable(m);
    if (exact.p.estimable) agrees(exact.p, fisher, 1e-10, `Fisher of ${m}`);
    else assert.equal(exact.p.because, "too-many-tables");
    agrees(
      fisherExactTable(m[0]?.map((_, j) => m.map((row) => row[j] ?? 0)) ?? []).p,
      exact.p.estimable ? exact.p.value : null,
      1e-12,
      "turned",
    );
  }
});

test("Fisher's p by hand: tea with milk, three of four right", () => {
  // Tables 4, 3, ..., 0 right have 1, 16, 36, 16, 1 ways out of 70; as likely or less than 3 right: 1 + 16 + 16 + 1.
  agrees(fisherExact({ a: 3, b: 1, c: 1, d: 3 }), 34 / 70, 1e-15, "p");
  agrees(
    fisherExactTable([
      [3, 1],
      [1, 3],
    ]).p,
    34 / 70,
    1e-12,
    "the same by enumeration",
  );
  agrees(fisherExact({ a: 2, b: 2, c: 2, d: 2 }), 1, 0, "p never exceeds 1");
});

test("an empty margin has no test, and a 3x2 table has no continuity correction to ask for", () => {
  assert.deepEqual(fisherExact({ a: 0, b: 0, c: 3, d: 4 }), { estimable: false, because: "empty-margin", n: 7 });
  assert.equal(chiSquareTable.length, 1);
  assert.deepEqual(
    chiSquareTable([
      [1, 2, 0],
      [3, 4, 0],
    ]).p,
    { estimable: false, because: "empty-margin", n: 10 },
  );
  assert.throws(() => chiSquareTable([[1, 2], [3]]), /one length/);
});

test("a table with too many fellows is not estimable instead of slow", () => {
  const table = Array.from({ length: 5 }, () => [20, 20, 20, 20, 20]);
  assert.deepEqual(fisherExactTable(table).p, { estimable: false, because: "too-many-tables", n: 500 });
});

test("Wilson limits with and without correction and Clopper-Pearson limits are R's", () => {
  comparing(
    "proportions",
    "Wilson (with and without correction) and Clopper-Pearson limits",
    "prop.test(x, n), binom.test(x, n)",
  );
  for (const { x, n, ...expected } of R.limits) {
    const found = {
      wilson: wilson(x, n, 0.95),
      wilson99: wilson(x, n, 0.99),
      corrected: wilsonCorrected(x, n, 0.95),
      exact: clopperPearson(x, n, 0.95),
      exact99: clopperPearson(x, n, 0.99),
    };
    for (const kind of ["wilson", "wilson99", "corrected", "exact", "exact99"] as const) {
      agrees(found[kind].lower, expected[kind][0] ?? null, 1e-10, `${kind} lower ${x}/${n}`);
      agrees(found[kind].upper, expected[kind][1] ?? null, 1e-10, `${kind} upper ${x}/${n}`);
    }
  }
  assert.deepEqual(wilson(0, 0, 0.95).lower, { estimable: false, because: "no-values", n: 0 });
  assert.throws(() => wilson(3, 2, 0.95), /more than all/);
});

test("the exact rank sum test is R's without ties and refuses them", () => {
  comparing("ranks", "exact rank sum test without ties, and approximate", "wilcox.test(x1, x0)");
  for (const sample of R.rankSums) {
    const rows = twoGroups(sample);
    agrees(rankSumExact(rows).w, sample.w, 0, "W");
    agrees(rankSumExact(rows).p, sample.p, 1e-11, `exact p of ${sample.x1.length} and ${sample.x0.length}`);
    agrees(rankSumTest(rows).p, sample.approximate, 1e-11, "approximate p");
  }
  // All of three above all of three: 2 of 20 orders are as extreme.
  agrees(rankSumExact(twoGroups({ x1: [4, 5, 6], x0: [1, 2, 3] })).p, 0.1, 1e-15, "by hand");
  const tied = rankSumExact(twoGroups({ x1: [1, 2], x0: [2, 3] }));
  assert.deepEqual(tied.p, { estimable: false, because: "ties", n: 4 });
  assert.equal(rankSumExact([{ group: 1, value: null, n: 3 }, ...twoGroups({ x1: [1], x0: [2] })]).missing, 3);
});

test("the exact rank correlation test is R's without ties and refuses them", () => {
  comparing("correlation", "Spearman, exact", 'cor.test(x, y, method = "spearman")');
  for (const { x, y, rho, p } of R.correlations) {
    const pairs = x.map((value, i) => ({ x: value, y: y[i] ?? null, n: 1 }));
    agrees(spearmanExact(pairs).rho, rho, 1e-13, `rho of ${y}`);
    agrees(spearmanExact(pairs).p, p, 1e-12, `p of ${y}`);
    assert.deepEqual(spearmanExact(pairs.map((pair) => ({ ...pair, n: 2 }))).p, {
      estimable: false,
      because: "ties",
      n: 2 * x.length,
    });
  }
});

test("Kruskal-Wallis with ties is R's", () => {
  comparing("ranks", "Kruskal-Wallis", "kruskal.test(v, g)");
  for (const { g, v, h, df, p } of R.kruskals) {
    const found = kruskalWallis(g.map((group, i) => ({ group, value: v[i] ?? null, n: 1 })));
    agrees(found.h, h, 1e-12, "H");
    assert.equal(found.df, df);
    agrees(found.p, p, 1e-12, "p");
  }
});

test("Welch's and Student's t test are R's", () => {
  comparing("means", "t test, Welch and pooled", "t.test(x1, x0)");
  for (const sample of R.students) {
    for (const [kind, expected] of [
      ["unequal", sample.welch],
      ["equal", sample.pooled],
    ] as const) {
      const found = tTest(twoGroups(sample), kind, 0.9);
      for (const [i, part] of (["t", "df", "p", "lower", "upper"] as const).entries())
        agrees(found[part], expected[i] ?? null, 1e-10, `${kind} ${part}`);
    }
  }
  assert.deepEqual(tTest(twoGroups({ x1: [0.1, 0.1], x0: [0.3, 0.3] }), "unequal", 0.95).p, {
    estimable: false,
    because: "no-variation",
    n: 4,
  });
});

test("a spread that is only rounding is no variation, as R says of data that are essentially constant", () => {
  const rows = twoGroups({ x1: [1, 1 + Number.EPSILON], x0: [1, 1] });
  assert.deepEqual(tTest(rows, "equal", 0.95).p, { estimable: false, because: "no-variation", n: 4 });
});

test("pairs in the same order correlate to 1 and to the last bit, in the opposite order to -1", () => {
  for (let n = 3; n <= 60; n++) {
    const pairs = Array.from({ length: n }, (_, i) => ({ x: i, y: i * i, n: 1 + (i % 3) }));
    assert.deepEqual(spearman(pairs).rho, { estimable: true, value: 1 });
    assert.deepEqual(spearman(pairs.map(({ x, ...rest }) => ({ x: -x, ...rest }))).rho, { estimable: true, value: -1 });
  }
});

test("adjusted p values are R's, in the order given", () => {
  comparing("multiplicity", "adjusted p", "p.adjust(p)");
  const { p, holm, bonferroni, bh } = R.adjusted;
  assert.deepEqual(adjustPValues([0.6, 0.7], "holm"), [1, 1], "never above 1");
  for (const [i, expected] of holm.entries()) agrees(adjustPValues(p, "holm")[i] ?? 2, expected, 1e-14, `Holm ${i}`);
  for (const [i, expected] of bonferroni.entries())
    agrees(adjustPValues(p, "bonferroni")[i] ?? 2, expected, 1e-14, `Bonferroni ${i}`);
  for (const [i, expected] of bh.entries())
    agrees(adjustPValues(p, "benjamini-hochberg")[i] ?? 2, expected, 1e-14, `Benjamini-Hochberg ${i}`);
});

test("area, DeLong's error and limits are those of the paper's definition in R", () => {
  comparing("diagnostics", "ROC area with DeLong's error and limits", "DeLong's definition in R (reference/exact.R)");
  for (const { score, truth, ...expected } of R.rocs) {
    const found = rocArea(
      score.map((value, i) => ({ score: value, truth: truth[i] ?? null, n: 1 })),
      0.95,
    );
    agrees(found.area, Number(expected.area), 1e-13, "area");
    agrees(found.stdError, Number(expected.se), 1e-11, "standard error");
    agrees(found.lower, Number(expected.lower), 1e-11, "lower");
    agrees(found.upper, Number(expected.upper), 1e-11, "upper");
  }
});

test("tables with millions of fellows: job satisfaction in ?fisher.test, and four by three", () => {
  comparing("tables", "chi-square and Fisher r x c", "chisq.test(m, correct = FALSE), fisher.test(m)");
  const satisfaction = [
    [1, 2, 1, 0],
    [3, 3, 6, 1],
    [10, 10, 14, 9],
    [6, 7, 12, 11],
  ];
  agrees(fisherExactTable(satisfaction).p, 0.782684938965639, 1e-10, "fisher.test(Job)");
  const other = [
    [20, 30, 12],
    [15, 22, 40],
    [33, 12, 9],
    [8, 17, 20],
  ];
  // R takes ways within 3.45e-7 of each other for one; here nine decimals of their logarithm must agree.
  const { p } = fisherExactTable(other);
  assert.ok(p.estimable && Math.abs(p.value / 9.89887318931613e-8 - 1) < 1e-6);
});

test("a large table of two by two is that of the 2x2 test, whose factorials no double can hold", () => {
  for (const [a, b, c, d] of [
    [230, 247, 215, 237],
    [2000, 1900, 1800, 2100],
  ] as const) {
    const [table, two] = [
      fisherExactTable([
        [a, b],
        [c, d],
      ]).p,
      fisherExact({ a, b, c, d }),
    ];
    assert.ok(table.estimable && two.estimable && Math.abs(table.value - two.value) < 1e-9);
  }
});
