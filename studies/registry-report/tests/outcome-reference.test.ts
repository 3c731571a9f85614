import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { readChartFolder } from "@osteon/interop";
import { type Answered, besideR } from "./beside-r.ts";
import { drawn, drawnHash, REFERENCE } from "./outcome-charts.ts";
import { SAMPLE } from "./reference-charts.ts";
import { reportOf } from "./report-of.ts";

interface Reference {
  readonly drawn: string;
  readonly results: Readonly<Record<"sample" | "drawn", Answered>>;
}

const reference: Reference = JSON.parse(readFileSync(REFERENCE, "utf8"));

test("R, reading the CSV of the sample charts, finds the same outcomes, kappas and order of the classes", async () => {
  const { charts } = await readChartFolder(SAMPLE);
  besideR((await reportOf(charts)).results.results, reference.results.sample);
});

test("R, reading the CSV of 300 drawn children of two centres, finds the same", async () => {
  assert.equal(drawnHash, reference.drawn, "the drawn charts are others: ask R anew with tests/write-reference.ts");
  besideR((await reportOf(drawn)).results.results, reference.results.drawn);
});

test("among the drawn children every definition is met and not met, each two have a kappa, and orders are reversed", () => {
  const answered = Object.entries(reference.results.drawn);
  const of = (pattern: RegExp) => answered.filter(([id]) => pattern.test(id)).map(([, value]) => value);
  for (const [id, value] of answered.filter(([name]) => /^outcome-well\..*\.N$/.test(name))) {
    const met = reference.results.drawn[id.replace(/N$/, "n")] ?? 0;
    assert.ok(met > 1 && met < (value ?? 0), id);
  }
  assert.equal(of(/\.kappa$/).length, 45);
  assert.ok(of(/\.kappa$/).every((kappa) => kappa !== null));
  assert.ok(of(/\.kappa$/).filter((kappa) => Number(kappa) < 0.9).length > 30);
  assert.ok(of(/\.pairs-reversed$/).some((pairs) => (pairs ?? 0) > 0));
});
