import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import type { Client } from "../../server/tests/running-server.ts";
import { violations } from "./app-in-browser.ts";
import { signedInPage } from "./signed-in-page.ts";
import { CHILD, openWard, type Ward } from "./ward.ts";

/** A child whose family agreed; that of the ward has said nothing, and stays out of studies. */
const CONSENTED = "DD-200";

/** A token is made by keys alone, read with by a program, seen as used, and withdrawn by its owner or by an administrator. */
describe("personal tokens at the pages of who makes them and who looks after the registry", () => {
  let ward: Ward;
  let stella: Client;
  let adam: Client;
  before(async () => {
    ward = await openWard();
    stella = await ward.server.person("stella", "statistician", "Dresden");
    adam = await ward.server.person("adam", "administrator", null);
    const seen = { born_on: "2008-02", diagnosed_on: "2020-02-03", last_contact_on: "2022-02-03" };
    await ward.enter("patient", { patient: CONSENTED, centre: "Dresden", cohort: "cno", consent: "given", ...seen });
  });
  after(async () => await ward?.end());

  const open = async (who: Client, tab: string, language: "en" | "de"): Promise<Page> => {
    const page = await signedInPage(ward.browser, ward.server, who, language);
    page.setDefaultTimeout(30_000);
    await page.goto(`${ward.server.address}/administration?tab=${tab}`);
    return page;
  };
  /** As a program asks: nothing but the token. */
  const asked = async (secret: string, child = CONSENTED): Promise<number> => {
    const answer = await fetch(`${ward.server.address}/api/centres/Dresden/patients/${child}`, {
      headers: { authorization: `Bearer ${secret}` },
    });
    return answer.status;
  };
  const hasFocus = (page: Page, name: string) =>
    page.waitForFunction(
      (wanted) =>
        (document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent)?.trim() === wanted,
      name,
    );
  /** Makes one by keys, from the button that opens the dialog to the one that ends it. */
  const make = async (page: Page, name: string): Promise<string> => {
    await page.getByRole("button", { name: "Token erzeugen" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "Token erzeugen" }).waitFor();
    await page.keyboard.type(name);
    await page.keyboard.press("Enter");
    await page.getByText(`Das Token ${name} ist erzeugt.`).waitFor();
    const secret = await page.getByLabel("Token", { exact: true }).inputValue();
    assert.match(secret, /^osteon_pat_/);
    return secret;
  };

  test("made, shown once, used, and withdrawn by its owner; the focus is never lost", async () => {
    const page = await open(stella, "security", "de");
    await page.getByText("Es gibt kein Token.").waitFor();
    await page.getByRole("button", { name: "Token erzeugen" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Token erzeugen" }).click();
    await page.getByText("Bitte sagen, wofür es ist.").waitFor();
    await page.keyboard.press("Escape");
    await hasFocus(page, "Token erzeugen");

    const secret = await make(page, "Verlaufsskript");
    assert.deepEqual(await violations(page), []);
    await page.getByRole("button", { name: "Fertig" }).click();
    await hasFocus(page, "Token erzeugen");
    assert.ok(!(await page.content()).includes(secret), "it is not shown again");
    const row = page.getByRole("row", { name: /^Verlaufsskript/ });
    assert.match(await row.innerText(), /nie benutzt[\s\S]*Dresden[\s\S]*gilt bis \d+\. [A-ZÄ][a-zä]+\.? \d{4}/);

    assert.deepEqual([await asked(secret), await asked(secret, CHILD)], [200, 404]);
    await page.reload();
    await row.getByText(/zuletzt benutzt/).waitFor();

    await row.getByRole("button", { name: "Token Verlaufsskript zurückziehen" }).click();
    await page.getByText(/kann sofort und endgültig nichts mehr lesen/).waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Zurückziehen", exact: true }).click();
    await row.getByText(/zurückgezogen .*, stella$/).waitFor();
    // The button that was pressed is gone with what it did: the page has the focus.
    await page.waitForFunction(() => document.activeElement?.id === "content");
    assert.equal(await row.getByRole("button").count(), 0);
    assert.equal(await asked(secret), 401);
    await page.context().close();
  });

  test("an administrator sees whose it is and withdraws it; its owner is told by whom", async () => {
    const own = await open(stella, "security", "de");
    const secret = await make(own, "Monatsbericht");
    const page = await open(adam, "signIn", "en");
    const row = page.getByRole("row", { name: /^Monatsbericht.*stella/ });
    await row.getByRole("button", { name: "Withdraw the token Monatsbericht" }).click();
    await page.getByText("The program of stella that uses Monatsbericht can read nothing more").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Withdraw", exact: true }).click();
    await row.getByText(/withdrawn .*, adam$/).waitFor();
    assert.equal(await asked(secret), 401);
    assert.deepEqual(await violations(page), []);
    await own.reload();
    await own.getByText(/zurückgezogen .*, adam$/).waitFor();
    for (const one of [own, page]) await one.context().close();
  });
});
