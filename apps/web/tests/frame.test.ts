import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { builtWeb } from "@osteon/web";
import type { Browser, Page } from "playwright-core";
import { openChromium } from "../../../tests/acceptance/chromium.ts";
import { type Client, type RunningServer, runningServer } from "../../server/tests/running-server.ts";
import { violations } from "./app-in-browser.ts";
import { signedInPage } from "./signed-in-page.ts";

describe("what stands around every page", () => {
  let server: RunningServer;
  let browser: Browser;
  let manager: Client;
  before(async () => {
    [server, browser] = await Promise.all([builtWeb().then((web) => runningServer("server", { web })), openChromium()]);
    manager = await server.person("mara", "data_manager", "Aachen");
    const child = { cohort: "cno", born_on: "2004", diagnosed_on: "2012-03-01", last_contact_on: "2013-01-01" };
    const cells = { ...child, patient: "AC-1" };
    const made = await manager("POST", "/api/centres/Aachen/charts/patient", {
      cells,
      status: "complete",
      centre: "Aachen",
    });
    assert.equal(made.status, 201, made.text);
  });
  after(async () => {
    await browser?.close();
    await server?.end();
  });
  const open = async (path: string, language: "en" | "de" = "en"): Promise<Page> => {
    const page = await signedInPage(browser, server, manager, language);
    await page.goto(`${server.address}${path}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    return page;
  };

  for (const [name, button, inside] of [
    ["the menu of a person", "mara", "Sign out"],
    ["the choice of columns", "Columns", "Sex"],
  ] as const)
    test(`${name} is closed by Escape, by a click elsewhere, by the next focus, and on the next page`, async () => {
      const page = await open("/patients");
      const summary = page.locator("summary").filter({ hasText: button });
      const box = page.locator("details").filter({ has: summary }).getByText(inside, { exact: true }).first();
      const shown = async (is: boolean) => (is ? await box.waitFor() : await box.waitFor({ state: "hidden" }));
      await summary.click();
      await shown(true);
      await page.keyboard.press("Escape");
      await shown(false);
      assert.ok(await summary.evaluate((one) => one === document.activeElement), "the focus goes back");
      await summary.click();
      await shown(true);
      await page.getByRole("heading", { level: 1 }).click();
      await shown(false);
      await summary.click();
      await shown(true);
      await page.getByRole("link", { name: "Osteon" }).focus();
      await shown(false);
      await summary.click();
      await shown(true);
      await page.evaluate("history.pushState({}, '', '/schedule'); dispatchEvent(new PopStateEvent('popstate'))");
      await page.waitForURL(/schedule/);
      await shown(false);
      await page.close();
    });

  test("the language stands on top, named in both; locks have an entry of their own, and so has one's sign-in", async () => {
    const page = await open("/patients", "de");
    const menu = page.getByRole("navigation", { name: "Bereiche des Registers" });
    assert.deepEqual(await menu.getByRole("link").allInnerTexts(), [
      ...[
        "Kinder",
        "Termine",
        "Datenqualität",
        "Import",
        "Studie",
        "Export",
        "Manuskript prüfen",
        "Sperren",
        "Anmeldung",
      ],
    ]);
    await menu.getByRole("link", { name: "Sperren" }).click();
    await page.getByRole("heading", { level: 1, name: "Sperren" }).waitFor();
    assert.equal(await menu.locator("[aria-current=page]").innerText(), "Sperren", "one entry is the present one");
    await page.getByLabel("Sprache / Language").selectOption("en");
    await page.getByRole("heading", { level: 1, name: "Locks" }).waitFor();
    assert.deepEqual(await violations(page), []);
    await page.close();
  });

  test("on a phone every entry of the menu is in sight, the present one marked, and nothing is wider than the page", async () => {
    const page = await open("/paper", "de");
    await page.setViewportSize({ width: 390, height: 844 });
    const menu = page.getByRole("navigation", { name: "Bereiche des Registers" });
    for (const link of await menu.getByRole("link").all()) {
      const box = await link.boundingBox();
      assert.ok(
        box !== null && box.x >= 0 && box.x + box.width <= 390 && box.y + box.height < 300,
        await link.innerText(),
      );
    }
    assert.equal(await menu.locator("[aria-current=page]").innerText(), "Manuskript prüfen");
    assert.ok(await page.evaluate("document.documentElement.scrollWidth <= 390"));
    assert.deepEqual(await violations(page), []);
    await page.close();
  });
});
