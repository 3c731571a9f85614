import assert from "node:assert/strict";
import { test } from "node:test";
import * as S from "../src/index.ts";

let seed = 7;
/** A share from 0 to below 1, the same in every run. */
function share(): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 4294967296;
}
const int = (n: number): number => Math.floor(share() * n);

/** Every number of an answer is finite; refusals with a reason are answers, our own bugs are not. */
function finds(name: string, ask: () => unknown, input: unknown): void {
  const found = answered(ask);
  const shown = JSON.stringify(found, (_, value) =>
    typeof value === "number" && !Number.isFinite(value)
      ? assert.fail(`${name}: ${value} for ${JSON.stringify(input)}`)
      : value,
  );
  assert.notEqual(shown, undefined, name);
}

function answered(ask: () => unknown): unknown {
  try {
    return ask();
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

test("on tiny data with ties, gaps of groups and no variation every answer is a number or a reason, never NaN", () => {
  for (let k = 0; k < 400; k++) {
    const n = int(7);
    const a = (m: number) => Array.from({ length: n }, () => int(m));
    const time = a(4).map((t) => t + int(2)),
      event = a(2),
      x = a(3),
      y = a(3).map((v) => v * 1.5),
      g = a(3).map((v) => "abc"[v] ?? ""),
      bin = a(2) as (0 | 1)[];
    const input = { time, event, x, y, g, bin };
    const cov = [
      { name: "x", values: x },
      { name: "y", values: y },
    ];
    const one = [{ name: "x", values: x }];
    const vals = x.map((value) => ({ value, n: 1 }));
    const two = x.map((value, i) => ({ value, group: bin[i] ?? 0, n: 1 }));
    const grp = x.map((value, i) => ({ value, group: g[i] ?? "", n: 1 }));
    const pairs = x.map((v, i) => ({ x: v, y: y[i] ?? 0, n: 1 }));
    for (const t of ["log", "log-log", "plain", "logit", "arcsine"] as const)
      finds(
        `km ${t}`,
        () => {
          const c = S.kaplanMeier({ time, event }, t, 0.95);
          return [c.steps, S.survivalQuantile(c, 0.5, "r-print"), S.meanSurvivalTime(c, 2, 0.95), S.survivalAt(c, 1)];
        },
        input,
      );
    finds(
      "km robust",
      () => S.kaplanMeier({ time, event, weight: y.map((v) => v + 0.3) }, "log", 0.95, "robust").steps,
      input,
    );
    finds("na", () => S.nelsonAalen({ time, event }, "one-by-one", "log", 0.95), input);
    for (const f of [
      { family: "log-rank" },
      { family: "peto" },
      { family: "fleming-harrington", p: 0, q: 1 },
      { family: "gehan" },
    ] as const)
      finds(`lr ${f.family}`, () => S.weightedLogRankTest({ time, event, group: g }, f), input);
    finds("trend", () => S.logRankTrend({ time, event, group: g }, { a: 0, b: 1, c: 2 }), input);
    for (const ties of ["efron", "breslow", "exact"] as const)
      finds(
        `cox ${ties}`,
        () => {
          const f = S.coxRegression({ time, event, covariates: cov }, ties, 0.95);
          return [
            f.coefficients,
            f.logLik,
            f.wald,
            f.score,
            f.likelihoodRatio,
            S.concordance(f, 0.95),
            ties === "exact" ? 0 : S.proportionalHazardsTest(f, "km"),
            S.baselineHazard(f),
            S.martingaleResiduals(f),
            S.dfbetas(f),
            S.schoenfeldResiduals(f, "scaled"),
          ];
        },
        input,
      );
    finds(
      "cox cluster",
      () => S.coxRegression({ time, event, covariates: one, cluster: g, stratum: bin }, "efron", 0.95).coefficients,
      input,
    );
    finds("firth", () => S.firthCoxRegression({ time, event, covariates: one }, "efron", 0.95), input);
    finds("logit", () => S.logisticRegression({ outcome: event, covariates: cov }, 0.95), input);
    finds("flogit", () => S.firthLogisticRegression({ outcome: event, covariates: one }, 0.95), input);
    for (const d of ["exponential", "weibull", "log-normal", "log-logistic"] as const)
      finds(
        `aft ${d}`,
        () => {
          const f = S.acceleratedTime({ time: time.map((t) => t + 1), event, covariates: one }, d, 0.95);
          return [f.coefficients, f.scale, f.intercept, f.logLik, S.timeQuantile(f, 0.5, { x: 1 })];
        },
        input,
      );
    finds(
      "cif",
      () => [
        S.cumulativeIncidence({ time, cause: x, group: g }, 2, "aalen", "log-log", 0.95),
        S.cumulativeIncidence({ time, cause: x, group: g }, 2, "jackknife", "log", 0.95),
      ],
      input,
    );
    finds("gray", () => S.grayTest({ time, cause: x, group: g }, 1, 2), input);
    finds(
      "fg",
      () => {
        const f = S.fineGray({ time, cause: x, covariates: [{ name: "y", values: y }] }, 1, 0.95);
        return [f.coefficients, f.logLik];
      },
      input,
    );
    finds(
      "turnbull",
      () => S.turnbull(time.map((left, i) => ({ left, right: bin[i] ? null : left + (x[i] ?? 0), n: 1 }))),
      input,
    );
    finds(
      "means",
      () => [
        S.tTest(two, "unequal", 0.95),
        S.tTest(two, "equal", 0.95),
        S.oneWayAnova(grp),
        S.welchAnova(grp),
        S.bartlettTest(grp),
        S.leveneTest(grp, "median"),
        S.flignerTest(grp),
        S.varianceRatioTest(two, 0.95),
        S.oneSampleTTest(vals, 0, 0.95),
        S.pairedTTest(pairs, 0.95),
      ],
      input,
    );
    finds(
      "ranks",
      () => [
        S.rankSumTest(two),
        S.rankSumExact(two),
        S.rankSumPermutation(two),
        S.hodgesLehmann(two, "exact", 0.95),
        S.hodgesLehmann(two, "approximate", 0.95),
        S.signedRankExact(vals),
        S.signedRankTest(vals, true),
        S.pseudomedian(vals, 0.95),
        S.signTest(vals, 0.95),
        S.kruskalWallis(grp),
        S.pairwiseRankSum(grp, "exact", "hommel"),
      ],
      input,
    );
    finds(
      "norm",
      () => [
        S.kolmogorovSmirnov(vals),
        S.lilliefors(vals),
        S.shapiroWilk(vals),
        S.andersonDarling(vals),
        S.kolmogorovSmirnovTwoSample(two, "less", "exact"),
        S.kolmogorovSmirnovTwoSample(two, "two-sided", "asymptotic"),
        S.kolmogorovSmirnovAgainst(vals, { mean: 1, sd: 1 }, "two-sided", "as R"),
      ],
      input,
    );
    finds(
      "desc",
      () => {
        const t = S.sortedTally(vals);
        return [S.describe(vals, 6), S.skewness(t, "G1"), S.kurtosis(t, "G2"), S.modes(t), S.frequencyTable(vals)];
      },
      input,
    );
    const [A, B, C, D] = [int(4), int(4), int(4), int(4)];
    const t22 = { a: A, b: B, c: C, d: D };
    finds(
      "tables",
      () => [
        S.chiSquare(t22, true),
        S.fisherExact(t22),
        S.conditionalOddsRatio(t22, 0.95),
        S.riskDifference(t22, "newcombe", 0.95),
        S.riskDifference(t22, "wald", 0.95),
        S.riskRatio(t22, 0.95),
        S.oddsRatioWoolf(t22, 0.95),
        S.numberNeeded(t22, 0.95),
        S.mcnemarTest(t22, "corrected"),
        S.mantelHaenszel([t22, { a: D, b: A, c: B, d: C }], true, 0.95),
        S.fisherExactTable([
          [A, B, C],
          [D, A, B],
        ]),
        S.cohenKappa(
          [
            [A, B],
            [C, D],
          ],
          "linear",
          0.95,
        ),
        S.likelihoodRatios({ truePositives: A, falseNegatives: B, trueNegatives: C, falsePositives: D }, 0.95),
        S.cochranArmitage([
          { x: A, n: A + B, score: 1 },
          { x: C, n: C + D, score: 2 },
        ]),
        S.linearByLinear([
          { x: A, n: A + B, score: 1 },
          { x: C, n: C + D, score: 2 },
        ]),
      ],
      t22,
    );
    finds(
      "props",
      () => [
        S.agrestiCoull(A, A + B, 0.95),
        S.jeffreys(A, A + B, 0.95),
        S.binomialTest(A, A + B, 0.3),
        S.poissonRate(A, B, 0.95),
        S.poissonRateRatio({ events: A, time: B }, { events: C, time: D }, 0.95),
      ],
      t22,
    );
    finds(
      "corr",
      () => [
        S.pearson(pairs, 0.95),
        S.kendall(pairs, "exact"),
        S.kendall(pairs, "corrected"),
        S.spearman(pairs),
        S.spearmanExact(pairs),
        S.spearmanSeries(pairs),
        S.blandAltman(pairs, 0.95),
        S.intraclassCorrelation(
          x.map((v, i) => [v, y[i] ?? 0]),
          "ICC2",
          0.95,
        ),
        S.intraclassCorrelation(
          x.map((v, i) => [v, y[i] ?? 0]),
          "ICC1k",
          0.95,
        ),
      ],
      input,
    );
    finds(
      "roc",
      () => [
        S.rocArea(
          x.map((score, i) => ({ score, truth: bin[i] ?? 0, n: 1 })),
          0.95,
        ),
        S.compareAreas(
          x.map((first, i) => ({ first, second: y[i] ?? 0, truth: bin[i] ?? 0, n: 1 })),
          0.95,
        ),
      ],
      input,
    );
  }
});

test("Firth's p where the way from the maximum to 0 leads over places without information is found from 0", () => {
  const [crp, esr] = [
    [37.2, 6.2, 17.6, 13.9, 18],
    [61, 46, 19, 36, 18],
  ];
  const covariates = [
    { name: "crp", values: crp },
    { name: "esr", values: esr },
    { name: "crp:esr", values: crp.map((value, i) => value * (esr[i] ?? 0)) },
  ];
  const fit = S.firthLogisticRegression({ outcome: [0, 0, 1, 0, 1], covariates }, 0.9);
  // R: the largest of 200 runs of optim over loglik + log(det(information)) / 2, with the coefficient held at 0
  const wanted = [
    [3.455, 0.65555],
    [1.2603, 0.68039],
    [-0.063432, 0.66071],
  ] as const;
  for (const [i, [beta, p]] of wanted.entries()) {
    const own = fit.coefficients[i];
    assert.ok(own?.beta.estimable && Math.abs(own.beta.value / beta - 1) < 2e-4, `${own?.name}: beta`);
    assert.ok(own?.p.estimable && Math.abs(own.p.value / p - 1) < 2e-4, `${own?.name}: p`);
  }
});
