import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Charts } from "@osteon/codebook";
import { readChartFolder } from "@osteon/interop";
import { readStudy } from "@osteon/run";
import { type Answered, besideR } from "../../registry-report/tests/beside-r.ts";
import { reportOf } from "../../registry-report/tests/report-of.ts";
import { drawn, drawnHash, REFERENCE, SAMPLE } from "./reference-charts.ts";

interface Reference {
  readonly drawn: string;
  readonly results: Readonly<Record<"sample" | "drawn", Answered>>;
}

const study = await readStudy(join(import.meta.dirname, ".."));
const reference: Reference = JSON.parse(readFileSync(REFERENCE, "utf8"));

const beside = async (charts: Charts, answered: Answered): Promise<void> =>
  besideR((await reportOf(charts, study)).results.results, answered);

test("R, reading the CSV of the sample charts, finds the same plans, conditions, responses and curves", async () => {
  const { charts } = await readChartFolder(SAMPLE);
  await beside(charts, reference.results.sample);
});

test("R, reading the CSV of 300 drawn children of two centres, finds the same", async () => {
  assert.equal(drawnHash, reference.drawn, "the drawn charts are others: ask R anew with tests/write-reference.ts");
  await beside(drawn, reference.results.drawn);
});

test("the drawn charts have every answer that a condition and a response can have", () => {
  const of = (id: string) => reference.results.drawn[id] ?? 0;
  for (const condition of ["oedema", "active", "told_apart"])
    for (const state of ["met", "not_met", "not_known"])
      assert.ok(of(`entry-condition.${condition}.${state}`) > 2, `${condition} ${state}`);
  for (const level of [30, 90])
    for (const plan of ["methotrexate", "tnf_inhibitor", "bisphosphonate"])
      assert.ok(of(`pedcno${level}.${plan}/month3.N`) > of(`pedcno${level}.${plan}/month3.n`), `${level} ${plan}`);
});
