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

test("R, reading the CSV of the study's own charts, finds the same drugs, tests, states, MRIs and curves", async () => {
  const { charts } = await readChartFolder(SAMPLE);
  await beside(charts, reference.results.sample);
});

test("R, reading the CSV of 300 drawn children of two centres, finds the same", async () => {
  assert.equal(drawnHash, reference.drawn, "the drawn charts are others: ask R anew with tests/write-reference.ts");
  await beside(drawn, reference.results.drawn);
});

test("the drawn charts have every order of the drugs, every state and every finding of an MRI", () => {
  const of = (id: string) => reference.results.drawn[id] ?? 0;
  for (const order of [
    "pamidronate_alone",
    "tnf_inhibitor_alone",
    "pamidronate_first",
    "tnf_inhibitor_first",
    "together",
  ])
    assert.ok(of(`drug-order.all.${order}`) > 5, order);
  for (const drug of ["pamidronate", "tnf_inhibitor"]) {
    for (const state of ["full_remission", "partial_remission", "active", "relapse", "other_drug"])
      assert.ok(of(`drug-state.${drug}/month12.${state}`) > 0, `${drug} ${state}`);
    for (const state of ["no_visible_lesion", "remaining_activity", "new_lesion", "other_drug"])
      assert.ok(of(`mri-at-12-months.${drug}.${state}`) > 0, `${drug} ${state}`);
    assert.ok(of(`flare-free.${drug}.events`) > 2, `${drug} flares`);
  }
});
