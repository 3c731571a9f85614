import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Cells,
  child,
  codes,
  csvOf,
  doneTo,
  type EdgeRegistry,
  edge,
  planned,
  ZIP,
  zipOf,
} from "./edge-registry.ts";
import type { RunsSeen } from "./runs-seen.ts";

const VISIT = { visit: "VD3", patient: "DD-001", visited_on: "2009-08-17", weight_kg: "30" };
const RESULT = { laboratory: "LD5", patient: "DD-001", sampled_on: "2009-08-19", analyte: "crp", value: "5" };
const RELAPSE = { relapse: "RD6", patient: "DD-001", noticed_on: "2010-08-20", new_symptoms: "yes" };

/** [table, number, the row of the draft, the file of an equal row] */
const COMPLETED: readonly (readonly [string, string, Cells, string])[] = [
  ...[csvOf("visit", VISIT), ...edge("18-row-equal-to-a-draft/in.csv")].map(
    (text) => ["visit", "VD3", VISIT, text] as const,
  ),
  ["visit", "VD4", { ...VISIT, visit: "VD4" }, csvOf("visit", { ...VISIT, visit: "VD4", weight_kg: "30.0" })],
  ["laboratory", "LD5", { ...RESULT, unit: "mg/L" }, csvOf("laboratory", { ...RESULT, unit: "mg/L" })],
  ["relapse", "RD6", RELAPSE, csvOf("relapse", RELAPSE)],
];

/** Drafts that files meet: what a file completes (18), and rows of a child that is a draft (19). */
export function draftsBeside(edges: () => EdgeRegistry, runs: RunsSeen): void {
  for (const [table, key, draft, text] of COMPLETED)
    test(`a row of a file equal to the draft ${key} completes it, and that is said`, async () => {
      const { enter, dry, send, undo, row } = edges();
      if ((await row(table, key)).status !== "draft") assert.equal((await enter(table, draft, "draft")).status, 201);
      assert.deepEqual(codes(planned(await dry(table, text)).notes), ["completes-draft"]);
      const done = await send(table, text);
      assert.deepEqual([done.status, doneTo(done, table)], [201, "0 new, 1 changed"]);
      assert.equal((await row(table, key)).status, "complete");
      assert.equal((await undo(done)).status, 200);
      assert.equal((await row(table, key)).status, "draft");
    });

  test("a draft that a file completes and changes tells both; one that it lacks stays one, without a word", async () => {
    const { given, enter, dry } = edges();
    await given("patient", child("DD-060"));
    for (const [visit, visited_on] of [
      ["VD7", "2010-08-17"],
      ["VD8", "2010-09-17"],
    ] as const)
      assert.equal((await enter("visit", { ...VISIT, patient: "DD-060", visit, visited_on }, "draft")).status, 201);
    const row = { ...VISIT, patient: "DD-060", visit: "VD7", visited_on: "2010-08-17", weight_kg: "31" };
    const { notes, changes } = planned(await dry("visit", csvOf("visit", row)));
    assert.deepEqual(codes(notes), ["completes-draft"]);
    assert.deepEqual(
      changes.map(({ key, was, becomes }) => [key, was, becomes]),
      [["VD7", "30", "31"]],
    );
  });

  const DRAFTS: readonly (readonly [string, string, Cells])[] = [
    ["DD-061", "visit", { visit: "VD61", visited_on: "2009-08-17" }],
    ["DD-062", "laboratory", { ...RESULT, laboratory: "LD62", unit: "mg/L" }],
    ["DD-063", "treatment", { treatment: "TD63", drug: "naproxen", drug_class: "nsaid", started_on: "2009-08-17" }],
    ["DD-064", "lesion", { lesion: "ND64", bone: "tibia", side: "left" }],
  ];
  for (const [patient, table, cells] of DRAFTS)
    test(`rows of ${table} of a draft child are told, kept, and in no export`, async () => {
      const { enter, dry, send, manager } = edges();
      assert.equal((await enter("patient", child(patient), "draft")).status, 201);
      const files = [csvOf(table, { ...cells, patient })];
      if (table === "visit") files.push(...edge("19-draft-child-breaks-export-and-runs/in.csv"));
      for (const text of files) {
        assert.deepEqual(codes(planned(await dry(table, text)).notes), ["draft-child"]);
        assert.equal((await send(table, text)).status, 201);
      }
      const out = await manager("GET", `/api/exports/tables/${table}`);
      assert.equal(out.status, 200, out.text);
      assert.ok(!out.text.includes(patient), out.text);
      const { draftChildren } = (await manager("GET", "/api/readiness")).json;
      const found = (draftChildren as readonly { patient: string; rows: number }[]).find(
        (one) => one.patient === patient,
      );
      assert.equal(found?.rows, files.length);
    });

  test("a run leaves draft children out with all their rows, and counts them; a file that completes one says nothing of a draft child", async () => {
    const { manager } = edges();
    const before = await runs.run(edges());
    assert.deepEqual(before.refused, [], "what a run is given holds together");
    assert.deepEqual(
      before.patients.filter((patient) => DRAFTS.some(([draft]) => draft === patient)),
      [],
    );
    const { draftChildren } = (await manager("GET", "/api/readiness")).json;
    assert.equal(before.left.draft, (draftChildren as readonly unknown[]).length);
    assert.ok((before.left.draft ?? 0) >= DRAFTS.length);
    const archive = zipOf(
      ["patient", child("DD-061")],
      ["visit", { visit: "VD99", patient: "DD-061", visited_on: "2009-09-17", weight_kg: "30" }],
    );
    const done = await manager("POST", "/api/imports?absent=keep&commit=yes", archive, ZIP);
    assert.equal(done.status, 201, done.text);
    assert.deepEqual(codes(planned(done).notes), ["completes-draft"]);
    const after = await runs.run(edges());
    assert.deepEqual(
      [after.left.draft, after.patients.includes("DD-061"), after.refused],
      [(before.left.draft ?? 0) - 1, true, []],
    );
  });
}
