import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Charts } from "@osteon/codebook";
import { readChartFolder } from "@osteon/interop";
import { type Answered, besideR } from "./beside-r.ts";
import { drawn, drawnHash, REFERENCE, SAMPLE } from "./reference-charts.ts";
import { reportOf } from "./report-of.ts";

interface Reference {
  readonly versions: { readonly R: string };
  readonly drawn: string;
  readonly results: Readonly<Record<"sample" | "drawn", Answered>>;
}

const reference: Reference = JSON.parse(readFileSync(REFERENCE, "utf8"));

const beside = async (charts: Charts, answered: Answered): Promise<void> =>
  besideR((await reportOf(charts)).results.results, answered);

test("R, reading the CSV of the sample charts, gives the same counts, medians, quartiles and limits", async () => {
  const { charts } = await readChartFolder(SAMPLE);
  await beside(charts, reference.results.sample);
});

test("R, reading the CSV of 300 drawn children of two centres, gives the same", async () => {
  assert.equal(drawnHash, reference.drawn, "the drawn charts are others: ask R anew with tests/write-reference.ts");
  await beside(drawn, reference.results.drawn);
});

test("the report says of how many results no more than a limit is known, and nothing of the kind where each was measured", async () => {
  const rowsOf = (table: string) => drawn.find(({ name }) => name === table)?.rows.map(({ cells }) => cells) ?? [];
  const withdrawn = new Set(
    rowsOf("patient").flatMap(({ patient, consent }) => (consent === "withdrawn" ? [patient] : [])),
  );
  const limits = rowsOf("laboratory").filter(
    ({ patient, comparator = "", value }) => comparator !== "" && Number(value) > 0 && !withdrawn.has(patient),
  );
  assert.ok(limits.length > 50);
  const said = `Of ${limits.length} results of laboratories no more than a limit of measurement is known`;
  assert.ok((await reportOf(drawn)).html.includes(said));
  const { charts } = await readChartFolder(SAMPLE);
  assert.ok(!(await reportOf(charts)).html.includes("no more than a limit of measurement is known"));
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
