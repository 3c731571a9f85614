import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ENTRY, type FieldInACopy, fieldInACopy } from "./field-in-a-copy.ts";

let copy: FieldInACopy;
before(() => {
  copy = fieldInACopy();
});
after(() => copy?.remove());

test("a nurse is asked for a field that was added, and her answer is what the registry has", async () => {
  copy.enter(ENTRY(copy.released + 1));
  const written = await copy.script("codebook");
  assert.equal(written.code, 0, written.said);
  const found = await copy.everywhere();
  assert.equal(found.code, 0, found.said);
  const filled = await copy.byNurse();
  assert.equal(filled.code, 0, filled.said);
  assert.deepEqual(JSON.parse(filled.said), { shown: true, status: "complete", stored: "yes" });
});
