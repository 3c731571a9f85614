import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { asRole } from "@osteon/registry";
import { sql } from "kysely";
import Papa from "papaparse";
import type { Page } from "playwright-core";
import { type Client, PASSWORD, type RunningServer } from "../../server/tests/running-server.ts";
import { violations } from "./app-in-browser.ts";
import { type ImportPage, openImportPage } from "./import-page.ts";
import { downloaded, inTheme, signedInPage } from "./signed-in-page.ts";

/** A visit list as a ward keeps it: other names, other order, semicolons, a column that nobody asked for. */
const HEADER = ["Nr.", "visit", "Schmerz", "visited-on", "PATIENT", "weight_kg"];
const sound = (place: number): string[] => [
  `${place}`,
  `new-${place}`,
  `${place % 10}`,
  `2010-03-${String(place).padStart(2, "0")}`,
  "P-A",
  "32.5",
];

/** The faults that are planted: which cell of which row, what is written there, and what the list has to call it. */
const FAULTS: readonly (readonly [row: number, column: string, value: string, code: string])[] = [
  [4, "visited-on", "3.3.2010", "date-format"],
  [7, "Schmerz", "11", "impossible-value"],
  [9, "PATIENT", "P-Z", "no-such-row"],
  [12, "weight_kg", "32,5", "decimal-comma"],
  [15, "Schmerz", "=1+1", "not-a-number"],
];
const LONG_ROW = 18;

function wardList(withFaults: boolean): string {
  const rows = Array.from({ length: 20 }, (_, index) => sound(index + 1));
  // Visits that stand in the registry already: one with another pain, one just as it is.
  rows.push(["21", "visit-A", "4", "2009-05-17", "P-A", "31.5"], ["22", "visit-B", "7", "2009-05-17", "P-B", "31.50"]);
  if (withFaults) {
    for (const [row, column, value] of FAULTS) (rows[row - 2] as string[])[HEADER.indexOf(column)] = value;
    rows[LONG_ROW - 2]?.push("one too many");
  }
  return `${[HEADER, ...rows].map((cells) => cells.join(";")).join("\r\n")}\r\n`;
}

describe("the import of charts", () => {
  let opened: ImportPage;
  let server: RunningServer;
  let manager: Client;
  let page: Page;
  before(async () => {
    opened = await openImportPage(["A", "B"], 2);
    ({ server, manager, page } = opened);
  });
  after(async () => await opened?.end());

  const visits = async () => {
    const { rows } = await asRole(server.database, { role: "osteon_keeper", account: "k" }, (session) =>
      sql<{ visit: string; pain: number | null; swelling: boolean | null }>`
        select visit, pain_nrs as pain, swelling from chart.visit order by visit`.execute(session),
    );
    return rows;
  };
  const give = async (name: string, text: string) => {
    await page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
    await page.getByRole("button", { name: "On to the columns" }).click();
    await page.getByRole("heading", { name: /^Columns/ }).waitFor();
  };
  const field = (column: string) => page.getByLabel(`Field of the codebook: ${column}`, { exact: true });

  test("columns are proposed by name, chosen by hand, or left out", async () => {
    await page.goto(`${server.address}/import`);
    await give("visit list.csv", wardList(true));
    assert.match(page.url(), /step=mapping/);
    assert.equal(await field("visit").inputValue(), "visit");
    assert.equal(await field("visited-on").inputValue(), "visited_on");
    assert.equal(await field("PATIENT").inputValue(), "patient");
    assert.equal(await field("Nr.").inputValue(), "");
    await field("Schmerz").selectOption("weight_kg");
    assert.equal(await page.getByText("Two columns stand for this field.").count(), 2);
    assert.equal(await page.getByRole("button", { name: "Start the dry run" }).count(), 0);
    await field("Schmerz").selectOption("pain_nrs");
    assert.deepEqual(await violations(page), []);
  });

  test("a file with bad rows is refused whole, and the list to download names every planted fault", async () => {
    const before = await visits();
    await page.getByLabel(/^as in the codebook/).check();
    await page.getByRole("button", { name: "Start the dry run" }).click();
    await page.getByText("Refused as a whole: 6 problems in 6 rows.").waitFor();
    assert.equal(await page.getByRole("button", { name: "On to the import" }).count(), 0);
    const [count = ""] = await page.locator(".import-tables tbody tr").allInnerTexts();
    assert.deepEqual(count.split(/\s+/), ["Visits", "14", "1", "1", "6"]);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download the list (CSV)" }).click(),
    ]);
    assert.equal(file.suggestedFilename(), "visit list-problems.csv");
    const text = (await downloaded(file)).toString().replace(/^\ufeff/, "");
    const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
    const planted = FAULTS.map(([row, column, value, code]) => [`${row}`, column, value.replace(/^=/, "'="), code]);
    planted.push([`${LONG_ROW}`, "", "", "ragged-row"]);
    assert.deepEqual(
      data.map((line) => [line.row, line.column_in_file, line.value, line.code]),
      planted.sort(([a], [b]) => Number(a) - Number(b)),
    );
    for (const { file: name, severity, rule, fix, row } of data) {
      assert.deepEqual([name, severity], ["visit list.csv", "refused"]);
      assert.ok((rule ?? "").length > 10 && (fix ?? "").length > 5, `row ${row} says what is wrong and how to mend it`);
    }
    assert.match(data.find(({ code }) => code === "ragged-row")?.rule ?? "", /7 cells, the header has 6/);
    await page.goto(`${page.url().split("?")[0]}?step=commit`);
    await page.getByText("The file is no longer at hand").waitFor();
    assert.deepEqual(await visits(), before, "nothing was written");
  });

  test("the mended file is compared cell by cell, imported with a reason, and undone", async () => {
    const before = await visits();
    await give("visit list.csv", wardList(false));
    assert.equal(await field("Schmerz").inputValue(), "pain_nrs", "the columns are as last time");
    await page.getByRole("button", { name: "Start the dry run" }).click();
    await page.getByText("Nothing stands against this import.").waitFor();
    const lines = await page.getByRole("table", { name: "Changed cells" }).locator("tbody tr").allInnerTexts();
    assert.deepEqual(
      lines.map((line) => line.split(/\t/).map((cell) => cell.trim())),
      [["Visit", "visit-A", "22", "Pain (0–10)", "7", "4"]],
    );
    for (const theme of ["dark", "light"] as const) {
      await inTheme(page, theme);
      assert.deepEqual(await violations(page), [], theme);
    }
    await page.getByRole("button", { name: "On to the import" }).click();
    await page.getByRole("button", { name: "Import now" }).click();
    await page.getByText("Say why.").waitFor();
    await page.getByLabel("Reason").fill("Liste der Station, März 2010");
    await page.getByRole("button", { name: "Import now" }).click();
    await page.getByText("Imported: 20 new rows, 1 changed row.").waitFor();
    assert.deepEqual(await violations(page), []);
    const now = await visits();
    assert.equal(now.length, before.length + 20);
    assert.deepEqual(
      now.find(({ visit }) => visit === "visit-A"),
      { visit: "visit-A", pain: 4, swelling: true },
      "what the file leaves out stays",
    );
    const { entries } = (await manager("GET", "/api/centres/Aachen/audit/rows/visit/visit-A")).json as {
      entries: readonly { reason: string }[];
    };
    assert.equal(entries.at(-1)?.reason, "Liste der Station, März 2010");
    await page.getByRole("button", { name: "Undo" }).first().click();
    const dialog = page.getByRole("dialog", { name: "Undo an import" });
    await dialog.getByLabel("Reason").fill("wrong month");
    await dialog.getByRole("button", { name: "Undo" }).click();
    await page.getByText("It was undone; the registry is as it was before.").waitFor();
    assert.deepEqual(await visits(), before);
    await page.getByText(/^undone, /).waitFor();
    assert.deepEqual(opened.complaints, []);
  });

  test("a chart folder that is dropped is compared at once; what is there already is not imported again", async () => {
    await manager("POST", "/api/proof", { password: PASSWORD });
    const answer = await fetch(new URL("/api/exports/charts.zip", server.address), {
      headers: { cookie: manager.cookie },
    });
    assert.equal(answer.status, 200);
    const bytes = Buffer.from(await answer.arrayBuffer()).toString("base64");
    await page.goto(`${server.address}/import`);
    await page.getByRole("button", { name: "Choose a file" }).waitFor();
    const dropped = await page.evaluateHandle((base64) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], "charts.zip"));
      return transfer;
    }, bytes);
    await page.locator("main").dispatchEvent("drop", { dataTransfer: dropped });
    await page.getByText(/^charts\.zip, /).waitFor();
    await page.getByRole("button", { name: "Start the dry run" }).click();
    await page.getByText("The registry holds all of this already; there is nothing to import.").waitFor();
    assert.match(page.url(), /step=check/);
    assert.equal(await page.getByRole("button", { name: "On to the import" }).count(), 0);
    assert.deepEqual(await violations(page), []);
  });

  test("a German file is read as forms read: dates, decimal commas, and values translated once and kept with the reason", async () => {
    const german = await signedInPage(opened.browser, server, manager, "de");
    german.on("pageerror", (error) => opened.complaints.push(String(error)));
    await german.goto(`${server.address}/import`);
    const text = [
      "Pseudonym;Geschlecht;Geburt;Diagnose;Erkrankung;Letzter Kontakt;Beginn;Klinik",
      "G-1;w;05.2004;12.05.2014;cno;01.03.2016;2013;Aachen",
      "G-2;m;11.2005;3.6.2014;cno;02.03.2016;01.2014;Aachen",
      "G-3;weiblich;12.2006;17.07.2015;cno;03.03.2016;;Aachen",
    ].join("\r\n");
    const take = async (name: string, content: string) => {
      await german
        .locator("input[type=file]")
        .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
      await german.getByRole("button", { name: "Weiter zu den Spalten" }).click();
      for (const [column, field] of [
        ["Pseudonym", "patient"],
        ["Geschlecht", "sex"],
        ["Geburt", "born_on"],
        ["Diagnose", "diagnosed_on"],
        ["Erkrankung", "cohort"],
        ["Letzter Kontakt", "last_contact_on"],
        ["Beginn", "onset_on"],
        ["Klinik", "centre"],
      ] as const)
        await german.getByLabel(`Feld des Codebuchs: ${column}`, { exact: true }).selectOption(field);
    };
    await take("patient.csv", text);
    assert.ok(await german.getByLabel(/^der Tag zuerst, Dezimalkommas/).isChecked(), "the file itself tells");
    await german.getByText(/05\.2004 wird gelesen als Mai 2004/).waitFor();
    assert.equal(await german.getByLabel("Geschlecht: w bedeutet").inputValue(), "female");
    assert.equal(await german.getByLabel("Geschlecht: m bedeutet").inputValue(), "male");
    assert.equal(await german.getByLabel("Geschlecht: weiblich bedeutet").inputValue(), "female");
    for (const theme of ["dark", "light"] as const) {
      await inTheme(german, theme);
      assert.deepEqual(await violations(german), []);
    }
    await german.getByLabel("Geschlecht: m bedeutet").selectOption("");
    await german.getByRole("button", { name: "Probelauf starten" }).click();
    const refused = german.getByRole("row").filter({ hasText: "G-2" }).filter({ hasText: "gehört nicht zur Auswahl" });
    await refused.waitFor();
    assert.match(await refused.innerText(), /Ist male gemeint\?/, "the right cure: m is known");
    const box = await refused.boundingBox();
    assert.ok(box !== null && box.y < 900, `the problems stand within the first screen: ${box?.y}`);
    await german.getByRole("button", { name: "Zurück zu den Spalten" }).click();
    await german.getByLabel("Geschlecht: m bedeutet").selectOption("male");
    await german.getByRole("button", { name: "Probelauf starten" }).click();
    await german.getByRole("button", { name: "Weiter zur Übernahme" }).click();
    await german.getByLabel("Grund").fill("Liste der Ambulanz");
    await german.getByText(/Geschlecht: w = female, m = male, weiblich = female/).waitFor();
    await german.getByRole("button", { name: "Jetzt übernehmen" }).click();
    await german
      .getByRole("heading", { name: /Fertig|importiert|übernommen/ })
      .first()
      .waitFor();
    const { rows } = await asRole(server.database, { role: "osteon_keeper", account: "k" }, (session) =>
      sql<Record<string, string>>`select patient, sex, born_on, diagnosed_on::text, onset_on,
        (select reason from audit.entry e where e.entity = 'chart.patient' and e.row_key = patient order by seq desc limit 1) as reason
        from chart.patient where patient like 'G-%' order by patient`.execute(session),
    );
    const reason = "Liste der Ambulanz (Geschlecht: w = female, m = male, weiblich = female)";
    assert.deepEqual(rows, [
      { patient: "G-1", sex: "female", born_on: "2004-05", diagnosed_on: "2014-05-12", onset_on: "2013", reason },
      { patient: "G-2", sex: "male", born_on: "2005-11", diagnosed_on: "2014-06-03", onset_on: "2014-01", reason },
      { patient: "G-3", sex: "female", born_on: "2006-12", diagnosed_on: "2015-07-17", onset_on: null, reason },
    ]);

    await german.goto(`${server.address}/import`);
    await take("patient.csv", text.replace("12.05.2014", "05/06/2014"));
    await german.getByText("Tag und Monat lassen sich nicht unterscheiden: bitte wählen, was zuerst steht.").waitFor();
    assert.equal(await german.getByRole("button", { name: "Probelauf starten" }).count(), 0, "asked, never guessed");
    await german.getByLabel(/^der Tag zuerst, Dezimalkommas/).check();
    await german.getByText(/05\/06\/2014 wird gelesen als 5\. Juni 2014/).waitFor();
    await german.getByRole("button", { name: "Probelauf starten" }).waitFor();
    await german.close();
  });

  test("who may not import is told so", async () => {
    const nurse = await server.person("nurse", "study_nurse", "Aachen");
    const other = await signedInPage(opened.browser, server, nurse, "de");
    await other.goto(`${server.address}/import`);
    await other.getByText("Ihre Rolle importiert keine Akten.").waitFor();
    assert.equal(await other.getByRole("button", { name: "Zurücknehmen" }).count(), 0);
    await other.close();
    assert.deepEqual(opened.complaints, []);
  });
});
