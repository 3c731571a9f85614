import assert from "node:assert/strict";
import { test } from "node:test";
import {
  agrestiCoull,
  binomialTest,
  cochranArmitage,
  type Estimate,
  type Interval,
  jeffreys,
  linearByLinear,
  mantelHaenszel,
  mcnemarTest,
  numberNeeded,
  oddsRatioWoolf,
  poissonRate,
  poissonRateRatio,
  riskDifference,
  riskRatio,
  type TwoByTwo,
} from "../src/index.ts";
import { type Answer, against } from "./agreement.ts";
import { answers } from "./reference.ts";

type Numbers = readonly number[];

const R = answers<{
  readonly shares: readonly { x: number; n: number; agresti: Numbers; jeffreys: Numbers; p: Numbers }[];
  readonly rates: readonly { x: number; t: number; limits: Numbers }[];
  readonly ratios: readonly { x: [number, number]; t: [number, number]; values: readonly Answer[] }[];
  readonly effects: readonly { m: Numbers; wald: Numbers; newcombe: Numbers; rr: Numbers; or: Numbers }[];
  readonly mcnemars: readonly { m: Numbers; corrected: Numbers; plain: Numbers; exact: number }[];
  readonly strata: readonly { tables: readonly Numbers[]; corrected: Numbers; plain: Numbers }[];
  readonly trends: readonly { x: Numbers; n: Numbers; s: Numbers; values: Numbers; linear: number }[];
}>("proportions");

const tableOf = ([a = 0, b = 0, c = 0, d = 0]: Numbers): TwoByTwo => ({ a, b, c, d });

type Compare = ReturnType<typeof against>;

function three(compare: Compare, { value, lower, upper }: Interval & { value: Estimate }, expected: Numbers): void {
  for (const [i, part] of [value, lower, upper].entries()) compare(part, expected[i], `part ${i}`);
}

test("Agresti-Coull and Jeffreys limits and the exact binomial test are R's", () => {
  const limits = against("proportions", "Agresti-Coull and Jeffreys limits", "their formulas in R; qbeta");
  const exact = against("proportions", "exact binomial test", "binom.test(x, n, p)$p.value");
  for (const { x, n, p, ...expected } of R.shares) {
    for (const [found, answer] of [
      [agrestiCoull(x, n, 0.95), expected.agresti],
      [jeffreys(x, n, 0.95), expected.jeffreys],
    ] as const) {
      limits(found.lower, answer[0], `lower of ${x}/${n}`);
      limits(found.upper, answer[1], `upper of ${x}/${n}`);
    }
    exact(binomialTest(x, n, 0.5).p, p[0], `${x}/${n} against 1/2`);
    exact(binomialTest(x, n, 0.3).p, p[1], `${x}/${n} against 0.3`);
  }
});

test("Poisson limits and rate ratios are poisson.test's", () => {
  const rate = against("proportions", "exact Poisson limits", "poisson.test(x, t)$conf.int");
  const ratio = against("proportions", "rate ratio, exact", "poisson.test(c(x1, x2), c(t1, t2))");
  for (const { x, t, limits } of R.rates) {
    rate(poissonRate(x, t, 0.95).lower, limits[0], `lower of ${x}`);
    rate(poissonRate(x, t, 0.95).upper, limits[1], `upper of ${x}`);
  }
  for (const { x, t, values } of R.ratios) {
    const found = poissonRateRatio({ events: x[0], time: t[0] }, { events: x[1], time: t[1] }, 0.9);
    for (const [i, part] of [found.ratio, found.p, found.lower, found.upper].entries())
      ratio(part, values[i], `part ${i}`);
  }
});

test("differences, ratios and odds of a 2x2 table with their limits follow R and the papers", () => {
  const wald = against("tables", "risk difference, Wald", "prop.test(x, n, correct = FALSE)");
  const newcombe = against("tables", "risk difference, Newcombe", "from prop.test's limits of each share");
  const needed = against("tables", "number needed to treat", "reciprocals of the risk difference and its limits");
  const ratio = against("tables", "risk ratio with Katz's limits, odds ratio with Woolf's", "their formulas in R");
  for (const { m, ...expected } of R.effects) {
    const table = tableOf(m);
    three(wald, riskDifference(table, "wald", 0.95), expected.wald);
    const hybrid = riskDifference(table, "newcombe", 0.95);
    newcombe(hybrid.lower, expected.newcombe[0], "lower");
    newcombe(hybrid.upper, expected.newcombe[1], "upper");
    const [difference = 0] = expected.wald;
    const [low = 0, high = 0] = expected.newcombe;
    const found = numberNeeded(table, 0.95);
    needed(found.value, 1 / difference, "value");
    needed(found.lower, low * high > 0 ? 1 / high : null, "lower");
    needed(found.upper, low * high > 0 ? 1 / low : null, "upper");
    three(ratio, riskRatio(table, 0.95), expected.rr);
    three(ratio, oddsRatioWoolf(table, 0.95), expected.or);
  }
});

test("McNemar's, Mantel-Haenszel's and trend tests are R's", () => {
  const mcnemar = against("tables", "McNemar's test", "mcnemar.test(m, correct); binom.test(b, b + c)");
  for (const { m, corrected, plain, exact } of R.mcnemars) {
    const parts = (how: "corrected" | "uncorrected") => {
      const { chi2, p } = mcnemarTest(tableOf(m), how);
      return [chi2, p];
    };
    for (const [i, part] of parts("corrected").entries()) mcnemar(part, corrected[i], "corrected");
    for (const [i, part] of parts("uncorrected").entries()) mcnemar(part, plain[i], "uncorrected");
    mcnemar(mcnemarTest(tableOf(m), "exact").p, exact, "exact");
  }
  const strata = against("tables", "Cochran-Mantel-Haenszel with common odds ratio", "mantelhaen.test(array, correct)");
  for (const { tables, corrected, plain } of R.strata)
    for (const [with1, expected] of [
      [true, corrected],
      [false, plain],
    ] as const) {
      const found = mantelHaenszel(tables.map(tableOf), with1, 0.9);
      for (const [i, part] of [found.chi2, found.p, found.oddsRatio, found.lower, found.upper].entries())
        strata(part, expected[i], `part ${i}`);
    }
  const trend = against(
    "tables",
    "Cochran-Armitage and linear-by-linear trend",
    "prop.trend.test(x, n, score); (n - 1) r^2",
  );
  for (const { x, n, s, values, linear } of R.trends) {
    const groups = x.map((own, i) => ({ x: own, n: n[i] ?? 0, score: s[i] ?? 0 }));
    trend(cochranArmitage(groups).chi2, values[0], "chi-square");
    trend(cochranArmitage(groups).p, values[1], "p");
    trend(linearByLinear(groups).chi2, linear, "linear by linear");
  }
});

test("Newcombe's own example: 56/70 and 48/80 differ by 0.0524 to 0.3339, corrected 0.0428 to 0.3422", () => {
  const table = { a: 56, b: 14, c: 48, d: 32 };
  const shown = (limits: "newcombe" | "newcombe-corrected") => {
    const { lower, upper } = riskDifference(table, limits, 0.95);
    return [lower, upper].map((end) => (end.estimable ? end.value.toFixed(4) : ""));
  };
  assert.deepEqual(shown("newcombe"), ["0.0524", "0.3339"]);
  assert.deepEqual(shown("newcombe-corrected"), ["0.0428", "0.3422"]);
});

test("a number needed whose difference may be none runs through infinity, and empty margins have no effect", () => {
  const sure = numberNeeded({ a: 56, b: 14, c: 48, d: 32 }, 0.95);
  assert.ok(sure.value.estimable && Math.abs(sure.value.value - 5) < 1e-12);
  assert.equal(sure.lower.estimable, true);
  const unsure = numberNeeded({ a: 5, b: 5, c: 4, d: 6 }, 0.95);
  assert.deepEqual(unsure.lower, { estimable: false, because: "unbounded", n: 20 });
  for (const effect of [
    riskDifference({ a: 0, b: 0, c: 3, d: 4 }, "wald", 0.95),
    riskRatio({ a: 0, b: 0, c: 3, d: 4 }, 0.95),
  ])
    assert.deepEqual(effect.value, { estimable: false, because: "empty-margin", n: 7 });
  assert.deepEqual(riskRatio({ a: 3, b: 4, c: 0, d: 7 }, 0.95).value, {
    estimable: false,
    because: "unbounded",
    n: 14,
  });
  assert.deepEqual(mcnemarTest({ a: 3, b: 0, c: 0, d: 2 }, "exact").p, {
    estimable: false,
    because: "no-variation",
    n: 0,
  });
  assert.equal(mantelHaenszel([], true, 0.95).p.estimable, false);
  assert.equal(cochranArmitage([{ x: 2, n: 4, score: 1 }]).p.estimable, false);
  assert.deepEqual(poissonRate(0, 0, 0.95).rate, { estimable: false, because: "no-values", n: 0 });
  assert.throws(() => binomialTest(5, 4, 0.5), /5 of 4 is more than all/);
});
