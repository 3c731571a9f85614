import assert from "node:assert/strict";
import { test } from "node:test";
import type { Choices } from "@osteon/api";
import { choicesShape } from "@osteon/api";
import { readModels } from "@osteon/derive";
import { lockText, parseLock, problemsOf, withoutGerman } from "@osteon/run";
import fc from "fast-check";
import { CHOSEN_MODELS, chosenFolder, chosenLock } from "../src/chosen-lock.ts";
import { madeModels } from "../src/made-models.ts";
import { SPINAL } from "./sample-choices.ts";

const HOSTILE = [
  ...["'; DROP TABLE patient; --", '"', "`$".concat("{process.exit()}`"), "{remission.all.n|number}", "{groups}", "$&"],
  ...["*/", "</script><script>alert(1)</script>", "\\", "\n// \r\u2028", "__proto__", "constructor", "\0", "5"],
  ...["Children", "x".repeat(10_000), "\u{1F9B4}", "\ud800", "null", "[object Object]", "DROP", "|", ":", "../../etc"],
];

/** Whatever a person, or one who sends what no form would, may have typed: in each place that takes a text. */
const typed = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "binary", maxLength: 40 }));
const drawn: fc.Arbitrary<Choices> = fc
  .record({ title: typed, group: typed, value: typed, point: typed, punkt: typed })
  .map(({ title, group, value, point, punkt }) => ({
    ...SPINAL,
    title,
    population: [
      ...SPINAL.population,
      { field: "patient.biobank", comparison: "is", values: [value, `${value}'`], when: "ever" },
    ],
    groups: { by: "class", members: "first", groups: [{ name: group, classes: ["bisphosphonate"], drugs: [] }] },
    timePoints: SPINAL.timePoints.map((one) => ({ ...one, label: { en: point, de: punkt } })),
  }));

const models = (folder: Readonly<Record<string, string>>) =>
  Object.entries(folder).filter(([name]) => name.startsWith("models/") || name.endsWith(".ts"));

test("models and modules of a study by choosing are the same, byte for byte, whatever was typed", () => {
  const plainLock = chosenLock(SPINAL);
  const plain = models(chosenFolder(SPINAL, plainLock));
  fc.assert(
    fc.property(drawn, (choices) => {
      const lock = chosenLock(choices);
      assert.deepEqual(lock.models, plainLock.models);
      const folder = chosenFolder(choices, lock);
      assert.deepEqual(models(folder), plain);
      // What was typed is a value of JSON, and comes out of it as it went in.
      assert.deepEqual(JSON.parse(folder["choices.json"] ?? ""), JSON.parse(JSON.stringify(choices)));
      assert.equal(JSON.parse(folder["protocol.json"] ?? "").title, choices.title);
      assert.equal(lockText(parseLock(lockText(lock), "drawn")), lockText(lock));
      assert.deepEqual(withoutGerman(lock), []);
    }),
    { numRuns: 60, seed: 32 },
  );
});

test("what the shape lets through names nothing that is not there, on charts of nobody", async () => {
  const accepted = fc.sample(drawn, { numRuns: 200, seed: 32 }).filter((one) => choicesShape.safeParse(one).success);
  const [first, ...others] = [...accepted].sort((a, b) => b.title.length - a.title.length);
  assert.ok(first !== undefined && others.length > 10);
  for (const choices of [first, ...others.slice(0, 3)]) assert.deepEqual(await problemsOf(chosenLock(choices)), []);
});

test("what cannot be shown or is too long is refused, and never cut", () => {
  const refused = ["", "  ", "a\nb", "a\u2028b", "x".repeat(201), "\0", "\ud800"];
  for (const title of refused) assert.equal(choicesShape.safeParse({ ...SPINAL, title }).success, false, title);
  assert.equal(choicesShape.safeParse({ ...SPINAL, title: "'; DROP TABLE $".concat("{x} {a|b}") }).success, true);
});

test("the models that are made are those of today's codebook and outcome definitions", () => {
  const there = new Map(readModels([CHOSEN_MODELS]).map(({ layer, name, sql }) => [`${layer}/${name}.sql`, sql]));
  for (const [file, sql] of Object.entries(madeModels()))
    assert.equal(there.get(file), sql, `node packages/choosing/bin/write-models.ts writes ${file}`);
});
