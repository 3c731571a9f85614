import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import { openChromium } from "../../../tests/acceptance/chromium.ts";
import { clientOf, type RunningServer, runningServer } from "../../server/tests/running-server.ts";
import { violations } from "./app-in-browser.ts";
import { signedInPage } from "./signed-in-page.ts";

/** What the viewer's own markup lacks: an address that is a link inside its button, headings that begin at the second level, a filter beside its main part. */
const OF_THE_VIEWER = [
  "nested-interactive:",
  "target-size:",
  "heading-order:",
  "scrollable-region-focusable:",
  "region:",
];

describe("the pages of the interface", () => {
  let server: RunningServer;
  let browser: Browser;
  before(async () => {
    [server, browser] = await Promise.all([runningServer("server"), openChromium()]);
  });
  after(async () => {
    await browser?.close();
    await server?.end();
  });

  test("a person who is signed in reads them by keyboard, on a phone, in both themes, under the policy of all pages", async () => {
    assert.equal((await clientOf(server.address, "", "")("GET", "/api/docs/")).status, 401);
    const ida = await server.person("ida", "investigator", "Ulm");
    const policy = (await ida("GET", "/api/me")).headers.get("content-security-policy");
    assert.equal((await ida("GET", "/api/docs/")).headers.get("content-security-policy"), policy);
    const page = await signedInPage(browser, server, ida);
    page.setDefaultTimeout(25000);
    const complaints: string[] = [];
    page.on("console", (line) => {
      if (line.type() === "error") complaints.push(line.text());
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    const foreign: string[] = [];
    page.on("request", (asked) => {
      if (!asked.url().startsWith(server.address) && !asked.url().startsWith("data:")) foreign.push(asked.url());
    });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${server.address}/api/docs`);
    await page.locator("#operations-tag-Patients button.expand-operation").press("Enter");
    const child = page.locator("#operations-Patients-readPatient");
    await child.locator("button.opblock-summary-control").press("Enter");
    await child.getByText("Open to personal tokens.").waitFor();
    await child.getByRole("button", { name: "Try it out" }).press("Enter");
    await child.getByPlaceholder("centre").fill("Ulm");
    await child.getByPlaceholder("patient").fill("P-1");
    await child.getByRole("button", { name: "Execute" }).press("Enter");
    await child.getByText("There is no such child that you may see.").first().waitFor();
    // axe itself, below, writes styles that the policy refuses.
    assert.deepEqual([complaints.filter((one) => !/404/.test(one)), foreign], [[], []]);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.locator(colorScheme === "dark" ? "html.dark-mode" : "html:not(.dark-mode)").waitFor();
      const found = (await violations(page)).filter((one) => !OF_THE_VIEWER.some((rule) => one.startsWith(rule)));
      assert.deepEqual(found, [], colorScheme);
      if (process.env.SHOT) await page.screenshot({ path: `/tmp/shots/docs-${colorScheme}.png` });
    }
    assert.equal(await page.evaluate("document.documentElement.scrollWidth"), 390);
  });
});
