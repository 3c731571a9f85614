import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { appoint } from "@osteon/registry";
import { builtWeb } from "@osteon/web";
import type { Browser } from "playwright-core";
import { openChromium } from "../../../tests/acceptance/chromium.ts";
import { PASSWORD, type RunningServer, runningServer } from "../../server/tests/running-server.ts";
import { onDevice, violations } from "./app-in-browser.ts";

let browser: Browser;
let server: RunningServer;
before(async () => {
  server = await runningServer("server", { web: await builtWeb() });
  browser = await openChromium();
});
after(async () => {
  await browser?.close();
  await server?.end();
});

test("a person who was invited chooses a password with the link, is refused a wrong one, and signs in", async () => {
  const { account, path } = await server.door.invite("ada@example.org", "Dr Ada Example");
  await appoint(server.database, account, "investigator", "Dresden");
  const page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
  await onDevice(page, "en", "dark");
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await page.goto(`${server.address}${path}`);
  await page.getByLabel(/^Password/).fill(PASSWORD);
  assert.deepEqual(await violations(page), []);
  await page.getByRole("button", { name: "Set password" }).click();
  await page.getByLabel("E-mail").fill("ada@example.org");
  await page.getByLabel("Password").fill("not this one at all");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("alert").getByText("Invalid email or password").waitFor();
  assert.deepEqual(await violations(page), []);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByText("No child fits.").waitFor();
  await page.getByText("Dr Ada Example").first().click();
  await page.getByText("Investigator, Dresden").waitFor();
  assert.deepEqual(await violations(page), []);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "Osteon" }).waitFor();
  assert.deepEqual(
    complaints.filter((text) => !/401/.test(text)),
    [],
    "the page's own policy stops nothing of it, and nothing fails",
  );
  await page.close();
});
