import assert from "node:assert/strict";
import { test } from "node:test";
import type { Tally, TallyRow } from "@osteon/engine";
import type { Analysis, Protocol } from "@osteon/protocol";
import dresden from "../../../studies/schnabel-2017/protocol.ts";
import { PUBLISHED } from "../../../studies/schnabel-2017/published.ts";
import { SENSITIVITY } from "../../../studies/schnabel-2017/sensitivity.ts";
import { estimate, type Result, resultIds, sourcesOf, tallySpec, unlistedLevels } from "../src/index.ts";
import { COUNTED, INPUTS } from "./small-protocol.ts";

const RESPONSE: Analysis = {
  kind: "breakdown",
  column: "state",
  levels: ["yes", "no"],
  by: [
    { column: "line_class", levels: { groups: { inResponse: true } } },
    { column: "time_point", levels: "timePoints" },
  ],
  ...COUNTED,
};

const CURVES: Analysis = {
  kind: "survival",
  time: "day",
  event: "event",
  by: { column: "focality", levels: ["unifocal", "multifocal"] },
  unit: "days",
  divisor: 1,
  decimals: 0,
  atDays: [365],
  riskAtDays: [0, 365],
  ...COUNTED,
};

function resultsOf(analysis: Analysis, rows: readonly TallyRow[]): readonly Result[] {
  const protocol: Protocol = { ...dresden, analyses: { a: analysis } };
  const tally: Tally = { spec: tallySpec("a", analysis), rows };
  return estimate(protocol, [tally], INPUTS).results;
}

const named = (results: readonly Result[], id: string): Result | undefined => results.find((one) => one.id === id);

test("each number names the count of its children, that of its level before that of its group", () => {
  const results = resultsOf(RESPONSE, []);
  assert.equal(named(results, "a.nsaid/month3.yes-wilson-lower")?.of, "a.nsaid/month3.yes");
  assert.equal(named(results, "a.nsaid/month3.yes")?.of, undefined, "it has cells of its own");
  const curves = resultsOf(CURVES, [{ key: ["unifocal", 400, 1], n: 1 }]);
  assert.equal(named(curves, "a.unifocal.median-lower-plain")?.of, "a.unifocal.n");
  assert.equal(named(curves, "a.compared.log-rank-p")?.of, undefined, "a comparison is of all groups");
  const shares = resultsOf({ kind: "share", column: "c", values: [1], unknown: [], ...COUNTED }, [{ key: [1], n: 2 }]);
  assert.equal(named(shares, "a.all.clopper-pearson-upper")?.of, "a.all.n");
});

test("each declared group has its rows where nobody stands in it: N is 0, and the reason is nobody", () => {
  const results = resultsOf(RESPONSE, [{ key: ["nsaid", "month3", "yes"], n: 2 }]);
  assert.equal(named(results, "a.nsaid/month3.yes-percent")?.value, 100);
  for (const line of ["any", "antibiotic", "steroid", "tnf_inhibitor", "bisphosphonate"])
    for (const point of Object.keys(dresden.timePoints)) {
      assert.equal(named(results, `a.${line}/${point}.N`)?.value, 0);
      assert.equal(named(results, `a.${line}/${point}.yes-percent`)?.because, "nobody");
    }
  assert.equal(named(results, "a.dmard/month3.N"), undefined, "a group that is not in the analysis of response");
});

test("groups come in code-point order of their key, whoever is in them, and what is not declared is one group more", () => {
  const groups = (rows: readonly TallyRow[]) => [...new Set(resultsOf(RESPONSE, rows).map(({ group }) => group))];
  const nobody = groups([]);
  assert.deepEqual(nobody.slice(0, 3), ["antibiotic/last", "antibiotic/month12", "antibiotic/month24"]);
  assert.deepEqual(groups([{ key: ["steroid", "last", "yes"], n: 1 }]), nobody);
  const strange = [
    { key: ["surgery", "last", "yes"], n: 3 },
    { key: ["nsaid", null, "yes"], n: 4 },
  ];
  assert.deepEqual(groups(strange), [...nobody, "other"]);
  const other = named(resultsOf(RESPONSE, strange), "a.other.yes");
  assert.deepEqual([other?.value, other?.cells?.length], [7, 2]);
  const protocol: Protocol = { ...dresden, analyses: { a: RESPONSE } };
  const asked = unlistedLevels(protocol, [{ spec: tallySpec("a", RESPONSE), rows: strange }]);
  assert.deepEqual(
    asked.map(({ code, severity, where }) => [code, severity, where.column, where.value]),
    [["level-not-named", "query", "analyses.a", "surgery"]],
  );
});

test("a curve of nobody has its rows, its reason and no step; the test between groups says why it has no answer", () => {
  const results = resultsOf(CURVES, [{ key: ["unifocal", 400, 1], n: 1 }]);
  assert.equal(named(results, "a.multifocal.n")?.value, 0);
  assert.equal(named(results, "a.multifocal.median")?.because, "nobody");
  assert.equal(named(results, "a.multifocal.survival@365")?.because, "nobody");
  assert.equal(named(results, "a.multifocal.risk-at-risk@365")?.value, 0);
  assert.equal(named(results, "a.compared.log-rank-p")?.because, "one-group");
  assert.equal(named(results, "a.compared.expected-multifocal")?.because, "nobody");
  assert.deepEqual(named(results, "a.unifocal.step-events@400")?.cells, [["unifocal", 400, 1]]);
});

test("ids are known before any chart is read: every declared number, no point of a curve, no level that only data know", () => {
  const ids = resultIds({ ...dresden, analyses: { r: RESPONSE, c: CURVES } });
  const some = resultsOf(CURVES, [{ key: ["unifocal", 400, 1], n: 1 }]);
  const families = some.filter(({ id }) => !ids.has(id.replace(/^a/, "c"))).map(({ statistic }) => statistic);
  assert.ok(families.length > 0 && families.every((statistic) => statistic.startsWith("step-")));
  assert.ok(ids.has("r.steroid/month24.no-wilson-lower") && !ids.has("r.steroid/month24.other:not_seen"));
});

test("every printed number and every headline of the Dresden study names such an id", () => {
  const ids = resultIds(dresden);
  const named = [
    ...PUBLISHED.flatMap(sourcesOf),
    ...SENSITIVITY.headlines.flatMap(({ id, lower, upper }) => [id, lower, upper]),
  ];
  assert.deepEqual(
    named.filter((id) => !ids.has(id)),
    [],
  );
});
