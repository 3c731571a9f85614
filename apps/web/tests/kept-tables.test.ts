import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Row } from "@osteon/api";
import type { Page } from "playwright-core";
import type { Client } from "../../server/tests/running-server.ts";
import { violations } from "./app-in-browser.ts";
import { signedInPage } from "./signed-in-page.ts";
import { CHILD, openWard, type Ward } from "./ward.ts";

/** Results as nothing else on these pages is written: no day, no weight, no count looks so. */
const RESULTS = { crp: "73.9", esr: "58.6" } as const;
const NOTE = "Kept from your role (Study nurse): Laboratory.";

/** The laboratory is kept from nurses by hand, and from then on a nurse works without it, and the doctor with it. */
describe("tables kept from a role, at the pages of those who keep, lack and see them", () => {
  let ward: Ward;
  let admin: Client;
  let visit = "";
  before(async () => {
    ward = await openWard();
    admin = await ward.server.person("adam", "administrator", null);
    visit = await ward.enter("visit", { visited_on: "2021-05-03", weight_kg: "31" });
    for (const [analyte, value] of Object.entries(RESULTS))
      await ward.enter("laboratory", {
        ...{ visit, sampled_on: "2021-05-03", analyte, value },
        unit: analyte === "crp" ? "mg/L" : "mm/h",
      });
  });
  after(async () => await ward?.end());

  const open = async (who: Client, path: string, language: "en" | "de" = "en"): Promise<Page> => {
    const page = await signedInPage(ward.browser, ward.server, who, language);
    page.setDefaultTimeout(30_000);
    await page.goto(`${ward.server.address}${path}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    return page;
  };
  const at = (more = ""): string => `/centres/Dresden/patients/${CHILD}${more}`;
  /** All that a page holds: what is read, what is in boxes, what is told to those who do not see. */
  const held = (page: Page): Promise<string> =>
    page.evaluate(() =>
      [document.documentElement.outerHTML, ...[...document.querySelectorAll("input")].map(({ value }) => value)].join(),
    );
  const resultsOn = async (page: Page): Promise<readonly string[]> => {
    const all = await held(page);
    return Object.values(RESULTS).filter((value) => all.includes(value));
  };

  test("an administrator keeps the laboratory from nurses, with the reason, which the tab tells", async () => {
    const page = await open(admin, "/administration?tab=keptTables");
    await page.getByText("No table was ever kept from a role.").waitFor();
    await page.getByRole("checkbox", { name: "Laboratory kept from Study nurse" }).check();
    await page.getByLabel("Reason").fill("Nurses read images blind to results.");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved. It holds at once.").waitFor();
    await page.getByRole("listitem").filter({ hasText: "Laboratory: Study nurse" }).first().waitFor();
    await page.getByText("Nurses read images blind to results.").waitFor();
    assert.deepEqual(await violations(page), []);
    await page.context().close();
  });

  test("the nurse reads of it where results would be, finds none, and enters a visit all the same", async () => {
    const page = await open(ward.nora, at());
    await page.getByText(NOTE).waitFor();
    const glance = page.getByRole("region", { name: "At a glance" });
    // The last result is not called "not measured", nor the state "not derived yet".
    for (const name of ["CRP", "State"])
      assert.equal(await glance.locator("div", { hasText: name }).locator("dd").innerText(), "kept from your role");
    assert.equal(await page.getByText(/No state can be derived/).count(), 0);
    assert.deepEqual(await resultsOn(page), [], "the child");
    await page.goto(`${ward.server.address}${at("?tab=chart")}`);
    await page.getByText(NOTE).first().waitFor();
    assert.deepEqual(await resultsOn(page), [], "the chart");
    await page.goto(`${ward.server.address}${at(`/encounter/${visit}`)}`);
    await page.locator("section", { hasText: NOTE }).getByRole("heading", { name: "Laboratory" }).waitFor();
    assert.deepEqual(await resultsOn(page), [], "the visit");
    assert.equal(await page.locator("[data-analyte]").count(), 0);
    await page.goto(`${ward.server.address}${at("/encounter/new")}`);
    await page.getByText(NOTE).waitFor();
    assert.deepEqual(await violations(page), []);
    await page.getByLabel("Day of the visit", { exact: true }).fill("3.8.2021");
    await page.getByLabel("Weight (kg)", { exact: true }).fill("32.5");
    await page.getByRole("button", { name: "Complete", exact: true }).click();
    await page.locator("[data-save-state=saved]").waitFor();
    assert.deepEqual(await resultsOn(page), [], "the new visit");
    await page.context().close();
  });

  test("the doctor sees the results, and the visit of the nurse", async () => {
    const page = await open(ward.ida, at(`/encounter/${visit}`));
    await page.locator("[data-analyte=crp] .result-value input").waitFor();
    assert.deepEqual(await resultsOn(page), Object.values(RESULTS));
    assert.equal(await page.locator("[data-kept]").count(), 0);
    const rows = (await ward.ida("GET", `/api${at()}`)).json.rows as readonly Row[];
    const made = rows.find(({ table, cells }) => table === "visit" && cells.visited_on === "2021-08-03");
    assert.deepEqual([made?.status, made?.cells.weight_kg], ["complete", "32.5"]);
    await page.context().close();
  });
});
