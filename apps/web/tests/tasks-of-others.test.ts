import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { strToU8, zipSync } from "fflate";
import type { Browser, Download, Locator } from "playwright-core";
import { openChromium } from "../../../tests/acceptance/chromium.ts";
import { COHORT } from "../../../tests/acceptance/osteon.ts";
import { oneTimeCode } from "../../server/tests/one-time-code.ts";
import { type Client, PASSWORD } from "../../server/tests/running-server.ts";
import { PATIENCE } from "./app-in-browser.ts";
import { actionsOf, atHumanPace, type Person } from "./at-human-pace.ts";
import { downloaded, signedInPage } from "./signed-in-page.ts";
import { type StudyServer, studyServer } from "./study-server.ts";
import { tellTask } from "./tasks.ts";

const PACE = { pace: 0.05 } as const;

/** A file of the cohort; the first visits, line by line, are given other weights. */
function weighed(name: string, weights: readonly string[]): string {
  const lines = readFileSync(join(COHORT, name), "utf8").split("\n");
  if (name !== "visit.csv") return lines.join("\n");
  return lines
    .map((line, at) =>
      line.replace(/^((?:[^,]*,){3})[^,]*/, (all, before) =>
        weights[at - 1] === undefined ? all : `${before}${weights[at - 1]}`,
      ),
    )
    .join("\n");
}

/** Tasks of monitors, managers, administrators and statisticians, done as people do them, and counted. */
describe("tasks of others", () => {
  let server: StudyServer;
  let browser: Browser;
  let nora: Client;
  let mona: Client;
  let ida: Client;
  let dana: Client;
  let sam: Client;
  let run: string;
  before(async () => {
    [server, browser] = await Promise.all([studyServer(), openChromium()]);
    // A centre of its own, so that its list of queries holds what is asked here.
    nora = await server.person("nora", "study_nurse", "Aachen");
    mona = await server.person("mona", "monitor", "Aachen");
    ida = await server.person("ida", "investigator", "Dresden");
    dana = await server.person("dana", "data_manager", "Dresden");
    sam = await server.person("sam", "statistician", "Dresden");
    const enter = async (table: string, cells: Record<string, string>) => {
      const sent = { cells: { patient: "AC-1", ...cells }, status: "complete" };
      const made = await nora("POST", `/api/centres/Aachen/charts/${table}`, sent);
      assert.equal(made.status, 201, made.text);
    };
    const seen = { born_on: "2010-04", diagnosed_on: "2021-02-03", last_contact_on: "2022-02-03" };
    await enter("patient", { centre: "Aachen", cohort: "cno", ...seen });
    await enter("visit", { visit: "V-1", visited_on: "2021-05-03", weight_kg: "31" });
  });
  after(async () => {
    await browser?.close();
    await server?.end();
  });

  const as = async (who: Client, path = "/patients"): Promise<Person> => {
    const page = await signedInPage(browser, server, who);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`${server.address}${path}`);
    return atHumanPace(page, PACE);
  };
  const link = ({ page }: Person, name: string | RegExp): Locator => page.getByRole("link", { name, exact: true });
  const button = ({ page }: Person, name: string | RegExp): Locator => page.getByRole("button", { name, exact: true });
  const part = ({ page }: Person, name: string): Locator =>
    page.getByRole("navigation", { name: "Parts of the registry" }).getByRole("link", { name, exact: true });
  const end = ({ page }: Person) => page.context().close();
  /** What a click saves as a file. */
  const taken = async (person: Person, target: Locator): Promise<Download> => {
    const [download] = await Promise.all([person.page.waitForEvent("download"), person.click(target)]);
    return download;
  };
  /** Chooses a file in the window of the machine, which opens at a click. */
  const give = async (person: Person, target: Locator, name: string, mimeType: string, buffer: Uint8Array) => {
    const [chooser] = await Promise.all([person.page.waitForEvent("filechooser"), person.click(target)]);
    await chooser.setFiles({ name, mimeType, buffer: Buffer.from(buffer) });
  };

  test("c: a monitor asks, a nurse answers, the monitor closes", async (told) => {
    const asking = await as(mona);
    await asking.click(part(asking, "Data quality"));
    await asking.click(link(asking, "Queries"));
    await asking.click(button(asking, "Ask about a row"));
    const dialog = asking.page.getByRole("dialog", { name: "Ask about a row" });
    await asking.type(dialog.getByLabel("Child (pseudonym)"), "AC-1");
    await asking.pick(dialog.getByLabel("Table"), "Visits");
    await asking.pick(dialog.getByLabel("Row"), /V-1/);
    await asking.pick(dialog.getByLabel("Field"), /^Weight/);
    await asking.type(dialog.getByLabel("Question"), "With shoes?");
    await asking.click(dialog.getByRole("button", { name: "Ask", exact: true }));
    await asking.page
      .getByRole("region", { name: /^Query \d+$/ })
      .getByText("With shoes?")
      .waitFor();
    tellTask(told, "c1", asking.counted);
    await end(asking);

    const answering = await as(nora);
    await answering.click(part(answering, "Data quality"));
    await answering.click(link(answering, "Queries"));
    await answering.click(answering.page.getByRole("option", { name: /Weight.*AC-1/ }));
    const asked = answering.page.getByRole("region", { name: /^Query \d+$/ });
    await answering.type(asked.getByLabel("Message"), "Without.");
    await answering.click(asked.getByRole("button", { name: "Answer", exact: true }));
    await answering.page.getByText(/^Query \d+: answered\./).waitFor();
    tellTask(told, "c2", answering.counted);
    await end(answering);

    const closing = await as(mona);
    await closing.click(part(closing, "Data quality"));
    await closing.click(link(closing, "Queries"));
    await closing.click(button(closing, /^Answered/));
    await closing.click(closing.page.getByRole("option", { name: /Weight.*AC-1/ }));
    await closing.click(button(closing, "Close the query"));
    await closing.page.getByText(/^Query \d+: closed\./).waitFor();
    tellTask(told, "c3", closing.counted);
    await end(closing);
  });

  test("e: the course of a child, in one window", async (told) => {
    const doctor = await as(ida);
    await doctor.click(link(doctor, "DD-001"));
    const glance = doctor.page.getByRole("region", { name: "At a glance" });
    for (const item of ["age", "drugs", "state", "pain", "crp", "mri", "next"])
      await doctor.look(glance.locator(`.glance-${item}`));
    await doctor.look(doctor.page.getByRole("figure", { name: "Course: DD-001" }));
    tellTask(told, "e", doctor.counted);
    assert.equal(doctor.counted.scrolls, 0);
    await end(doctor);
  });

  test("f: a ZIP with three errors, then the mended one", async (told) => {
    const manager = await as(dana);
    /** The cohort as a folder of charts, with these weights at its first visits. */
    const zip = (...weights: readonly string[]) =>
      zipSync(
        Object.fromEntries(
          readdirSync(COHORT)
            .filter((name) => name.endsWith(".csv"))
            .map((name) => [name, strToU8(weighed(name, weights))]),
        ),
      );
    await manager.click(part(manager, "Import"));
    await give(
      manager,
      button(manager, "Choose a file"),
      "charts.zip",
      "application/zip",
      zip("heavy", "31;5", "light"),
    );
    await manager.click(button(manager, "Start the dry run"));
    await manager.page.getByText(/^Refused as a whole: 3 problems/).waitFor();
    for (const key of ["heavy", "31;5", "light"]) await manager.page.getByText(key, { exact: true }).first().waitFor();
    const toList = { ...manager.counted };
    tellTask(told, "f1", toList);
    await give(manager, button(manager, "Choose another file"), "charts.zip", "application/zip", zip("31", "32", "33"));
    await manager.click(button(manager, "Start the dry run"));
    await manager.click(button(manager, "On to the import"));
    await manager.type(manager.page.getByLabel("Reason"), "ward list");
    await manager.click(button(manager, "Import now"));
    await manager.page.getByText(/^Imported: /).waitFor();
    tellTask(told, "f2", { ...manager.counted, clicks: manager.counted.clicks - actionsOf(toList) });
    await end(manager);
  });

  test("g: a centre, an invitation with a role; a password, a second factor, a sign-in", async (told) => {
    const admin = await as(await server.person("admin", "administrator", null), "/");
    const { page } = admin;
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await admin.click(part(admin, "Administration"));
    await admin.click(link(admin, "Centres"));
    await admin.type(page.getByLabel("Name of the centre"), "Leipzig");
    await admin.click(button(admin, "Add a centre"));
    await page.getByRole("rowheader", { name: "Leipzig" }).waitFor();
    await admin.click(link(admin, "People"));
    await admin.click(button(admin, "Invite a person"));
    const dialog = page.getByRole("dialog", { name: "Invite a person" });
    await admin.type(dialog.getByLabel("Name"), "Lena");
    await admin.type(dialog.getByLabel("E-mail"), "lena@example.org");
    await admin.pick(dialog.getByLabel("Role"), "Study nurse");
    await admin.pick(dialog.getByLabel("Centre"), "Leipzig");
    await admin.click(dialog.getByRole("button", { name: "Make the link" }));
    await admin.click(dialog.getByRole("button", { name: "Copy" }));
    await dialog.getByRole("button", { name: "Copied" }).waitFor();
    const address = String(await page.evaluate("navigator.clipboard.readText()"));
    tellTask(told, "g1", admin.counted);
    await end(admin);

    const own = await browser.newContext({ locale: "en-GB", viewport: { width: 1440, height: 900 } });
    const fresh = await own.newPage();
    fresh.setDefaultTimeout(PATIENCE);
    await fresh.goto(address);
    const lena = atHumanPace(fresh, PACE);
    await lena.type(fresh.getByLabel(/^Password/), PASSWORD);
    await lena.click(button(lena, "Set password"));
    await lena.click(part(lena, "Sign-in"));
    const panel = fresh.getByRole("region", { name: "Second factor" });
    await lena.type(panel.getByLabel("Password"), PASSWORD);
    await lena.click(panel.getByRole("button", { name: "Set up" }));
    const secret = await panel.getByLabel("Secret").inputValue();
    const code = panel.getByLabel(/^Code that the app/);
    await lena.scrollTo(code);
    await lena.type(code, oneTimeCode(secret, -1));
    await lena.click(panel.getByRole("button", { name: "Verify and switch on" }));
    await panel.getByText("The second factor is on.").waitFor();
    await lena.click(fresh.locator("summary").filter({ hasText: "Lena" }));
    await lena.click(button(lena, "Sign out"));
    await lena.type(fresh.getByLabel("E-mail"), "lena@example.org");
    await lena.type(fresh.getByLabel(/^Password/), PASSWORD);
    await lena.click(button(lena, "Sign in"));
    await lena.type(fresh.getByLabel(/^Code/), oneTimeCode(secret));
    await lena.click(button(lena, "Verify"));
    await fresh.getByRole("navigation").first().waitFor();
    tellTask(told, "g2", lena.counted);
    await end(lena);
  });

  test("i: a run, its survival curve, a step, a child", async (told) => {
    const statistician = await as(sam);
    const { page } = statistician;
    await statistician.click(part(statistician, "Study"));
    await statistician.click(button(statistician, /^Run the study: Treatment response/));
    await statistician.click(link(statistician, "Newest results"));
    await statistician.click(link(statistician, "Relapse"));
    run = new URL(page.url()).pathname;
    const curve = page.getByRole("figure", { name: /^Relapse-free survival/ });
    await statistician.click(curve.locator(".step").first());
    const behind = page.getByRole("dialog", { name: "Behind this number" });
    await statistician.click(behind.getByRole("rowheader").getByRole("link").first());
    await page.waitForURL(/\/centres\/Dresden\/patients\/DD-\d+$/);
    tellTask(told, "i", statistician.counted);
    await end(statistician);
  });

  test("j: charts as data for R", async (told) => {
    const statistician = await as(sam);
    await statistician.click(part(statistician, "Export"));
    const charts = await taken(statistician, button(statistician, "All tables as CSV, packed (ZIP)"));
    const script = await taken(statistician, button(statistician, "Script for R"));
    assert.equal((await downloaded(charts)).subarray(0, 2).toString(), "PK");
    assert.match((await downloaded(script)).toString(), /read_charts <- function/);
    tellTask(told, "j", statistician.counted);
    await end(statistician);
  });

  test("k: the report as a Word file, from the run", async (told) => {
    const statistician = await as(sam, run);
    await statistician.click(link(statistician, "Downloads"));
    const report = await taken(statistician, statistician.page.locator("a[href$='report.docx']"));
    assert.equal((await downloaded(report)).subarray(0, 2).toString(), "PK");
    tellTask(told, "k", statistician.counted);
    await end(statistician);
  });

  test("l: a manuscript is checked as a file, and a paragraph of it pasted", async (told) => {
    const says = "Of these, 6 of 8 (71 %) children were in remission.\n";
    const doctor = await as(ida);
    await doctor.click(part(doctor, "Paper check"));
    await give(doctor, button(doctor, "Choose a file"), "paper.txt", "text/plain", strToU8(says));
    await doctor.page.getByRole("article").getByText("Impossible").waitFor();
    tellTask(told, "l", doctor.counted);
    await end(doctor);

    const pasting = await as(ida);
    await pasting.click(part(pasting, "Paper check"));
    await pasting.type(pasting.page.locator("textarea"), says.trim());
    await pasting.click(button(pasting, "Check the text"));
    await pasting.page.getByRole("article").getByText("Impossible").waitFor();
    assert.equal(actionsOf(pasting.counted), 3);
    await end(pasting);
  });
});
