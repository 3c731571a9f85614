import assert from "node:assert/strict";
import { test } from "node:test";
import protocol from "../../../studies/schnabel-2017/protocol.ts";
import report from "../../../studies/schnabel-2017/report.ts";
import { provenancePart } from "../src/html/method-parts.ts";
import { cellOf, paragraphOf } from "../src/outline/fill.ts";
import { readResults } from "../src/outline/read-results.ts";
import { consentSentence } from "../src/prose/consent-sentence.ts";
import { assumptions, methodsSection } from "../src/prose/methods-section.ts";
import { plainText } from "../src/prose/sentence.ts";
import { smallResults } from "./small-results.ts";

const reading = readResults(
  smallResults({
    "relapsed.all.n": 33,
    "relapsed.all.N": 56,
    "relapsed.all.percent": 58.9285714286,
    "free.all.survival@365": 0.8462,
    "free.all.survival-lower@365": 0.7209,
    "free.all.survival-upper@365": null,
    "test.all.p": 0.0004,
  }),
);
const said = (template: string, of = reading): string => plainText(paragraphOf(of, template));

test("a share says count, whole and percentage, and carries the id of its count", () => {
  assert.deepEqual(paragraphOf(reading, "{relapsed.all|share}"), [
    { text: "33 of 56 (59 %)", result: "relapsed.all.n" },
  ]);
});

test("a limit that is not estimable says so and why, and no NaN is printed", () => {
  assert.equal(said("{free.all.survival@365|survival}"), "85 % (95 % limits 72 % to nobody was followed so long)");
});

test("one child is a child, an empty group is 0 of 0, and what nobody gives says so in words", () => {
  const few = readResults(
    smallResults({
      "one.all.n": 1,
      "one.all.N": 1,
      "one.all.percent": 100,
      "none.all.n": 0,
      "none.all.N": 0,
      "none.all.percent": null,
      "delay.all.median": null,
      "delay.all.minimum": null,
      "delay.all.maximum": null,
      "test.all.p": null,
      "lesions.all.mean": 3,
      "lesions.all.sd": null,
      "free.all.median": 29,
      "free.all.median-lower": null,
      "free.all.median-upper": null,
    }),
  );
  assert.equal(said("{one.all|children}", few), "1 of 1 (100 %) child");
  assert.equal(said("{none.all|children}", few), "0 of 0 children");
  assert.equal(said("{none.all|counted}", few), "0");
  assert.equal(said("{one.all.n|plural:child was:children were}", few), "1 child was");
  assert.equal(said("{delay.all|median-range}", few), "median that is not estimable (nobody was followed so long)");
  assert.equal(said("{test.all.p|p}", few), "p not estimable (nobody was followed so long)");
  assert.equal(said("{lesions.all|mean-sd}", few), "3.0");
  assert.equal(said("{free.all|curve-median}", few), "29 (no limits can be given)");
});

test("a paragraph keeps its numbers apart from its words", () => {
  const parts = paragraphOf(reading, "Of all children\n    {relapsed.all|share} relapsed ({test.all.p|p}).");
  assert.equal(plainText(parts), "Of all children 33 of 56 (59 %) relapsed (p < 0.001).");
  assert.equal(parts.filter((part) => typeof part !== "string").length, 2);
});

test("in a cell NE stands where a sentence says why, and the cell opens its first number", () => {
  const few = readResults(smallResults({ "a.all.n": 2, "a.all.N": 3, "a.all.p": null }));
  assert.deepEqual(cellOf(few, "{a.all.n|number} / {a.all.N|number}"), { text: "2 / 3", result: "a.all.n" });
  assert.deepEqual(cellOf(few, "{a.all.p|p}"), { text: "NE", result: "a.all.p" });
  assert.deepEqual(cellOf(few, "Fisher's exact"), { text: "Fisher's exact" });
});

test("every sentence of the protocol that is a rule stands in the methods or is an assumption", () => {
  const methods = methodsSection(protocol, report.methods)
    .flatMap(({ paragraphs }) => paragraphs.map(plainText))
    .join("\n");
  for (const { says } of Object.values(protocol.rules)) assert.ok(methods.includes(says), says);
  for (const { says } of Object.values(protocol.groups)) assert.ok(methods.includes(says), says);
});

test("assumptions are listed once each, with every place that makes them", () => {
  const all = assumptions(protocol);
  assert.equal(new Set(all.map(({ says }) => says)).size, all.length);
  const imaging = all.find(({ paths }) => paths.includes("groups.steroid.radiology"));
  assert.ok((imaging?.paths.length ?? 0) >= 5);
});

test("the report says how many children were left out, and why; of drafts as of the others", () => {
  const nobody = { withdrawn: 0, optedOut: 0, notGiven: 0, blank: 0 };
  const saying = (more: object) => consentSentence({ ...nobody, ...more });
  assert.equal(saying({ draft: 1 }), "Left out: 1 child (1 still a draft).");
  assert.equal(saying({ draft: 3 }), "Left out: 3 children (3 still a draft).");
  assert.equal(
    saying({ withdrawn: 2, notGiven: 1, draft: 4, blank: 5 }),
    "Left out: 7 children (2 consent withdrawn, 1 no consent on record, 4 still a draft). " +
      "Of 5 children among those counted the charts do not state a consent.",
  );
  assert.equal(saying({ draft: 0 }), undefined);
  const { inputs, results } = smallResults({});
  const page = JSON.stringify(
    provenancePart({ inputs: { ...inputs, consent: { ...nobody, draft: 2 } }, results }, "en"),
  );
  assert.ok(page.includes("Left out: 2 children (2 still a draft)."), page);
});

test("the report shows how to ask for the children behind a number by a count of its own", () => {
  const { inputs, results } = smallResults({ "seen.all.median": 3, "seen.all.n": 12 });
  const counted = results.map((result) => (result.id === "seen.all.n" ? { ...result, cells: [[12]] } : result));
  const example = (of: typeof results): string => JSON.stringify(provenancePart({ inputs, results: of }, "en"));
  assert.match(example(counted), /<code>invented seen\.all\.n --run FOLDER/);
  assert.match(example([]), /<code>invented RESULT --run FOLDER/);
});
