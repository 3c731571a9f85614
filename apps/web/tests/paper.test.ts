import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { builtWeb } from "@osteon/web";
import type { Browser } from "playwright-core";
import { openChromium } from "../../../tests/acceptance/chromium.ts";
import { type RunningServer, runningServer } from "../../server/tests/running-server.ts";
import { onDevice, signInAt, violations } from "./app-in-browser.ts";

let browser: Browser;
let server: RunningServer;
before(async () => {
  server = await runningServer("embedded", { web: await builtWeb() });
  browser = await openChromium();
  await server.person("sam", "statistician", "Dresden");
});
after(async () => {
  await browser?.close();
  await server?.end();
});

const PAPER =
  "Results\n\nWe followed 40 children. Of these, 6 of 8 (71 %) children were in remission; 20 of 40 (50 %) were girls.\n";

test("a manuscript is checked in the browser: the impossible share is named with its line, and a file that is no paper is refused", async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await onDevice(page, "en", "dark");
  await signInAt(page, server.address, "sam@example.org");
  await page.getByRole("link", { name: "Paper check" }).click();
  const choose = page.getByLabel("Choose a file, or drop it here.");
  await choose.setInputFiles({ name: "manuscript.txt", mimeType: "text/plain", buffer: Buffer.from(PAPER) });
  const finding = page.getByRole("article").filter({ hasText: "71 %" });
  await finding.getByText("Impossible").waitFor();
  await finding.getByText(/75 %/).first().waitFor();
  assert.equal(await page.getByRole("article").count(), 1, "the true share is not blamed");
  assert.match((await page.locator(".paper-lines .impossible").textContent()) ?? "", /6 of 8 \(71 %\)/);
  assert.deepEqual(await violations(page), []);
  await choose.setInputFiles({
    name: "scan.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.4\nnothing"),
  });
  await page.getByRole("alert").waitFor();
  assert.equal(await page.getByRole("article").count(), 0);
  await page.close();
});
