import { test } from "node:test";
import {
  chiSquare,
  chiSquareUpper,
  clopperPearson,
  fisherExact,
  fUpper,
  normalUpper,
  rankSumTest,
  rocArea,
  spearman,
  tTwoSided,
  wilson,
} from "../src/index.ts";
import { comparing } from "./agreement.ts";
import { agrees, REFERENCE } from "./reference.ts";

test("the tails keep their digits as far out as R's", () => {
  comparing("distributions", "tails of normal, chi-square, t and F", "pnorm, pchisq, pt, pf");
  const { tails } = REFERENCE;
  for (const [i, z] of tails.z.entries()) agrees(normalUpper(z), tails.normalUpper[i], 1e-12, `normal ${z}`);
  for (const [i, x] of tails.x.entries()) {
    agrees(chiSquareUpper(x, 1), tails.chi1[i], 1e-12, `chi-square 1 df ${x}`);
    agrees(chiSquareUpper(x, 5), tails.chi5[i], 1e-12, `chi-square 5 df ${x}`);
  }
  for (const [i, t] of tails.t.entries()) {
    agrees(tTwoSided(t, 3), tails.t3[i], 1e-11, `t 3 df ${t}`);
    agrees(tTwoSided(t, 1000), tails.t1000[i], 1e-11, `t 1000 df ${t}`);
  }
  for (const [i, f] of [0.5, 4, 60].entries()) agrees(fUpper(f, 3, 20), tails.f[i], 1e-11, `F ${f}`);
});

test("2x2 tables: chi-square with and without correction and Fisher's p are R's", () => {
  comparing("tables", "chi-square 2x2 with and without correction", "chisq.test(m, correct)");
  for (const { m, chi2, p, correctedChi2, correctedP, fisher } of REFERENCE.tables) {
    const table = { a: m[0], b: m[2], c: m[1], d: m[3] };
    agrees(chiSquare(table, false).chi2, chi2, 1e-11, `${m} chi2`);
    agrees(chiSquare(table, false).p, p, 1e-11, `${m} p`);
    agrees(chiSquare(table, true).chi2, correctedChi2, 1e-11, `${m} corrected chi2`);
    agrees(chiSquare(table, true).p, correctedP, 1e-11, `${m} corrected p`);
    agrees(fisherExact(table), fisher, 1e-9, `${m} Fisher`);
  }
});

test("limits of a proportion are R's, at none and at all as well", () => {
  comparing(
    "proportions",
    "Wilson (with and without correction) and Clopper-Pearson limits",
    "prop.test(x, n), binom.test(x, n)",
  );
  for (const { x, n, wilson: score, clopper } of REFERENCE.limits) {
    const own = wilson(x, n, 0.95);
    const exact = clopperPearson(x, n, 0.95);
    agrees(own.lower, score[0], 1e-10, `${x}/${n} Wilson lower`);
    agrees(own.upper, score[1], 1e-10, `${x}/${n} Wilson upper`);
    agrees(exact.lower, clopper[0], 1e-10, `${x}/${n} exact lower`);
    agrees(exact.upper, clopper[1], 1e-10, `${x}/${n} exact upper`);
  }
});

test("rank sum and rank correlation with ties are R's", () => {
  comparing(
    "ranks",
    "rank sum and rank correlation with ties, approximate",
    "wilcox.test(exact = FALSE), cor.test(exact = FALSE)",
  );
  for (const { g, v, w, p, rho, rhoP } of REFERENCE.ranks) {
    const groups = g.map((group: 0 | 1, i: number) => ({ group, value: v[i], n: 1 }));
    agrees(rankSumTest(groups).w, w, 1e-12, "W");
    agrees(rankSumTest(groups).p, p, 1e-10, "p");
    const pairs = g.map((x: number, i: number) => ({ x, y: v[i], n: 1 }));
    agrees(spearman(pairs).rho, rho, 1e-10, "rho");
    agrees(spearman(pairs).p, rhoP, 1e-9, "rho p");
  }
  for (const { x, y, rho, p } of REFERENCE.pairs) {
    const pairs = x.map((value: number, i: number) => ({ x: value, y: y[i], n: 1 }));
    agrees(spearman(pairs).rho, rho, 1e-10, "rho");
    agrees(spearman(pairs).p, p, 1e-9, "p");
  }
});

test("the area under the ROC curve and DeLong's error are those of the paper's formula in R", () => {
  comparing("diagnostics", "ROC area with DeLong's error and limits", "DeLong's definition in R (reference/exact.R)");
  for (const { score, truth, area, se } of REFERENCE.rocs) {
    const rows = score.map((value: number, i: number) => ({ score: value, truth: truth[i], n: 1 }));
    agrees(rocArea(rows, 0.95).area, area, 1e-12, "area");
    agrees(rocArea(rows, 0.95).stdError, se, 1e-10, "standard error");
  }
});
