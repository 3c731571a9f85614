import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { writeChartWorkbook } from "@osteon/interop";
import { asRole } from "@osteon/registry";
import { sql } from "kysely";
import type { Page } from "playwright-core";
import type { Client, RunningServer } from "../../server/tests/running-server.ts";
import { violations } from "./app-in-browser.ts";
import { type ImportPage, openImportPage } from "./import-page.ts";

/** Workbooks with words of their own, the registry's own typed form, and a file so long that one thinks better of it. */
describe("the import of other files", () => {
  let opened: ImportPage;
  let server: RunningServer;
  let manager: Client;
  let page: Page;
  before(async () => {
    opened = await openImportPage(["A"], 1);
    ({ server, manager, page } = opened);
  });
  after(async () => await opened?.end());

  test("values of a workbook are given their meaning where the dry run refuses them, once for all rows", async () => {
    const patient = (tag: string, sex: string) => ({
      ...{ patient: tag, cohort: "cno", sex, born_on: "2004-05", diagnosed_on: "2014-05-12" },
      ...{ last_contact_on: "2016-03-01", centre: "Aachen" },
    });
    const visit = (tag: string, swelling: string) => ({
      ...{ visit: `V-${tag}`, patient: tag, visited_on: "2014-06-01", swelling },
    });
    const rows = (...all: readonly Record<string, string>[]) => all.map((cells, index) => ({ row: index + 2, cells }));
    const buffer = await writeChartWorkbook([
      {
        name: "patient",
        file: "patient.csv",
        rows: rows(patient("X-1", "w"), patient("X-2", "M"), patient("X-3", "w")),
      },
      { name: "visit", file: "visit.csv", rows: rows(visit("X-1", "ja"), visit("X-2", "vielleicht")) },
    ]);
    const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    await page.goto(`${server.address}/import`);
    await page.locator("input[type=file]").setInputFiles({ name: "ward.xlsx", mimeType, buffer: Buffer.from(buffer) });
    await page.getByRole("button", { name: "Start the dry run" }).click();
    await page.getByText("Refused as a whole: 5 problems in 5 rows.").waitFor();
    assert.equal(await page.getByLabel("sex: w means").inputValue(), "female");
    assert.equal(await page.getByLabel("sex: M means").inputValue(), "male");
    assert.equal(await page.getByLabel("swelling: ja means").inputValue(), "yes");
    assert.equal(await page.getByLabel("swelling: vielleicht means").inputValue(), "", "nothing is guessed");
    assert.deepEqual(await violations(page), []);
    await page.getByRole("button", { name: "Start the dry run with these meanings" }).click();
    await page.getByText("Refused as a whole: 1 problem in 1 row.").waitFor();
    await page.getByLabel("swelling: vielleicht means").selectOption("no");
    await page.getByRole("button", { name: "Start the dry run with these meanings" }).click();
    await page.getByRole("button", { name: "On to the import" }).click();
    await page.getByLabel("Reason").fill("list of the ward");
    await page.getByText(/sex: w = female, M = male; swelling: ja = yes; swelling: vielleicht = no$/).waitFor();
    await page.getByRole("button", { name: "Import now" }).click();
    await page.getByText(/^Imported: /).waitFor();
    const stored = await asRole(server.database, { role: "osteon_keeper", account: "k" }, (session) =>
      sql`select p.patient, p.sex, v.swelling from chart.patient p left join chart.visit v using (centre, patient)
        where p.patient like 'X-%' order by 1`.execute(session),
    );
    assert.deepEqual(stored.rows, [
      { patient: "X-1", sex: "female", swelling: true },
      { patient: "X-2", sex: "male", swelling: false },
      { patient: "X-3", sex: "female", swelling: null },
    ]);
  });

  test("a table of the typed form goes as it is: its reasons are no columns to be left out", async () => {
    const cells = {
      visit: "T-1",
      patient: "P-A",
      visited_on: "2010-06-01",
      weight_kg: "not done",
      pain_nrs: "unknown",
    };
    const entered = await manager("POST", "/api/centres/Aachen/charts/visit", { cells, status: "complete" });
    assert.equal(entered.status, 201, entered.text);
    const { text } = await manager("GET", "/api/exports/tables/visit?form=typed");
    await page.goto(`${server.address}/import`);
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "visit.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    await page.getByRole("button", { name: "On to the columns" }).click();
    await page.waitForURL(/step=check/);
    const [count = ""] = await page.locator(".import-tables tbody tr").allInnerTexts();
    const rows = text.trimEnd().split("\n").length - 1;
    assert.deepEqual(count.split(/\s+/), ["Visits", "0", "0", String(rows), "0"]);
  });

  test("an import is watched while it is written, and cancelled: nothing of it stays", async () => {
    const results = Array.from({ length: 40_000 }, (_, at) => {
      const sampled_on = `201${at % 2}-0${1 + (at % 9)}-${10 + (at % 19)}`;
      const value = `${((at % 397) + 10) / 10}`;
      return { laboratory: `watched-${at}`, patient: "P-A", sampled_on, analyte: "crp", value, unit: "mg/L" };
    });
    const rows = results.map((cells, at) => ({ row: at + 2, cells }));
    await page.goto(`${server.address}/import`);
    await page.locator("input[type=file]").setInputFiles({
      ...{ name: "watched.xlsx", mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
      buffer: Buffer.from(await writeChartWorkbook([{ name: "laboratory", file: "laboratory.csv", rows }])),
    });
    await page.getByRole("button", { name: "Start the dry run" }).click();
    await page.getByText("Nothing stands against this import.").waitFor();
    await page.getByRole("button", { name: "On to the import" }).click();
    await page.getByLabel("Reason").fill("watched");
    await page.getByRole("button", { name: "Import now" }).click();
    await page.getByText(/[1-9]\d?,\d{3} of 40,000 rows written/).waitFor();
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("button", { name: "Import now" }).waitFor();
    const { json } = await manager("GET", "/api/centres/Aachen/patients/P-A");
    const kept = (json.rows as readonly { key: string }[]).filter(({ key }) => key.startsWith("watched"));
    assert.deepEqual(kept, []);
    assert.deepEqual(opened.complaints, []);
  });
});
