import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { FIRST_PLAN } from "@osteon/codebook";
import { appoint, asRole } from "@osteon/registry";
import { builtWeb } from "@osteon/web";
import { sql } from "kysely";
import type { Browser, Page } from "playwright-core";
import { pdfText } from "../../../packages/paper/src/reading/pdf-text.ts";
import { openChromium } from "../../../tests/acceptance/chromium.ts";
import { type Client, type RunningServer, runningServer } from "../../server/tests/running-server.ts";
import { violations } from "./app-in-browser.ts";
import { downloaded, inTheme, signedInPage } from "./signed-in-page.ts";

const CHILDREN = 300;
const AS_OF = "2020-06-01";

describe("the schedule", () => {
  let server: RunningServer;
  let browser: Browser;
  let nurse: Client;
  let admin: Client;
  const complaints: string[] = [];
  before(async () => {
    [server, browser] = await Promise.all([builtWeb().then((web) => runningServer("server", { web })), openChromium()]);
    nurse = await server.person("nora", "study_nurse", "Aachen");
    await appoint(server.database, nurse.account, "study_nurse", "Berlin");
    admin = await server.person("ada", "administrator", null);
    const two = { points: FIRST_PLAN.slice(1, 3), reason: "months 3 and 6 alone" };
    assert.equal((await admin("PUT", "/api/follow-up-plan", two, { "if-match": '"1"' })).status, 200);
    await enterCharts(server, nurse);
  });
  after(async () => {
    await browser?.close();
    await server?.end();
  });

  const open = async (path: string, language: "en" | "de" = "en", who = nurse): Promise<Page> => {
    const page = await signedInPage(browser, server, who, language);
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
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

  test("a count narrows the list to those children, and the same count takes the filter away", async () => {
    const page = await open(`/schedule?asOf=${AS_OF}`);
    // Of 300 children diagnosed on New Year 2020 every third was seen in month 3; in June month 6 is open for all.
    const late = page.getByRole("button", { name: "200 Overdue, All centres, Month 3" });
    await late.waitFor();
    await page.getByRole("button", { name: "300 Due, All centres, Month 6" }).waitFor();
    await cleanInBothThemes(page);
    await page.getByText("100 shown, more below").waitFor();
    await page.getByRole("button", { name: "100 Overdue, Berlin, Month 3" }).press("Enter");
    const first = page.getByRole("table", { name: "Children" }).getByRole("rowheader").first();
    await first.getByText("B-001", { exact: true }).waitFor();
    assert.equal(await page.getByLabel("Centre", { exact: true }).inputValue(), "Berlin");
    assert.match(page.url(), /state=late/);
    await page.getByRole("button", { name: "100 Overdue, Berlin, Month 3" }).press("Enter");
    await first.getByText("A-000", { exact: true }).waitFor();
    await page.close();
  });

  test("a child's windows are told in words, drawn once in sight, walked by arrow keys, and opened", async () => {
    const page = await open(`/schedule?asOf=${AS_OF}`);
    const strip = page.getByRole("img", {
      name: /^Month 3: Done, visit 2 Apr 2020; Month 6: Due, until 30 Sept? 2020$/,
    });
    await strip.first().waitFor();
    const drawn = await page.locator("[data-line]").count();
    assert.ok(drawn > 5 && drawn < 60, `${drawn} of ${CHILDREN} lines are drawn`);
    await page.getByRole("link", { name: "A-000" }).focus();
    await page.keyboard.press("ArrowDown");
    await page.locator("[data-line='1'] a:focus").getByText("A-002").waitFor();
    for (const [last, shown] of [
      [99, "200 shown, more below"],
      [199, "300 shown, more below"],
      [299, "300 children"],
    ] as const) {
      await page.keyboard.press("End");
      await page.locator(`[data-line='${last}'] a:focus`).waitFor();
      await page.getByText(shown).waitFor();
    }
    await page.getByRole("link", { name: "B-299" }).press("Enter");
    await page.waitForURL(/\/patients\/B-299/);
    const own = page.getByRole("region", { name: "Expected visits" });
    await own.getByRole("row", { name: /Month 6 17 May 2020 – 30 Sept? 2020 Missed/ }).waitFor();
    assert.deepEqual(await violations(page), []);
    await page.close();
  });

  test("an overdue visit is the next one, and the legend stands at the counts", async () => {
    const page = await open(`/schedule?asOf=${AS_OF}`);
    const overdue = page.getByRole("row", { name: /^A-002/ });
    await overdue
      .getByText(/^Overdue\s*Month 3 window closed/)
      .or(overdue.getByText("window closed"))
      .first()
      .waitFor();
    assert.match(await overdue.getByRole("cell").last().innerText(), /Month 3 window closed 16 May 2020/);
    const [legend, counts] = await Promise.all([
      page.locator(".legend").boundingBox(),
      page.locator(".counts").boundingBox(),
    ]);
    assert.ok(legend !== null && counts !== null);
    assert.ok(legend.y + legend.height <= counts.y + 1 && counts.y - legend.y - legend.height < 24, "right above them");
    await page.close();
  });

  test("the whole list is printed, also what was not scrolled to, and the paper says what it is of", async () => {
    const page = await open(`/schedule?asOf=${AS_OF}&state=late`);
    await page.getByText("100 shown, more below").waitFor();
    await page.evaluate("window.print = () => { window.asked = true; }");
    await page.getByRole("button", { name: "Print" }).click();
    await page.waitForFunction(() => "asked" in window);
    const pdf = await page.pdf({ format: "A4" });
    assert.match((await pdfText(pdf)).lines.join(" "), /As of 1 Jun 2020 · State: Overdue/);
    const sheets = Number(/\/Type \/Pages\s*\/Count (\d+)/.exec(pdf.toString("latin1"))?.[1]);
    assert.ok(sheets > 4 && sheets < 14, `${sheets} pages for 200 children`);
    // Every third of the 300 was seen; the others are overdue.
    await page.emulateMedia({ media: "print" });
    await page.locator("[data-line='199']").waitFor();
    assert.equal(await page.locator("[data-line]").count(), 200);
    await page.close();
  });

  test("another day shows what was due then; typing a year in the field waits for the whole of it", async () => {
    const page = await open("/schedule", "de");
    await page.getByLabel("Stand", { exact: true }).fill("2020-02-06");
    await page.getByRole("button", { name: "300 Fällig, Alle Zentren, Monat 3" }).waitFor();
    await page.getByRole("button", { name: "300 Später, Alle Zentren, Monat 6" }).waitFor();
    await page.getByRole("button", { name: "Heute" }).click();
    await page.getByRole("button", { name: "300 Versäumt, Alle Zentren, Monat 6" }).waitFor();
    await page.setViewportSize({ width: 390, height: 800 });
    assert.equal(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), true, "no page is wider");
    assert.deepEqual(await violations(page), []);
    await page.close();
  });

  test("the calendar file holds the visits of the centre that is shown", async () => {
    const page = await open(`/schedule?asOf=${AS_OF}&centre=Berlin`);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Calendar file" }).click(),
    ]);
    assert.equal(download.suggestedFilename(), "schedule.ics");
    const text = (await downloaded(download)).toString();
    assert.equal(text.match(/BEGIN:VEVENT/g)?.length, 100 + 150, "100 overdue in month 3, 150 due in month 6");
    assert.match(text, /SUMMARY:Overdue: B-001\\, Month 3\r\n/);
    await page.close();
    // This server knows no rules that would tell a child's course.
    assert.deepEqual(
      complaints.filter((text) => !/404/.test(text)),
      [],
    );
  });

  test("an administrator changes the follow-up plan, and schedule, calendar and missing values by visit follow", async () => {
    const page = await open("/administration?tab=followUp", "en", admin);
    const drawn = page.getByRole("img", { name: /^Month 3: days 36 to 136, target day 91; Month 6: days 137 to 273/ });
    await drawn.waitFor();
    await page.getByRole("button", { name: "Change the plan" }).click();
    const save = page.getByRole("button", { name: "Save the plan" });
    assert.ok(await save.isDisabled(), "nothing is changed yet");
    await page.getByLabel("Last day, Month 3").fill("150");
    await page.getByText("month3 and month6: windows share days 137..150").waitFor();
    await page
      .getByRole("img", { name: /Month 3: days 36 to 150, target day 91 \(shares days with another\)/ })
      .waitFor();
    assert.ok(await save.isDisabled(), "windows that share days cannot be saved");
    assert.equal(await page.getByLabel("First day, Month 6").getAttribute("aria-invalid"), "true");
    await page.getByLabel("Last day, Month 3").fill("35");
    await page.getByText("month3: window 36..35 ends before it starts").waitFor();
    await cleanInBothThemes(page);
    await page.getByLabel("Last day, Month 3").fill("80");
    await page.getByLabel("Target day, Month 3").fill("60");
    await page.getByRole("button", { name: "Remove Month 6" }).click();
    await page.getByRole("button", { name: "Add a time point" }).click();
    for (const [called, typed] of [
      ["Label in English", "Spring"],
      ["Label in German", "Frühling"],
      ["Name in files", "spring"],
      ["First day", "90"],
      ["Target day", "92"],
      ["Last day", "200"],
    ] as const)
      await page.getByRole("row").last().getByLabel(called).fill(typed);
    for (const change of [
      "Month 6 taken away",
      "Month 3: days 36 to 136, now days 36 to 80",
      "Spring added, days 90 to 200",
    ])
      await page.getByText(change, { exact: true }).waitFor();
    await page.getByLabel("Why is the plan changed?").fill("Seen in spring");
    await save.click();
    await page.getByText("Saved. The schedule follows the new plan now.").waitFor();
    await page
      .getByRole("listitem")
      .filter({ hasText: /^Version 3 .*, adaSeen in springMonth 6 taken away/ })
      .waitFor();
    await page.close();

    const schedule = await open(`/schedule?asOf=${AS_OF}`, "de");
    // The visit of 2 April lies 92 days after the diagnosis: in spring now, no longer in month 3.
    await schedule.getByRole("button", { name: "300 Überfällig, Alle Zentren, Monat 3" }).waitFor();
    await schedule.getByRole("button", { name: "100 Erfolgt, Alle Zentren, Frühling" }).waitFor();
    const [download] = await Promise.all([
      schedule.waitForEvent("download"),
      schedule.getByRole("link", { name: "Kalenderdatei" }).click(),
    ]);
    const text = (await downloaded(download)).toString();
    assert.match(text, /SUMMARY:B-001\\, Frühling\r\n/);
    assert.doesNotMatch(text, /Monat 6/);
    await schedule.goto(`${server.address}/quality?tab=missing`);
    await schedule.getByRole("columnheader", { name: /^Frühling\s*n = 100$/ }).waitFor();
    await schedule.goto(`${server.address}/administration?tab=followUp`);
    await schedule.getByRole("img", { name: /Frühling: Tag 90 bis 200, Zieltag 92/ }).waitFor();
    assert.equal(await schedule.getByRole("button", { name: "Plan ändern" }).count(), 0, "a nurse reads it");
    assert.deepEqual(await violations(schedule), []);
    await schedule.close();
  });
});

/** Children of two centres, diagnosed on one day; every third was seen in its third month. */
async function enterCharts({ database }: RunningServer, { account }: Client): Promise<void> {
  await asRole(database, { role: "osteon_member", account, reason: "tests" }, async (session) => {
    const key = sql`(case n % 2 when 0 then 'A-' else 'B-' end) || lpad(n::text, 3, '0')`;
    const centre = sql`case n % 2 when 0 then 'Aachen' else 'Berlin' end`;
    await sql`insert into chart.patient (patient, centre, cohort, born_on, diagnosed_on, last_contact_on, consent, row_status)
      select ${key}, ${centre}, 'cno', '2010', '2020-01-01', '2020-04-02', 'given', 'complete' from generate_series(0, ${CHILDREN - 1}) n`.execute(
      session,
    );
    await sql`insert into chart.visit (visit, patient, centre, visited_on, row_status)
      select 'V-' || n, ${key}, ${centre}, '2020-04-02', 'complete' from generate_series(0, ${CHILDREN - 1}, 3) n`.execute(
      session,
    );
  });
}
