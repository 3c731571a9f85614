import assert from "node:assert/strict";
import { test } from "node:test";
import {
  andersonDarling,
  categoryTable,
  frequencyTable,
  kolmogorovSmirnovAgainst,
  kurtosis,
  kurtosisError,
  modes,
  rangeWidth,
  skewness,
  skewnessError,
  sortedTally,
} from "../src/index.ts";
import { against } from "./agreement.ts";
import { answers, single } from "./reference.ts";

type Numbers = readonly number[];

const R = answers<{
  readonly frequencies: Readonly<Record<"x" | "values" | "n" | "percent" | "cumulated" | "modes", Numbers>>;
  readonly sets: readonly {
    readonly x: Numbers;
    readonly moments: Numbers;
    readonly anderson: Numbers;
    readonly mean: number;
    readonly sd: number;
    readonly d: number;
    readonly exact: Numbers | null;
    readonly limit: Numbers;
  }[];
}>("shape");

const SHIFTED = {
  tolerance: 1e-6,
  because: "values at 1e7 with two decimals keep nine digits of their spread; R loses the others",
  scale: 1,
};
const shape = against(
  "describe",
  "skewness and kurtosis, three types",
  "Joanes and Gill's formulas in R; e1071::skewness, kurtosis",
  SHIFTED,
);
const anderson = against("normality", "Anderson-Darling", "Stephens's formula in R; nortest::ad.test", {
  ...SHIFTED,
  scale: 0,
});
const given = against(
  "normality",
  "Kolmogorov-Smirnov against a given curve",
  'ks.test(x, "pnorm", mean, sd, exact); the limit from its theta series',
  {
    tolerance: 1e-6,
    because: "R 4.2 stops the asymptotic series at about 1e-7",
  },
);

for (const [i, { x, ...expected }] of R.sets.entries())
  test(`sample ${i}: shape, Anderson-Darling and the distance from a given curve are R's`, () => {
    const tally = sortedTally(single(x));
    for (const [place, type] of (["g1", "b1", "G1"] as const).entries())
      shape(skewness(tally, type), expected.moments[place], type);
    for (const [place, type] of (["g2", "b2", "G2"] as const).entries())
      shape(kurtosis(tally, type), expected.moments[place + 3], type);
    anderson(andersonDarling(single(x)).a, expected.anderson[0], "A squared");
    anderson(andersonDarling(single(x)).p, expected.anderson[1], "p");
    const curve = { mean: expected.mean, sd: expected.sd };
    given(kolmogorovSmirnovAgainst(single(x), curve, "two-sided", "asymptotic").d, expected.d, "D");
    given(kolmogorovSmirnovAgainst(single(x), curve, "two-sided", "asymptotic").p, expected.limit[0], "limit");
    given(kolmogorovSmirnovAgainst(single(x), curve, "greater", "asymptotic").p, expected.limit[1], "limit, greater");
    for (const [place, side] of (["two-sided", "greater", "less"] as const).entries())
      given(
        kolmogorovSmirnovAgainst(single(x), curve, side, "exact").p,
        expected.exact?.[place] ?? null,
        `exact, ${side}`,
      );
  });

test("by hand: 1 1 2 4 has mean 2, g1 = 3/2 / (3/2)^(3/2); its mode is 1, its range 3 wide", () => {
  const tally = sortedTally(single([1, 1, 2, 4]));
  const { value } = skewness(tally, "g1") as { value: number };
  assert.ok(Math.abs(value - 1.5 / 1.5 ** 1.5) < 1e-15);
  assert.deepEqual(modes(tally), { values: [1], count: 2 });
  assert.deepEqual(rangeWidth(tally), { estimable: true, value: 3 });
});

test("SPSS prints 0.687 and 1.334 as errors of skewness and kurtosis of ten values", () => {
  const shown = (estimate: ReturnType<typeof skewnessError>) => (estimate.estimable ? estimate.value.toFixed(3) : "");
  assert.deepEqual([shown(skewnessError(10)), shown(kurtosisError(10))], ["0.687", "1.334"]);
});

test("frequencies of numbers and categories: percent of those known, cumulated, and of all; never forced to 100", () => {
  const { lines, missing } = frequencyTable([...single([1, 1, 3]), { value: null, n: 1 }]);
  assert.equal(missing, 1);
  const numbers = lines.map(({ value, n, percent, cumulativePercent, percentOfAll }) => [
    value,
    n,
    ...[percent, cumulativePercent, percentOfAll].map((own) =>
      own.estimable ? Math.round(own.value * 100) / 100 : null,
    ),
  ]);
  assert.deepEqual(numbers, [
    [1, 2, 66.67, 66.67, 50],
    [3, 1, 33.33, 100, 25],
  ]);
  const levels = categoryTable([{ value: "b", n: 2 }], ["a", "b"]);
  assert.deepEqual(
    levels.lines.map(({ n }) => n),
    [0, 2],
  );
  assert.throws(() => categoryTable([{ value: "c", n: 1 }], ["a"]), /"c" is none of the levels a/);
});

test("frequencies and modes are those of table()", () => {
  const compare = against("describe", "frequency tables and modes", "table(x); 100 * prop.table(table(x)); cumsum");
  const { x, values, n, percent, cumulated, modes: most } = R.frequencies;
  for (const [i, line] of frequencyTable(single(x)).lines.entries()) {
    for (const [own, expected] of [
      [line.value, values],
      [line.n, n],
      [line.percent, percent],
      [line.cumulativePercent, cumulated],
    ] as const)
      compare(own, expected[i], `line ${i}`);
  }
  for (const [i, own] of modes(sortedTally(single(x))).values.entries()) compare(own, most[i], `mode ${i}`);
});

test("too few values, no variation and ties are said; one row of four is four rows", () => {
  const why = (estimate: ReturnType<typeof skewness>) => (estimate.estimable ? "" : estimate.because);
  assert.equal(why(skewness(sortedTally(single([1, 2])), "G1")), "too-few-values");
  assert.equal(why(kurtosis(sortedTally(single([3, 3, 3, 3])), "g2")), "no-variation");
  assert.equal(why(andersonDarling(single([1, 2, 3])).p), "too-few-values");
  assert.equal(why(kolmogorovSmirnovAgainst(single([1, 1]), { mean: 0, sd: 1 }, "two-sided", "exact").p), "ties");
  const counted = [
    { value: 1, n: 4 },
    { value: 5, n: 2 },
    { value: 7, n: 3 },
  ];
  const spread = single([1, 1, 1, 1, 5, 5, 7, 7, 7]);
  assert.deepEqual(andersonDarling(counted), andersonDarling(spread));
  assert.deepEqual(kurtosis(sortedTally(counted), "G2"), kurtosis(sortedTally(spread), "G2"));
});
