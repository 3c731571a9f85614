import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Charts } from "@osteon/codebook";
import { readChartFolder } from "@osteon/interop";
import { drawn, drawnHash, REFERENCE, SAMPLE } from "./reference-charts.ts";
import { reportOf } from "./report-of.ts";

interface Reference {
  readonly versions: { readonly R: string };
  readonly drawn: string;
  readonly results: Readonly<Record<"sample" | "drawn", Readonly<Record<string, number | null>>>>;
}

const reference: Reference = JSON.parse(readFileSync(REFERENCE, "utf8"));

/** Results are kept to 12 significant digits. */
const TOLERANCE = 1e-11;

async function beside(charts: Charts, answered: Readonly<Record<string, number | null>>): Promise<void> {
  const { results } = await reportOf(charts);
  const own = new Map(results.results.map(({ id, value }) => [id, value]));
  const differ = Object.entries(answered).flatMap(([id, value]) => {
    const found = own.get(id);
    const isSame =
      value === null || typeof found !== "number"
        ? value === found
        : Math.abs(found - value) <= TOLERANCE * Math.max(1, Math.abs(value));
    return isSame ? [] : [`${id}: R ${value}, here ${found}`];
  });
  assert.deepEqual(differ, []);
}

test("R, reading the CSV of the sample charts, gives the same counts, medians, quartiles and limits", async () => {
  const { charts } = await readChartFolder(SAMPLE);
  await beside(charts, reference.results.sample);
});

test("R, reading the CSV of 300 drawn children of two centres, gives the same", async () => {
  assert.equal(drawnHash, reference.drawn, "the drawn charts are others: ask R anew with tests/write-reference.ts");
  await beside(drawn, reference.results.drawn);
});

test("what R answers are more than counts and shares, and they differ between the charts", () => {
  const { sample, drawn: other } = reference.results;
  const kinds = new Set(Object.keys(other).map((id) => id.slice(id.lastIndexOf(".") + 1)));
  for (const kind of [
    "median",
    "lower-quartile",
    "upper-quartile",
    "maximum",
    "mean",
    "sd",
    "wilson-lower",
    "wilson-upper",
  ])
    assert.ok(kinds.has(kind), kind);
  for (const id of [
    "delay.all.median",
    "lesions.all.upper-quartile",
    "pain-at-last.all.sd",
    "remission.all.wilson-lower",
  ])
    assert.notEqual(sample[id], other[id], id);
});
