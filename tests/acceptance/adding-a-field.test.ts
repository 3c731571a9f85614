import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ENTRY, type FieldInACopy, fieldInACopy } from "./field-in-a-copy.ts";

/** The tests that know the codebook, in one process. */
const TESTS = [
  "--test",
  "--test-isolation=none",
  "packages/registry/tests/codebook-lock.test.ts",
  "packages/codebook/tests/reference-pages.test.ts",
  "apps/web/tests/words.test.ts",
];

let copy: FieldInACopy;
before(() => {
  copy = fieldInACopy();
});
after(() => copy?.remove());

test("a field is one entry and the one command that the red tests name, and then it is everywhere", async () => {
  const since = copy.released + 1;
  // An entry without its version or its words: the tests say what lacks.
  copy.enter('yesNo("influenza_vaccinated", "Vaccinated against influenza since the last visit?"),\n    ');
  const bare = await copy.run(...TESTS);
  assert.match(bare.said, /visit\.influenza_vaccinated/);
  const refused = await copy.run("packages/registry/bin/grow-codebook.ts");
  assert.equal(refused.code, 1);
  assert.match(refused.said, new RegExp(`visit\\.influenza_vaccinated: .*\\n\\s+Write \`since: ${since}\``));

  copy.enter(ENTRY(since));
  const red = await copy.run(...TESTS);
  assert.notEqual(red.code, 0);
  const [, command] = /run `(npm run \w+)`/.exec(red.said) ?? [];
  assert.equal(command, "npm run codebook");
  const written = await copy.script("codebook");
  assert.equal(written.code, 0, written.said);
  assert.match(written.said, /packages\/registry\/migrations\/step_\d+_codebook_\d+\.sql/);
  const green = await copy.run(...TESTS);
  assert.equal(green.code, 0, green.said);

  const found = await copy.everywhere();
  assert.equal(found.code, 0, found.said);
  assert.deepEqual(JSON.parse(found.said), {
    steps: 1,
    form: ["Influenza vaccine", "Grippeimpfung", "Seit der letzten Visite gegen Grippe geimpft?"],
    template: true,
    stored: "yes",
    exported: "yes",
    frozen: [1],
    page: true,
  });
});
