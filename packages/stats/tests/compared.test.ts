import assert from "node:assert/strict";
import { test } from "node:test";
import {
  bowkerTest,
  type CountTable,
  type Estimate,
  linearByLinearTable,
  pairedDifference,
  pairedDifferenceWald,
  pairedOddsRatio,
  pooledPairs,
  rankSumUncorrected,
  raterAgreement,
  standardisedMeanDifference,
  standardisedShareDifference,
} from "../src/index.ts";
import { against } from "./agreement.ts";
import { answers } from "./reference.ts";

type Numbers = readonly number[];
type Loose = readonly (number | null)[];

const R = answers<{
  readonly raters: readonly {
    m: readonly Loose[];
    q: number;
    observed: number;
    fleiss: Numbers;
    free: Numbers;
    z: number | null;
  }[];
  readonly paired: readonly { m: Numbers; newcombe: Numbers; wald: Numbers; odds: Loose }[];
  readonly bowker: readonly { m: CountTable; values: Numbers }[];
  readonly shares: readonly { x: Numbers; y: Numbers; value: number }[];
  readonly means: readonly { x: Numbers; y: Numbers; value: number }[];
  readonly pairs: readonly { v: Numbers; g: readonly string[]; p: Numbers }[];
  readonly plain: readonly { x: Numbers; y: Numbers; p: number }[];
  readonly linear: readonly { m: CountTable; r: Numbers; s: Numbers; chi2: number }[];
}>("compared");

const twoGroups = (x: Numbers, y: Numbers) => [
  ...x.map((value) => ({ group: 1 as const, value, n: 1 })),
  ...y.map((value) => ({ group: 0 as const, value, n: 1 })),
];
const round = (estimate: Estimate, places: number) => (estimate.estimable ? estimate.value.toFixed(places) : "NA");
const placesOf = (rows: readonly Loose[]) => rows.map((row) => row.map((value) => (value === null ? null : value - 1)));

test("agreement of several raters: Fleiss and free-marginal kappa, with missing ratings too", () => {
  const compare = against(
    "agreement",
    "Fleiss and free-marginal kappa, Gwet's errors",
    "irr::kappam.fleiss, irrCAC, by the papers' formulas",
  );
  for (const { m, q, observed, fleiss, free, z } of R.raters) {
    const found = raterAgreement(placesOf(m), q, 0.95);
    compare(found.observed, observed, "observed");
    for (const [i, name] of (["kappa", "stdError", "lower", "upper"] as const).entries()) {
      compare(found.fleiss[name], fleiss[i], `Fleiss ${name}`);
      compare(found.freeMarginal[name], free[i], `free ${name}`);
    }
    compare(found.fleiss.z, z, "z");
  }
  const [textbook, gwet] = R.raters.map(({ m, q }) => raterAgreement(placesOf(m), q, 0.95));
  // The worked example of Fleiss' kappa in many textbooks; Gwet's of four raters as irrCAC prints it.
  assert.equal(textbook && round(textbook.fleiss.kappa, 3), "0.210");
  assert.deepEqual(gwet && [round(gwet.fleiss.kappa, 5), round(gwet.fleiss.stdError, 5)], ["0.76117", "0.15302"]);
  assert.deepEqual(gwet && [gwet.subjects, gwet.alone], [11, 1]);
});

test("paired shares: Newcombe's limits are those printed of 21 children before and after a transplantation", () => {
  const compare = against("tables", "paired differences and odds ratios", "Newcombe 1998 method 10 and binom.test");
  for (const { m, newcombe, wald, odds } of R.paired) {
    const table = { a: m[0] as number, b: m[1] as number, c: m[2] as number, d: m[3] as number };
    for (const [of, wanted] of [
      [pairedDifference, newcombe],
      [pairedDifferenceWald, wald],
      [pairedOddsRatio, odds],
    ] as const) {
      const { value, lower, upper } = of(table, 0.95);
      for (const [i, part] of [value, lower, upper].entries()) compare(part, wanted[i], `${m} ${of.name} ${i}`);
    }
  }
  const { lower, upper } = pairedDifference({ a: 1, b: 1, c: 7, d: 12 }, 0.95);
  assert.deepEqual([round(lower, 3), round(upper, 3)], ["-0.507", "-0.026"]);
});

test("symmetry, scores on both sides, pooled pairs, ranks without correction, standardised differences", () => {
  const bowker = against("tables", "Bowker's test of symmetry", "mcnemar.test(m)");
  for (const { m, values } of R.bowker) {
    const { chi2, df, p } = bowkerTest(m);
    for (const [i, part] of [chi2, df, p].entries()) bowker(part, values[i], `part ${i}`);
  }
  const linear = against("tables", "linear-by-linear association, r x c", "(n - 1) * cor(row score, column score)^2");
  for (const { m, r, s, chi2 } of R.linear) linear(linearByLinearTable(m, r, s).chi2, chi2, `${r}`);
  const pooled = against(
    "means",
    "pairwise t tests, pooled",
    'pairwise.t.test(value, group, p.adjust.method = "none")',
  );
  for (const { v, g, p } of R.pairs) {
    const order = [...new Set(g)].sort();
    const pairs = pooledPairs(
      v.map((value, i) => ({ value, group: g[i] as string, n: 1 })),
      order,
    );
    for (const [i, pair] of pairs.entries()) pooled(pair.p, p[i], pair.groups.join("-"));
    assert.equal(pairs.length, p.length);
  }
  const plain = against(
    "ranks",
    "Wilcoxon without continuity correction",
    "wilcox.test(x1, x0, exact = FALSE, correct = FALSE)",
  );
  for (const { x, y, p } of R.plain) plain(rankSumUncorrected(twoGroups(x, y)).p, p, "p");
  const apart = against(
    "describe",
    "standardised differences of means and shares",
    "Austin 2009, Yang and Dalton 2012; tableone::ExtractSmd",
  );
  for (const { x, y, value } of R.means) apart(standardisedMeanDifference(twoGroups(x, y)).value, value, "means");
  for (const { x, y, value } of R.shares) apart(standardisedShareDifference(x, y).value, value, "shares");
});

test("what has no answer says why", () => {
  const reason = (estimate: Estimate) => (estimate.estimable ? estimate.value : estimate.because);
  assert.equal(
    reason(
      raterAgreement(
        [
          [0, null],
          [1, null],
        ],
        2,
        0.95,
      ).observed,
    ),
    "too-few-values",
  );
  assert.equal(
    reason(
      raterAgreement(
        [
          [0, 0],
          [0, 0],
        ],
        2,
        0.95,
      ).fleiss.kappa,
    ),
    "no-variation",
  );
  assert.equal(
    reason(
      raterAgreement(
        [
          [0, 1, 0],
          [1, 1, null],
        ],
        2,
        0.95,
      ).fleiss.p,
    ),
    "no-method",
  );
  assert.throws(() => raterAgreement([[2, 0]], 2, 0.95), /place of one of 2/);
  assert.equal(reason(pairedOddsRatio({ a: 3, b: 0, c: 0, d: 1 }, 0.95).value), "no-variation");
  assert.equal(reason(pairedOddsRatio({ a: 3, b: 2, c: 0, d: 1 }, 0.95).upper), "unbounded");
  assert.equal(
    reason(
      bowkerTest([
        [3, 0],
        [0, 4],
      ]).p,
    ),
    "no-variation",
  );
  assert.equal(reason(standardisedShareDifference([4, 0], [0, 9]).value), "unbounded");
  assert.equal(reason(standardisedShareDifference([4, 0], [7, 0]).value), "no-variation");
  assert.equal(reason(standardisedMeanDifference(twoGroups([1, 1], [2, 2])).value), "no-variation");
});
