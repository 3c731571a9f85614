import assert from "node:assert/strict";
import { test } from "node:test";
import type { Tally } from "@osteon/engine";
import type { Analysis, Protocol } from "@osteon/protocol";
import dresden from "../../../studies/schnabel-2017/protocol.ts";
import { estimate, type Inputs, indexResults, tallySpec, unlistedLevels } from "../src/index.ts";

const INPUTS: Inputs = {
  study: "s",
  title: "t",
  protocolHash: "p",
  freezeHash: "f",
  modelsHash: "m",
  resolutionPolicy: "middle",
  version: "0",
};

const COUNTED = { title: "T", says: "T.", from: "patient_profile", where: {} } as const;

/** Results of one analysis over a tally written by hand: each line is a key and its count. */
function resultsOf(analysis: Analysis, lines: readonly (readonly [readonly (string | number | null)[], number])[]) {
  const protocol: Protocol = { ...dresden, analyses: { a: analysis } };
  const tally: Tally = { spec: tallySpec("a", analysis), rows: lines.map(([key, n]) => ({ key, n })) };
  const index = indexResults(estimate(protocol, [tally], INPUTS).results);
  return (id: string) => index.get(`a.${id}`);
}

test("a share leaves missing values out of N and counts them", () => {
  const of = resultsOf({ kind: "share", column: "fever", values: [1], unknown: [], ...COUNTED }, [
    [[0], 40],
    [[1], 6],
    [[null], 10],
  ]);
  assert.deepEqual(
    [of("all.n")?.value, of("all.N")?.value, of("all.rest")?.value, of("all.missing")?.value],
    [6, 46, 40, 10],
  );
  assert.equal(of("all.percent")?.value, 13.0434782609);
  assert.deepEqual(of("all.n")?.cells, [[1]]);
});

test("a share of nobody is not estimable, and says so", () => {
  const of = resultsOf({ kind: "share", column: "fever", values: [1], unknown: [], ...COUNTED }, [[[null], 3]]);
  assert.equal(of("all.percent")?.value, null);
  assert.equal(of("all.percent")?.because, "no-values");
});

test("an unknown state is not a failure: it stays out of the denominator", () => {
  const of = resultsOf({ kind: "share", column: "state", values: ["active"], unknown: ["not_seen"], ...COUNTED }, [
    [["active"], 5],
    [["full_remission"], 5],
    [["not_seen"], 90],
  ]);
  assert.equal(of("all.percent")?.value, 50);
  assert.equal(of("all.missing")?.value, 90);
});

test("a continuous variable is printed in its unit: days in years, mean and SD by hand", () => {
  const analysis: Analysis = {
    kind: "continuous",
    column: "age",
    chosenBy: { test: "shapiro-wilk", alpha: 0.05 },
    unit: "years",
    divisor: 2,
    decimals: 1,
    ...COUNTED,
  };
  const of = resultsOf(analysis, [
    [[2], 1],
    [[4], 2],
    [[10], 1],
    [[null], 2],
  ]);
  // In days 2, 4, 4, 10: mean 5, variance (9 + 1 + 1 + 25) / 3 = 12; halved for the unit.
  assert.equal(of("all.mean")?.value, 2.5);
  assert.equal(of("all.sd")?.value, Number((Math.sqrt(12) / 2).toPrecision(12)));
  assert.equal(of("all.median")?.value, 2);
  assert.deepEqual([of("all.n")?.value, of("all.missing")?.value], [4, 2]);
});

test("a breakdown counts each level in each group and keeps other levels apart", () => {
  const analysis: Analysis = {
    kind: "breakdown",
    column: "state",
    levels: ["yes", "no"],
    by: [
      { column: "line", levels: ["nsaid", "steroid"] },
      { column: "point", levels: ["month3"] },
    ],
    ...COUNTED,
  };
  const of = resultsOf(analysis, [
    [["nsaid", "month3", "yes"], 3],
    [["nsaid", "month3", "no"], 1],
    [["nsaid", "month3", "not_seen"], 7],
    [["steroid", "month3", "yes"], 2],
  ]);
  assert.deepEqual(
    [of("nsaid/month3.N")?.value, of("nsaid/month3.yes")?.value, of("nsaid/month3.other:not_seen")?.value],
    [4, 3, 7],
  );
  assert.equal(of("nsaid/month3.yes-percent")?.value, 75);
  assert.equal(of("steroid/month3.no")?.value, 0);
});

test("survival keeps the day of each number, and what the curve does not reach is not estimable", () => {
  const analysis: Analysis = {
    kind: "survival",
    time: "day",
    event: "event",
    unit: "months",
    divisor: 10,
    decimals: 0,
    atDays: [15, 99],
    riskAtDays: [0, 20],
    ...COUNTED,
  };
  const of = resultsOf(analysis, [
    [[10, 1], 1],
    [[20, 0], 3],
  ]);
  assert.equal(of("all.survival@15")?.value, 0.75);
  assert.equal(of("all.survival@99")?.because, "beyond-follow-up");
  assert.equal(of("all.median")?.because, "not-reached");
  assert.equal(of("all.step-at-risk@20")?.value, 3);
  assert.deepEqual(of("all.events")?.cells, [[10, 1]]);
  assert.deepEqual([of("all.risk-at-risk@20")?.value, of("all.risk-events@20")?.value], [3, 1]);
});

test("a diagnostic score: sensitivity and specificity of the paper's own counts", () => {
  const analysis: Analysis = {
    kind: "diagnostic",
    score: "score",
    truth: "cohort",
    positive: "cno",
    cutOffs: [39, 29],
    ...COUNTED,
  };
  const of = resultsOf(analysis, [
    [[45, "cno"], 40],
    [[30, "cno"], 10],
    [[9, "cno"], 6],
    [[40, "control"], 1],
    [[31, "control"], 7],
    [[6, "control"], 48],
    [[null, "cno"], 2],
  ]);
  assert.equal(of("all.sensitivity-39")?.value, Number((40 / 56).toPrecision(12)));
  assert.equal(of("all.specificity-29")?.value, Number((48 / 56).toPrecision(12)));
  assert.equal(of("all.missing")?.value, 2);
});

test("tallies of another protocol are refused", () => {
  const tally: Tally = { spec: { id: "unknown", from: "t", by: [], where: [] }, rows: [] };
  assert.throws(() => estimate(dresden, [tally], INPUTS), /belongs to no analysis/);
});

test("a rank sum takes groups 0 and 1 alone: what is neither is in no group and not in n, and is counted", () => {
  const analysis: Analysis = { kind: "association", test: "rank-sum", x: "arthritis", y: "delay_days", ...COUNTED };
  const two: readonly (readonly [readonly (number | string | null)[], number])[] = [
    [[0, 1], 1],
    [[0, 2], 1],
    [[0, 3], 1],
    [[1, 4], 1],
    [[1, 5], 1],
  ];
  const strange: typeof two = [
    [[2, 100], 3],
    [["yes", 1], 1],
    [[1, "late"], 1],
    [["", 7], 1],
    [[null, 9], 4],
  ];
  const [of, alone] = [resultsOf(analysis, [...two, ...strange]), resultsOf(analysis, two)];
  assert.deepEqual(
    [of("all.n"), of("all.missing"), of("all.other")].map((row) => row?.value),
    [5, 4, 6],
  );
  assert.deepEqual(
    of("all.n")?.cells,
    two.map(([key]) => key),
  );
  for (const statistic of ["median-0", "median-1", "rank-sum-w", "p"])
    assert.equal(of(`all.${statistic}`)?.value, alone(`all.${statistic}`)?.value, statistic);
  // R: wilcox.test(c(4, 5), c(1, 2, 3), exact = FALSE)
  assert.deepEqual([of("all.rank-sum-w")?.value, of("all.median-0")?.value], [6, 2]);
  assert.ok(Math.abs((of("all.p")?.value ?? 0) - 0.148914673179) < 1e-9, String(of("all.p")?.value));
  assert.equal(alone("all.other"), undefined);
});

test("a two-by-two table counts in n the children that stand in it, and asks about other values", () => {
  const analysis: Analysis = { kind: "association", test: "two-by-two", x: "hla_b27", y: "arthritis", ...COUNTED };
  const lines: readonly (readonly [readonly (number | null)[], number])[] = [
    [[1, 1], 6],
    [[1, 0], 2],
    [[0, 1], 3],
    [[0, 0], 9],
    [[2, 1], 5],
    [[1, 9], 1],
    [[1, null], 7],
  ];
  const of = resultsOf(analysis, lines);
  assert.deepEqual(
    [of("all.n"), of("all.missing"), of("all.other")].map((row) => row?.value),
    [20, 7, 6],
  );
  // By hand: 6 * 9 / (2 * 3). R: fisher.test(matrix(c(6, 2, 3, 9), 2, byrow = TRUE))
  assert.equal(of("all.odds-ratio")?.value, 9);
  assert.ok(Math.abs((of("all.fisher-p")?.value ?? 0) - 0.0647773279352) < 1e-9);
  const protocol: Protocol = { ...dresden, analyses: { a: analysis } };
  const tally: Tally = { spec: tallySpec("a", analysis), rows: lines.map(([key, n]) => ({ key, n })) };
  assert.deepEqual(
    unlistedLevels(protocol, [tally]).map(({ code, where }) => `${code} ${where.value}`),
    ["level-not-named 2", "level-not-named 9"],
  );
});
