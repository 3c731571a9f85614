import assert from "node:assert/strict";
import { test } from "node:test";
import dresden from "../../../studies/schnabel-2017/protocol.ts";
import { canonicalJson, protocolHash, protocolTables, varyProtocol } from "../src/index.ts";

test("a protocol cannot be changed once it is defined", () => {
  assert.throws(() => Object.assign(dresden.rules.fever, { aboveCel: 39 }), TypeError);
});

test("a sensitivity analysis changes what it names and nothing else", () => {
  const later = varyProtocol(dresden, { rules: { visitTie: { says: "Later.", counts: "later" } } });
  assert.equal(later.rules.visitTie.counts, "later");
  assert.equal(dresden.rules.visitTie.counts, "earlier");
  assert.deepEqual(later.rules.relapse, dresden.rules.relapse);
  assert.notEqual(protocolHash(later), protocolHash(dresden));
});

test("a misspelt rule, value or code is a compile error", () => {
  const { fever, baseline, relapse } = dresden.rules;
  // @ts-expect-error no rule of that name
  varyProtocol(dresden, { rules: { fevr: fever } });
  // @ts-expect-error no value of that name
  varyProtocol(dresden, { rules: { baseline: { says: "Otherwise.", windows: [0, 1] } } });
  // @ts-expect-error a value left out
  varyProtocol(dresden, { rules: { baseline: { says: "Otherwise." } } });
  // @ts-expect-error no code of that name
  varyProtocol(dresden, { rules: { relapse: { ...relapse, needs: "symptom" } } });
  // @ts-expect-error no time point of that name
  varyProtocol(dresden, { timePoints: { month13: dresden.timePoints.month12 } });
  // Another value of the same kind is none, though the study's own is a literal.
  const other = varyProtocol(dresden, {
    rules: { presentation: { says: "Otherwise.", subacuteFromDay: 1, chronicFromDay: 2 } },
  });
  assert.equal(Object.keys(other.rules).length, Object.keys(dresden.rules).length);
  assert.equal(baseline.window[0], -30);
});

test("groups say which drugs open them, by class or by name", () => {
  const [table] = protocolTables({
    ...dresden,
    groups: { ...dresden.groups, plan: { ...dresden.groups.dmard, entry: { drugs: ["methotrexate", "adalimumab"] } } },
  }).filter(({ name }) => name === "protocol_group_drug");
  assert.deepEqual(table?.rows.slice(-3), [
    ["bisphosphonate", "bisphosphonate", null],
    ["plan", null, "methotrexate"],
    ["plan", null, "adalimumab"],
  ]);
});

test("a protocol without groups and time points has their tables, empty", () => {
  const tables = protocolTables({ ...dresden, groups: {}, timePoints: {} });
  const columns = (name: string) => tables.find((table) => table.name === name)?.columns.map((column) => column.name);
  assert.deepEqual(columns("protocol_group"), [
    "line_class",
    "sort_order",
    "entry",
    "step",
    "in_response",
    "alone_only",
  ]);
  assert.deepEqual(columns("protocol_group_drug"), ["line_class", "drug_class", "drug"]);
  assert.equal(columns("protocol_time_point")?.length, 6);
});

test("canonical JSON does not depend on the order of keys and leaves out what is undefined", () => {
  assert.equal(canonicalJson({ b: 1, a: [{ d: 2, c: undefined }] }), canonicalJson({ a: [{ d: 2 }], b: 1 }));
});

test("the SQL models get every rule as a column of one row", () => {
  const [rule] = protocolTables(dresden).filter(({ name }) => name === "protocol_rule");
  assert.equal(rule?.rows.length, 1);
  const value = (name: string) => rule?.rows[0]?.[rule.columns.findIndex((column) => column.name === name)];
  assert.equal(value("fever_above_cel_x10"), 380);
  assert.equal(value("visit_tie_counts"), "earlier");
  // 2008-01-01, by hand: 38 years of 365 days and 9 leap days (1972 to 2004).
  assert.equal(value("antibiotic_era_split_at_epoch_day"), 38 * 365 + 9);
});
