import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { CODEBOOK } from "@osteon/codebook";
import { appoint } from "@osteon/registry";
import { builtWeb } from "@osteon/web";
import { unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { openChromium } from "../../../tests/acceptance/chromium.ts";
import { type Client, PASSWORD, type RunningServer, runningServer } from "../../server/tests/running-server.ts";
import { violations } from "./app-in-browser.ts";
import { downloaded, inTheme, signedInPage } from "./signed-in-page.ts";

describe("files to take away, and what changed", () => {
  let server: RunningServer;
  let browser: Browser;
  let nurse: Client;
  let both: Client;
  let statistician: Client;
  const complaints: string[] = [];
  before(async () => {
    [server, browser] = await Promise.all([builtWeb().then((web) => runningServer("server", { web })), openChromium()]);
    nurse = await server.person("nora", "study_nurse", "Aachen");
    both = await server.person("ida", "investigator", "Aachen");
    await appoint(server.database, both.account, "data_manager", "Bonn");
    statistician = await server.person("stan", "statistician", "Aachen");
    const child = {
      cohort: "cno",
      sex: "female",
      born_on: "2004",
      diagnosed_on: "2012-03-01",
      last_contact_on: "2013-01-01",
      consent: "given",
    };
    const enter = async (table: string, cells: Record<string, string>, status: string, by: Client, centre: string) => {
      const answer = await by("POST", `/api/centres/${centre}/charts/${table}`, { cells, status });
      assert.equal(answer.status, 201, answer.text);
    };
    await enter("patient", { ...child, patient: "AC-1" }, "complete", nurse, "Aachen");
    await enter("patient", { ...child, patient: "AC-2" }, "complete", nurse, "Aachen");
    await enter(
      "visit",
      { visit: "V-1", patient: "AC-1", visited_on: "2012-04-01", pain_nrs: "5" },
      "complete",
      nurse,
      "Aachen",
    );
    await enter("visit", { visit: "V-2", patient: "AC-1", visited_on: "2012-05-01" }, "draft", nurse, "Aachen");
    await enter("patient", { ...child, patient: "BN-1" }, "complete", both, "Bonn");
    const { cells } = (await nurse("GET", "/api/centres/Aachen/charts/visit/V-1")).json as {
      cells: Record<string, string>;
    };
    const changed = await nurse(
      "PUT",
      "/api/centres/Aachen/charts/visit/V-1",
      { cells: { ...cells, pain_nrs: "2", weight_kg: "30.5" }, status: "complete", reason: "typing error" },
      { "if-match": '"1"' },
    );
    assert.equal(changed.status, 200, changed.text);
    const gone = await both(
      "DELETE",
      "/api/centres/Aachen/charts/visit/V-2",
      { reason: "entered twice" },
      { "if-match": '"1"' },
    );
    assert.equal(gone.status, 204, gone.text);
    await enter("visit", { visit: "V-3", patient: "AC-1", visited_on: "2012-06-01" }, "draft", nurse, "Aachen");
  });
  after(async () => {
    await browser?.close();
    await server?.end();
  });

  const open = async (person: Client, path: string, language: "en" | "de" = "en"): Promise<Page> => {
    // Files are handed to whoever proved within five minutes who they are; on a busy machine the sign-in is longer ago.
    await person("POST", "/api/proof", { password: PASSWORD });
    const page = await signedInPage(browser, server, person, language);
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(`${server.address}${path}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    return page;
  };
  const cleanInBothThemes = async (page: Page) => {
    for (const theme of ["dark", "light"] as const) {
      await inTheme(page, theme);
      assert.deepEqual(await violations(page), [], `${page.url()} ${theme}`);
    }
  };
  const taken = async (page: Page, button: string): Promise<Buffer> => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: button }).click(),
    ]);
    return await downloaded(download);
  };
  /** Lines of a chart file without its header. */
  const rowsIn = (bytes: Uint8Array | undefined): readonly string[] =>
    Buffer.from(bytes ?? [])
      .toString("utf8")
      .trimEnd()
      .split("\n")
      .slice(1);

  test("a statistician takes data for R: from the study to the ZIP and the script in three clicks", async () => {
    const page = await open(statistician, "/study");
    await page.getByRole("link", { name: "Export charts" }).click();
    await page.getByText("2 children, 3 rows in all tables.").waitFor();
    await page.getByText("1 draft is not in it: what is not complete is not yet said.").waitFor();
    await cleanInBothThemes(page);
    const files = unzipSync(await taken(page, "All tables as CSV, packed (ZIP)"));
    assert.deepEqual(
      rowsIn(files["patient.csv"]).map((line) => line.split(",")[0]),
      ["AC-1", "AC-2"],
    );
    assert.equal(rowsIn(files["visit.csv"]).length, 1, "no draft");
    await page.getByText("charts.zip is saved.").waitFor();
    assert.match(String(await taken(page, "Script for R")), /^# Reads the charts[\s\S]+read_charts <- function/);
    assert.equal((await taken(page, "All tables as a workbook (XLSX)")).subarray(0, 2).toString(), "PK");
    assert.equal(rowsIn(await taken(page, "visit.csv")).length, 1);
    const typed = unzipSync(await taken(page, "For R and pandas: typed CSV (ZIP)"));
    assert.match(Buffer.from(typed["visit.csv"] ?? []).toString(), /^\uFEFFvisit,.*,weight_kg,weight_kg_missing,/);
    await page.getByText("typed-charts.zip is saved. 1 draft is not in it").waitFor();
    const fields = CODEBOOK.flatMap((table) => table.fields).length;
    assert.equal(rowsIn(await taken(page, "Codebook as a table (CSV)")).length, fields);
    await page.close();
  });

  test("where there are several centres one is chosen; every role without the right is sent away", async () => {
    const page = await open(both, "/export", "de");
    await page.getByText("3 Kinder, 4 Zeilen in allen Tabellen.").waitFor();
    await page.getByLabel("Zentrum").selectOption("Bonn");
    await page.getByText("1 Kind, 1 Zeile in allen Tabellen.").waitFor();
    const files = unzipSync(await taken(page, "Alle Tabellen als CSV, gepackt (ZIP)"));
    assert.deepEqual(
      rowsIn(files["patient.csv"]).map((line) => line.split(",")[0]),
      ["BN-1"],
    );
    await page.close();
    const refused = await open(nurse, "/export");
    await refused.getByText("Your role does not allow exports.").waitFor();
    assert.equal(await refused.getByRole("navigation").first().getByRole("link", { name: "Export" }).count(), 0);
    await refused.close();
  });

  test("where the server asks for the password first, the page asks for it and goes on", async () => {
    const page = await open(statistician, "/export");
    await server.database.script(
      `begin; set local osteon.account = 'clock'; set local role osteon_door;
       update auth.session set created_at = created_at - interval '6 minutes', proved_at = null where user_id = '${statistician.account}'; commit;`,
    );
    await page.getByRole("button", { name: "All tables as CSV, packed (ZIP)" }).click();
    const dialog = page.getByRole("dialog", { name: "Is it you?" });
    await dialog.getByLabel("Password").fill(PASSWORD);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("button", { name: "Go on" }).click(),
    ]);
    assert.equal(rowsIn(unzipSync(await downloaded(download))["patient.csv"]).length, 2);
    await page.close();
  });

  test("what changed is told day by day with links, narrowed by person, table and action, and taken as a file", async () => {
    const page = await open(both, "/quality?tab=changes");
    await page.getByText(/^On .+ nora changed 2 fields, because “typing error”\./).waitFor();
    await page.getByRole("row", { name: /Pain \(0–10\) 5 2/ }).waitFor();
    await page.getByText(/^On .+ ida deleted the row/).waitFor();
    await cleanInBothThemes(page);
    const seen = async () => (await page.locator(".story > li").all()).length;
    assert.equal(await seen(), 8);
    await page.getByLabel("What happened").selectOption("changed");
    await page.waitForFunction(() => document.querySelectorAll(".story > li").length === 1);
    await page.getByRole("link", { name: "Visit V-1" }).waitFor();
    const csv = rowsIn(await taken(page, "For reading (CSV)"));
    assert.deepEqual(
      csv.map((line) => line.split(",").slice(1, 11).join(",")),
      [
        "nora,Aachen,AC-1,visit,V-1,changed,weight_kg,,30.5,typing error",
        "nora,Aachen,AC-1,visit,V-1,changed,pain_nrs,5,2,typing error",
      ],
    );
    await page.getByRole("button", { name: "Yesterday" }).click();
    await page.getByText("Nothing changed that fits.").waitFor();
    await page.getByRole("button", { name: "Today" }).click();
    await page.getByRole("link", { name: "Visit V-1" }).click();
    await page.waitForURL(/\/patients\/AC-1\/visit\/V-1$/);
    await page.goto(`${server.address}/quality?tab=changes&centre=Bonn`);
    await page.getByRole("link", { name: "BN-1", exact: true }).waitFor();
    assert.equal(await seen(), 1, "the other centre is not in it");
    const trail = String(await taken(page, "As recorded (NDJSON)"));
    assert.deepEqual([...new Set([...trail.matchAll(/"chain" : "(\w+)"/g)].map(([, chain]) => chain))], ["Bonn"]);
    await page.close();
    const other = await open(nurse, "/quality?tab=changes");
    assert.equal(await other.getByRole("link", { name: "What changed" }).count(), 0);
    await other.close();
    assert.deepEqual(complaints, []);
  });
});
