import assert from "node:assert/strict";
import { test } from "node:test";
import protocol from "../../../studies/schnabel-2017/protocol.ts";
import { assumptions, methodsSection } from "../src/prose/methods-section.ts";
import { phrases } from "../src/prose/phrases.ts";
import { paragraph, plainText } from "../src/prose/sentence.ts";
import { readResults } from "../src/study/read-results.ts";
import { smallResults } from "./small-results.ts";

const say = phrases(
  readResults(
    smallResults({
      "relapsed.all.n": 33,
      "relapsed.all.N": 56,
      "relapsed.all.percent": 58.9285714286,
      "free.all.survival@365": 0.8462,
      "free.all.survival-lower@365": 0.7209,
      "free.all.survival-upper@365": null,
      "test.all.p": 0.0004,
    }),
  ),
);

test("a share says count, whole and percentage, and carries the id of its count", () => {
  assert.deepEqual(say.share("relapsed"), { text: "33 of 56 (59 %)", result: "relapsed.all.n" });
});

test("a limit that is not estimable says so and why, and no NaN is printed", () => {
  assert.equal(say.survival("free.all", 365).text, "85 % (95 % limits 72 % to nobody was followed so long)");
});

test("one child is a child, an empty group is 0 of 0, and what nobody gives says so in words", () => {
  const few = phrases(
    readResults(
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
    ),
  );
  assert.equal(few.children("one").text, "1 of 1 (100 %) child");
  assert.equal(few.children("none").text, "0 of 0 children");
  assert.equal(few.counted("none").text, "0");
  assert.equal(few.counting("one.all.n", "child was", "children were").text, "1 child was");
  assert.equal(few.median("delay").text, "median that is not estimable (nobody was followed so long)");
  assert.equal(few.p("test.all.p").text, "p not estimable (nobody was followed so long)");
  assert.equal(few.mean("lesions").text, "3.0");
  assert.equal(few.curveMedian("free.all").text, "29 months (no limits can be given)");
});

test("a paragraph keeps its numbers apart from its words", () => {
  const parts = paragraph`Of all children
    ${say.share("relapsed")} relapsed (${say.p("test.all.p")}).`;
  assert.equal(plainText(parts), "Of all children 33 of 56 (59 %) relapsed (p < 0.001).");
  assert.equal(parts.filter((part) => typeof part !== "string").length, 2);
});

test("every sentence of the protocol that is a rule stands in the methods or is an assumption", () => {
  const methods = methodsSection(protocol)
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
