import { test } from "node:test";
import {
  describe,
  kolmogorovSmirnov,
  lilliefors,
  type QuantileType,
  quantile,
  shapiroWilk,
  sortedTally,
} from "../src/index.ts";
import { comparing } from "./agreement.ts";
import { agrees, REFERENCE } from "./reference.ts";

const TYPES: readonly QuantileType[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const SHARES = [0.1, 0.25, 0.5, 0.9];

const rowsOf = (values: readonly (number | null)[]) => values.map((value) => ({ value, n: 1 }));

for (const [index, sample] of REFERENCE.samples.entries()) {
  test(`sample ${index}: mean, SD and all nine quantiles are R's`, () => {
    comparing("describe", "mean, SD, standard error, quantiles of types 1 to 9", "mean, sd, quantile(x, type = 1:9)");
    const rows = rowsOf(sample.x);
    const found = describe(rows, 7);
    agrees(found.mean, sample.mean, 1e-12, "mean");
    agrees(found.sd, sample.sd, 1e-12, "sd");
    for (const type of TYPES) {
      for (const [place, p] of SHARES.entries()) {
        agrees(quantile(sortedTally(rows), p, type), sample.quantiles[type - 1][place], 1e-12, `type ${type}, p ${p}`);
      }
    }
  });

  test(`sample ${index}: the normality tests are R's`, () => {
    comparing(
      "normality",
      "Kolmogorov-Smirnov with estimated parameters, Lilliefors, Shapiro-Wilk",
      "ks.test, Dallal and Wilkinson's formula, shapiro.test",
    );
    const rows = rowsOf(sample.x);
    agrees(kolmogorovSmirnov(rows).d, sample.ksD, 1e-10, "D");
    agrees(kolmogorovSmirnov(rows).p, sample.ksP, 1e-10, "Kolmogorov p");
    // Royston's W: R sums in single steps of its own order; eight digits of W - 1 remain.
    agrees(shapiroWilk(rows).w, sample.w, 1e-9, "W");
    agrees(shapiroWilk(rows).p, sample.wP, 1e-7, "Shapiro p");
    const corrected = lilliefors(rows);
    if (sample.lillieforsP <= 0.1 && !(corrected.p.estimable === false)) {
      agrees(corrected.p, sample.lillieforsP, 1e-9, "Lilliefors p");
    }
  });
}
