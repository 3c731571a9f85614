import assert from "node:assert/strict";
import { test } from "node:test";
import {
  cumulativeIncidence,
  type Estimate,
  fineGray,
  grayTest,
  type IncidenceVariance,
  incidenceAt,
  logRankTest,
} from "../src/index.ts";
import { type Answer, against } from "./agreement.ts";
import { answers } from "./reference.ts";

type Numbers = readonly number[];
type Pair = readonly [readonly Answer[], readonly Answer[]];

interface Curve {
  readonly group: string;
  readonly cause: number;
  readonly times: Numbers;
  readonly incidence: Numbers;
  readonly variance: Numbers;
  readonly jackknife: Numbers;
  readonly plain: Pair;
  readonly log: Pair;
  readonly loglog: Pair;
}

interface Tests {
  readonly chi2: Numbers;
  readonly p: Numbers;
}

interface DataSet {
  readonly t: Numbers;
  readonly e: Numbers;
  readonly g: readonly string[];
  readonly s: readonly string[];
  readonly age: Numbers;
  readonly male: Numbers;
  readonly curves: readonly Curve[];
  readonly gray: Tests;
  readonly stratified: Tests;
  readonly fineGray: readonly { readonly beta: Numbers; readonly se: Numbers; readonly logLik: Numbers }[];
}

const R = answers<{ readonly sets: Readonly<Record<string, DataSet>> }>("competing-risks");

const incidence = against(
  "competing risks",
  "cumulative incidence",
  "timepoints(cuminc(time, cause, group), times)$est",
);
const aalen = against("competing risks", "its variance, Aalen's", "timepoints(cuminc(time, cause, group), times)$var");
const jackknife = against(
  "competing risks",
  "its standard error, jackknife",
  "survfit(Surv(time, factor(cause)) ~ group)$std.err",
);
const limits = against(
  "competing risks",
  "plain, log and log-log limits",
  "survfit(Surv(time, factor(cause)) ~ group, conf.type)",
);
const gray = against("competing risks", "Gray's test, with strata", "cuminc(time, cause, group, strata)$Tests");
const regression = against("competing risks", "Fine and Gray's regression", "crr(time, cause, x, gtol = 1e-12)");

const known = (estimate: Estimate): number => (estimate.estimable ? estimate.value : Number.NaN);

for (const [name, set] of Object.entries(R.sets)) {
  const columns = { time: set.t, cause: set.e, group: set.g };
  const curve = (variance: IncidenceVariance, type: "plain" | "log" | "log-log", { group, cause }: Curve) =>
    cumulativeIncidence(columns, 2, variance, type, 0.95).find((one) => one.group === group && one.cause === cause) ??
    assert.fail(`no curve of ${group}, ${cause}`);

  test(`${name}: incidences with both variances and all limits are cuminc's and survfit's`, () => {
    for (const expected of set.curves) {
      const ours = curve("aalen", "plain", expected);
      const kinds = (["plain", "log", "log-log"] as const).map((type) => curve("jackknife", type, expected));
      for (const [i, time] of expected.times.entries()) {
        const what = `${name}, ${expected.group}, cause ${expected.cause} at ${time}`;
        const at = incidenceAt(ours, time);
        incidence(at.incidence, expected.incidence[i], what);
        aalen(known(at.stdError) ** 2, expected.variance[i], what);
        for (const [place, key] of (["plain", "log", "loglog"] as const).entries()) {
          const own = incidenceAt(kinds[place] ?? ours, time);
          if (known(own.incidence) === 0) continue;
          jackknife(own.stdError, expected.jackknife[i], what);
          limits(own.lower, expected[key][0][i], `lower ${key}, ${what}`);
          limits(own.upper, expected[key][1][i], `upper ${key}, ${what}`);
        }
      }
    }
  });

  test(`${name}: Gray's test, alone and within strata, is cuminc's`, () => {
    for (const cause of [1, 2]) {
      gray(grayTest(columns, cause, 2).chi2, set.gray.chi2[cause - 1], `${name}, cause ${cause}`);
      gray(grayTest(columns, cause, 2).p, set.gray.p[cause - 1], `p, ${name}, cause ${cause}`);
      const within = grayTest({ ...columns, stratum: set.s }, cause, 2);
      gray(within.chi2, set.stratified.chi2[cause - 1], `${name}, cause ${cause}, in strata`);
    }
  });

  test(`${name}: Fine and Gray's regression is crr's`, () => {
    const covariates = [
      { name: "age", values: set.age },
      { name: "male", values: set.male },
    ];
    for (const [k, expected] of set.fineGray.entries()) {
      const fit = fineGray({ time: set.t, cause: set.e, covariates }, k + 1, 0.95);
      regression(fit.logLik[0], expected.logLik[0], `${name}, none`);
      regression(fit.logLik[1], expected.logLik[1], `${name}, model`);
      for (const [j, own] of fit.coefficients.entries()) {
        regression(own.beta, expected.beta[j], `${own.name} of ${name}, cause ${k + 1}`);
        regression(own.se, expected.se[j], `error of ${own.name} of ${name}, cause ${k + 1}`);
      }
    }
  });
}

test("by hand: four children, a relapse, a death before a relapse, a censoring, a relapse", () => {
  const [own] = cumulativeIncidence({ time: [1, 2, 3, 4], cause: [1, 2, 0, 1] }, 2, "aalen", "plain", 0.95);
  // 1/4; then S is 3/4, after the other event 1/2, and the last at risk relapses: 1/4 + 1/2 x 1/1.
  assert.deepEqual(
    own?.steps.map((step) => step.incidence),
    [0.25, 0.25, 0.25, 0.75],
  );
});

test("a cause that nobody has, one group, and no rows are answers; a code beyond the causes is refused (T15)", () => {
  const columns = { time: [1, 2, 3, 4], cause: [1, 0, 1, 0], group: ["a", "a", "b", "b"] };
  const curves = cumulativeIncidence(columns, 2, "aalen", "plain", 0.95);
  assert.equal(curves.filter(({ cause, events }) => cause === 2 && events === 0).length, 2);
  assert.deepEqual(grayTest(columns, 2, 2).chi2, { estimable: false, because: "no-events", n: 4 });
  assert.deepEqual(grayTest({ time: [1, 2], cause: [1, 1] }, 1, 1).chi2, {
    estimable: false,
    because: "one-group",
    n: 2,
  });
  assert.throws(() => grayTest(columns, 1, 0), /a cause is 0 \(censored\) or 1 to 0, got 1 \(row 1\)/);
});

test("Gray's test is not the log-rank test under its name (T15)", () => {
  const { t, e, g } = R.sets.mgus2 ?? assert.fail();
  const ordinary = logRankTest({ time: t, event: e.map((cause) => Number(cause === 2)), group: g });
  const proper = grayTest({ time: t, cause: e, group: g }, 2, 2);
  assert.ok(
    ordinary.chi2.estimable && proper.chi2.estimable && Math.abs(ordinary.chi2.value - proper.chi2.value) > 0.1,
  );
});
