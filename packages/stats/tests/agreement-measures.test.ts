import assert from "node:assert/strict";
import { test } from "node:test";
import {
  blandAltman,
  cohenKappa,
  type IntraclassForm,
  intraclassCorrelation,
  kendall,
  pearson,
  rowsFrom,
  spearmanSeries,
} from "../src/index.ts";
import { against } from "./agreement.ts";
import { answers } from "./reference.ts";

type Numbers = readonly number[];

const R = answers<{
  readonly pairs: readonly {
    x: Numbers;
    y: Numbers;
    spearman: number | null;
    r: Numbers;
    tau: number;
    exact: number | null;
    approximate: number;
    corrected: number;
  }[];
  readonly kappas: readonly { m: readonly Numbers[]; values: readonly Numbers[] }[];
  readonly iccs: readonly { m: readonly Numbers[]; values: Readonly<Record<IntraclassForm, Numbers>> }[];
  readonly blands: readonly { x: Numbers; y: Numbers; bias: Numbers; lower: Numbers; upper: Numbers }[];
}>("agreement");

const pairsOf = (x: Numbers, y: Numbers) => rowsFrom<{ x: number | null; y: number | null }>({ x, y });

test("Pearson's and Kendall's correlations are cor.test's", () => {
  const linear = against("correlation", "Pearson with p and Fisher limits", "cor.test(x, y)");
  const rank = against(
    "correlation",
    "Kendall, exact and approximate",
    'cor.test(x, y, method = "kendall", exact, continuity)',
  );
  const series = against(
    "correlation",
    "Spearman, Edgeworth series of AS 89",
    'cor.test(x, y, method = "spearman", exact = TRUE)',
  );
  for (const { x, y, spearman, r, tau, ...expected } of R.pairs) {
    series(spearmanSeries(pairsOf(x, y)).p, spearman, "p");
    const found = pearson(pairsOf(x, y), 0.9);
    for (const [i, part] of [found.r, found.p, found.lower, found.upper].entries())
      linear(part, r[i] ?? null, `part ${i}`);
    rank(kendall(pairsOf(x, y), "approximate").tau, tau, "tau");
    for (const how of ["exact", "approximate", "corrected"] as const)
      rank(kendall(pairsOf(x, y), how).p, expected[how], how);
  }
});

test("kappa, weighted and not, has the errors of Fleiss, Cohen and Everitt", () => {
  const compare = against(
    "agreement",
    "Cohen's kappa, unweighted, linear, quadratic",
    "Fleiss, Cohen and Everitt's formulas in R; vcd::Kappa",
  );
  for (const { m, values } of R.kappas)
    for (const [i, weights] of (["unweighted", "linear", "quadratic"] as const).entries()) {
      const { kappa, stdError, nullError } = cohenKappa(m, weights, 0.95);
      for (const [j, part] of [kappa, stdError, nullError].entries()) compare(part, values[i]?.[j], `${weights} ${j}`);
    }
});

test("the six intraclass correlations and limits of agreement follow their papers", () => {
  const icc = against(
    "agreement",
    "six intraclass correlations",
    "mean squares of aov, Shrout and Fleiss's formulas; psych::ICC",
  );
  for (const { m, values } of R.iccs)
    for (const [form, expected] of Object.entries(values) as [IntraclassForm, Numbers][]) {
      const found = intraclassCorrelation(m, form, 0.95);
      for (const [i, part] of [found.value, found.lower, found.upper, found.f].entries())
        icc(part, expected[i], `${form} ${i}`);
    }
  const limits = against("agreement", "Bland-Altman limits", "Bland and Altman's formulas in R");
  for (const { x, y, ...expected } of R.blands) {
    const { bias, lowerLimit, upperLimit } = blandAltman(pairsOf(x, y), 0.95);
    for (const [found, answer] of [
      [bias, expected.bias],
      [lowerLimit, expected.lower],
      [upperLimit, expected.upper],
    ] as const)
      for (const [i, part] of [found.value, found.lower, found.upper].entries()) limits(part, answer[i], `part ${i}`);
  }
});

test("Shrout and Fleiss print 0.17, 0.29, 0.71, 0.44, 0.62 and 0.91 for their example", () => {
  const [example] = R.iccs;
  const shown = (["ICC1", "ICC2", "ICC3", "ICC1k", "ICC2k", "ICC3k"] as const).map((form) => {
    const { value } = intraclassCorrelation(example?.m ?? [], form, 0.95);
    return value.estimable ? value.value.toFixed(2) : "";
  });
  assert.deepEqual(shown, ["0.17", "0.29", "0.71", "0.44", "0.62", "0.91"]);
});

test("no variation, too few and missing values are said", () => {
  assert.deepEqual(pearson(pairsOf([1, 1, 1], [1, 2, 3]), 0.95).r, { estimable: false, because: "no-variation", n: 3 });
  assert.deepEqual(kendall(pairsOf([1, 2, 2], [1, 2, 3]), "exact").p, { estimable: false, because: "ties", n: 3 });
  assert.equal(pearson([{ x: 1, y: null, n: 2 }, ...pairsOf([1, 2, 4, 5], [2, 1, 5, 7])], 0.95).missing, 2);
  assert.deepEqual(
    cohenKappa(
      [
        [5, 0],
        [0, 0],
      ],
      "unweighted",
      0.95,
    ).kappa,
    { estimable: false, because: "no-variation", n: 5 },
  );
  assert.throws(() => cohenKappa([[1, 2]], "linear", 0.95), /square table/);
  assert.equal(
    intraclassCorrelation(
      [
        [1, 2],
        [null, 3],
      ],
      "ICC2",
      0.95,
    ).incomplete,
    1,
  );
  assert.equal(blandAltman(pairsOf([1], [2]), 0.95).sd.estimable, false);
});
