import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { tableNamed } from "@osteon/codebook";
import { smallWorkbook } from "../../../../packages/interop/tests/small-workbook.ts";
import {
  type Cells,
  child,
  csvOf,
  doneTo,
  EDGES,
  type EdgeRegistry,
  edge,
  planned,
  there,
  XLSX,
  ZIP,
  zipOf,
} from "./edge-registry.ts";

const RESULT = { patient: "DD-001", sampled_on: "2009-05-18", analyte: "crp", value: "6", unit: "mg/L" };

const workbookOf = (...tables: readonly (readonly [string, ...Cells[]])[]): Uint8Array =>
  smallWorkbook(
    tables.map(([name, ...rows]) => {
      const names = tableNamed(name).fields.map((field) => field.name);
      return { name, rows: [names, ...rows.map((row) => names.map((column) => row[column] ?? ""))] };
    }),
  );

/** What a dry run shows is what a commit does: texts that are no numbers (15), every table (16), every cell (17). */
export function boundPlans(edges: () => EdgeRegistry): void {
  const visitOf = (patient: string, visit: string, month: string): Cells => ({
    ...{ visit, patient, visited_on: `2010-${month}-17` },
  });
  /** [table, row, column, from, to]: what is no number is another where its letters are. */
  const TEXTS: readonly (readonly [string, Cells, string, string, string])[] = [
    ["laboratory", { ...RESULT, laboratory: "L151" }, "visit", "2.1", "2.10"],
    ["laboratory", { ...RESULT, laboratory: "L152" }, "visit", "07", "7"],
    ["culture", { culture: "C153", sampled_on: "2010-01-20", growth: "growth" }, "organism", "7.1", "7.10"],
    [
      "antibiotic",
      { antibiotic: "A154", started_on: "2010-01-20", substance: "x", route: "oral" },
      "indication",
      "1.0",
      "1",
    ],
  ];
  test("a text that changes from 1.1 to 1.10 is changed; a number is not", async () => {
    const { given, send, dry, row } = edges();
    await given("patient", child("DD-150"));
    await given("visit", ...["2.1", "2.10", "07", "7"].map((visit, at) => visitOf("DD-150", visit, `0${at + 1}`)));
    for (const [table, cells, column, from, to] of TEXTS) {
      const of = (value: string) => csvOf(table, { ...cells, patient: "DD-150", [column]: value });
      const first = await send(table, of(from));
      assert.equal(first.status, 201, first.text);
      const second = await send(table, of(to));
      assert.deepEqual([second.status, doneTo(second, table)], [201, "0 new, 1 changed"], second.text);
      assert.equal((await row(table, cells[table] ?? "")).cells[column], to);
    }
    await given("visit", { ...visitOf("DD-150", "V159", "09"), weight_kg: "31.5" });
    await given("visit", { ...visitOf("DD-150", "V158", "08"), pain_nrs: "7", weight_kg: "31" });
    for (const row of [
      { ...visitOf("DD-150", "V159", "09"), weight_kg: "31.50" },
      { ...visitOf("DD-150", "V158", "08"), pain_nrs: "7", weight_kg: "31.0" },
    ])
      assert.equal(doneTo(await dry("visit", csvOf("visit", row)), "visit"), "0 new, 0 changed");
  });

  if (there)
    test("the visit 1.10 of the shared files is another than 1.1", async () => {
      const { send, undo, row } = edges();
      const done = [];
      for (const step of ["step1-visit", "step2-laboratory", "step3-laboratory"]) {
        const [text = ""] = edge(`15-visit-1.1-becomes-1.10/${step}.csv`);
        done.push(await send(step.split("-")[1] ?? "", text));
        assert.equal(done.at(-1)?.status, 201, done.at(-1)?.text);
      }
      assert.deepEqual(done.map((one) => doneTo(one, "laboratory")).at(-1), "0 new, 1 changed");
      assert.equal((await row("laboratory", "L77")).cells.visit, "1.10");
      for (const one of done.toReversed()) assert.equal((await undo(one)).status, 200);
    });

  test("a ZIP or a workbook of several tables keeps all of them, whatever is said of those that are absent", async () => {
    const { given, manager, undo, row } = edges();
    await given("patient", child("DD-160"));
    const visit = (at: number): Cells => visitOf("DD-160", `V16${at}`, `0${at}`);
    const inputs: readonly (readonly [string, Uint8Array, typeof ZIP])[] = [
      ["V9", there ? readFileSync(`${EDGES}/16-absent-keep-drops-tables/in.zip`) : new Uint8Array(0), ZIP],
      ["V161", zipOf(["patient", child("DD-160")], ["visit", visit(1)]), ZIP],
      ["V162", workbookOf(["patient", child("DD-160")], ["visit", visit(2)]), XLSX],
      ["V163", zipOf(["relapse"], ["laboratory", { ...RESULT, laboratory: "L163" }], ["visit", visit(3)]), ZIP],
      ["V164", workbookOf(["laboratory", { ...RESULT, laboratory: "L164", value: "9" }], ["visit", visit(4)]), XLSX],
    ];
    for (const [key, file, type] of inputs.filter(([, bytes]) => bytes.length > 0)) {
      const done = await manager("POST", "/api/imports?absent=keep&commit=yes", file, type);
      assert.equal(done.status, 201, done.text);
      assert.match(doneTo(done, "visit"), /^[12] new/, done.text);
      assert.equal((await row("visit", key)).status, "complete", key);
      assert.equal((await undo(done)).status, 200);
    }
  });

  test("a plan binds every cell of every row: added, changed, of another table, and what goes", async () => {
    const { given, manager, send, dry } = edges();
    await given("patient", child("DD-170"));
    await given("visit", { ...visitOf("DD-170", "V170", "01"), weight_kg: "30" });
    const changed = (weight_kg: string) => csvOf("visit", { ...visitOf("DD-170", "V170", "01"), weight_kg });
    const added = (value: string) => csvOf("laboratory", { ...RESULT, patient: "DD-170", laboratory: "L170", value });
    const born = (sex: string) => csvOf("patient", child("DD-171", { sex }));
    for (const [table, a, b] of [
      ["visit", changed("31"), changed("32")],
      ["laboratory", added("6"), added("60")],
      ["patient", born("male"), born("female")],
    ] as const) {
      const seen = planned(await dry(table, a)).plan;
      assert.equal((await send(table, b, `&commit=yes&plan=${seen}`)).status, 409, table);
      assert.equal((await send(table, a, `&commit=yes&plan=${seen}`)).status, 201, table);
    }
    const beside = (pain_nrs: string) =>
      zipOf(["patient", child("DD-172")], ["visit", { ...visitOf("DD-172", "V172", "02"), pain_nrs }]);
    const { plan } = planned(await manager("POST", "/api/imports", beside("1"), ZIP));
    for (const [pain, status] of [
      ["10", 409],
      ["1", 201],
    ] as const)
      assert.equal(
        (await manager("POST", `/api/imports?commit=yes&plan=${plan}`, beside(pain), ZIP)).status,
        status,
        "a cell of the second table",
      );
    const [a, b] = ["a", "b"].flatMap((name) => edge(`17-plan-does-not-bind-added-rows/${name}.csv`));
    if (a === undefined || b === undefined) return;
    const seen = planned(await dry("laboratory", a)).plan;
    assert.equal((await send("laboratory", b, `&commit=yes&plan=${seen}`)).status, 409);
    assert.equal((await send("laboratory", a, `&commit=yes&plan=${seen}`)).status, 201);
  });
}
