import assert from "node:assert/strict";
import { test } from "node:test";
import * as stats from "../src/index.ts";
import { comparing } from "./agreement.ts";
import { agrees, answers } from "./reference.ts";

type Row = readonly number[];
type Distribution = (...at: number[]) => number;

const R = answers<Readonly<Record<string, readonly Row[]>>>("distributions");

/** Rows end in R's lower and upper tail; what stands before them are the arguments. */
function bothTails(name: string, lower: Distribution, upper: Distribution, tolerance: number): void {
  const rows = R[name] ?? [];
  assert.ok(rows.length > 5, `${name} has rows`);
  for (const row of rows) {
    const at = row.slice(0, -2);
    const [low, high] = row.slice(-2);
    agrees(lower(...at), low ?? null, tolerance, `${name} below ${at.join(", ")}`);
    agrees(upper(...at), high ?? null, tolerance, `${name} above ${at.join(", ")}`);
  }
}

test("both tails of the normal distribution keep their digits down to 1e-300", () => {
  comparing("distributions", "normal, both tails to 1e-300", "pnorm");
  bothTails("normal", stats.normalLower as Distribution, stats.normalUpper as Distribution, 1e-12);
});

test("both tails of chi-square keep their digits", () => {
  comparing("distributions", "chi-square, both tails", "pchisq");
  bothTails("chiSquare", stats.chiSquareLower as Distribution, stats.chiSquareUpper as Distribution, 1e-12);
});

test("chi-square of 2000 and more degrees of freedom is right where the gamma function of @stdlib is not", () => {
  comparing("distributions", "chi-square of 2000 and more degrees of freedom", "pchisq");
  // 1e-10: the logarithm of the first factor is near 2e4, so 1e-16 of it is 2e-12 of the tail.
  bothTails("chiSquareLargeDf", stats.chiSquareLower as Distribution, stats.chiSquareUpper as Distribution, 1e-10);
});

test("both tails of t, F and beta keep their digits", () => {
  comparing("distributions", "t, F and beta, both tails", "pt, pf, pbeta");
  bothTails("t", stats.tLower as Distribution, stats.tUpper as Distribution, 1e-11);
  bothTails("f", stats.fLower as Distribution, stats.fUpper as Distribution, 1e-11);
  bothTails("beta", stats.betaLower as Distribution, stats.betaUpper as Distribution, 1e-11);
});

test("normal, t and beta quantiles are R's", () => {
  comparing("distributions", "normal, t and beta quantiles", "qnorm, qt, qbeta");
  for (const [p = 0, z = 0] of R.normalInverse ?? []) agrees(stats.normalInverse(p), z, 1e-12, `normal ${p}`);
  for (const [p = 0, ...expected] of R.tInverse ?? [])
    for (const [i, df] of [1, 5.5, 200].entries())
      agrees(stats.tInverse(p, df), expected[i] ?? null, 1e-11, `t ${p}, ${df} df`);
  const shapes = [
    [1, 8],
    [6, 22],
    [400, 3],
    [1000, 9000],
  ] as const;
  for (const [p = 0, ...expected] of R.betaInverse ?? [])
    for (const [i, [a, b]] of shapes.entries())
      agrees(stats.betaInverse(p, a, b), expected[i] ?? null, 1e-11, `beta ${p}, ${a}, ${b}`);
});

test("a level outside 0 to 1 is a bug and throws", () => {
  assert.throws(() => stats.criticalNormal(95), /between 0 and 1/);
  agrees(stats.criticalNormal(0.95), 1.9599639845400545, 1e-13, "1.96");
});
