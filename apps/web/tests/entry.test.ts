import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { toldBackOfChart } from "@osteon/server";
import { builtWeb } from "@osteon/web";
import type { Browser, Page } from "playwright-core";
import { openChromium } from "../../../tests/acceptance/chromium.ts";
import { type Client, type RunningServer, runningServer } from "../../server/tests/running-server.ts";
import { violations } from "./app-in-browser.ts";
import { inSight } from "./in-sight.ts";
import { signedInPage } from "./signed-in-page.ts";

/** What nurses fear of electronic charts: overwritten, lost, in the wrong language, only for the mouse, seen by others. */
describe("entry", () => {
  let server: RunningServer;
  let browser: Browser;
  let nurse: Client;
  let ida: Client;
  let otto: Client;
  before(async () => {
    server = await runningServer("server", { web: await builtWeb(), toldBackOf: toldBackOfChart() });
    browser = await openChromium();
    nurse = await server.person("nora", "study_nurse", "Dresden");
    ida = await server.person("ida", "investigator", "Dresden");
    otto = await server.person("otto", "investigator", "Jena");
    const patient = {
      patient: "DD-100",
      centre: "Dresden",
      cohort: "cno",
      born_on: "2010-04",
      diagnosed_on: "2021-02-03",
      last_contact_on: "2022-02-03",
    };
    const made = await nurse("POST", "/api/centres/Dresden/charts/patient", { cells: patient, status: "complete" });
    assert.equal(made.status, 201, made.text);
  });
  after(async () => {
    await browser?.close();
    await server?.end();
  });

  const open = (who: Client, language: "en" | "de" = "en"): Promise<Page> =>
    signedInPage(browser, server, who, language);
  const box = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
  const saved = (page: Page) => page.locator('[data-save-state="saved"]').waitFor();
  const newVisit = async (cells: Record<string, string>): Promise<string> => {
    const made = await nurse("POST", "/api/centres/Dresden/charts/visit", {
      cells: { patient: "DD-100", ...cells },
      status: "draft",
      centre: "Dresden",
    });
    return (made.json.row as { key: string }).key;
  };
  const stored = async (key: string) =>
    (await nurse("GET", `/api/centres/Dresden/charts/visit/${key}`)).json.cells as Record<string, string>;

  test("two people write the same visit: each sees the other's words, field by field, and nothing is lost", async () => {
    const key = await newVisit({ visited_on: "2021-05-01", pain_nrs: "5", weight_kg: "30" });
    const [one, other] = [await open(nurse), await open(ida)];
    for (const page of [one, other]) {
      await page.goto(`${server.address}/centres/Dresden/patients/DD-100/visit/${key}`);
      await box(page, "Pain (0–10)").waitFor();
    }
    await box(one, "Pain (0–10)").fill("4");
    await box(one, "Weight (kg)").fill("31");
    await saved(one);
    // At the end of a form, in a window as low as that of a laptop at 200 %, the conflict would stand far above.
    await other.setViewportSize({ width: 640, height: 400 });
    await other.evaluate("scrollTo(0, document.documentElement.scrollHeight)");
    await box(other, "Pain (0–10)").evaluate((field: HTMLElement) => field.focus({ preventScroll: true }));
    await other.keyboard.press("ControlOrMeta+a");
    await other.keyboard.type("2");
    const conflict = other.getByRole("region", { name: "Two of you wrote at the same time" });
    await conflict.getByText(/nora saved this row/).waitFor();
    assert.ok("x" in (await inSight(conflict.getByText(/nora saved this row/))), "it is scrolled to");
    assert.ok(await conflict.evaluate((one) => one.parentElement === document.activeElement), "and has the focus");
    assert.deepEqual(await violations(other), []);
    // The weight that ida never touched is nora's already; for the pain ida chooses her own.
    assert.ok(
      await conflict
        .getByRole("row", { name: /Weight/ })
        .getByRole("radio")
        .nth(1)
        .isChecked(),
    );
    assert.ok(await conflict.getByRole("row", { name: /Pain/ }).getByRole("radio").nth(0).isChecked());
    await conflict.getByRole("button", { name: "Go on with this" }).click();
    await saved(other);
    const cells = await stored(key);
    assert.deepEqual([cells.pain_nrs, cells.weight_kg], ["2", "31"]);
    await one.close();
    await other.close();
  });

  test("while a visit is typed its score is told beside it, and by name what the score lacks", async () => {
    const key = await newVisit({ visited_on: "2021-05-20", pain_nrs: "3", patient_global_nrs: "2" });
    const page = await open(nurse, "de");
    await page.goto(`${server.address}/centres/Dresden/patients/DD-100/visit/${key}`);
    const told = page.getByRole("region", { name: "Was daraus folgt" });
    await told.getByText("Klinische Läsionen: fehlt bei dieser Visite").waitFor();
    await box(page, "Klinische Läsionen").fill("1");
    await told.getByText("6", { exact: true }).waitFor();
    assert.equal(await told.getByText("Klinische Läsionen: fehlt bei dieser Visite").count(), 0);
    await box(page, "Temperatur (°C)").fill("366");
    await told.getByText(/Nicht mitgezählt.*366/).waitFor();
    assert.deepEqual(await violations(page), []);
    await page.close();
  });

  test("a connection lost while typing: everything is kept, a reload too, and sent when it is back", async () => {
    const key = await newVisit({ visited_on: "2021-06-01" });
    const page = await open(nurse);
    await page.goto(`${server.address}/centres/Dresden/patients/DD-100/visit/${key}`);
    await box(page, "Pain (0–10)").fill("7");
    await saved(page);
    await page.route("**/api/centres/*/charts/**", (route) => route.abort());
    await box(page, "Weight (kg)").fill("28,4");
    await page.locator('[data-save-state="waiting"]').waitFor();
    await page.getByText("The registry does not answer. Everything typed is kept").waitFor();
    await box(page, "Painful sites").fill("3");
    assert.equal((await stored(key)).weight_kg, "");
    await page.reload();
    assert.equal(await box(page, "Weight (kg)").inputValue(), "28,4");
    assert.equal(await box(page, "Painful sites").inputValue(), "3");
    await page.unroute("**/api/centres/*/charts/**");
    await saved(page);
    const cells = await stored(key);
    assert.deepEqual([cells.pain_nrs, cells.weight_kg, cells.painful_sites], ["7", "28.4", "3"]);
    assert.equal(await page.evaluate("Object.keys(localStorage).filter((k) => k.startsWith('osteon.kept')).length"), 0);
    await page.close();
  });

  test("a session that ends while typing is begun again over the page", async () => {
    const key = await newVisit({ visited_on: "2021-07-01" });
    const page = await open(nurse);
    await page.goto(`${server.address}/centres/Dresden/patients/DD-100/visit/${key}`);
    await box(page, "Pain (0–10)").waitFor();
    await page.context().clearCookies();
    await box(page, "Pain (0–10)").fill("6");
    const dialog = page.getByRole("dialog", { name: "Sign in again" });
    await dialog.getByLabel("E-mail").fill("nora@example.org");
    await dialog.getByLabel("Password").fill("correct horse battery staple");
    await dialog.getByRole("button", { name: "Sign in" }).click();
    await saved(page);
    assert.equal((await stored(key)).pain_nrs, "6");
    await page.close();
  });

  /** From the page of a child to the form of a visit without its other rows. */
  const rowAlone = async (page: Page): Promise<void> => {
    await page.getByRole("link", { name: "Chart", exact: true }).click();
    await page.getByRole("link", { name: "Enter: Visit", exact: true }).click();
  };

  test("a form opened for one row holds nothing of another", async () => {
    const page = await open(nurse);
    await page.goto(`${server.address}/centres/Dresden/patients/DD-100/visit/new`);
    await box(page, "Pain (0–10)").fill("9");
    await saved(page);
    await page.getByRole("link", { name: "DD-100" }).click();
    await rowAlone(page);
    assert.equal(await box(page, "Pain (0–10)").inputValue(), "");
    // From one row to another without a page between: the same form would keep its words.
    const other = await newVisit({ visited_on: "2021-10-01", pain_nrs: "2" });
    await page.goto(`${server.address}/centres/Dresden/patients/DD-100`);
    await rowAlone(page);
    await box(page, "Weight (kg)").fill("77");
    await saved(page);
    await page.evaluate(`history.pushState({}, "", "/centres/Dresden/patients/DD-100/visit/${other}")`);
    await page.getByRole("heading", { level: 1, name: "Visit 1 Oct 2021" }).waitFor();
    assert.equal(await box(page, "Pain (0–10)").inputValue(), "2");
    assert.equal(await box(page, "Weight (kg)").inputValue(), "");
    await page.close();
  });

  test("the German interface takes and shows German dates and numbers", async () => {
    const page = await open(nurse, "de");
    await page.goto(`${server.address}/centres/Dresden/patients/DD-100/visit/new`);
    await page.getByRole("heading", { name: "Neu: Visite" }).waitFor();
    await box(page, "Tag der Visite").fill("3.8.2021");
    await box(page, "Gewicht (kg)").fill("29,7");
    await box(page, "CHAQ (0–3)").fill("1,375");
    await page.getByText("= 3. August 2021").waitFor();
    await page.getByText(/^Entwurf gespeichert/).waitFor();
    const key = /visit\/(N\d+)$/.exec(page.url())?.[1] ?? "";
    const cells = await stored(key);
    assert.deepEqual([cells.visited_on, cells.weight_kg, cells.chaq], ["2021-08-03", "29.7", "1.375"]);
    await page.reload();
    assert.equal(await box(page, "CHAQ (0–3)").inputValue(), "1,375");
    assert.equal(await box(page, "Gewicht (kg)").inputValue(), "29,7");
    assert.deepEqual(await violations(page), []);
    await page.close();
  });

  test("a child is found and a visit entered with the keyboard alone", async () => {
    const page = await open(nurse);
    await page.goto(`${server.address}/patients`);
    await page.getByRole("link", { name: "DD-100" }).waitFor();
    const tabTo = async (name: string) => {
      for (let step = 0; step < 80; step++) {
        await page.keyboard.press("Tab");
        const focused = await page.evaluate<string>(
          "(document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '').trim()",
        );
        if (focused === name) return;
      }
      throw new Error(`Tab does not reach ${name}`);
    };
    await tabTo("DD-100");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "DD-100" }).waitFor();
    await tabTo("Enter a visit");
    await page.keyboard.press("Enter");
    // The first box has the focus.
    await page.locator("[data-field=visited_on] input:focus").waitFor();
    await page.keyboard.type("9.9.2021");
    await tabTo("Weight (kg)");
    await page.keyboard.type("30,2");
    await tabTo("Pain (0–10)");
    await page.keyboard.type("1");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    await tabTo("Complete");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => /^Saved/.test(document.querySelector("[data-save-state]")?.textContent ?? ""));
    await page.waitForURL(/encounter\/N\d+$/);
    const cells = await stored(/encounter\/(N\d+)$/.exec(page.url())?.[1] ?? "");
    assert.deepEqual([cells.visited_on, cells.weight_kg, cells.pain_nrs], ["2021-09-09", "30.2", "1"]);
    await page.close();
  });

  test("a person of another centre sees nothing of the child, in no page", async () => {
    const page = await open(otto);
    await page.goto(`${server.address}/patients`);
    await page.getByText(/Enter the first child of Jena/).waitFor();
    for (const path of [
      "/centres/Dresden/patients/DD-100",
      "/centres/Dresden/patients/DD-100/patient/DD-100",
      "/schedule",
      "/quality",
      "/study",
    ]) {
      await page.goto(`${server.address}${path}`);
      await page.getByRole("main").waitFor();
      await page.waitForLoadState("networkidle");
      const said = await page.getByRole("main").innerText();
      assert.doesNotMatch(said.replace(/^DD-100$/m, ""), /2021|Dresden|osteomyelitis/, `${path}: ${said}`);
    }
    await page.close();
  });
});
