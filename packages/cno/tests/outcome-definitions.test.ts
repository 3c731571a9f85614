import assert from "node:assert/strict";
import { test } from "node:test";
import { OUTCOME_DEFINITIONS, OUTCOME_ITEMS } from "@osteon/cno";
import { CODEBOOK } from "@osteon/codebook";

test("each outcome definition has a name of its own, a sentence, and a source unless it says that it is assumed", () => {
  assert.equal(new Set(OUTCOME_DEFINITIONS.map(({ id }) => id)).size, OUTCOME_DEFINITIONS.length);
  for (const { id, says, source, assumption } of OUTCOME_DEFINITIONS) {
    assert.match(says, /\.$/, id);
    assert.ok(assumption || source !== undefined, id);
  }
});

test("each item that a definition asks for is a field of the codebook", () => {
  for (const [name, { field }] of Object.entries(OUTCOME_ITEMS)) {
    const [table, own] = field.split(".");
    const found = CODEBOOK.find((one) => one.name === table)?.fields.some((one) => one.name === own);
    assert.ok(found, `${name}: the codebook has no ${field}`);
  }
});

test("the levels of PedCNO, the states of the paper and the five other definitions are there", () => {
  const kinds = (kind: string) => OUTCOME_DEFINITIONS.filter((own) => own.kind === kind).map(({ id }) => id);
  assert.deepEqual(kinds("response"), ["pedcno30", "pedcno50", "pedcno70", "pedcno90", "cdas_fall"]);
  assert.deepEqual(kinds("number"), ["cdas"]);
  assert.deepEqual(kinds("state"), [
    ...["full_remission", "partial_remission", "any_remission", "relapse", "inefficacy"],
    ...["severe_disease", "mri_inactive", "low_pain"],
  ]);
});
