import assert from "node:assert/strict";
import { test } from "node:test";
import { coxRegression, meanCumulativeFunction, type RecurrentModel, recurrentCoxData } from "../src/index.ts";
import { against } from "./agreement.ts";
import { answers } from "./reference.ts";

type Numbers = readonly number[];

interface Mean {
  readonly id: Numbers;
  readonly start: Numbers;
  readonly time: Numbers;
  readonly event: Numbers;
  readonly at: Numbers;
  readonly risk: Numbers;
  readonly events: Numbers;
  readonly mean: Numbers;
  readonly error: Numbers;
}

interface Fit {
  readonly beta: Numbers;
  readonly se: Numbers;
  readonly logLik: Numbers;
}

const R = answers<{
  readonly means: Readonly<Record<string, Mean>>;
  readonly models: Readonly<Record<"andersenGill" | "pwpTotal" | "pwpGap" | "wlw", Fit>> & {
    readonly histories: readonly { readonly id: number; readonly until: number; readonly events: Numbers | null }[];
    readonly covariates: readonly { readonly name: string; readonly values: Numbers }[];
  };
}>("recurrent");

const mean = against("recurrent", "mean cumulative function", "survfit(Surv(start, time, event) ~ 1, id = id)$cumhaz");
const error = against(
  "recurrent",
  "its robust standard error",
  "survfit(Surv(start, time, event) ~ 1, id = id)$std.chaz",
);

for (const [name, expected] of Object.entries(R.means))
  test(`${name}: the mean cumulative function and its error are survfit's`, () => {
    const found = meanCumulativeFunction(expected, 0.95);
    assert.deepEqual(
      found.steps.map(({ time, atRisk, events }) => [time, atRisk, events]),
      expected.at.map((time, i) => [time, expected.risk[i], expected.events[i]]),
    );
    for (const [i, step] of found.steps.entries()) {
      mean(step.mean, expected.mean[i], `${name} at ${step.time}`);
      error(step.stdError, expected.error[i], `${name} at ${step.time}`);
    }
  });

const MODELS: readonly (readonly ["andersenGill" | "pwpTotal" | "pwpGap" | "wlw", RecurrentModel, string])[] = [
  ["andersenGill", "andersen-gill", "coxph(Surv(start, stop, event) ~ x, cluster = id)"],
  ["pwpTotal", "pwp-total", "coxph(Surv(start, stop, event) ~ x + strata(k), cluster = id)"],
  ["pwpGap", "pwp-gap", "coxph(Surv(stop - start, event) ~ x + strata(k), cluster = id)"],
  ["wlw", "wei-lin-weissfeld", "coxph(Surv(stop, event) ~ x + strata(k), cluster = id)"],
];

const histories = R.models.histories.map(({ id, until, events }) => ({ id, until, events: events ?? [] }));

for (const [key, model, call] of MODELS)
  test(`${model} on the bladder tumours is coxph's on R's own layout of them`, () => {
    const compare = against("recurrent", `${model} model`, call);
    const fit = coxRegression(recurrentCoxData(histories, R.models.covariates, model, 4), "efron", 0.95);
    const { beta, se, logLik } = R.models[key];
    compare(fit.logLik[1], logLik[1], "log-likelihood");
    for (const [j, own] of fit.coefficients.entries()) {
      compare(own.beta, beta[j], own.name);
      compare(own.se, se[j], `error of ${own.name}`);
    }
  });

test("by hand: three children, one with two relapses", () => {
  const found = meanCumulativeFunction(
    { id: ["a", "a", "a", "b", "c"], start: [0, 2, 5, 0, 0], time: [2, 5, 9, 4, 7], event: [1, 1, 0, 0, 0] },
    0.95,
  );
  assert.deepEqual(
    found.steps.map((step) => [step.time, step.atRisk, step.mean]),
    [
      [2, 3, 1 / 3],
      [5, 2, 1 / 3 + 1 / 2],
    ],
  );
  // Influences at 5: a 1/3 - 1/9 + 1/2 - 1/4, b -1/9, c -1/9 - 1/4.
  const [a, b, c] = [1 / 3 - 1 / 9 + 1 / 2 - 1 / 4, -1 / 9, -1 / 9 - 1 / 4];
  assert.ok(Math.abs((found.steps[1]?.stdError ?? 0) - Math.hypot(a, b, c)) < 1e-15);
});

test("impossible histories are refused with the subject", () => {
  const history = { id: "DD-1", until: 10, events: [4, 12] };
  assert.throws(() => recurrentCoxData([history], [], "pwp-gap", 3), /subject DD-1 has an event at 12/);
  assert.throws(() => recurrentCoxData([{ ...history, events: [4, 4] }], [], "pwp-gap", 3), /two events at 4/);
  assert.throws(
    () => meanCumulativeFunction({ id: ["a", "a"], start: [0, 2], time: [3, 5], event: [1, 0] }, 0.95),
    /subject a is watched twice from 2 to 3/,
  );
});
