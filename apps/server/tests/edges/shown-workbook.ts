import assert from "node:assert/strict";
import { test } from "node:test";
import { tableNamed } from "@osteon/codebook";
import { type SmallCell, type SmallSheet, smallWorkbook } from "../../../../packages/interop/tests/small-workbook.ts";
import { child, type EdgeRegistry, planned, XLSX } from "./edge-registry.ts";

/** A workbook on its way into the registry; its inputs of every kind are in `packages/interop/tests/workbook-as-shown.test.ts`. */
export function shownWorkbook(edges: () => EdgeRegistry): void {
  test("a workbook is stored as its sheets show it, and what they do not tell is refused by cell", async () => {
    const { manager } = edges();
    const names = (table: string) => tableNamed(table).fields.map(({ name }) => name);
    const sheet = (table: string, cells: Readonly<Record<string, SmallCell>>): SmallSheet => ({
      name: table,
      rows: [names(table), names(table).map((name) => cells[name] ?? "")],
    });
    const take = (more: string, ...sheets: readonly SmallSheet[]) =>
      manager("POST", `/api/imports?written=day-first${more}`, Buffer.from(smallWorkbook(sheets)), XLSX);
    const month = { number: 36465, format: 17 };
    const day = { number: 39950, format: 14 };
    const born = sheet("patient", { ...child("DD-600"), born_on: month, diagnosed_on: day });
    const share = sheet("laboratory", {
      ...{ laboratory: "L60", patient: "DD-600", sampled_on: "17.05.2009", analyte: "neutrophils", unit: "%" },
      ...{ value: { number: 0.45, format: 9 }, upper_limit: "70,125" },
    });
    const visit = { visit: "V60", patient: "DD-600", visited_on: "17.05.2009", chaq: { number: 1.375 } };
    const done = await take("&commit=yes", born, share, sheet("visit", visit));
    assert.equal(done.status, 201, done.text);
    const stored = async (table: string, key: string) =>
      ((await manager("GET", `/api/centres/Dresden/charts/${table}/${key}`)).json as { cells: object }).cells;
    const { born_on, diagnosed_on } = (await stored("patient", "DD-600")) as Record<string, string>;
    assert.deepEqual([born_on, diagnosed_on], ["1999-11", "2009-05-17"]);
    const { value, upper_limit } = (await stored("laboratory", "L60")) as Record<string, string>;
    assert.deepEqual([value, upper_limit], ["45", "70.125"]);
    assert.equal(((await stored("visit", "V60")) as Record<string, string>).chaq, "1.375");

    const doubtful: readonly SmallSheet[] = [
      sheet("laboratory", {
        ...{ laboratory: "L61", patient: "DD-600", sampled_on: "17.05.2009", analyte: "ferritin", unit: "ng/mL" },
        ...{ value: "1.234", upper_limit: { error: "#N/A" } },
      }),
      { ...sheet("visit", { ...visit, visit: "V61", weight_kg: { formula: "30+1" } }), merged: ["A2:A3"] },
    ];
    const told = planned(await take("", ...doubtful)).problems;
    assert.deepEqual(
      told.map(({ code, where: { file, row, column, value: cell } }) => [file, row, column, cell, code].join(" ")),
      [
        "visit.csv 2 visit V61 merged-cells",
        "visit.csv 2 weight_kg =30+1 formula-without-value",
        "laboratory.csv 2 upper_limit #N/A error-cell",
        "laboratory.csv 2 value 1.234 number-format",
      ],
    );
    assert.equal((await take("&commit=yes", ...doubtful)).status, 422);
  });
}
