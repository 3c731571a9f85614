import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { appoint } from "@osteon/registry";
import { builtWeb } from "@osteon/web";
import type { Browser } from "playwright-core";
import { openChromium } from "../../../tests/acceptance/chromium.ts";
import { oneTimeCode } from "../../server/tests/one-time-code.ts";
import { clientOf, PASSWORD, type RunningServer, runningServer } from "../../server/tests/running-server.ts";
import { onDevice, PATIENCE, violations } from "./app-in-browser.ts";
import { signedInPage } from "./signed-in-page.ts";

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
  page.setDefaultTimeout(PATIENCE);
  await onDevice(page, "en", "dark");
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await page.goto(`${server.address}${path}`);
  await page.getByLabel(/^Password/).fill(PASSWORD);
  assert.deepEqual(await violations(page), []);
  await page.getByText("Dr Ada Example, you will sign in as ada@example.org.").waitFor();
  await page.getByRole("button", { name: "Set password" }).click();
  await page.getByRole("heading", { level: 1, name: "Patients" }).waitFor();
  await page.getByText("Dr Ada Example").first().click();
  await page.getByText("Investigator, Dresden").waitFor();
  assert.deepEqual(await violations(page), []);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "Osteon" }).waitFor();
  await page.getByLabel("E-mail").fill("ada@example.org");
  await page.getByLabel("Password").fill("not this one at all");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("alert").getByText("The e-mail or the password is wrong.").waitFor();
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(
    complaints.filter((text) => !/40[01]/.test(text)),
    [],
    "the page's own policy stops nothing of it, and nothing fails",
  );
  await page.close();
});

test("a link that was used says so before a password is typed, and whom to ask", async () => {
  const { path } = await server.door.invite("ben@example.org", "Ben");
  await server.door.invite("ben@example.org", "Ben");
  const page = await browser.newPage({ viewport: { width: 390, height: 700 } });
  page.setDefaultTimeout(PATIENCE);
  await onDevice(page, "en");
  await page.goto(`${server.address}${path}`);
  await page
    .getByRole("alert")
    .getByText(/was used already, was replaced by a newer one, or has run out/)
    .waitFor();
  assert.equal(await page.getByLabel(/^Password/).count(), 0);
  await page.getByText("Ask the administrator of your registry.").waitFor();
  assert.deepEqual(await violations(page), []);
  await page.getByRole("button", { name: "Deutsch" }).click();
  await page.getByRole("alert").getByText("Dieser Link wurde schon benutzt").waitFor();
  assert.equal(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), true);
  await page.close();
});

test("each failure of a sign-in has its own sentence, in both languages, and none is the browser's", async () => {
  const eve = await server.person("eve", "investigator", "Dresden");
  const enabled = await eve("POST", "/api/auth/two-factor/enable", { password: PASSWORD });
  const secret = new URL(String(enabled.json.totpURI)).searchParams.get("secret") ?? "";
  const used = oneTimeCode(secret, 1);
  await eve("POST", "/api/auth/two-factor/verify-totp", { code: used });
  const page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
  page.setDefaultTimeout(PATIENCE);
  await onDevice(page, "en");
  await page.goto(`${server.address}/patients`);
  const says = (text: string | RegExp) => page.getByText(text).waitFor();
  await page.getByRole("button", { name: "Sign in" }).click();
  await says("Type your e-mail address.");
  await page.getByLabel("E-mail").fill("eve@example.org");
  await page.getByRole("button", { name: "Sign in" }).click();
  await says("Type your password.");
  await page.getByLabel("Password").fill("wrong");
  await page.getByRole("button", { name: "Show the password" }).click();
  assert.equal(await page.getByLabel("Password").getAttribute("type"), "text");
  await page.getByRole("button", { name: "Sign in" }).click();
  await says("The e-mail or the password is wrong.");
  await page.getByRole("button", { name: "Deutsch" }).click();
  await says("E-Mail oder Passwort stimmt nicht.");
  await page.getByLabel("Passwort").fill(PASSWORD);
  await page.getByRole("button", { name: "Anmelden" }).click();
  await page.getByLabel(/^Code/).fill("000000");
  await page.getByRole("button", { name: "Prüfen" }).click();
  await says("Der Code stimmt nicht.");
  await page.getByLabel(/^Code/).fill(used);
  await page.getByRole("button", { name: "Prüfen" }).click();
  await says("Dieser Code wurde schon benutzt; jeder gilt einmal.");
  await page.getByRole("button", { name: "English" }).click();
  await says("This code was used already; each is good once.");
  const nobody = clientOf(server.address, "", "");
  const guess = { email: "eve@example.org", password: "a wrong one again" };
  while ((await nobody("POST", "/api/auth/sign-in/email", guess)).status !== 429);
  await page.getByLabel(/^Code/).fill("111111");
  await page.getByRole("button", { name: "Verify" }).click();
  await says(/Wait \d+ minutes and try again/);
  await page.close();
});

test("the dialog of an ended session knows who was signed in", async () => {
  const kim = await server.person("kim", "monitor", "Dresden");
  const page = await signedInPage(browser, server, kim);
  await page.goto(`${server.address}/patients`);
  await page.getByRole("navigation").first().waitFor();
  // What the first page asks is answered before the session ends: the next click is what finds it ended.
  await page.waitForLoadState("networkidle");
  await kim("POST", "/api/auth/sign-out", {});
  await page.getByRole("link", { name: "Schedule" }).click();
  const dialog = page.getByRole("dialog", { name: "Sign in again" });
  assert.equal(await dialog.getByLabel("E-mail").inputValue(), "kim@example.org");
  await dialog.getByLabel("Password").fill(PASSWORD);
  await dialog.getByRole("button", { name: "Sign in" }).click();
  await dialog.waitFor({ state: "hidden" });
  await page.close();
});

test("the font comes with the page", async () => {
  const page = await (await fetch(`${server.address}/patients`, { headers: { accept: "text/html" } })).text();
  const link = /<link rel="preload"[^>]*as="font"[^>]*>/.exec(page)?.[0] ?? "";
  const font = /href="([^"]+)"/.exec(link)?.[1] ?? "";
  assert.equal((await fetch(new URL(font, server.address))).headers.get("content-type"), "font/woff2");
});
