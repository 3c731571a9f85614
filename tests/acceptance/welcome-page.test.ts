import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { appoint } from "@osteon/registry";
import type { Browser, Page } from "playwright-core";
import { PASSWORD, type RunningServer, runningServer } from "../../apps/server/tests/running-server.ts";
import { openChromium } from "./chromium.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser: Browser;
let server: RunningServer;
before(async () => {
  server = await runningServer("server");
  browser = await openChromium();
});
after(async () => {
  await browser?.close();
  await server?.end();
});

/** What axe finds on a page; it is run past the page's policy, which allows no script from elsewhere. */
async function violations(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send("Page.setBypassCSP", { enabled: true });
  await page.evaluate(AXE);
  return await page.evaluate<string[]>(
    "axe.run(document).then((r) => r.violations.map(({ id, nodes }) => id + ' ' + nodes[0].html.slice(0, 120)))",
  );
}

test("a person who was invited chooses a password with the link and signs in, in a browser", async () => {
  const { account, path } = await server.door.invite("ada@example.org", "Dr Ada Example");
  await appoint(server.database, account, "investigator", "Dresden");
  const page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await page.goto(`${server.address}${path}`);
  assert.deepEqual(await violations(page), []);
  await page.getByLabel(/Password/).fill(PASSWORD);
  await page.getByRole("button").click();
  await page.waitForURL(`${server.address}/`);
  assert.deepEqual(await violations(page), []);
  await page.getByLabel("E-mail").fill("ada@example.org");
  await page.getByLabel("Password").fill("not this one at all");
  await page.getByRole("button").click();
  await page.getByText(/That did not work/).waitFor();
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button").click();
  await page.getByText("Signed in as Dr Ada Example: investigator at Dresden.").waitFor();
  if (process.env.OSTEON_PICTURES !== undefined)
    await page.screenshot({ path: `${process.env.OSTEON_PICTURES}/signed-in.png` });
  assert.deepEqual(
    complaints.filter((text) => !/401/.test(text)),
    [],
  );
  await page.close();
});
