import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import * as S from "../src/index.ts";
import { type Answer, against } from "./agreement.ts";
import { answers } from "./reference.ts";

type Numbers = readonly number[];
type Names = readonly string[];

interface Empty {
  readonly g: Names;
  readonly none: Names;
  readonly beta: Numbers;
  readonly lower: Numbers;
  readonly upper: Numbers;
}

const R = answers<{
  readonly late: readonly (Readonly<Record<"start" | "stop" | "event" | "times" | "atRisk", Numbers>> & {
    readonly g: Names;
    readonly group: Names;
  })[];
  readonly subjects: readonly (Readonly<
    Record<"id" | "start" | "stop" | "event" | "n" | "events", Numbers> &
      Record<"median" | "lower" | "upper", readonly Answer[]>
  > &
    Readonly<Record<"chi2" | "p" | "mean" | "meanError" | "repeated", number>> & { readonly g: Names })[];
  readonly competing: readonly (Readonly<Record<"start" | "time" | "cause" | "id" | "lost", Numbers>> & {
    readonly g: Names;
    readonly type: "log" | "log-log" | "plain";
    readonly curves: readonly {
      readonly group: string;
      readonly cause: number;
      readonly time: Numbers;
      readonly incidence: Numbers;
      readonly error: Numbers;
    }[];
  })[];
  readonly ended: readonly (Readonly<Record<"time" | "cause" | "at", Numbers>> & {
    readonly g: Names;
    readonly rows: Names;
    readonly incidence: readonly (readonly Answer[])[];
  })[];
  readonly emptyCox: readonly (Empty & { readonly time: Numbers; readonly event: Numbers })[];
  readonly emptyLogit: readonly (Empty & { readonly y: Numbers })[];
  readonly twice: readonly Readonly<Record<"y" | "x" | "z" | "also" | "beta" | "lower" | "upper", Numbers>>[];
  readonly tables: readonly { readonly m: readonly Numbers[]; readonly p: number }[];
}>("edges");

const log = (estimate: S.Estimate): S.Estimate =>
  estimate.estimable ? { estimable: true, value: Math.log(estimate.value) } : estimate;

const because = (estimate: S.Estimate | undefined): string | undefined =>
  estimate === undefined || estimate.estimable ? undefined : estimate.because;

const risk = against(
  "survival",
  "numbers at risk with delayed entry",
  "summary(survfit(Surv(start, time, event) ~ g))$n.risk",
);

for (const [i, { start, stop, event, g, group, times, atRisk }] of R.late.entries())
  test(`late ${i}: the risk table counts those who have entered, as R's curve does`, () => {
    const curves = S.kaplanMeierByGroup({ time: stop, event, start, group: g }, undefined, "log-log", 0.95);
    // Between the events of a group R counts those who enter before its next one.
    const own = (name: string) => stop.filter((_, row) => g[row] === name && event[row] === 1);
    for (const [j, time] of times.entries()) {
      if (!own(group[j] ?? "").includes(time)) continue;
      const curve = curves.find((one) => one.group === group[j])?.curve ?? assert.fail();
      const at = S.riskTableAt(curve, time);
      risk(at.atRisk, atRisk[j], `${group[j]} at ${time}`);
      assert.equal(at.atRisk + at.events + at.censored + (at.waiting ?? Number.NaN), curve.n);
    }
  });

test("by hand: nobody is at risk before entering; at time zero those who start there are", () => {
  const curve = S.kaplanMeier({ time: [5, 9, 12], event: [1, 0, 1], start: [0, 4, 9] }, "log-log", 0.95);
  const at = (time: number) => Object.values(S.riskTableAt(curve, time));
  assert.deepEqual(at(0), [0, 1, 0, 0, 2]);
  assert.deepEqual(at(4), [4, 1, 0, 0, 2]);
  assert.deepEqual(at(5), [5, 2, 0, 0, 1]);
  assert.deepEqual(at(10), [10, 1, 1, 1, 0]);
  assert.deepEqual(at(13), [13, 0, 2, 1, 0]);
});

const bySubject = against(
  "survival",
  "curves, comparison and means by subject",
  "survfit(Surv(start, stop, event) ~ g, id = id)",
);

for (const [i, own] of R.subjects.entries())
  test(`subjects ${i}: n, limits, comparison and mean are those of subjects, not of rows`, () => {
    const columns = { time: own.stop, event: own.event, start: own.start, group: own.g, id: own.id };
    const { curves } = S.subjectCurves(columns, "log-log", 0.95);
    for (const [j, { curve, robust }] of curves.entries()) {
      assert.equal(curve.n, own.n[j]);
      assert.equal(curve.events, own.events[j]);
      assert.equal(robust, own.repeated === 1);
      const median = S.survivalQuantile(curve, 0.5, "r-print");
      bySubject(median.value, own.median[j], "median");
      bySubject(median.lower, own.lower[j], "lower");
      bySubject(median.upper, own.upper[j], "upper");
    }
    const mean = S.meanSurvivalTime(curves[0]?.curve ?? assert.fail(), 40, 0.95);
    bySubject(mean.value, own.mean, "mean");
    if (robust(own)) bySubject(mean.stdError, own.meanError, "error of the mean");
    const columnsOfCox = { ...columns, covariates: S.dummies("g", own.g), cluster: own.id };
    const test = robust(own) ? S.robustScoreTest(columnsOfCox, "efron") : S.logRankTest(columns);
    bySubject(test.chi2, own.chi2, "chi-square");
    bySubject(test.p, own.p, "p");
  });

const robust = ({ repeated }: { readonly repeated: number }): boolean => repeated === 1;

test("a row that the next takes up is no censoring, and rows that overlap are said", () => {
  const whole = { time: [9, 12], event: [1, 0], start: [0, 0], id: ["a", "b"] };
  const parts = { time: [4, 9, 7, 12], event: [0, 1, 0, 0], start: [0, 4, 0, 7], id: ["a", "a", "b", "b"] };
  const of = (columns: S.SubjectColumns) => S.subjectCurves(columns, "log", 0.95).curves[0]?.curve.steps;
  assert.deepEqual(of(parts), of(whole));
  const twice = { time: [9, 9], event: [1, 0], start: [0, 0], id: ["a", "a"] };
  assert.equal(S.subjectCurves(twice, "log", 0.95).overlapping, 1);
});

const late = against(
  "competing risks",
  "incidence with delayed entry",
  "survfit(Surv(start, time, factor(cause)) ~ g, id = id)",
);

for (const [i, { start, time, cause, g, id, type, curves, lost }] of R.competing.entries())
  test(`competing ${i}: incidences with entries, their errors and the time lost are survfit's`, () => {
    const found = S.cumulativeIncidence({ start, time, cause, group: g, id }, 2, "jackknife", type, 0.95, 12);
    for (const expected of curves) {
      const own =
        found.find(({ group, cause: k }) => group === expected.group && k === expected.cause) ?? assert.fail();
      for (const [j, at] of expected.time.entries()) {
        const step = own.steps.find((one) => one.time === at) ?? assert.fail(`no step at ${at}`);
        late(step.incidence, expected.incidence[j], `${own.group} ${own.cause} at ${at}`);
        late(step.stdError, expected.error[j], `error of ${own.group} ${own.cause} at ${at}`);
      }
    }
    const first = found.filter(({ cause: k }) => k === 1);
    for (const [j, own] of first.entries()) late(own.timeLost?.value ?? assert.fail(), lost[j], "time lost");
    assert.equal(because(S.grayTest({ start, time, cause, group: g }, 1, 2).chi2), "no-method");
  });

const ends = against(
  "competing risks",
  "incidence past the last follow-up",
  "timepoints(cuminc(time, cause, group), at)",
);

for (const [i, { time, cause, g, at, rows, incidence }] of R.ended.entries())
  test(`ended ${i}: an incidence is not carried past the last follow-up of its group`, () => {
    const curves = S.cumulativeIncidence({ time, cause, group: g }, 2, "aalen", "log-log", 0.95);
    for (const [row, name] of rows.entries()) {
      const own = curves.find(({ group, cause: k }) => `${group} ${k}` === name) ?? assert.fail(name);
      for (const [j, when] of at.entries())
        ends(S.incidenceAt(own, when).incidence, incidence[row]?.[j], `${name} at ${when}`);
    }
  });

const SEARCH = { tolerance: 2e-5, because: "optim in the script stops there", scale: 1 };
const CALL = "the penalised profile by optim and uniroot (reference/edges.R)";
const coxEnds = against("cox", "Firth limits where levels have no event", CALL, SEARCH);
const logitEnds = against("logistic", "Firth limits where levels have no event", CALL, SEARCH);

for (const [i, { time, event, g, none, beta, lower, upper }] of R.emptyCox.entries())
  test(`empty levels ${i}: Cox says which run away and which nothing is known of; Firth's limits are roots`, () => {
    const data = { time, event, covariates: S.dummies("g", g) };
    const fit = S.coxRegression(data, "efron", 0.95);
    const firth = S.firthCoxRegression(data, "efron", 0.95);
    for (const [j, { level }] of data.covariates.entries()) {
      const known = none.includes(level ?? "") ? "not-identified" : "monotone-likelihood";
      assert.equal(because(fit.coefficients[j]?.beta), known, `${level}`);
      const own = firth.coefficients[j] ?? assert.fail();
      coxEnds(own.beta, beta[j], `beta of ${level}`);
      coxEnds(log(own.lower), lower[j], `lower of ${level}`);
      coxEnds(log(own.upper), upper[j], `upper of ${level}`);
    }
    const [term] = S.proportionalHazardsTest(
      fit,
      "km",
      Object.fromEntries(data.covariates.map(({ name }) => [name, "g"])),
    ).terms;
    assert.equal(term?.p.estimable, false);
  });

for (const [i, { y, g, none, beta, lower, upper }] of R.emptyLogit.entries())
  test(`empty levels ${i}: logistic regression likewise`, () => {
    const data = { outcome: y, covariates: S.dummies("g", g) };
    const fit = S.logisticRegression(data, 0.95);
    const firth = S.firthLogisticRegression(data, 0.95);
    for (const [j, { level }] of data.covariates.entries()) {
      assert.equal(
        because(fit.coefficients[j]?.oddsRatio),
        none.includes(level ?? "") ? "not-identified" : "separation",
      );
      const own = firth.coefficients[j] ?? assert.fail();
      logitEnds(own.beta, beta[j], `beta of ${level}`);
      logitEnds(log(own.lower), lower[j], `lower of ${level}`);
      logitEnds(log(own.upper), upper[j], `upper of ${level}`);
    }
  });

test("Fine and Gray's regression of a cause that two levels never had: neither is estimated, nor their contrast", () => {
  for (const { time, event, g, none } of R.emptyCox) {
    const cause = event.map((happened, row) => (happened === 1 ? 1 : row % 3 === 0 ? 2 : 0));
    const fit = S.fineGray({ time, cause, covariates: S.dummies("g", g) }, 1, 0.95);
    for (const { name, beta, hazardRatio } of fit.coefficients) {
      assert.equal(because(beta), none.includes(name.slice(1)) ? "not-identified" : "monotone-likelihood", name);
      assert.equal(hazardRatio.estimable, false);
    }
  }
});

test("what a runaway covariate leaves is estimated with the variance of the limit: R drops the level without events", () => {
  // Rows of a level without events are compared with nobody once it has run away: without them the other coefficient is the same.
  const age = [50, 61, 43, 58, 66, 49, 70, 55, 47, 64];
  const arm = [0, 0, 1, 0, 1, 0, 0, 1, 0, 1];
  const time = [4, 9, 3, 7, 8, 2, 11, 6, 10, 5];
  const event = arm.map((one, i) => (one === 1 || i === 6 ? 0 : 1));
  const both = {
    time,
    event,
    covariates: [
      { name: "arm", values: arm },
      { name: "age", values: age },
    ],
  };
  const fit = S.coxRegression(both, "efron", 0.95);
  const kept = [...arm.keys()].filter((row) => arm[row] === 0);
  const at = (values: Numbers) => kept.map((row) => values[row] as number);
  const alone = S.coxRegression(
    { time: at(time), event: at(event), covariates: [{ name: "age", values: at(age) }] },
    "efron",
    0.95,
  );
  const value = (estimate: S.Estimate | undefined) => (estimate?.estimable ? estimate.value : Number.NaN);
  assert.equal(because(fit.coefficients[0]?.beta), "monotone-likelihood");
  for (const part of ["beta", "se"] as const)
    assert.ok(Math.abs(value(fit.coefficients[1]?.[part]) / value(alone.coefficients[0]?.[part]) - 1) < 1e-7, part);
});

const collinear = against(
  "logistic",
  "profile limits beside a collinear covariate",
  "confint(glm(y ~ x + z, binomial))",
);

for (const [i, { y, x, z, also, beta, lower, upper }] of R.twice.entries())
  test(`collinear ${i}: a covariate that is dropped stays dropped while limits are sought`, () => {
    const covariates = [
      { name: "x", values: x },
      { name: "z", values: z },
      { name: "also", values: also },
    ];
    const fit = S.logisticRegression({ outcome: y, covariates }, 0.95);
    for (const j of [0, 1]) {
      const own = fit.coefficients[j] ?? assert.fail();
      collinear(own.beta, beta[j], own.name);
      collinear(log(own.lower), lower[j], `lower ${own.name}`);
      collinear(log(own.upper), upper[j], `upper ${own.name}`);
    }
    assert.equal(because(fit.coefficients[2]?.beta), "collinear");
    const firth = S.firthLogisticRegression({ outcome: y, covariates }, 0.95);
    const alone = S.firthLogisticRegression({ outcome: y, covariates: covariates.slice(0, 2) }, 0.95);
    assert.deepEqual(firth.coefficients.slice(0, 2), alone.coefficients);
  });

test("a covariate that stands still, within strata too, takes no other estimate away and says why", () => {
  const { time, event } = R.emptyCox[3] ?? assert.fail();
  const age = time.map((value, i) => (value * 7 + i) % 23);
  const stratum = time.map((_, i) => (i < 9 ? "a" : "b"));
  const still = { name: "still", values: time.map(() => 4) };
  const own = { name: "own", values: stratum.map((name) => (name === "a" ? 3.1 : 8.7)) };
  const data = { time, event, stratum, covariates: [still, own, { name: "age", values: age }] };
  const alone = { ...data, covariates: data.covariates.slice(2) };
  for (const fit of [S.coxRegression(data, "efron", 0.95), S.firthCoxRegression(data, "efron", 0.95)]) {
    assert.equal(because(fit.coefficients[0]?.beta), "no-variation");
    assert.equal(because(fit.coefficients[1]?.beta), "constant-at-risk");
  }
  const near = (a: S.Estimate | undefined, b: S.Estimate | undefined) =>
    assert.ok(a?.estimable && b?.estimable && Math.abs(a.value - b.value) < 1e-9 * Math.abs(b.value));
  near(
    S.coxRegression(data, "efron", 0.95).coefficients[2]?.se,
    S.coxRegression(alone, "efron", 0.95).coefficients[0]?.se,
  );
  const [firth, firthAlone] = [data, alone].map((one) => S.firthCoxRegression(one, "efron", 0.95).coefficients.at(-1));
  near(firth?.upper, firthAlone?.upper);
});

const fisher = against("tables", "Fisher r x c by the network", "fisher.test(m, workspace = 2e7)$p.value", {
  tolerance: 1e-6,
  because: "R takes ways within 3.45e-7 of each other for one",
});

test("Fisher's p of larger tables is R's; simulated tables come near it, the same from the same seed", () => {
  for (const { m, p } of R.tables) {
    fisher(S.fisherExactTable(m).p, p, JSON.stringify(m));
    const drawn = S.fisherSimulated(m, 2000, 7);
    assert.ok(drawn.lower.estimable && drawn.upper.estimable && drawn.p.estimable);
    assert.ok(
      drawn.lower.value < p && p < drawn.upper.value,
      `${p} is not in ${drawn.lower.value} to ${drawn.upper.value}`,
    );
    assert.deepEqual(S.fisherSimulated(m, 2000, 7), drawn);
  }
});

test("nothing gives no p: no table, one group, one category, no weight, one time", () => {
  assert.equal(because(S.chiSquareTable([]).p), "no-values");
  assert.equal(
    because(
      S.chiSquareTable([
        [0, 0],
        [0, 0],
      ]).p,
    ),
    "no-values",
  );
  assert.equal(because(S.chiSquareTable([[3, 4]]).p), "one-group");
  assert.equal(because(S.chiSquareTable([[3], [4]]).p), "no-variation");
  assert.equal(because(S.fisherExactTable([]).p), "no-values");
  assert.equal(because(S.fisherSimulated([[3], [4]], 10, 1).p), "no-variation");
  const none = { time: [1, 2, 3], event: [1, 1, 0], weight: [0, 0, 0], covariates: [{ name: "x", values: [1, 2, 4] }] };
  const fit = S.coxRegression(none, "efron", 0.95);
  assert.deepEqual([fit.logLik, because(fit.coefficients[0]?.beta), fit.n], [[0, 0], "no-values", 0]);
  for (const distribution of ["weibull", "log-normal", "log-logistic"] as const)
    for (const [time, event] of [
      [
        [4, 4, 4, 4],
        [1, 1, 1, 1],
      ],
      [
        [4, 4, 4, 1, 2],
        [1, 1, 1, 0, 0],
      ],
      [
        [6, 6, 6],
        [1, 1, 0],
      ],
      [
        [2.5, 2.5],
        [1, 1],
      ],
    ] as const)
      assert.equal(S.acceleratedTime({ time, event, covariates: [] }, distribution, 0.95).scale.value.estimable, false);
});

const EDGES = new URL("../../../../shared/data/edges/", import.meta.url);

/** A column of a small file without quotation marks. */
function columnsOf(file: string): (name: string) => Names {
  const [head = "", ...lines] = readFileSync(new URL(file, EDGES), "utf8").trim().split(/\r?\n/);
  const rows = lines.map((line) => line.split(","));
  return (name) => rows.map((row) => row[head.split(",").indexOf(name)] ?? assert.fail(name));
}

test("the shared inputs that a library call is asked for give what R gives", (context) => {
  if (!existsSync(EDGES)) return context.diagnostic("the shared inputs are not here");
  const near = (found: S.Estimate | undefined, wanted: number) =>
    assert.ok(
      found?.estimable && Math.abs(found.value / wanted - 1) < 1e-4,
      `${JSON.stringify(found)}, R has ${wanted}`,
    );
  const five = columnsOf("05_logistic_collinear.csv");
  const numbers = (values: Names) => values.map(Number);
  const covariates = ["x", "dup"].map((name) => ({ name, values: numbers(five(name)) }));
  const [x] = S.logisticRegression({ outcome: numbers(five("y")), covariates }, 0.95).coefficients;
  near(x?.oddsRatio, 1.062269);
  near(x?.lower, 0.7278);
  near(x?.upper, 1.5615);
  const six = columnsOf("06b_logistic_empty_levels.csv");
  const [b] = S.logisticRegression(
    { outcome: numbers(six("y")), covariates: S.dummies("g", six("g")) },
    0.95,
  ).coefficients;
  assert.equal(b?.oddsRatio.estimable, false);
  const firth = columnsOf("06d_firth_logistic.csv");
  const own = S.firthLogisticRegression({ outcome: numbers(firth("y")), covariates: S.dummies("g", firth("g")) }, 0.95);
  near(own.coefficients[1]?.lower, 0.00743888);
  near(own.coefficients[1]?.upper, 287.448);
  const one = columnsOf("18_aft_one_time.csv");
  const data = { time: numbers(one("time")), event: numbers(one("event")), covariates: [] };
  assert.equal(S.acceleratedTime(data, "weibull", 0.95).scale.value.estimable, false);
});
