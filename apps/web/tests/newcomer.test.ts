import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { openChromium } from "../../../tests/acceptance/chromium.ts";
import { onDevice, PASSWORD, PATIENCE, type StartedOsteon, startOsteon, violations } from "./app-in-browser.ts";

/** A stranger's first quarter of an hour: from the link that `npm start` prints to the children behind a step of the curve. */
describe("a newcomer", () => {
  let osteon: StartedOsteon;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];
  before(async () => {
    [osteon, browser] = await Promise.all([startOsteon(), openChromium()]);
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(PATIENCE);
    page.on("pageerror", (error) => complaints.push(String(error)));
    await onDevice(page, "en");
  });
  after(async () => {
    await browser?.close();
    await osteon?.end();
  });

  const saved = () => page.locator('[data-save-state="saved"]').waitFor();
  const choose = (field: string, answer: string) =>
    page.getByRole("radiogroup", { name: field, exact: true }).getByRole("radio", { name: answer }).check();
  const pick = (field: string, answer: string) =>
    page.getByRole("combobox", { name: field, exact: true }).selectOption({ label: answer });
  const type = (field: string, words: string) => page.getByRole("textbox", { name: field, exact: true }).fill(words);
  const complete = async () => {
    await page.getByRole("button", { name: "Complete", exact: true }).click();
  };
  const toPatient = async () => {
    await page.getByRole("link", { name: "DD-900", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "DD-900" }).waitFor();
  };

  test("chooses a password by the one-time link and signs in", async () => {
    await page.goto(osteon.link);
    assert.deepEqual(await violations(page), []);
    await page.getByLabel(/^Password/).fill(PASSWORD);
    await page.getByRole("button", { name: "Set password" }).click();
    await page.getByRole("link", { name: "DD-001" }).waitFor();
    assert.match(page.url(), /\/patients$/);
  });

  test("enters a child", async () => {
    await page.getByRole("link", { name: "Enter a patient" }).click();
    await type("Pseudonym", "DD-900");
    await pick("Disease", "Chronic nonbacterial osteomyelitis");
    await choose("Sex", "Female");
    await type("Born", "3.1999");
    await type("First symptom", "2009");
    await type("Diagnosed", "12.5.2009");
    await type("Last contact", "2010-06-01");
    await complete();
    await saved();
    await page.waitForURL(/\/patients\/DD-900\/patient\/DD-900$/);
    await toPatient();
  });

  const visit = async (on: string, pain: string, signs: "Yes" | "No", change?: string) => {
    await page.getByRole("link", { name: "Enter a visit" }).click();
    await type("Day of the visit", on);
    await type("Weight (kg)", "32,5");
    await type("Temperature (°C)", "36,8");
    await type("Pain (0–10)", pain);
    if (change !== undefined) await choose("How it feels", change);
    await choose("Swelling", signs);
    for (const sign of ["Redness", "Heat", "Reduced movement", "Abnormal gait"]) await choose(sign, "No");
    await type("Painful sites", signs === "Yes" ? "2" : "0");
    await complete();
    await saved();
    await toPatient();
  };

  test("enters a visit with a decimal comma and a date of the country", async () => {
    await visit("12.5.2009", "6", "Yes");
    await visit("10.11.2009", "0", "No", "Improved");
  });

  test("is told about an impossible value beside its field, and of what is missing", async () => {
    await page.getByRole("link", { name: "Enter a visit" }).click();
    await type("Pain (0–10)", "11");
    await page.getByText(/11 cannot be: possible is 0 to 10/).waitFor();
    await complete();
    await page.getByText("2 things need mending before it can be saved.").waitFor();
    await page.getByRole("button", { name: "Discard", exact: true }).click();
    await page.getByRole("button", { name: "Yes, discard" }).click();
    await page.locator('[data-save-state="untouched"]').waitFor();
    await toPatient();
    await page.getByRole("heading", { level: 1, name: "DD-900" }).waitFor();
  });

  test("enters a treatment, whose dose is held against the weight", async () => {
    await page.getByRole("link", { name: "+ Treatment" }).click();
    await pick("Drug", "Naproxen");
    await type("Dose", "650");
    await pick("Unit of the dose", "mg/d");
    await type("Started on", "12.5.2009");
    await page.getByText(/20.0 mg\/kg\/d = 650 mg\/d at 32.5 kg.*higher than usual/).waitFor();
    await type("Dose", "400");
    await page.getByText(/12.3 mg\/kg\/d = 400 mg\/d at 32.5 kg.*usual: 10–15 mg\/kg\/d/).waitFor();
    await complete();
    await page.getByRole("heading", { level: 1, name: "DD-900" }).waitFor();
  });

  test("enters an MRI with three lesions on the skeleton", async () => {
    await page.getByRole("link", { name: "+ Imaging" }).click();
    await type("Day of the examination", "13.5.2009");
    await pick("Examination", "Whole-body MRI");
    await complete();
    await saved();
    for (const place of ["tibia/left", "femur/right", "thoracic_vertebra/midline/T9"]) {
      await page.locator(`[data-place="${place}"]`).last().click();
      await page.getByRole("button", { name: "Enter the lesion" }).click();
      await page.getByRole("button", { name: "Enter the lesion" }).waitFor({ state: "detached" });
    }
    const rows = page.getByRole("row").filter({ has: page.getByRole("combobox") });
    await rows.nth(2).waitFor();
    assert.equal(await rows.count(), 3);
    assert.deepEqual((await rows.getByRole("rowheader").allTextContents()).sort(), [
      "Femur, right",
      "Thoracic vertebra T9, body",
      "Tibia, left",
    ]);
    await toPatient();
  });

  test("sees the derived state, its reason, and the chart rows behind it", async () => {
    const line = page.getByRole("row", { name: /^6 months/ });
    await line.getByText("full remission").waitFor();
    await line.getByText("no pain, no painful site and no sign of inflammation").waitFor();
    await page.getByText("full remission at last visit under NSAID").waitFor();
    const score = page.getByRole("region", { name: "Score at diagnosis" });
    await score.getByRole("row", { name: /Normal blood cell count not known could add 13/ }).waitFor();
    assert.deepEqual(await violations(page), []);
    await line.getByRole("link").first().click();
    await page.getByRole("heading", { level: 1, name: "Visit 10 Nov 2009" }).waitFor();
    await toPatient();
  });

  test("loses no keystroke when the server is killed between typing and saving", async () => {
    await page.goto(`${osteon.address}/centres/Dresden/patients/DD-900/visit/new`);
    await type("Day of the visit", "1.2.2010");
    await saved();
    await osteon.kill();
    await type("Pain (0–10)", "3");
    await type("Weight (kg)", "33,1");
    await page.locator('[data-save-state="waiting"]').waitFor();
    osteon = await osteon.again();
    await saved();
    await page.reload();
    assert.equal(await page.getByRole("textbox", { name: "Pain (0–10)" }).inputValue(), "3");
    assert.equal(await page.getByRole("textbox", { name: "Weight (kg)" }).inputValue(), "33.1");
    for (const sign of ["Swelling", "Redness", "Heat", "Reduced movement", "Abnormal gait"]) await choose(sign, "No");
    await complete();
    await page.waitForFunction(() => /^Saved/.test(document.querySelector("[data-save-state]")?.textContent ?? ""));
    await toPatient();
  });

  test("runs the study and opens the children behind a step of the curve", async () => {
    await page.getByRole("link", { name: "Study", exact: true }).click();
    await page.getByRole("button", { name: /^Run the study: Treatment response/ }).click();
    await page.getByRole("progressbar").waitFor();
    const done = page.getByRole("row").filter({ hasText: "done" }).getByRole("link");
    await done.waitFor();
    await done.click();
    await page.getByRole("link", { name: "Relapse", exact: true }).click();
    const curve = page.getByRole("figure", { name: /^Relapse-free survival/ });
    // By pointer: the first step. By keyboard: the one after it.
    const steps = curve.getByRole("button");
    await steps.first().click();
    const behind = page.getByRole("dialog", { name: "Behind this number" });
    const ids = async () => (await behind.locator("dd.mono").first().textContent()) ?? "";
    await behind.getByRole("heading", { name: "1 child" }).waitFor();
    const first = await ids();
    assert.match(first, /^relapse-free\.all\.step-events@\d+$/);
    assert.deepEqual(await violations(page), []);
    await behind.getByRole("button", { name: "Close" }).click();
    await steps.first().focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await behind.getByRole("heading", { name: /^\d+ child/ }).waitFor();
    assert.notEqual(await ids(), first);
    const child = (await behind.getByRole("link").first().textContent()) ?? "";
    await behind.getByRole("link").first().click();
    await page.getByRole("heading", { level: 1, name: child }).waitFor();
    await page
      .getByRole("figure", { name: `Course: ${child}` })
      .getByRole("link", { name: /Relapse/ })
      .first()
      .waitFor();
  });

  test("nothing complained on the way", () => assert.deepEqual(complaints, []));
});
