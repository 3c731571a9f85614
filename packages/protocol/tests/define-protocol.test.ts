import assert from "node:assert/strict";
import { test } from "node:test";
import dresden from "../../../studies/schnabel-2017/protocol.ts";
import { canonicalJson, protocolHash, protocolTables, varyProtocol } from "../src/index.ts";

test("a protocol cannot be changed once it is defined", () => {
  assert.throws(() => Object.assign(dresden.rules.fever, { aboveCel: 39 }), TypeError);
});

test("a sensitivity analysis changes what it names and nothing else", () => {
  const later = varyProtocol(dresden, { rules: { visitTie: { says: "Later.", tie: "later" } } });
  assert.equal(later.rules.visitTie.tie, "later");
  assert.equal(dresden.rules.visitTie.tie, "earlier");
  assert.deepEqual(later.rules.relapse, dresden.rules.relapse);
  assert.notEqual(protocolHash(later), protocolHash(dresden));
});

test("canonical JSON does not depend on the order of keys and leaves out what is undefined", () => {
  assert.equal(canonicalJson({ b: 1, a: [{ d: 2, c: undefined }] }), canonicalJson({ a: [{ d: 2 }], b: 1 }));
});

test("the SQL models get every rule as a column of one row", () => {
  const [rule] = protocolTables(dresden).filter(({ name }) => name === "protocol_rule");
  assert.equal(rule?.rows.length, 1);
  const value = (name: string) => rule?.rows[0]?.[rule.columns.findIndex((column) => column.name === name)];
  assert.equal(value("fever_above_cel_x10"), 380);
  assert.equal(value("tie_sign"), 1);
  // 2008-01-01, by hand: 38 years of 365 days and 9 leap days (1972 to 2004).
  assert.equal(value("antibiotic_split_epoch_day"), 38 * 365 + 9);
});
