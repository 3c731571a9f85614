import assert from "node:assert/strict";
import { test } from "node:test";
import type { TallyRow } from "@osteon/engine";
import type { Analysis, Leveled, Protocol } from "@osteon/protocol";
import dresden from "../../../studies/schnabel-2017/protocol.ts";
import { estimate, familyIds, resultIds, tallySpec, unlistedLevels } from "../src/index.ts";
import { COUNTED, INPUTS } from "./small-protocol.ts";

const CENTRE: Leveled = { column: "centre", levels: "found" };
const SEX: Leveled = { column: "sex", levels: ["female", "male"] };
const AGE = {
  kind: "continuous",
  column: "age",
  unit: "years",
  divisor: 10,
  decimals: 1,
  chosenBy: { test: "shapiro-wilk", alpha: 0.05 },
  ...COUNTED,
} as const;

const protocolOf = (analyses: Protocol["analyses"]): Protocol => ({ ...dresden, analyses });

/** The values of an analysis by group and statistic. */
function valuesOf(analysis: Analysis, rows: readonly TallyRow[]): ReadonlyMap<string, number | string | null> {
  const tally = { spec: tallySpec("a", analysis), rows };
  const { results } = estimate(protocolOf({ a: analysis }), [tally], INPUTS);
  return new Map(results.map(({ id, value, because }) => [id.slice(2), value ?? because ?? null]));
}

test("a tally counts by the groups first and by the value after them", () => {
  assert.deepEqual(tallySpec("a", { ...AGE, by: [CENTRE, SEX] }).by, ["centre", "sex", "age"]);
  assert.deepEqual(tallySpec("a", { kind: "count", ...COUNTED, by: [CENTRE] }).by, ["centre"]);
  assert.deepEqual(tallySpec("a", AGE).by, ["age"]);
});

test("each level that the charts have is a group, what is not known is one as well, and nothing else is", () => {
  const count = valuesOf({ kind: "count", ...COUNTED, by: [CENTRE] }, [
    { key: ["Ulm"], n: 3 },
    { key: ["Bonn"], n: 2 },
    { key: [null], n: 1 },
  ]);
  assert.deepEqual(
    [...count],
    [
      ["Bonn.n", 2],
      ["Ulm.n", 3],
      ["unknown.n", 1],
    ],
  );
});

test("numbers of a group are of its own rows", () => {
  const age = valuesOf({ ...AGE, by: [CENTRE] }, [
    { key: ["Bonn", 40], n: 1 },
    { key: ["Bonn", 60], n: 2 },
    { key: ["Bonn", null], n: 4 },
    { key: ["Ulm", null], n: 1 },
  ]);
  assert.deepEqual(
    ["n", "missing", "median", "lower-quartile", "maximum"].map((one) => age.get(`Bonn.${one}`)),
    [3, 4, 6, 4, 6],
  );
  assert.equal(age.get("Ulm.n"), 0);
  assert.equal(age.get("Ulm.median"), "no-values");
});

test("a level that is declared beside one that is found has its rows there, also of nobody; another value is other", () => {
  const share = valuesOf({ kind: "share", column: "lost", values: [1], unknown: [], ...COUNTED, by: [CENTRE, SEX] }, [
    { key: ["Ulm", "female", 1], n: 1 },
    { key: ["Ulm", "female", 0], n: 3 },
    { key: ["Ulm", "undetermined", 1], n: 1 },
  ]);
  assert.equal(share.get("Ulm/female.percent"), 25);
  assert.equal(share.get("Ulm/male.N"), 0);
  assert.equal(share.get("Ulm/male.percent"), "nobody");
  assert.equal(share.get("other.n"), 1);
});

test("of two that are found only what the charts have together is a group", () => {
  const by = [CENTRE, { column: "year", levels: "found" }] as const;
  const count = valuesOf({ kind: "count", ...COUNTED, by }, [
    { key: ["Ulm", "2011"], n: 1 },
    { key: ["Bonn", "2012"], n: 1 },
  ]);
  assert.deepEqual([...count.keys()], ["Bonn/2012.n", "Ulm/2011.n"]);
});

test("what is found is asked about by nobody; beside it a value that is not named still is", () => {
  const analysis: Analysis = { kind: "count", ...COUNTED, by: [CENTRE, SEX] };
  const rows = [{ key: ["Ulm", "undetermined"], n: 1 }];
  const asked = unlistedLevels(protocolOf({ a: analysis }), [{ spec: tallySpec("a", analysis), rows }]);
  assert.deepEqual(
    asked.map(({ code, where }) => [code, where.value]),
    [["level-not-named", "undetermined"]],
  );
});

test("a page names no family by a level; tables name it by a star", () => {
  const analyses: Protocol["analyses"] = {
    age: { ...AGE, by: [CENTRE] },
    given: { kind: "breakdown", column: "drug", levels: ["a", "b"], ...COUNTED, by: [CENTRE, SEX] },
    both: { kind: "count", ...COUNTED, by: [CENTRE, { column: "year", levels: "found" }] },
    all: { kind: "count", ...COUNTED },
  };
  assert.deepEqual([...resultIds(protocolOf(analyses))], ["all.all.n"]);
  const families = familyIds(protocolOf(analyses));
  for (const id of ["age.*.median", "given.*/male.b-percent", "given.*/female.N", "both.*.n"])
    assert.ok(families.has(id), id);
  for (const id of ["all.all.n", "age.all.median", "given.other.N"]) assert.ok(!families.has(id), id);
});
