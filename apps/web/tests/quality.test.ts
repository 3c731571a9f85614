import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { asRole } from "@osteon/registry";
import { builtWeb } from "@osteon/web";
import { type RawBuilder, sql } from "kysely";
import type { Browser, Page } from "playwright-core";
import { openChromium } from "../../../tests/acceptance/chromium.ts";
import { type Client, type RunningServer, runningServer } from "../../server/tests/running-server.ts";
import { violations } from "./app-in-browser.ts";
import { inTheme, signedInPage } from "./signed-in-page.ts";

const VISITS = 60;

describe("data quality", () => {
  let server: RunningServer;
  let browser: Browser;
  let nurse: Client;
  let doctor: Client;
  let monitor: Client;
  const complaints: string[] = [];
  before(async () => {
    [server, browser] = await Promise.all([builtWeb().then((web) => runningServer("server", { web })), openChromium()]);
    nurse = await server.person("nora", "study_nurse", "Aachen");
    doctor = await server.person("dora", "investigator", "Aachen");
    monitor = await server.person("mona", "monitor", "Aachen");
    await enterCharts(nurse);
  });
  after(async () => {
    await browser?.close();
    await server?.end();
  });

  const open = async (person: Client, path: string): Promise<Page> => {
    const page = await signedInPage(browser, server, person);
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(`${server.address}${path}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    return page;
  };
  const rowsOf = async <Row>(query: RawBuilder<Row>) =>
    (await asRole(server.database, { role: "osteon_keeper", account: "k" }, (session) => query.execute(session))).rows;
  const cleanInBothThemes = async (page: Page) => {
    for (const theme of ["dark", "light"] as const) {
      await inTheme(page, theme);
      assert.deepEqual(await violations(page), [], `${page.url()} ${theme}`);
    }
  };

  test("a cell of the map opens exactly the visits that lack the value, and each opens its form", async () => {
    const lacking = await rowsOf(sql<{ visit: string; patient: string }>`
      select v.visit, v.patient from chart.visit v join chart.patient p using (patient)
      where v.pain_nrs is null and v.visited_on - p.diagnosed_on between 36 and 136
      order by 1`);
    const of = await rowsOf(sql<{ visits: number }>`
      select count(*)::int as visits from chart.visit v join chart.patient p using (patient)
      where v.visited_on - p.diagnosed_on between 36 and 136`);
    assert.ok(lacking.length > 3 && lacking.length < Number(of[0]?.visits));
    const page = await open(monitor, "/quality");
    const cell = page.getByRole("link", { name: /^Pain \(0–10\) · Month 3: / });
    assert.match(
      (await cell.getAttribute("aria-label")) ?? "",
      new RegExp(`${lacking.length} of ${of[0]?.visits} visits`),
    );
    await cleanInBothThemes(page);
    await page.getByRole("link", { name: /^Pain \(0–10\) · Diagnosis: / }).focus();
    for (const step of ["Week 2", "Month 3"]) {
      await page.keyboard.press("ArrowRight");
      await page.locator(`a:focus[aria-label*="· ${step}: "]`).waitFor();
    }
    await page.keyboard.press("Enter");
    const behind = page.getByRole("region", { name: "Pain (0–10) · Month 3" });
    await behind.getByText(`${lacking.length} visits`, { exact: true }).waitFor();
    const opened = await behind
      .locator(".line-box a")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    assert.deepEqual(
      opened,
      lacking.map(({ patient, visit }) => `/centres/Aachen/patients/${patient}/visit/${visit}`),
    );
    await page.getByText("As a table").click();
    const line = page.getByRole("row", { name: /^Pain \(0–10\) Month 3/ });
    const numbers = (await line.getByRole("cell").allInnerTexts()).slice(1).map(Number);
    assert.equal(numbers.at(-1), of[0]?.visits);
    assert.equal((numbers.at(-1) ?? 0) - (numbers[0] ?? 0), lacking.length, "the table says the same");
    assert.deepEqual(await violations(page), []);
    await behind.locator(".line-box a").first().click();
    await page.waitForURL(new RegExp(`/centres/Aachen/patients/${lacking[0]?.patient}/visit/${lacking[0]?.visit}$`));
    await page.close();
  });

  test("a monitor asks, a nurse answers, the monitor closes; each sees only the buttons of the role", async () => {
    const asking = await open(monitor, "/quality?tab=queries");
    await asking.getByRole("button", { name: "Ask about a row" }).click();
    const dialog = asking.getByRole("dialog", { name: "Ask about a row" });
    await asking.keyboard.type("P-01");
    await asking.keyboard.press("Tab");
    assert.ok(await dialog.getByLabel("Table").evaluate((one) => one === document.activeElement), "Table comes next");
    await dialog.getByLabel("Table").selectOption("visit");
    await asking.keyboard.press("Tab");
    await dialog.getByLabel("Row").selectOption("P-01-2");
    assert.ok(await dialog.getByLabel("Row").evaluate((one) => one === document.activeElement));
    await dialog.getByLabel("Question").fill("Which?");
    await dialog.getByRole("button", { name: "Ask", exact: true }).click();
    await dialog.getByText("Choose the child, the row and the field first.").waitFor();
    await dialog.getByLabel("Field").selectOption("weight_kg");
    assert.deepEqual(await violations(asking), []);
    await dialog.getByLabel("Question").fill("Was the child weighed with shoes?");
    await dialog.getByRole("button", { name: "Ask", exact: true }).click();
    const thread = (page: Page) => page.getByRole("region", { name: /^Query \d+$/ });
    await thread(asking).getByText("Was the child weighed with shoes?").waitFor();

    const answering = await open(nurse, "/quality?tab=queries");
    const list = answering.getByRole("listbox", { name: "Queries" });
    await list.getByRole("option", { name: /Weight.*P-01/ }).waitFor();
    assert.equal(await thread(answering).getByRole("button", { name: /Close/ }).count(), 0);
    assert.equal(await answering.getByRole("button", { name: "Ask about a row" }).count(), 0);
    await cleanInBothThemes(answering);
    await list.focus();
    await answering.keyboard.press("End");
    await answering.keyboard.press("Enter");
    await answering.keyboard.type("Without; it was typed wrongly.");
    await answering.keyboard.press("Control+Enter");
    await answering.getByText(/^Query \d+: answered\./).waitFor();

    await asking.goto(`${server.address}/quality?tab=queries&state=answered`);
    await thread(asking).getByText("Without; it was typed wrongly.").waitFor();
    assert.equal(await thread(asking).getByRole("button", { name: "Answer" }).count(), 0);
    await thread(asking).getByRole("button", { name: "Ask again" }).click();
    await asking.getByText("Write something first.").waitFor();
    await thread(asking).getByRole("button", { name: "Close the query" }).click();
    await asking.getByText(/^Query \d+: closed\./).waitFor();
    const said = await rowsOf(sql<{ state: string; says: string }>`
      select m.state, m.says from work.query_message m join work.query q using (query) where q.row_key = 'P-01-2' order by message`);
    assert.deepEqual(
      said.map(({ state, says }) => `${state}: ${says}`),
      ["open: Was the child weighed with shoes?", "answered: Without; it was typed wrongly.", "closed: "],
    );
    await Promise.all([asking.close(), answering.close()]);
  });

  test("where two readers differ a third value can be decided; both readings stay", async () => {
    for (const [reader, pain_nrs] of [
      [nurse, "4"],
      [doctor, "5"],
    ] as const)
      for (const [key, cells] of [
        ["P-02-1", { pain_nrs, swelling: "yes" }],
        ["P-02-2", { pain_nrs: "1", swelling: "no" }],
      ] as const)
        await reader("POST", "/api/readings", { centre: "Aachen", patient: "P-02", table: "visit", key, cells });
    const page = await open(doctor, "/quality?tab=readings");
    const compare = page.getByRole("region", { name: "Compare: Visit P-02-1" });
    await compare.getByRole("group", { name: "Pain (0–10)" }).waitFor();
    assert.equal(await compare.getByRole("group").count(), 2, "one field differs; the rest is folded away");
    await cleanInBothThemes(page);
    await compare.getByRole("button", { name: "Keep the decision" }).click();
    await compare.getByText("Choose a value for every field that differs.").waitFor();
    await compare.getByLabel("Another value", { exact: true }).check();
    await compare.getByLabel("Another value: Pain (0–10)").fill("11");
    await compare.getByRole("button", { name: "Keep the decision" }).click();
    await compare.getByText(/11/).first().waitFor();
    await compare.getByLabel("Another value: Pain (0–10)").fill("6");
    await compare.getByRole("button", { name: "Keep the decision" }).click();
    await compare.getByText("Decided by dora. Both readings stay.").waitFor();
    const [kept] = await rowsOf(sql<{ decided: string; readings: string[] }>`
      select a.cells ->> 'pain_nrs' as decided, (select json_agg(r.cells ->> 'pain_nrs' order by reading) from work.reading r
        where r.row_key = a.row_key) as readings from work.adjudication a`);
    assert.deepEqual(kept, { decided: "6", readings: ["4", "5"] });
    const kappa = page.getByRole("row", { name: /^Swelling/ });
    assert.match(await kappa.innerText(), /2 of 2\s+1\.00/);
    await page.close();
  });

  test("two people read a row in the web without seeing what was entered; then it is decided as before", async () => {
    const read = async (person: Client, pain: string): Promise<Page> => {
      const page = await open(person, "/quality?tab=readings");
      await page.getByRole("button", { name: "Read a row" }).click();
      await page.getByLabel("Child (pseudonym)").fill("P-04");
      await page.keyboard.press("Tab");
      await page.getByLabel("Table").selectOption("visit");
      await page.getByLabel("Row", { exact: true }).selectOption("P-04-1");
      const form = page.getByRole("region", { name: "Visit P-04-1" });
      await form.getByLabel("Weight (kg)", { exact: true }).waitFor();
      for (const box of await form.locator("input:not([type=radio]), select").all())
        assert.equal(await box.inputValue(), "", "nothing of the chart is shown");
      assert.equal(await form.locator("input:checked").count(), 0);
      await form.getByLabel("Pain (0–10)", { exact: true }).fill("11");
      await form.getByRole("button", { name: "Hand in the reading" }).click();
      await form.getByText("Mend the marked fields first.").waitFor();
      await form.getByLabel("Pain (0–10)", { exact: true }).fill(pain);
      await form.getByLabel("Weight (kg)", { exact: true }).fill("31.5");
      await cleanInBothThemes(page);
      await form.getByRole("button", { name: "Hand in the reading" }).click();
      return page;
    };
    const first = await read(nurse, "3");
    await first.getByRole("region", { name: "Read by you alone" }).getByText("P-04-1").waitFor();
    const second = await read(doctor, "4");
    await second.getByRole("link", { name: /P-04-1/ }).click();
    const compare = second.getByRole("region", { name: "Compare: Visit P-04-1" });
    await compare.getByRole("group", { name: "Pain (0–10)" }).waitFor();
    assert.equal(await compare.locator("fieldset").count(), 1, "the weight was read alike");
    await compare.getByLabel("4 (dora)").check();
    await compare.getByRole("button", { name: "Keep the decision" }).click();
    await compare.getByText("Decided by dora. Both readings stay.").waitFor();
    await first.reload();
    assert.equal(await first.getByRole("region", { name: "Read by you alone" }).count(), 0);
    await Promise.all([first.close(), second.close()]);
  });

  test("the trail tells of a field in a sentence: when, who, from what to what, why", async () => {
    const { cells } = (await nurse("GET", "/api/centres/Aachen/charts/visit/P-03-1")).json as {
      cells: Record<string, string>;
    };
    await nurse(
      "PUT",
      "/api/centres/Aachen/charts/visit/P-03-1",
      { cells: { ...cells, pain_nrs: "2" }, status: "complete", reason: "typing error" },
      { "if-match": '"1"' },
    );
    const page = await open(monitor, "/quality?tab=trail&at=Aachen&patient=P-03&table=visit&key=P-03-1");
    await page
      .getByText(/^On \d+ \w+ \d{4}, \d\d:\d\d, nora changed Pain \(0–10\) from \d+ to 2, because “typing error”\./)
      .waitFor();
    await page.getByText(/nora entered the row\./).waitFor();
    await cleanInBothThemes(page);
    await page.getByLabel("Field").selectOption("pain_nrs");
    await page.getByText(/nora entered Pain \(0–10\): \d+\./).waitFor();
    await page.close();
    assert.deepEqual(complaints, []);
  });

  test("a nurse, who may not read the trail, is not shown it", async () => {
    const page = await open(nurse, "/quality?tab=trail");
    assert.deepEqual(
      await page.getByRole("navigation", { name: "Parts of data quality" }).getByRole("link").allInnerTexts(),
      ["Missing data", "Queries", "Double reading"],
    );
    await page.close();
  });
});

/** Five children with visits every few weeks; pain is there, missing for a reason, or not entered, in turn. */
async function enterCharts(nurse: Client): Promise<void> {
  const said = ["4", "not done", "7", "", "unknown", "1", "0"];
  const enter = async (table: string, cells: Readonly<Record<string, string>>) => {
    const answer = await nurse("POST", `/api/centres/Aachen/charts/${table}`, { cells, status: "complete" });
    assert.equal(answer.status, 201, answer.text);
  };
  for (const child of ["P-01", "P-02", "P-03", "P-04", "P-05"])
    await enter("patient", {
      patient: child,
      cohort: "cno",
      sex: "female",
      born_on: "2000",
      diagnosed_on: "2010-01-01",
      last_contact_on: "2013-01-01",
      consent: "given",
      status: "alive",
    });
  for (let place = 0; place < VISITS; place++) {
    const [child, number] = [`P-0${(place % 5) + 1}`, Math.floor(place / 5)];
    const day = new Date(Date.UTC(2010, 0, 1 + number * 23)).toISOString().slice(0, 10);
    const cells = { visit: `${child}-${number}`, patient: child, visited_on: day, weight_kg: "31.5" };
    await enter("visit", { ...cells, pain_nrs: said[place % said.length] ?? "" });
  }
}
