import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const page = readFileSync(new URL("../../../docs/tutorials/chart-to-figure.md", import.meta.url), "utf8");
const walked = readFileSync(new URL("./newcomer.test.ts", import.meta.url), "utf8");

test("what the tutorial tells to press and to see is pressed and seen by the newcomer's test", () => {
  const told = [
    ...new Set([...page.matchAll(/\*\*([^*]+)\*\*/g)].map(([, words = ""]) => words.replaceAll(/\s+/g, " "))),
  ];
  assert.ok(told.length > 20, told.join(", "));
  assert.deepEqual(
    told.filter((words) => !walked.includes(words)),
    [],
  );
});
