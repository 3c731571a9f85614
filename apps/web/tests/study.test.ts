import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Browser, Locator, Page } from "playwright-core";
import { openChromium } from "../../../tests/acceptance/chromium.ts";
import { COHORT, osteon } from "../../../tests/acceptance/osteon.ts";
import { violations } from "./app-in-browser.ts";
import { downloaded, inTheme, signedInPage } from "./signed-in-page.ts";
import { studyServer } from "./study-server.ts";

/** What the charts themselves say of the children with CNO, counted here and nowhere else. */
const CHILDREN = readFileSync(join(COHORT, "patient.csv"), "utf8")
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((line) => line.split(","))
  .map(([patient = "", , cohort, sex, , onset = "", diagnosed = ""]) => ({ patient, cohort, sex, onset, diagnosed }))
  .filter(({ cohort }) => cohort === "cno");

describe("the study in a browser, as its statistician", () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof studyServer>>;
  let page: Page;
  let behind: Locator;
  const complaints: string[] = [];
  before(async () => {
    server = await studyServer();
    browser = await openChromium();
    page = await signedInPage(browser, server, await server.person("statistician", "statistician", "Dresden"));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    behind = page.getByRole("dialog", { name: "Behind this number" });
  });
  after(async () => {
    await browser?.close();
    await server?.end();
  });

  const to = (tab: string) => page.getByRole("link", { name: tab, exact: true }).click();
  const close = () => behind.getByRole("button", { name: "Close" }).click();
  const children = async (): Promise<readonly string[]> => {
    await behind.getByRole("table").waitFor();
    return await behind.getByRole("rowheader").allTextContents();
  };
  /** Each child with what its tally says in a column. */
  const column = async (head: string): Promise<ReadonlyMap<string, string>> => {
    const names = await children();
    const at = (await behind.getByRole("columnheader").allTextContents()).indexOf(head) - 1;
    const rows = await behind.locator("tbody tr").all();
    const cells = await Promise.all(rows.map((row) => row.getByRole("cell").nth(at).textContent()));
    return new Map(names.map((name, place) => [name, cells[place] ?? ""]));
  };

  test("is told which days of diagnosis it counts, and how many children lie outside", async () => {
    const late = { patient: "DD-900", cohort: "cno", born_on: "2008", diagnosed_on: "2016-01-01" };
    // Of the second nobody said that studies may use it, so that no run has it, and it is not among those who are counted.
    const unasked = { ...late, patient: "DD-901", diagnosed_on: "2010-01-01" };
    const nora = await server.person("nora", "study_nurse", "Dresden");
    for (const own of [{ ...late, consent: "given" }, unasked]) {
      const cells = { ...own, centre: "Dresden", last_contact_on: "2018-02-01" };
      const made = await nora("POST", "/api/centres/Dresden/charts/patient", { cells, status: "complete" });
      assert.equal(made.status, 201, made.text);
    }
    await page.goto(`${server.address}/study`);
    const cno = page
      .getByRole("listitem")
      .filter({ hasText: /: diagnosed from .*2004 to .*2015/ })
      .first();
    await cno.getByText(`Diagnosed at another time and in no run: 1 of ${CHILDREN.length + 1} children`).waitFor();
    // The paper is laid beside its own children alone.
    const dana = await server.person("dana", "data_manager", "Dresden");
    const head = { "if-match": '"1"', "x-reason": "entered for the count" };
    for (const { patient } of [late, unasked]) {
      const gone = await dana("DELETE", `/api/centres/Dresden/charts/patient/${patient}`, undefined, head);
      assert.equal(gone.status, 204, gone.text);
    }
  });

  test("runs it and sees how far it is", async () => {
    await page.goto(`${server.address}/study`);
    const run = page.getByRole("button", { name: /^Run the study: .*outcome/i });
    const asOf = page.getByLabel(/^As of which day: .*outcome/i);
    // A day to come is refused by the server; without a day the run has all that the charts hold.
    await asOf.fill("2999-01-01");
    await run.click();
    await page.getByText("This day has not ended yet.").waitFor();
    assert.match(complaints.splice(0).join("\n"), /^[^\n]*\b422\b[^\n]*$/, "the refusal, and nothing else");
    await asOf.fill("");
    await run.click();
    await page.getByRole("progressbar", { name: "Progress of the run" }).waitFor();
    await page.getByText("done", { exact: true }).waitFor();
    assert.equal(await page.getByRole("progressbar").count(), 0);
    assert.deepEqual(await violations(page), []);
    await page.getByRole("link", { name: "Newest results" }).click();
    await page.getByText("Median time to relapse").first().waitFor();
    await page.getByText(/^The groups are not comparable: .* nothing is adjusted for\.$/).waitFor();
  });

  test("opens a number of Table 1: the girls are those of the charts, each a link to her chart", async () => {
    await to("Table 1");
    await page
      .getByRole("row", { name: /^Female\/male/ })
      .getByRole("button")
      .first()
      .click();
    const girls = CHILDREN.filter(({ sex }) => sex === "female").map(({ patient }) => patient);
    assert.equal(girls.length, 33);
    assert.deepEqual(await children(), girls);
    assert.deepEqual(await violations(page), []);
    const link = behind.getByRole("link", { name: girls[0] ?? "", exact: true });
    assert.equal(await link.getAttribute("href"), `/centres/Dresden/patients/${girls[0]}`);
    await behind.getByText("In R", { exact: true }).click();
    const call = (await behind.locator("pre").textContent()) ?? "";
    assert.match(call, /^rows <- read\.csv\("patient_profile\.csv"[\s\S]*sum\(known == "female"\)$/);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      behind.getByRole("link", { name: "Take patient_profile.csv" }).click(),
    ]);
    assert.match((await downloaded(download)).toString(), /^patient_no,[^\n]*\n1,/);
    assert.deepEqual(await violations(page), []);
    await close();
  });

  test("opens a step of the curve and a number at risk, by keyboard alone: the children of osteon members", async () => {
    const [run = ""] = readdirSync(server.folder);
    const listed = async (id: string): Promise<readonly string[]> => {
      const { code, out, err } = await osteon(
        "members",
        "schnabel-2017",
        id,
        "--run",
        join(server.folder, run),
        "--json",
      );
      assert.equal(code, 0, err);
      return JSON.parse(out).patients;
    };
    await to("Relapse");
    const curve = page.getByRole("figure", { name: /^Relapse-free survival/ });
    const reach = await curve.locator(".step").first().boundingBox();
    assert.ok((reach?.width ?? 0) >= 24 && (reach?.height ?? 0) >= 24, "a step is found by a finger");
    const drawing = page.getByRole("region", { name: "Relapse-free survival", exact: true });
    assert.match(
      (await drawing.getByRole("link", { name: /, SVG$/ }).getAttribute("href")) ?? "",
      /kaplan-meier\.svg$/,
    );
    await curve.locator("[tabindex='0']").focus();
    for (const key of ["ArrowRight", "ArrowRight", "Enter"]) await page.keyboard.press(key);
    const step = (await behind.locator("dd").first().textContent()) ?? "";
    assert.match(step, /^relapse-free\.all\.step-events@\d+$/);
    await behind.getByRole("heading", { name: /^Relapse at month [\d.]+, all children$/ }).waitFor();
    assert.deepEqual(await children(), await listed(step));
    assert.deepEqual([...new Set((await column("Outcome")).values())], ["Relapse"]);
    await close();
    for (const key of ["ArrowDown", "ArrowRight", "Enter"]) await page.keyboard.press(key);
    await behind.getByText(/^relapse-free\.all\.risk-at-risk@\d+$/).waitFor();
    const risk = (await behind.locator("dd").first().textContent()) ?? "";
    const atRisk = await listed(risk);
    assert.ok(atRisk.length > 5);
    assert.deepEqual(await children(), atRisk);
    await page.keyboard.press("Escape");
  });

  test("counts from the first symptom instead: each child's relapse lies later by its delay in diagnosis", async () => {
    const relapses = page
      .getByRole("row", { name: /all children/ })
      .getByRole("button")
      .nth(1);
    await relapses.click();
    const fromDiagnosis = await column("Day");
    await close();
    await page.getByRole("combobox", { name: /^Months from/ }).selectOption("onset");
    await page.getByRole("figure", { name: "Relapse-free survival, Months from first symptom" }).waitFor();
    await relapses.click();
    const fromOnset = await column("Day");
    const days = (text = "") => Number(text.replaceAll(",", ""));
    let compared = 0;
    for (const { patient, onset, diagnosed } of CHILDREN) {
      if (!fromOnset.has(patient) || !fromDiagnosis.has(patient) || onset.length < 10) continue;
      const delay = (Date.parse(diagnosed) - Date.parse(onset)) / 86_400_000;
      assert.equal(days(fromOnset.get(patient)) - days(fromDiagnosis.get(patient)), delay, patient);
      compared++;
    }
    assert.ok(compared > 10, `${compared} children compared`);
    await close();
  });

  test("draws curves by group: the log-rank test opens the children of both groups", async () => {
    await page.getByRole("combobox", { name: /^Months from/ }).selectOption("diagnosis");
    await page.getByRole("combobox", { name: /^Curves of/ }).selectOption({ label: "one lesion, several lesions" });
    await page.getByRole("row", { name: /^unifocal/ }).waitFor();
    await page
      .getByText(/^Log-rank test/)
      .getByRole("button")
      .click();
    assert.deepEqual(
      await children(),
      CHILDREN.map(({ patient }) => patient),
    );
    await close();
  });

  test("filters what the paper prints by verdict", async () => {
    await to("Published");
    const filter = page.getByRole("button", { name: /^The paper contradicts itself \d+$/ });
    const said = Number(/\d+$/.exec((await filter.textContent()) ?? "")?.[0]);
    await filter.click();
    assert.equal(await page.getByRole("cell", { name: "the paper contradicts itself" }).count(), said);
    assert.equal(await page.getByRole("cell", { name: "same", exact: true }).count(), 0);
  });

  test("a manuscript is laid beside the run: which of its numbers are not what the results say, and what they would be", async () => {
    const run = page.url();
    await page.getByRole("link", { name: "Paper check" }).click();
    await page
      .locator("textarea")
      .fill("Results\n\nArthritis was present in 23/56 (35 %) children. The scanner has 3 tesla.");
    await page.getByRole("button", { name: "Check the text" }).click();
    const beside = page.getByRole("region", { name: "Beside a run of the study" });
    await beside.getByLabel("Run", { exact: true }).selectOption({ index: 1 });
    await beside.getByText("1 of 4 numbers are what the results say.").waitFor();
    await beside.getByText("Of 1 nothing tells which result they print.").waitFor();
    const said = await beside.getByRole("listitem").allInnerTexts();
    assert.equal(said.length, 2, said.join("\n"));
    assert.match(said[0] ?? "", /^23: not what the results say, the results say 20/);
    assert.match(said[1] ?? "", /^35: rounded wrongly, the results say 36/);
    assert.deepEqual(await violations(page), []);
    await beside.getByRole("link", { name: "line 3" }).first().click();
    assert.match(await page.locator("#line-3").innerText(), /Arthritis was present/);
    await page.goto(run);
  });

  test("axe finds nothing in either theme, and nothing complained on the way", async () => {
    const tabs = ["Summary", "Response", "Relapse", "Radiology", "Predictors", "Sensitivity", "Protocol", "Downloads"];
    for (const theme of ["dark", "light"] as const) {
      await inTheme(page, theme);
      for (const tab of tabs) {
        await to(tab);
        await page.waitForLoadState("networkidle");
        assert.deepEqual(await violations(page), [], `${tab}, ${theme}`);
      }
    }
    for (const link of await page.locator("a[download]").all()) {
      const path = (await link.getAttribute("href")) ?? "";
      assert.equal((await page.request.head(`${server.address}${path}`)).status(), 200, path);
    }
    assert.deepEqual(complaints, []);
  });
});
