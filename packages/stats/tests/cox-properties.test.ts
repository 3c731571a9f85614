import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type CoxData, coxRegression, dummies, logRankTest } from "../src/index.ts";
import { DATA } from "./reference.ts";

const row = fc.record({
  time: fc.integer({ min: 1, max: 12 }),
  event: fc.integer({ min: 0, max: 1 }),
  n: fc.integer({ min: 1, max: 3 }),
  a: fc.integer({ min: -5, max: 5 }),
  b: fc.integer({ min: 0, max: 1 }),
});
type Row = { time: number; event: number; n: number; a: number; b: number };

const columns = (rows: readonly Row[]): CoxData => ({
  time: rows.map(({ time }) => time),
  event: rows.map(({ event }) => event),
  n: rows.map(({ n }) => n),
  covariates: [
    { name: "a", values: rows.map(({ a }) => a) },
    { name: "b", values: rows.map(({ b }) => b) },
  ],
});

const TIES = ["efron", "breslow", "exact"] as const;

/** Every number of a fit that a table would show. */
function numbers(data: CoxData, ties: (typeof TIES)[number]): readonly (number | null)[] {
  const fit = coxRegression(data, ties, 0.95);
  const value = (estimate: { estimable: boolean; value?: number }) =>
    estimate.estimable ? (estimate.value ?? null) : null;
  return [...fit.coefficients.flatMap(({ beta, se }) => [value(beta), value(se)]), ...fit.logLik];
}

function near(found: readonly (number | null)[], expected: readonly (number | null)[], what: string): void {
  for (const [i, value] of expected.entries()) {
    const own = found[i];
    if (value === null || own === null || own === undefined) assert.equal(own, value, what);
    else assert.ok(Math.abs(own - value) <= 1e-7 * Math.max(1, Math.abs(value)), `${what}: ${own} and ${value}`);
  }
}

/** Enough rows that both covariates vary and nothing separates: a balanced core stands under what is drawn. */
const CORE: readonly Row[] = [0, 1].flatMap((b) =>
  [-2, 0, 3].flatMap((a) =>
    [2, 5, 9].map((time, i) => ({ time: time + b, event: (i + a + b) % 2 === 0 ? 1 : 0, n: 1, a, b })),
  ),
);

test("a fit depends on the subjects alone: not on the order of rows, nor on how they are counted", () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 25 }), fc.constantFrom(...TIES), (drawn, ties) => {
      const rows = [...CORE, ...drawn];
      const whole = numbers(columns(rows), ties);
      near(numbers(columns(rows.toReversed()), ties), whole, "order");
      const spread = rows.flatMap((one) => Array.from({ length: one.n }, () => ({ ...one, n: 1 })));
      near(numbers(columns(spread), ties), whole, "one by one");
    }),
    { numRuns: 60 },
  );
});

test("neither the unit of a covariate, an offset of 1e7, nor the unit of time changes a fit (T12)", () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 25 }), fc.constantFrom(...TIES), (drawn, ties) => {
      const rows = [...CORE, ...drawn];
      const data = columns(rows);
      const [beta, se, ...rest] = numbers(data, ties);
      const moved = {
        ...data,
        covariates: [{ name: "a", values: rows.map(({ a }) => a * 1000 + 1e7) }, ...data.covariates.slice(1)],
      };
      const [movedBeta, movedSe, ...movedRest] = numbers(moved, ties);
      near([(movedBeta ?? 0) * 1000, (movedSe ?? 0) * 1000, ...movedRest], [beta ?? 0, se ?? 0, ...rest], "covariate");
      near(
        numbers({ ...data, time: rows.map(({ time }) => time * 30) }, ties),
        [beta ?? null, se ?? null, ...rest],
        "time",
      );
    }),
    { numRuns: 60 },
  );
});

test("one stratum, a start at 0 and a weight of 1 change nothing; equal weights change no coefficient", () => {
  const data = columns(CORE);
  for (const ties of ["efron", "breslow"] as const) {
    const whole = numbers(data, ties);
    near(numbers({ ...data, stratum: CORE.map(() => "s") }, ties), whole, "stratum");
    near(numbers({ ...data, start: CORE.map(() => 0) }, ties), whole, "start");
    near(numbers({ ...data, weight: CORE.map(() => 1) }, ties), whole, "weight");
    near(numbers({ ...data, weight: CORE.map(() => 2.5) }, ties).slice(0, 1), whole.slice(0, 1), "equal weights");
  }
});

test("without ties the score test of a group is the log-rank test", () => {
  const rows = [3, 5, 6, 8, 11, 13, 17, 19].map((time, i) => ({
    time,
    event: i % 3 === 0 ? 0 : 1,
    group: i % 2 === 0 ? "a" : "b",
  }));
  const time = rows.map((one) => one.time);
  const event = rows.map((one) => one.event);
  const group = rows.map((one) => one.group);
  const { score } = coxRegression({ time, event, covariates: dummies("group", group) }, "efron", 0.95);
  const { chi2 } = logRankTest({ time, event, group });
  assert.ok(score.chi2.estimable && chi2.estimable && Math.abs(score.chi2.value - chi2.value) < 1e-12);
});

test("what cannot be estimated says why, and the rest is estimated beside it", () => {
  const { time, status, age, sex } = DATA.lung;
  const event = status.map((s) => Number(s === 2));
  const fit = coxRegression(
    {
      time,
      event,
      covariates: [
        { name: "age", values: age },
        { name: "same", values: age.map(() => 4) },
        { name: "twice", values: age.map((a) => 2 * (a ?? 0) + 1) },
        { name: "sex", values: sex },
      ],
    },
    "efron",
    0.95,
  );
  const why = fit.coefficients.map(({ beta }) => (beta.estimable ? "estimated" : beta.because));
  assert.deepEqual(why, ["estimated", "no-variation", "collinear", "estimated"]);
  const plain = coxRegression(
    {
      time,
      event,
      covariates: [
        { name: "age", values: age },
        { name: "sex", values: sex },
      ],
    },
    "efron",
    0.95,
  );
  near([fit.logLik[1]], [plain.logLik[1]], "likelihood");
  assert.equal(fit.likelihoodRatio.df, 2);
});

test("missing values are left out and counted; nobody, no events and one subject are answers", () => {
  const { time, status, "wt.loss": loss } = DATA.lung;
  const covariates = [{ name: "loss", values: loss }];
  const fit = coxRegression({ time, event: status.map((s) => Number(s === 2)), covariates }, "efron", 0.95);
  assert.deepEqual([fit.n, fit.missing], [214, 14]);
  const nobody = coxRegression({ time: [], event: [], covariates: [{ name: "a", values: [] }] }, "efron", 0.95);
  assert.deepEqual(nobody.coefficients[0]?.beta, { estimable: false, because: "no-values", n: 0 });
  const none = coxRegression(
    { time: [1, 2], event: [0, 0], covariates: [{ name: "a", values: [1, 2] }] },
    "efron",
    0.95,
  );
  assert.deepEqual(none.coefficients[0]?.beta, { estimable: false, because: "no-events", n: 2 });
  const one = coxRegression({ time: [1], event: [1], covariates: [{ name: "a", values: [3] }] }, "efron", 0.95);
  assert.equal(one.coefficients[0]?.beta.estimable, false);
});

test("columns of different length, impossible times, events and weights are refused with the row", () => {
  const base = { time: [1, 2], event: [1, 0], covariates: [{ name: "a", values: [1, 2] }] };
  assert.throws(
    () => coxRegression({ ...base, covariates: [{ name: "a", values: [1] }] }, "efron", 0.95),
    /column a has 1 rows, time has 2/,
  );
  assert.throws(
    () => coxRegression({ ...base, time: [1, -2] }, "efron", 0.95),
    /from 0 up and finite, got -2 \(row 2\)/,
  );
  assert.throws(() => coxRegression({ ...base, event: [1, 2] }, "efron", 0.95), /an event is 0 or 1, got 2 \(row 2\)/);
  assert.throws(() => coxRegression({ ...base, start: [0, 2] }, "efron", 0.95), /before it ends, got 2 to 2 \(row 2\)/);
  assert.throws(() => coxRegression({ ...base, weight: [1, -1] }, "efron", 0.95), /a weight is from 0 up/);
  assert.throws(() => coxRegression({ ...base, weight: [1, 2] }, "exact", 0.95), /exact ties have no weights/);
});
