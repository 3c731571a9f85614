import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { builtWeb } from "@osteon/web";
import type { Browser } from "playwright-core";
import { openChromium } from "../../../tests/acceptance/chromium.ts";
import { type RunningServer, runningServer } from "../../server/tests/running-server.ts";
import { onDevice, PATIENCE, signInAt, violations } from "./app-in-browser.ts";

let browser: Browser;
let server: RunningServer;
before(async () => {
  server = await runningServer("server", { web: await builtWeb() });
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
  page.setDefaultTimeout(PATIENCE);
  await onDevice(page, "en", "dark");
  await signInAt(page, server.address, "sam@example.org");
  await page.getByRole("link", { name: "Paper check" }).click();
  const choose = page.locator("input[type=file]");
  await choose.setInputFiles({ name: "manuscript.txt", mimeType: "text/plain", buffer: Buffer.from(PAPER) });
  const finding = page.getByRole("article").filter({ hasText: "71 %" });
  await finding.getByText("Impossible").waitFor();
  await finding.getByText(/75 %/).first().waitFor();
  assert.equal(await page.getByRole("article").count(), 1, "the true share is not blamed");
  assert.match((await page.locator(".paper-lines .impossible").textContent()) ?? "", /6 of 8 \(71 %/);
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

test("a pasted paragraph is checked, in German too; nothing is kept, and it can be printed", async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(PATIENCE);
  await onDevice(page, "de");
  await signInAt(page, server.address, "sam@example.org");
  await page.getByRole("link", { name: "Manuskript prüfen" }).click();
  await page
    .getByLabel("Oder einen Absatz einfügen", { exact: true })
    .last()
    .fill(
      "Ergebnisse\n\nEine Remission hatten 17/34 Kindern (50 %) mit 95-%-KI 55 bis 62 %. Bei 0/0 (0,0 %) war sie offen.",
    );
  await page.getByRole("button", { name: "Text prüfen" }).click();
  await page.getByRole("article").getByText("Unmöglich").waitFor();
  await page.getByText("Wie Prozente gerundet sind, lässt sich aus so wenigen nicht sagen.").waitFor();
  const marked = page.locator(".paper-lines mark");
  assert.match((await marked.first().textContent()) ?? "", /^50 %\) mit 95-%-KI 55 bis 62/);
  assert.equal(await marked.count(), 1, "the numbers, not the line");
  assert.deepEqual(await violations(page), []);
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.getByRole("article").isVisible());
  assert.ok(!(await page.getByRole("button", { name: "Text prüfen" }).isVisible()));
  await page.reload();
  assert.equal(await page.getByRole("article").count(), 0, "nothing was kept");
  await page.close();
});
