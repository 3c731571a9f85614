import assert from "node:assert/strict";
import { test } from "node:test";
import { freeMarginalInClusters, raterAgreement } from "../src/index.ts";
import { against } from "./agreement.ts";
import { answers } from "./reference.ts";

const R = answers<{
  readonly cases: readonly {
    readonly m: readonly (readonly (number | null)[])[];
    readonly cluster: readonly string[];
    readonly q: number;
    readonly subjects: number;
    readonly clusters: number;
    readonly values: readonly (number | null)[];
  }[];
}>("readers");

const subjectsOf = ({ m, cluster }: (typeof R.cases)[number]) =>
  m.map((ratings, place) => ({ ratings, cluster: cluster[place] ?? "" }));

test("free-marginal kappa over clusters has the sandwich's error: one child, all alike, none alike, nobody twice, readers that come and go", () => {
  const compare = against(
    "agreement",
    "Free-marginal kappa, error over clusters",
    "lm(agreeing ~ 1), sandwich over clusters",
    { tolerance: 1e-10, because: "sums of few shares: nothing is lost", scale: 1e-3 },
  );
  assert.equal(R.cases.length, 9);
  for (const [place, one] of R.cases.entries()) {
    const { kappa, observed, stdError, lower, upper, ...sized } = freeMarginalInClusters(subjectsOf(one), one.q, 0.95);
    assert.deepEqual([sized.subjects, sized.clusters], [one.subjects, one.clusters], `case ${place}`);
    for (const [part, found] of [kappa, observed, stdError, lower, upper].entries())
      compare(found, one.values[part] ?? null, `case ${place}, part ${part}`);
  }
});

test("each subject a cluster of its own it is Gwet's", () => {
  const [, , , alone] = R.cases;
  assert.ok(alone);
  const clustered = freeMarginalInClusters(subjectsOf(alone), alone.q, 0.95);
  const { freeMarginal } = raterAgreement(alone.m, alone.q, 0.95);
  for (const part of ["kappa", "stdError", "lower", "upper"] as const) {
    const [one, other] = [clustered[part], freeMarginal[part]];
    assert.ok(one.estimable && other.estimable && Math.abs(one.value - other.value) < 1e-12, part);
  }
});

test("by hand: of two bones three readers agree on one and two of three on the other, of five states", () => {
  const { kappa, stdError } = freeMarginalInClusters(
    [
      { ratings: [1, 1, 1], cluster: "a" },
      { ratings: [0, 0, 2], cluster: "b" },
    ],
    5,
    0.95,
  );
  // Pairs that agree: 1 and 1/3; (2/3 - 1/5) / (4/5) = 7/12. Apart by 1/3 each: sqrt(2 * 2/9) / 2 / (4/5) = 5/12.
  assert.ok(kappa.estimable && Math.abs(kappa.value - 7 / 12) < 1e-15);
  assert.ok(stdError.estimable && Math.abs(stdError.value - 5 / 12) < 1e-15);
});
