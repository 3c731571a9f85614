import assert from "node:assert/strict";
import { test } from "node:test";
import { type Adjustment, adjustPValues } from "../src/index.ts";
import { against } from "./agreement.ts";
import { answers } from "./reference.ts";

const R = answers<{
  readonly sets: readonly { readonly p: readonly number[]; readonly adjusted: readonly (readonly number[])[] }[];
}>("multiplicity");

const NAMES: readonly Adjustment[] = [
  "none",
  "bonferroni",
  "holm",
  "hochberg",
  "hommel",
  "benjamini-hochberg",
  "benjamini-yekutieli",
];

for (const [place, name] of NAMES.entries())
  test(`${name} is p.adjust's`, () => {
    const compare = against("multiplicity", `${name} adjustment`, "p.adjust(p, method)");
    for (const { p, adjusted } of R.sets)
      for (const [i, value] of adjustPValues(p, name).entries())
        compare(value, adjusted[place]?.[i], `${name} of ${p[i]}`);
  });

test("no p has none, and a p beyond 1 is refused", () => {
  for (const name of NAMES) assert.deepEqual(adjustPValues([], name), []);
  assert.throws(() => adjustPValues([1.2], "holm"), /between 0 and 1/);
});
