import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Row } from "@osteon/api";
import type { BrowserContext, Page } from "playwright-core";
import { type Client, PASSWORD } from "../../../server/tests/running-server.ts";
import { violations } from "../app-in-browser.ts";
import { signedInPage } from "../signed-in-page.ts";
import { CHILD, openWard, type Ward } from "../ward.ts";

/** What nurses fear of a page that holds a whole visit: overwritten by another, lost on the way, written twice. */
describe("the page of a visit", () => {
  let ward: Ward;
  before(async () => {
    ward = await openWard();
    await ward.enter("treatment", {
      ...{ drug: "naproxen", drug_class: "nsaid", dose: "10", dose_unit: "mg/kg/d", route: "oral" },
      ...{ started_on: "2021-02-03", stopped_on: "not applicable" },
    });
  });
  after(async () => await ward?.end());

  const at = (visit: string): string => `${ward.server.address}/centres/Dresden/patients/${CHILD}/encounter/${visit}`;
  const box = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
  const crp = (page: Page) => page.locator("[data-analyte=crp] .result-value input");
  const complete = (page: Page) => page.getByRole("button", { name: /^(Complete|Save the change)$/ }).click();
  const is = (page: Page, state: string) => page.locator(`[data-save-state=${state}]`).waitFor();
  const open = async (who: Client, visit: string, language: "en" | "de" = "en"): Promise<Page> => {
    const page = await signedInPage(ward.browser, ward.server, who, language);
    await page.goto(at(visit));
    await page.locator("[data-section=laboratory]").waitFor();
    return page;
  };
  const rows = async (): Promise<readonly Row[]> =>
    (await ward.ida("GET", `/api/centres/Dresden/patients/${CHILD}`)).json.rows as readonly Row[];
  const visitsOn = async (day: string) =>
    (await rows()).filter(({ table, cells }) => table === "visit" && cells.visited_on === day);
  const another = async (context: BrowserContext, visit: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(at(visit));
    await page.locator("[data-section=laboratory]").waitFor();
    return page;
  };

  test("two people, one visit: each field with both values, one's own kept, the other's never overwritten", async () => {
    const key = await ward.enter("visit", { visited_on: "2021-05-03", pain_nrs: "5", weight_kg: "30" });
    const drug = (await rows()).find(({ table }) => table === "treatment");
    const [nora, ida] = [await open(ward.nora, key), await open(ward.ida, key)];
    await ida.getByRole("radio", { name: "Stopped" }).check();
    await box(ida, "Pain (0–10)").fill("2");
    await box(nora, "Pain (0–10)").fill("4");
    await box(nora, "Weight (kg)").fill("31");
    await nora.getByLabel(/^Why is something changed/).fill("misread");
    await complete(nora);
    await is(nora, "saved");
    await ida.getByLabel(/^Why is something changed/).fill("asked again");
    await complete(ida);
    const conflict = ida.getByRole("region", { name: /saved some of this/ });
    await conflict.getByRole("row", { name: /Pain/ }).waitFor();
    assert.deepEqual(
      (await conflict.getByRole("row", { name: /Pain|Weight/ }).allInnerTexts()).map((row) =>
        row.replaceAll(/\s+/g, " ").trim(),
      ),
      ["Visit Weight 30 31 (nora)", "Visit Pain (0–10) 2 4 (nora)"],
    );
    assert.deepEqual(await violations(ida), []);
    const isDrug = async () => (await rows()).find(({ key: own, table }) => table === "treatment" && own === drug?.key);
    assert.equal((await isDrug())?.version, drug?.version, "nothing of the second was written");
    await conflict.getByRole("button", { name: "Go on with this" }).click();
    await complete(ida);
    await is(ida, "saved");
    const [visit] = await visitsOn("2021-05-03");
    assert.deepEqual([visit?.cells.pain_nrs, visit?.cells.weight_kg], ["2", "31"]);
    assert.equal((await isDrug())?.cells.stopped_on, "2021-05-03");
    await Promise.all([nora.context().close(), ida.context().close()]);
  });

  test("a lost connection, a reload, a lost answer, the way back, an ended session: nothing is lost, nothing is written twice", async () => {
    const page = await open(ward.nora, "new");
    const typed = async () => [
      await box(page, "Day of the visit").inputValue(),
      await box(page, "Weight (kg)").inputValue(),
    ];
    await box(page, "Day of the visit").fill("3.6.2021");
    await box(page, "Weight (kg)").fill("30,5");
    await page.goto(`${ward.server.address}/patients`);
    await page.getByRole("button", { name: "1 row waits on this device" }).waitFor();
    await page.goBack();
    assert.deepEqual(await typed(), ["3.6.2021", "30,5"]);
    // The server writes, and its answer is lost; the page is closed, and sends the same again.
    let answers = 0;
    await page.route("**/encounters", async (route) => {
      if (route.request().method() !== "POST") return await route.continue();
      if (answers++ === 0) await route.fetch();
      await route.abort("connectionreset");
    });
    await complete(page);
    await is(page, "waiting");
    await page.reload();
    await is(page, "waiting");
    assert.deepEqual(await typed(), ["3.6.2021", "30,5"]);
    await page.unroute("**/encounters");
    await is(page, "saved");
    await page.waitForURL(/encounter\/N\d+$/);
    assert.equal((await visitsOn("2021-06-03")).length, 1);
    assert.ok(answers >= 1);
    // The session ends while one types.
    await page.context().clearCookies();
    await box(page, "Pain (0–10)").fill("6");
    await page.getByLabel(/^Why is something changed/).fill("asked later");
    await complete(page);
    const dialog = page.getByRole("dialog", { name: "Sign in again" });
    await dialog.getByLabel("E-mail").fill("nora@example.org");
    await dialog.getByLabel("Password").fill(PASSWORD);
    await dialog.getByRole("button", { name: "Sign in" }).click();
    await page.waitForFunction(() => /^Saved/.test(document.querySelector("[data-save-state]")?.textContent ?? ""));
    assert.equal((await visitsOn("2021-06-03"))[0]?.cells.pain_nrs, "6");
    await page.context().close();
  });

  test("two tabs type into one visit, a draft goes on elsewhere, a device without room says so and saves", async () => {
    const one = await open(ward.nora, "new");
    const two = await another(one.context(), "new");
    await box(one, "Day of the visit").fill("5.7.2021");
    await two.waitForFunction(
      () => document.querySelector<HTMLInputElement>("[data-field=visited_on] input")?.value === "5.7.2021",
    );
    await box(two, "Weight (kg)").fill("31");
    await one.waitForFunction(
      () => document.querySelector<HTMLInputElement>("[data-field=weight_kg] input")?.value === "31",
    );
    await one.getByRole("button", { name: "Save as draft" }).click();
    await one.waitForURL(/encounter\/N\d+$/);
    await two.getByText(/saved or discarded in another tab/).waitFor();
    const [draft] = await visitsOn("2021-07-05");
    assert.deepEqual([draft?.status, draft?.cells.weight_kg], ["draft", "31"]);
    // Another device goes on with it, in German.
    const other = await open(ward.ida, draft?.key ?? "", "de");
    assert.equal(await box(other, "Gewicht (kg)").inputValue(), "31");
    await other.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    await box(other, "Schmerz (0–10)").fill("3");
    await other.getByText(/kein Platz mehr/).waitFor();
    await other.getByRole("button", { name: "Abschließen", exact: true }).click();
    await is(other, "saved");
    const [whole] = await visitsOn("2021-07-05");
    assert.deepEqual([whole?.status, whole?.cells.pain_nrs], ["complete", "3"]);
    await Promise.all([one.context().close(), other.context().close()]);
  });

  test("an impossible value keeps the visit from being saved, and the list on top leads to it; a printout is pasted into a box", async () => {
    const page = await open(ward.nora, "new");
    await box(page, "Day of the visit").fill("1.8.2021");
    await box(page, "Pain (0–10)").fill("11");
    await page.getByText(/11 cannot be: possible is 0 to 10/).waitFor();
    await page.getByRole("searchbox", { name: /Another analyte/ }).fill("crp");
    await page.keyboard.press("Enter");
    await crp(page).waitFor();
    await crp(page).evaluate((field, text) => {
      const data = new DataTransfer();
      data.setData("text/plain", text);
      field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }, "CRP 27,1 H mg/l\nBSG 12 mm/h\nKreatinin 0,5 mg/dl");
    const dialog = page.getByRole("dialog", { name: "Paste a printout" });
    await dialog.getByText(/no analyte of this registry is called so/).waitFor();
    assert.deepEqual(await violations(page), []);
    await dialog.getByRole("button", { name: "Take 2 results" }).click();
    assert.equal(await crp(page).inputValue(), "27,1");
    await complete(page);
    const problems = page.locator(".visit-problems");
    await problems.getByText("1 thing needs mending").waitFor();
    await problems.getByRole("button", { name: /Pain/ }).click();
    await page.locator("[data-field=pain_nrs] input:focus").waitFor();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("1");
    await page.keyboard.press("Control+Enter");
    await is(page, "saved");
    const [visit] = await visitsOn("2021-08-01");
    const results = (await rows()).filter(({ table, cells }) => table === "laboratory" && cells.visit === visit?.key);
    assert.deepEqual(results.map(({ cells }) => [cells.analyte, cells.value, cells.unit]).sort(), [
      ["crp", "27.1", "mg/L"],
      ["esr", "12", "mm/h"],
    ]);
    await page.context().close();
  });

  test("without a connection a visit with its results is typed, saved and loaded anew; once back it is written once, and she is told", async () => {
    const page = await signedInPage(ward.browser, ward.server, ward.nora, "en", { offline: true });
    const cut = (away: boolean) => page.context().setOffline(away);
    const begin = async () => {
      await page.goto(at("new"));
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      await page.locator("[data-section=laboratory]").waitFor();
    };
    const type = async (day: string, crpValue: string) => {
      await box(page, "Day of the visit").fill(day);
      for (const [analyte, value] of [
        ["crp", crpValue],
        ["esr", "14"],
      ] as const) {
        await page.getByRole("searchbox", { name: /Another analyte/ }).fill(analyte);
        await page.keyboard.press("Enter");
        await page.locator(`[data-analyte=${analyte}] .result-value input`).fill(value);
      }
    };
    const typed = page.getByRole("region", { name: "Typed here, kept on this device" });
    const seesTyped = async (day: string, crpValue: string) => {
      for (const words of [day, crpValue, "14"]) await typed.getByText(words, { exact: true }).waitFor();
      await is(page, "waiting");
    };
    const written = async (day: string) => {
      const visits = await visitsOn(day);
      const results = (await rows()).filter(
        ({ table, cells }) => table === "laboratory" && visits.some(({ key }) => key === cells.visit),
      );
      return [visits.map(({ status }) => status), results.map(({ cells }) => `${cells.analyte} ${cells.value}`).sort()];
    };
    const chip = page.getByRole("button", { name: "1 row waits on this device" });
    const toldSaved = async () => {
      await page.waitForURL(/encounter\/N\d+$/);
      await page
        .locator("[data-save-state=saved]")
        .getByText(/^Saved, 3 rows/)
        .waitFor();
      await page.locator(".waiting-chip").waitFor({ state: "detached" });
    };

    await begin();
    await cut(true);
    await type("2.9.2021", "27,1");
    await complete(page);
    await is(page, "waiting");
    await page.getByText("The registry does not answer. Everything is kept on this device").waitFor();
    await page.reload();
    await seesTyped("2.9.2021", "27,1");
    assert.deepEqual(await violations(page), []);
    await page.goto(`${ward.server.address}/patients`);
    await chip.click();
    await page.getByRole("dialog", { name: "What waits on this device" }).getByRole("link", { name: "Open" }).click();
    await seesTyped("2.9.2021", "27,1");
    assert.deepEqual(await written("2021-09-02"), [[], []]);
    await cut(false);
    await toldSaved();
    assert.deepEqual(await written("2021-09-02"), [["complete"], ["crp 27.1", "esr 14"]]);

    // The connection is cut while the save is under way: it is written, and its answer never comes.
    await begin();
    await type("9.9.2021", "31");
    let sent = 0;
    await page.route("**/encounters", async (route) => {
      if (route.request().method() !== "POST" || sent++ > 0) return await route.continue();
      await route.fetch();
      await cut(true);
      await route.abort("connectionreset");
    });
    await complete(page);
    await is(page, "waiting");
    await page.reload();
    await seesTyped("9.9.2021", "31");
    const once = [["complete"], ["crp 31", "esr 14"]];
    assert.deepEqual(await written("2021-09-09"), once);
    await cut(false);
    await toldSaved();
    assert.ok(sent > 1, "it was sent again");
    assert.deepEqual(await written("2021-09-09"), once);
    await page.context().close();
  });
});
