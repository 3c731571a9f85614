import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { noteKeeping } from "@osteon/registry";
import { builtWeb } from "@osteon/web";
import type { Browser, Page } from "playwright-core";
import { openChromium } from "../../../tests/acceptance/chromium.ts";
import { oneTimeCode } from "../../server/tests/one-time-code.ts";
import { type Client, PASSWORD, type RunningServer, runningServer } from "../../server/tests/running-server.ts";
import { PATIENCE, violations } from "./app-in-browser.ts";
import { inTheme, signedInPage } from "./signed-in-page.ts";

describe("administration", () => {
  let server: RunningServer;
  let browser: Browser;
  let admin: Client;
  const complaints: string[] = [];
  before(async () => {
    [server, browser] = await Promise.all([builtWeb().then((web) => runningServer("server", { web })), openChromium()]);
    admin = await server.person("admin", "administrator", null);
    await admin("POST", "/api/centres", { centre: "Aachen" });
  });
  after(async () => {
    await browser?.close();
    await server?.end();
  });

  const open = async (person: Client, path: string, language: "en" | "de" = "en"): Promise<Page> => {
    const page = await signedInPage(browser, server, person, language);
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(`${server.address}${path}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    return page;
  };
  const cleanInBothThemes = async (page: Page) => {
    for (const theme of ["dark", "light"] as const) {
      await inTheme(page, theme);
      assert.deepEqual(await violations(page), [], `${page.url()} ${theme}`);
    }
  };

  test("where there is no centre yet an invitation leads to where one is added", async () => {
    const page = await open(admin, "/administration?tab=people");
    await page.route("**/api/centres", (route) => route.fulfill({ json: { centres: [] } }));
    await page.getByRole("button", { name: "Invite a person" }).click();
    const dialog = page.getByRole("dialog", { name: "Invite a person" });
    await dialog.getByLabel("Role").selectOption("Study nurse");
    await dialog.getByText("There is no centre yet.").last().waitFor();
    await dialog.getByRole("link", { name: "Add a centre" }).click();
    await dialog.waitFor({ state: "hidden" });
    await page.getByLabel("Name of the centre").waitFor();
    await page.close();
  });

  test("an administrator invites a nurse, who sets a password with the link, signs in, and is disabled", async () => {
    const page = await open(admin, "/administration");
    await page.getByRole("row", { name: /admin@example\.org/ }).waitFor();
    await cleanInBothThemes(page);
    await page.getByRole("button", { name: "Invite a person" }).press("Enter");
    const dialog = page.getByRole("dialog", { name: "Invite a person" });
    await dialog.getByLabel("Name").fill("Nora Nurse");
    await dialog.getByLabel("E-mail").fill("nora@example.org");
    await dialog.getByLabel("Role").selectOption("Study nurse");
    await dialog.getByLabel("Centre").selectOption("Aachen");
    await cleanInBothThemes(page);
    await dialog.getByRole("button", { name: "Make the link" }).click();
    const link = await dialog.getByLabel("One-time link").inputValue();
    await dialog.getByText(/good once, for a day/).waitFor();
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await dialog.getByRole("button", { name: "Copy" }).click();
    await dialog.getByRole("button", { name: "Copied" }).waitFor();
    assert.equal(await page.evaluate("navigator.clipboard.readText()"), link);
    await dialog.getByRole("button", { name: "Done" }).click();
    const row = page.getByRole("row", { name: /Nora Nurse/ });
    await row.getByText("no password yet").waitFor();

    const elsewhere = await (await browser.newContext({ locale: "en-GB" })).newPage();

    elsewhere.setDefaultTimeout(PATIENCE);
    await elsewhere.goto(link);
    await elsewhere.getByLabel(/^Password/).fill(PASSWORD);
    await elsewhere.getByRole("button", { name: "Set password" }).click();
    await elsewhere.getByRole("navigation").first().waitFor();
    await elsewhere.goto(`${server.address}/administration?tab=people`);
    await elsewhere.getByText("This part is open to other roles.").waitFor();
    assert.equal(await elsewhere.getByRole("button", { name: "Invite a person" }).count(), 0);

    await page.getByRole("button", { name: "Give a role: Nora Nurse" }).click();
    const role = page.getByRole("dialog", { name: "Give a role: Nora Nurse" });
    await role.getByLabel("Role").selectOption("Monitor");
    await role.getByLabel("Centre").selectOption("Aachen");
    await role.getByRole("button", { name: "Give a role" }).click();
    await row.getByText("Monitor, Aachen").waitFor();
    await page.getByRole("button", { name: "End the role Study nurse of Nora Nurse" }).click();
    await page.getByRole("dialog").getByLabel("Reason").fill("moved to monitoring");
    await page.getByRole("dialog").getByRole("button", { name: "End", exact: true }).click();
    await row.getByText("Study nurse, Aachen").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Disable Nora Nurse" }).click();
    const sure = page.getByRole("dialog", { name: "Disable Nora Nurse" });
    await page.keyboard.press("Escape");
    await sure.waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "Disable Nora Nurse" }).click();
    await sure.getByLabel("Reason").fill("on leave");
    await sure.getByRole("button", { name: "Disable", exact: true }).click();
    await row.getByText(/^disabled /).waitFor();
    await elsewhere.reload();
    await elsewhere.getByRole("button", { name: "Sign in" }).waitFor();
    await page.getByRole("button", { name: "Enable again: Nora Nurse" }).click();
    await page.getByRole("dialog").getByLabel("Reason").fill("back from leave");
    await page.getByRole("dialog").getByRole("button", { name: "Enable again" }).click();
    await row.getByText(/^disabled /).waitFor({ state: "detached" });
    await Promise.all([page.close(), elsewhere.close()]);
  });

  test("a second factor is set up from the page's secret, asked at the next sign-in, and switched off", async () => {
    const eve = await server.person("eve", "investigator", "Aachen");
    const page = await open(eve, "/administration");
    const panel = page.getByRole("region", { name: "Second factor" });
    await panel.getByLabel("Password").fill("not this one at all");
    await panel.getByRole("button", { name: "Set up" }).click();
    await panel.getByRole("alert").waitFor();
    await panel.getByLabel("Password").fill(PASSWORD);
    await panel.getByRole("button", { name: "Set up" }).click();
    await panel.getByRole("img", { name: /^QR code/ }).waitFor();
    assert.ok((await panel.locator(".backup-codes li").count()) >= 8);
    await cleanInBothThemes(page);
    const secret = await panel.getByLabel("Secret").inputValue();
    await panel.getByLabel(/^Code that the app/).fill("000000");
    await panel.getByRole("button", { name: "Verify and switch on" }).click();
    await panel.getByRole("alert").waitFor();
    await panel.getByLabel(/^Code that the app/).fill(oneTimeCode(secret, -1));
    await panel.getByRole("button", { name: "Verify and switch on" }).click();
    await panel.getByText("The second factor is on.").waitFor();

    const again = await (await browser.newContext({ locale: "en-GB" })).newPage();

    again.setDefaultTimeout(PATIENCE);
    await again.goto(`${server.address}/administration`);
    await again.getByLabel("E-mail").fill("eve@example.org");
    await again.getByLabel("Password").fill(PASSWORD);
    await again.getByRole("button", { name: "Sign in" }).click();
    await again.getByLabel(/^Code/).fill(oneTimeCode(secret));
    await again.getByRole("button", { name: "Verify" }).click();
    const on = again.getByRole("region", { name: "Second factor" });
    await on.getByLabel("Password").fill(PASSWORD);
    await on.getByRole("button", { name: "Switch off" }).click();
    await on.getByText("The second factor is off.").waitFor();
    await Promise.all([page.close(), again.close()]);
  });

  test("a lost password and a lost phone are mended by an administrator, whose own password is asked again", async () => {
    const pia = await server.person("pia", "monitor", "Aachen");
    const enabled = await pia("POST", "/api/auth/two-factor/enable", { password: PASSWORD });
    const secret = new URL(String(enabled.json.totpURI)).searchParams.get("secret") ?? "";
    await pia("POST", "/api/auth/two-factor/verify-totp", { code: oneTimeCode(secret) });
    const page = await open(admin, "/administration");
    const row = page.getByRole("row", { name: /pia@example\.org/ });
    await row.getByText("+ second factor").waitFor();
    await server.database.script(
      `begin; set local osteon.account = 'clock'; set local role osteon_door;
       update auth.session set created_at = created_at - interval '6 minutes', proved_at = null where user_id = '${admin.account}'; commit;`,
    );
    await page.getByRole("button", { name: "Invite a person" }).click();
    const invite = page.getByRole("dialog", { name: "Invite a person" });
    await invite.getByLabel("Name").fill("Pia");
    await invite.getByLabel("E-mail").fill("pia@example.org");
    await invite.getByLabel("Role").selectOption("Monitor");
    await invite.getByLabel("Centre").selectOption("Aachen");
    await invite.getByRole("button", { name: "Make the link" }).click();
    const proof = page.getByRole("dialog", { name: "Is it you?" });
    await proof.getByLabel("Password").fill(PASSWORD);
    assert.deepEqual(await violations(page), []);
    await proof.getByRole("button", { name: "Go on" }).click();
    await invite.getByText("pia has an account and this role already.").waitFor();
    await invite.getByRole("button", { name: "Make a new link" }).click();
    const dialog = page.getByRole("dialog", { name: "Make a new link: pia" });
    await dialog.getByLabel("Reason").fill("forgot it");
    await dialog.getByRole("button", { name: "Make a new link" }).click();
    const link = await dialog.getByLabel("One-time link").inputValue();
    await dialog.getByRole("button", { name: "Done" }).click();
    await page.getByRole("button", { name: "Take off the second factor: pia" }).click();
    await page.getByRole("dialog").getByLabel("Reason").fill("lost the phone");
    await page.getByRole("dialog").getByRole("button", { name: "Take off the second factor" }).click();
    await row.getByText("+ second factor").waitFor({ state: "detached" });
    const elsewhere = await (await browser.newContext({ locale: "de-DE" })).newPage();
    elsewhere.setDefaultTimeout(PATIENCE);
    await elsewhere.goto(link);
    await elsewhere.getByLabel(/^Passwort/).fill(PASSWORD);
    await elsewhere.getByRole("button", { name: "Passwort setzen" }).click();
    await elsewhere.getByText(/über einen Link gesetzt, den admin erstellt hat/).waitFor();
    assert.deepEqual(await violations(elsewhere), []);
    await elsewhere.getByRole("button", { name: "Das war ich" }).click();
    await elsewhere.getByText(/den admin erstellt hat/).waitFor({ state: "detached" });
    await Promise.all([page.close(), elsewhere.close()]);
  });

  test("a role that needs a second factor leads to its set-up, and the sign-in says whom to ask", async () => {
    const page = await open(admin, "/administration?tab=signIn");
    await page.getByLabel("Whom to ask").fill("Frau Weber, 0351 4711");
    await page.getByLabel("Monitor").check();
    await page.getByLabel("Reason").fill("the board decided");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved.").waitFor();
    // The form begins anew with what is stored, and still says so.
    await page.getByLabel("Reason").and(page.locator('[value=""]')).waitFor();
    assert.equal(await page.getByText("Saved.").isVisible(), true);
    await cleanInBothThemes(page);
    const mona = await server.person("mona", "monitor", "Aachen");
    const halfway = await open(mona, "/patients");
    await halfway.getByRole("heading", { level: 1, name: "Set up a second factor" }).waitFor();
    await halfway.getByText("Ask Frau Weber, 0351 4711.").waitFor();
    await cleanInBothThemes(halfway);
    await halfway.getByLabel("Password").fill(PASSWORD);
    await halfway.getByRole("button", { name: "Set up" }).click();
    const secret = await halfway.getByLabel("Secret").inputValue();
    await halfway.getByLabel(/^Code that the app/).fill(oneTimeCode(secret));
    await halfway.getByRole("button", { name: "Verify and switch on" }).click();
    await halfway.getByRole("heading", { level: 1, name: "Patients" }).waitFor();
    await admin("PUT", "/api/administration/sign-in", { contact: "", factorRoles: [], reason: "test over" });
    await Promise.all([page.close(), halfway.close()]);
  });

  test("a new password takes the place of the old one and ends the other sessions", async () => {
    const kim = await server.person("kim", "monitor", "Aachen");
    const page = await open(kim, "/administration", "de");
    const panel = page.getByRole("region", { name: "Passwort" });
    await panel.getByLabel("Jetziges Passwort").fill(PASSWORD);
    await panel.getByLabel("Neues Passwort").fill("ein ganz neuer langer Satz");
    await panel.getByRole("button", { name: "Passwort ändern" }).click();
    await panel.getByText("Das Passwort ist geändert.").waitFor();
    assert.equal((await kim("GET", "/api/me")).status, 401, "the session before");
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Ihre Anmeldung" }).waitFor();
    await page.close();
  });

  test("a data manager locks a centre and lifts the lock with a reason; others see it and no button", async () => {
    const manager = await server.person("manager", "data_manager", "Aachen");
    const monitor = await server.person("monitor", "monitor", "Aachen");
    const page = await open(manager, "/administration?tab=locks");
    await page.getByText("Nothing is locked.").waitFor();
    await page.getByRole("button", { name: "Lock the study at a centre" }).click();
    await page.getByRole("dialog").getByLabel("Reason").fill("frozen for the paper");
    await page.getByRole("dialog").getByRole("button", { name: "Lock", exact: true }).click();
    const lift = page.getByRole("button", { name: "Lift the lock: Study at the centre Aachen" });
    await lift.waitFor();
    await cleanInBothThemes(page);
    const reading = await open(monitor, "/administration?tab=locks", "de");
    await reading.getByRole("row", { name: /Studie am Zentrum Aachen manager/ }).waitFor();
    assert.equal(await reading.getByRole("button", { name: /Sperr|aufheben/i }).count(), 0);
    await lift.press("Enter");
    await page.getByRole("dialog").getByLabel("Reason").fill("late results");
    await page.getByRole("dialog").getByRole("button", { name: "Lift", exact: true }).click();
    await page.getByText("Nothing is locked.").waitFor();
    await Promise.all([page.close(), reading.close()]);
  });

  test("centres are added; sign-in methods, backups and drills are told", async () => {
    await noteKeeping(server.database, "backup", "tuesday.osteon", { rows: 1234, encrypted: true });
    await noteKeeping(server.database, "restore-drill", "tuesday.osteon", { rows: 1234, differences: 0 });
    const page = await open(admin, "/administration?tab=centres");
    await page.getByLabel("Name of the centre").fill("Leipzig");
    await page.getByRole("button", { name: "Add a centre" }).click();
    await page.getByRole("rowheader", { name: "Leipzig" }).waitFor();
    await cleanInBothThemes(page);
    await page.getByRole("link", { name: "Sign-in methods" }).click();
    await page.getByRole("row", { name: /OpenID Connect off/ }).waitFor();
    await cleanInBothThemes(page);
    await page.getByRole("link", { name: "Backups" }).click();
    await page.getByRole("row", { name: /Backup tuesday\.osteon 1,234 encrypted/ }).waitFor();
    await page.getByRole("region", { name: "Last restore drill" }).getByText("passed").waitFor();
    await cleanInBothThemes(page);
    for (const tab of ["people", "centres", "security", "signIn", "backups"]) {
      await page.setViewportSize({ width: 390, height: 800 });
      await page.goto(`${server.address}/administration?tab=${tab}`);
      await page.getByRole("region").first().waitFor();
      assert.equal(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), true, tab);
    }
    await page.close();
    assert.deepEqual(complaints, []);
  });
});
