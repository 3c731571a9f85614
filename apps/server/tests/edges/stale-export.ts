import assert from "node:assert/strict";
import { test } from "node:test";
import { type Cells, CSV, child, csvOf, type EdgeRegistry, planned } from "./edge-registry.ts";

/** An export that is edited while others correct the registry (34), and rows that the file lacks. */
export function staleExport(edges: () => EdgeRegistry): void {
  const visit = (at: number, more: Cells = {}): Cells => ({
    ...{ visit: `VST${at}`, patient: "DD-034", visited_on: `2010-0${at}-20`, weight_kg: "30", ...more },
  });

  test("a value that somebody corrected after the export is marked; what was edited in the file is not", async () => {
    const { given, change, send, dry } = edges();
    await given("patient", child("DD-034"));
    await given("visit", ...[1, 2, 3, 4, 5].map((at) => visit(at)));
    const saved = async (at: number, cells: Cells, version = 1) =>
      assert.equal((await change("visit", `VST${at}`, visit(at, cells), version)).status, 200);
    await saved(1, { weight_kg: "33" });
    await saved(3, { pain_nrs: "7" });
    await saved(4, { weight_kg: "33" });
    await saved(4, { weight_kg: "34" }, 2);
    const text = csvOf("visit", visit(5, { visited_on: "2010-05-21" }));
    assert.equal((await send("visit", text)).status, 201, "corrected by another file");
    const monday = csvOf("visit", visit(1), visit(2, { weight_kg: "31" }), visit(3), visit(4), visit(5));
    const plan = planned(await dry("visit", monday));
    assert.deepEqual(
      plan.changes.map(({ key, field, was, becomes }) => `${key} ${field} ${was} ${becomes}`),
      [
        "VST1 weight_kg 33 30",
        "VST2 weight_kg 30 31",
        "VST3 pain_nrs 7 ",
        "VST4 weight_kg 34 30",
        "VST5 visited_on 2010-05-21 2010-05-20",
      ],
    );
    assert.deepEqual(
      plan.notes.map(({ code, where: { row, column } }) => [code, row, column]),
      [
        ["older-than-registry", 2, "weight_kg"],
        ["older-than-registry", 4, "pain_nrs"],
        ["older-than-registry", 5, "weight_kg"],
        ["older-than-registry", 6, "visited_on"],
      ],
    );
    const born = await change("patient", "DD-034", child("DD-034", { sex: "male" }));
    assert.equal(born.status, 200, born.text);
    const { notes } = planned(await dry("patient", csvOf("patient", child("DD-034"))));
    assert.deepEqual(
      notes.map(({ code, where: { row, column } }) => [code, row, column]),
      [["older-than-registry", 2, "sex"]],
    );
  });

  test("rows that the file lacks are told, and go when that was seen", async () => {
    const { send, undo, manager, dry, row } = edges();
    assert.ok(planned(await dry("visit", csvOf("visit", visit(2)))).lacking.some(({ key }) => key === "VST3"));
    const all = (await manager("GET", "/api/exports/tables/visit")).text;
    const lines = all.split("\n").filter((line) => !line.startsWith("VST3,"));
    const without = lines.join("\n");
    const unseen = "/api/imports?table=visit&absent=keep&commit=yes&lacking=delete";
    assert.equal((await manager("POST", unseen, Buffer.from(without), CSV)).status, 422, "not seen");
    const seen = planned(await send("visit", without, "&lacking=delete"));
    assert.equal(seen.tables.find(({ table }) => table === "visit")?.removed, 1);
    const fewer = lines.filter((line) => !line.startsWith("VST2,")).join("\n");
    const more = `&commit=yes&lacking=delete&plan=${seen.plan}`;
    assert.equal((await send("visit", fewer, more)).status, 409, "the plan binds what goes");
    const gone = await send("visit", without, more);
    assert.equal(gone.status, 201, gone.text);
    const path = "/api/centres/Dresden/charts/visit/VST3";
    assert.equal((await manager("GET", path)).status, 404);
    const undone = await undo(gone);
    assert.equal(undone.status, 200, undone.text);
    assert.equal((await row("visit", "VST3")).status, "complete");
  });
}
