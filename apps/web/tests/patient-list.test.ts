import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { appoint } from "@osteon/registry";
import { builtWeb } from "@osteon/web";
import type { Browser, Page } from "playwright-core";
import { openChromium } from "../../../tests/acceptance/chromium.ts";
import {
  type Client,
  clientOf,
  PASSWORD,
  type RunningServer,
  runningServer,
  signIn,
} from "../../server/tests/running-server.ts";
import { violations } from "./app-in-browser.ts";
import { enterOddChildren, LONG_NAME } from "./odd-children.ts";
import { inTheme, signedInPage } from "./signed-in-page.ts";

const ROLES = ["administrator", "data_manager", "investigator", "study_nurse", "monitor", "statistician"] as const;

const SOAK = process.env.OSTEON_SOAK !== undefined;

describe("the list of children", () => {
  let server: RunningServer;
  let browser: Browser;
  const people = new Map<string, Client>();
  const complaints: string[] = [];
  before(async () => {
    [server, browser] = await Promise.all([builtWeb().then((web) => runningServer("server", { web })), openChromium()]);
    for (const role of ROLES)
      people.set(role, await server.person(role, role, role === "administrator" ? null : "Aachen"));
  });
  after(async () => {
    await browser?.close();
    await server?.end();
  });

  const open = async (path: string, role: string, language: "en" | "de" = "en", width = 1280): Promise<Page> => {
    const person = people.get(role);
    assert.ok(person);
    const page = await signedInPage(browser, server, person, language);
    await page.setViewportSize({ width, height: 900 });
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(`${server.address}${path}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    return page;
  };

  test("an empty registry says the next step to each role, and never that no child fits", async () => {
    for (const [role, wanted, link, address] of [
      ["administrator", /add a centre, then invite/, "Add a centre", /\/administration\?tab=centres/],
      ["data_manager", /Nothing is here for you to read yet|Enter the first child/, "Import charts", /\/import$/],
      ["investigator", /Enter the first child of Aachen/, "Enter the first patient", /\/patients\/new\/patient\/new/],
      ["study_nurse", /Enter the first child of Aachen/, "Enter the first patient", /\/patients\/new\/patient\/new/],
      ["monitor", /entered by its study nurses and investigators; ask them/, undefined, undefined],
      ["statistician", /entered by its study nurses and investigators; ask them/, undefined, undefined],
    ] as const) {
      const page = await open("/patients", role);
      await page.getByText(wanted).waitFor();
      await page.getByText(/a pseudonym here, never its name.*under Import.*no medical device/).waitFor();
      assert.equal(await page.getByText("No child fits.").count(), 0, role);
      assert.equal(await page.getByRole("searchbox").count(), 0, `${role}: nothing to search in`);
      // One page with a button, one without, and the German one below: the other roles have the same.
      if (SOAK || role === "investigator" || role === "monitor") assert.deepEqual(await violations(page), [], role);
      if (link !== undefined) {
        await page.getByRole("main").getByRole("link", { name: link }).click();
        await page.waitForURL(address);
      }
      await page.close();
    }
    const german = await open("/patients", "study_nurse", "de", 390);
    await german.getByRole("link", { name: "Erstes Kind erfassen" }).waitFor();
    await german.getByText(/ein Pseudonym, nie seinen Namen.*Excel-Tabelle.*kein Medizinprodukt/).waitFor();
    await inTheme(german, "dark");
    assert.deepEqual(await violations(german), []);
    await german.goto(`${server.address}/schedule`);
    await german.getByText(/Noch werden keine Visiten erwartet/).waitFor();
    await german.getByRole("main").getByRole("link", { name: "Kind erfassen" }).waitFor();
    assert.equal(await german.getByText("Kein Kind passt dazu.").count(), 0);
    assert.deepEqual(await violations(german), []);
    await german.close();
  });

  test("everyone arrives at a page of the own menu", async () => {
    for (const [role, entry] of [
      ["administrator", "Administration"],
      ["monitor", "Patients"],
    ] as const) {
      const page = await open("/", role);
      await page
        .getByRole("navigation", { name: "Parts of the registry" })
        .locator("a.active")
        .getByText(entry)
        .waitFor();
      await page.getByRole("link", { name: "Osteon" }).click();
      await page
        .getByRole("navigation", { name: "Parts of the registry" })
        .locator("a.active")
        .getByText(entry)
        .waitFor();
      await page.close();
    }
    // Who follows a link to a page that is not of the own menu is told why it is empty.
    const page = await open("/quality", "administrator");
    await page.getByText(/An administrator reads no charts/).waitFor();
    await page.close();
  });

  test("a person without a role at any centre is told so on arriving, and whom to ask", async () => {
    const { account, path } = await server.door.invite("kai@example.org", "kai");
    const token = path.split("#")[1];
    await clientOf(server.address, "", "")("POST", "/api/auth/reset-password", { newPassword: PASSWORD, token });
    people.set("none", await signIn(server.address, account, "kai@example.org"));
    const page = await open("/", "none");
    await page.getByText("You have no role at any centre yet. Ask an administrator of this registry").waitFor();
    await page.locator("summary").filter({ hasText: "kai" }).click();
    await page.getByText("No role yet").waitFor();
    assert.deepEqual(await violations(page), []);
    await page.getByRole("link", { name: "Your sign-in" }).click();
    await page.getByRole("heading", { level: 1, name: "Your sign-in" }).waitFor();
    await page.getByRole("link", { name: "Osteon" }).click();
    for (const path of ["/patients", "/quality"]) {
      await page.goto(`${server.address}${path}`);
      await page.getByText(/You have no role at any centre yet/).waitFor();
    }
    await page.close();
  });

  test("a column sorts, sorts the other way round, and the address keeps it over a reload and the way back", async () => {
    const nurse = people.get("study_nurse");
    assert.ok(nurse);
    await appoint(server.database, nurse.account, "monitor", "Aachen");
    await enterOddChildren(nurse, "Aachen");
    const page = await open("/patients", "study_nurse");
    const table = page.getByRole("table", { name: "Children" });
    const first = table.getByRole("rowheader").first();
    await first.getByText("O-DEAD").waitFor();
    await table.getByRole("link", { name: "Drafts", exact: true }).click();
    await first.getByText("O-DRAFTS").waitFor();
    await page.waitForURL(/sort=-drafts/);
    await table.getByRole("columnheader", { name: "Drafts" }).and(page.locator("[aria-sort=descending]")).waitFor();
    // Four tables and the child's own row; the drug of a draft is not a present one.
    const drafts = table.getByRole("row", { name: /O-DRAFTS/ });
    await drafts.getByText("5 drafts").waitFor();
    assert.doesNotMatch(await drafts.innerText(), /Naproxen/);
    assert.match(await table.getByRole("row", { name: /O-DEAD/ }).innerText(), /Naproxen/);
    await page.reload();
    await first.getByText("O-DRAFTS").waitFor();
    await first.getByRole("link").click();
    await page.getByRole("region", { name: "At a glance" }).waitFor();
    await page.goBack();
    await first.getByText("O-DRAFTS").waitFor();
    await table.getByRole("link", { name: "Pseudonym", exact: true }).press("Enter");
    await first.getByText("O-DEAD").waitFor();
    await table.getByRole("link", { name: "Pseudonym", exact: true }).press("Enter");
    await first.getByText("O-OUT").waitFor();
    // A filter keeps the order, and taking it away does too.
    await page.getByRole("combobox", { name: "Disease" }).selectOption("cno");
    await page.waitForURL(/cohort=cno/);
    await page.getByRole("button", { name: "Clear the filters" }).click();
    await page.waitForURL(/sort=-patient/);
    await first.getByText("O-OUT").waitFor();
    assert.equal(await table.getByRole("columnheader", { name: "Open", exact: true }).count(), 0);
    for (const theme of ["dark", "light"] as const) {
      await inTheme(page, theme);
      assert.deepEqual(await violations(page), [], theme);
    }
    await page.close();
  });

  test("the longest pseudonym is shown whole and moves no chip out of the window, wide or narrow", async () => {
    for (const width of [1440, 1280, 390]) {
      const page = await open("/patients?sort=-drafts", "study_nurse", "de", width);
      const long = page.getByRole("link", { name: LONG_NAME });
      await long.waitFor();
      const [link, row, chip] = await Promise.all([
        long.boundingBox(),
        page.getByRole("row", { name: LONG_NAME }).boundingBox(),
        page.getByText("5 Entwürfe").boundingBox(),
      ]);
      assert.ok(row !== null && row.height <= 42, `a line stays a line: ${row?.height}`);
      assert.ok(
        link !== null && link.height <= 41 && link.y >= row.y && link.y + link.height <= row.y + row.height + 1,
      );
      if (width > 390) assert.ok(chip !== null && chip.x + chip.width <= width, `${width}: the chip is in the window`);
      assert.equal(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), true);
      await page.close();
    }
    assert.deepEqual(complaints, []);
  });

  test("lists are printed whole, not only the lines in sight", async () => {
    const page = await open("/patients", "study_nurse", "en", 390);
    await page.getByRole("link", { name: "O-DEAD" }).waitFor();
    await page.setViewportSize({ width: 390, height: 120 });
    await page.emulateMedia({ media: "print" });
    await page.getByRole("link", { name: "O-OUT" }).waitFor();
    assert.equal(await page.locator("[data-line]").count(), 7);
    await page.close();
  });
});
