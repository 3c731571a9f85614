import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import type { Client } from "../../server/tests/running-server.ts";
import { violations } from "./app-in-browser.ts";
import { signedInPage } from "./signed-in-page.ts";
import { CHILD, openWard, type Ward } from "./ward.ts";

const CHILD_PAGE = `/centres/Dresden/patients/${CHILD}`;
const WRITES_NOTHING = "Your role enters nothing into charts.";
const OTHERS = "This part is open to other roles.";

/** Addresses are typed, kept as bookmarks and sent by e-mail: whoever may not go there reads why, and nothing that could be filled in. */
describe("pages that a role does not open, by their addresses", () => {
  let ward: Ward;
  const people = new Map<string, Client>();
  before(async () => {
    ward = await openWard();
    people.set("nora", ward.nora);
    for (const [name, role] of [
      ["mona", "monitor"],
      ["rita", "image_reader"],
    ] as const)
      people.set(name, await ward.server.person(name, role, "Dresden"));
  });
  after(async () => await ward?.end());

  const open = async (who: string, path: string, language: "en" | "de" = "en"): Promise<Page> => {
    const client = people.get(who);
    assert.ok(client);
    const page = await signedInPage(ward.browser, ward.server, client, language);
    page.setDefaultTimeout(30_000);
    await page.goto(`${ward.server.address}${path}`);
    return page;
  };

  for (const [who, role, path, says] of [
    ["mona", "Monitor", "/centres/Dresden/patients/new/patient/new", WRITES_NOTHING],
    ["mona", "Monitor", `${CHILD_PAGE}/encounter/new`, WRITES_NOTHING],
    ["mona", "Monitor", `${CHILD_PAGE}/laboratory/new`, WRITES_NOTHING],
    ["mona", "Monitor", `${CHILD_PAGE}?tab=identity`, OTHERS],
    ["nora", "Study nurse", "/administration?tab=people", OTHERS],
    ["nora", "Study nurse", "/quality?tab=changes", OTHERS],
    ["nora", "Study nurse", "/import", "Your role does not import charts."],
    ["rita", "Reader of images", "/administration?tab=lists", OTHERS],
  ] as const)
    test(`${role}, ${path}: ${says}`, async () => {
      const page = await open(who, path);
      await page.getByText(says).waitFor();
      await page.getByText(`Your roles: ${role}, Dresden. An administrator gives roles.`).waitFor();
      assert.equal(await page.locator("main :is(input, select, textarea)").count(), 0, "nothing can be filled in");
      assert.deepEqual(await violations(page), []);
      await page.close();
    });

  test("who sees no chart because images are read blind is not told to have no role", async () => {
    const page = await open("rita", "/patients", "de");
    await page.getByText(/^Ihre Rolle befundet Bilder ein zweites Mal/).waitFor();
    assert.equal(await page.getByText(/noch an keinem Zentrum eine Rolle/).count(), 0);
    await page.getByRole("link", { name: "Zu den Bildern" }).click();
    await page.getByRole("heading", { level: 1, name: "Bilder befunden" }).waitFor();
    await page.close();
  });

  test("an address of no table and of no run says so, and not that the registry cannot be reached", async () => {
    const page = await open("nora", `${CHILD_PAGE}/nonsense/new`);
    await page.getByText("There is no page at this address.").waitFor();
    await page.goto(`${ward.server.address}/study/999`);
    await page.getByText("There is no such run: it was thrown away, or the address is wrong.").waitFor();
    await page.getByRole("link", { name: "To the studies and their runs" }).click();
    await page.waitForURL(/\/study$/);
    // The page that was reached has the focus: what led there is gone.
    await page.waitForFunction(() => document.activeElement?.id === "content");
    await page.close();
  });

  test("lists are read by those who enter, and say who changes them", async () => {
    const page = await open("nora", "/administration?tab=lists", "de");
    await page.getByText("Sie lesen das hier; geändert wird es von der Verwaltung.").waitFor();
    assert.equal(await page.locator("main").getByRole("button").count(), 0);
    await page.close();
  });
});
