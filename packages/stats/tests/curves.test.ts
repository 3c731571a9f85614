import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type ComparisonFamily,
  type ConfidenceType,
  eventTables,
  kaplanMeier,
  kaplanMeierByGroup,
  landmark,
  logRankTest,
  logRankTrend,
  meanSurvivalDifference,
  meanSurvivalTime,
  nelsonAalen,
  pairwiseLogRank,
  rowsFrom,
  stratifiedLogRankTest,
  weightedLogRankTest,
} from "../src/index.ts";
import { type Answer, against } from "./agreement.ts";
import { answers, DATA } from "./reference.ts";

type Numbers = readonly number[];
type Answers = readonly Answer[];

interface Curve {
  readonly t: Numbers;
  readonly e: Numbers;
  readonly w?: Numbers;
  readonly s?: Numbers;
  readonly at: Numbers;
  readonly risk: Numbers;
  readonly events: Numbers;
  readonly survival: Numbers;
  readonly error: Answers;
  readonly limits: Readonly<
    Record<"plain" | "log" | "loglog" | "logit" | "arcsine", { lower: Answers; upper: Answers }>
  >;
  readonly tau: number | null;
  readonly rmean: number | null;
  readonly rmeanError: number | null;
}

interface RobustHazard {
  readonly t: readonly number[];
  readonly e: readonly (0 | 1)[];
  readonly s?: readonly number[];
  readonly w: readonly number[];
  readonly at: readonly number[];
  readonly hazard: readonly number[];
  readonly error: readonly number[];
}

interface Weighted {
  readonly observed: Numbers;
  readonly expected: Numbers;
  readonly chi2: number;
  readonly p: number;
}

interface Comparison {
  readonly t: Numbers;
  readonly e: Numbers;
  readonly g: readonly string[];
  readonly s: readonly string[] | null;
  readonly names: readonly string[];
  readonly half: Weighted;
  readonly one: Weighted;
  readonly families: Readonly<Record<string, Weighted>> | null;
  readonly trend: { readonly scores: Numbers; readonly z: number };
  readonly pairs: readonly (readonly [string, string])[];
  readonly holm: Numbers;
}

interface Hazard {
  readonly t: Numbers;
  readonly e: Numbers;
  readonly together: { readonly hazard: Numbers; readonly error: Numbers };
  readonly apart: { readonly hazard: Numbers; readonly error: Numbers };
}

const R = answers<{
  readonly curves: Readonly<Record<string, Curve>>;
  readonly hazards: readonly Hazard[];
  readonly robustHazards: readonly RobustHazard[];
  readonly comparisons: readonly Comparison[];
  readonly means: Numbers;
  readonly landmark: { readonly n: number; readonly chi2: number };
}>("curves");

const TYPES: readonly (readonly [keyof Curve["limits"], ConfidenceType, string])[] = [
  ["plain", "plain", "plain"],
  ["log", "log", "log"],
  ["loglog", "log-log", "log-log"],
  ["logit", "logit", "logit"],
  ["arcsine", "arcsine", "arcsin"],
];

const counts = against(
  "survival",
  "numbers at risk, weights and delayed entry",
  "survfit(Surv(start, stop, event) ~ 1, weights = w)",
);
const survival = against("survival", "Kaplan-Meier", "survfit(Surv(start, stop, event) ~ 1, weights = w)$surv");
const greenwood = against("survival", "Greenwood's standard error", "summary(survfit(..., robust = FALSE))$std.err");
const jackknife = against(
  "survival",
  "infinitesimal jackknife standard error",
  "summary(survfit(..., robust = TRUE))$std.err",
);
const limits = TYPES.map(([, , type]) =>
  against("survival", `${type} limits`, `survfit(..., conf.type = "${type}")$lower, $upper`),
);
const mean = against("survival", "restricted mean survival time", 'summary(survfit(...), rmean = tau)$table["rmean"]');
const meanError = against("survival", "its standard error", 'summary(survfit(...), rmean = tau)$table["se(rmean)"]');

for (const [name, curve] of Object.entries(R.curves)) {
  const robust = name.startsWith("jackknife") ? "robust" : "greenwood";
  const data = {
    time: Float64Array.from(curve.t),
    event: Uint8Array.from(curve.e),
    ...(curve.w && { weight: curve.w }),
    ...(curve.s && { start: curve.s }),
  };

  test(`${name}: the curve, its error and all kinds of limits are survfit's`, () => {
    const fit = kaplanMeier(data, "plain", 0.95, robust);
    assert.equal(fit.steps.length, curve.at.length);
    for (const [i, step] of fit.steps.entries()) {
      counts(step.time, curve.at[i], `time ${i}`);
      counts(step.atRisk, curve.risk[i], `at risk at ${step.time}`);
      counts(step.events, curve.events[i], `events at ${step.time}`);
      survival(step.survival, curve.survival[i], `S(${step.time}) of ${name}`);
      // R leaves Inf x 0 = NaN where S is 0.
      const error = robust === "robust" ? jackknife : greenwood;
      if (step.survival > 0) error(step.stdError, curve.error[i], `error at ${step.time} of ${name}`);
    }
    for (const [place, [key, type]] of TYPES.entries())
      for (const [i, step] of kaplanMeier(data, type, 0.95, robust).steps.entries()) {
        // survival 3.5-3 prints NaN at S = 1, where 3.8-6 and we say 1.
        if (step.survival === 1 || step.survival === 0) continue;
        limits[place]?.(step.lower, curve.limits[key].lower[i], `lower at ${step.time} of ${name}, ${type}`);
        limits[place]?.(step.upper, curve.limits[key].upper[i], `upper at ${step.time} of ${name}, ${type}`);
      }
  });

  if (curve.tau !== null)
    test(`${name}: the restricted mean is that of print(survfit)`, () => {
      const found = meanSurvivalTime(kaplanMeier(data, "plain", 0.95), curve.tau ?? 0, 0.95);
      mean(found.value, curve.rmean, name);
      meanError(found.stdError, curve.rmeanError, name);
    });
}

test("Nelson-Aalen and its tie-corrected form are survfit's cumulative hazards", () => {
  const hazard = against("survival", "Nelson-Aalen", "survfit(..., ctype = 1)$cumhaz, $std.chaz");
  const apart = against(
    "survival",
    "cumulative hazard, tied events one by one",
    "survfit(..., ctype = 2)$cumhaz, $std.chaz",
  );
  for (const { t, e, ...expected } of R.hazards)
    for (const [ties, key, compare] of [
      ["simultaneous", "together", hazard],
      ["one-by-one", "apart", apart],
    ] as const)
      for (const [i, step] of nelsonAalen({ time: t, event: e }, ties, "log", 0.95).steps.entries()) {
        compare(step.cumulativeHazard, expected[key].hazard[i], `hazard at ${step.time}`);
        compare(step.stdError, expected[key].error[i], `error at ${step.time}`);
      }
});

test("with weights that are not counts the error of a cumulative hazard is survfit's, late entry or none", () => {
  const error = against("survival", "its error with weights that are not whole", "survfit(..., weights)$std.chaz");
  for (const { t, e, s, w, at, ...expected } of R.robustHazards) {
    const data = { time: t, event: e, weight: w, ...(s && { start: s }) };
    // R has a place for each entry and end, we for each end.
    for (const step of nelsonAalen(data, "simultaneous", "log", 0.95, "robust").steps) {
      const i = at.findIndex((time) => Math.abs(time - step.time) < 1e-6);
      counts(step.cumulativeHazard, expected.hazard[i], `hazard at ${step.time}`);
      error(step.stdError, expected.error[i], `error at ${step.time}`);
    }
  }
});

const FAMILIES: Readonly<Record<string, ComparisonFamily>> = {
  gehan: { family: "gehan" },
  taroneWare: { family: "tarone-ware" },
  peto: { family: "peto" },
  modifiedPeto: { family: "modified-peto" },
  lateEffect: { family: "fleming-harrington", p: 0.5, q: 1.5 },
};

for (const [i, { t, e, g, s, names, ...expected }] of R.comparisons.entries()) {
  const data = { time: t, event: e, group: g, ...(s && { stratum: s }) };

  test(`comparison ${i}: G-rho is survdiff's, the other weights follow their formulas`, () => {
    const gRho = against("survival", "G-rho test", "survdiff(Surv(time, event) ~ group + strata(s), rho = rho)");
    for (const [rho, answer] of [
      [0.5, expected.half],
      [1, expected.one],
    ] as const) {
      const found = weightedLogRankTest(data, { family: "g-rho", rho });
      gRho(found.chi2, answer.chi2, `chi-square, rho ${rho}`);
      for (const own of found.groups)
        gRho(own.expected, answer.expected[names.indexOf(own.group)], `expected ${own.group}`);
    }
    for (const [name, family] of Object.entries(FAMILIES)) {
      if (expected.families === null) continue;
      const found = weightedLogRankTest(data, family);
      const compare = against("survival", `${family.family} test`, "from its formula in R (reference/curves.R)");
      compare(found.chi2, expected.families[name]?.chi2, "chi-square");
      compare(found.p, expected.families[name]?.p, "p");
    }
  });

  test(`comparison ${i}: trend and pairs with Holm's adjustment are survdiff's`, () => {
    const trend = against("survival", "log-rank test for trend", "sum(s * (d$obs - d$exp)) / sqrt(s %*% d$var %*% s)");
    const scores = Object.fromEntries(names.map((name, place) => [name, expected.trend.scores[place] ?? 0]));
    const { stratum: _, ...plain } = { stratum: undefined, ...data };
    trend(logRankTrend(plain, scores).z, expected.trend.z, "z");
    const pairwise = against("survival", "pairwise log-rank, adjusted", 'p.adjust(pairwise p, "holm")');
    for (const [place, pair] of expected.pairs.entries()) {
      const found = pairwiseLogRank(plain, "holm").find(({ groups }) => pair.every((name) => groups.includes(name)));
      pairwise(found?.adjusted ?? 0, expected.holm[place], pair.join(" and "));
    }
  });
}

test("a landmark leaves out who has gone by then and sets the clock back", () => {
  const { time, status, sex } = DATA.lung;
  const rows = rowsFrom({ time, event: status.map((s) => (s === 2 ? 1 : 0)), group: sex.map(String) });
  const later = landmark(rows as { time: number; event: 0 | 1; group: string; n: number }[], 180);
  assert.equal(later.rows.length, R.landmark.n);
  assert.equal(later.left, rows.length - R.landmark.n);
  against("survival", "landmark analysis", "survdiff(Surv(time - 180, status) ~ sex, subset = time > 180)")(
    logRankTest(later.rows).chi2,
    R.landmark.chi2,
    "chi-square",
  );
});

test("months by three algebraically equal routes are one time (T2)", () => {
  const curve = R.curves.nearTies;
  assert.ok(curve !== undefined);
  const fit = kaplanMeier({ time: curve.t, event: curve.e }, "log", 0.95);
  assert.ok(new Set(curve.t).size > curve.at.length);
  assert.equal(fit.mergedTimes, new Set(curve.t).size - curve.at.length);
});

test("a stratum in which one group alone is seen says nothing, and delayed entry is heeded", () => {
  const early = { start: 0, time: 5, event: 1, n: 1, group: "a", stratum: "s" } as const;
  const late = { ...early, start: 5, time: 9, group: "b" } as const;
  // b enters when a's event has come: never at risk together.
  const found = stratifiedLogRankTest([early, late]);
  assert.deepEqual(found.chi2, { estimable: false, because: "no-variation", n: 2 });
});

test("tables made once give the same curves and comparisons as the rows they came from", () => {
  const { time, status, sex } = DATA.lung;
  const data = { time, event: status.map((s) => Number(s === 2)), group: sex.map(String) };
  const tables = eventTables(data);
  assert.deepEqual(logRankTest(tables), logRankTest(data));
  assert.deepEqual(
    kaplanMeierByGroup(tables, ["2", "1"], "log", 0.9),
    kaplanMeierByGroup(data, ["2", "1"], "log", 0.9),
  );
  assert.throws(() => kaplanMeier(tables, "log", 0.9), /tables of 2 groups/);
});

test("two restricted means differ by what print(survfit) says of each, variances added", () => {
  const { time, status, sex } = DATA.lung;
  const data = { time, event: status.map((s) => Number(s === 2)), group: sex.map(String) };
  const [men, women] = kaplanMeierByGroup(data, ["1", "2"], "log", 0.95);
  if (men === undefined || women === undefined) return assert.fail("two curves");
  const found = meanSurvivalDifference(women.curve, men.curve, 800, 0.95);
  const compare = against(
    "survival",
    "difference of restricted means",
    "from summary(survfit(...), rmean = tau)$table; survRM2::rmst2",
  );
  for (const [i, part] of [found.difference, found.stdError, found.p].entries()) compare(part, R.means[i], `part ${i}`);
});
