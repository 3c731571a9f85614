import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { builtWeb } from "@osteon/web";
import type { Browser, Locator, Page } from "playwright-core";
import { openChromium } from "../../../tests/acceptance/chromium.ts";
import { type Client, type RunningServer, runningServer } from "../../server/tests/running-server.ts";
import { violations } from "./app-in-browser.ts";
import { signedInPage } from "./signed-in-page.ts";

/** A hand's breadth on a screen, in pixels: so near a form is taken for the one of its bone. */
const HAND = 100;
/** So much of a bone, in pixels, is enough to know which it is. */
const KNOWN = 24;

/** Windows in which lesions are entered; the last two are the first two at 200 %. */
const WINDOWS = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
  { width: 720, height: 450 },
  { width: 640, height: 360 },
];

describe("a lesion is entered where the eye is", () => {
  let server: RunningServer;
  let browser: Browser;
  let nurse: Client;
  let investigator: Client;
  before(async () => {
    server = await runningServer("server", { web: await builtWeb() });
    browser = await openChromium();
    nurse = await server.person("nora", "study_nurse", "Dresden");
    investigator = await server.person("ida", "investigator", "Dresden");
  });
  after(async () => {
    await browser?.close();
    await server?.end();
  });

  const enter = async (table: string, cells: Record<string, string>, who = nurse): Promise<string> => {
    const made = await who("POST", `/api/centres/Dresden/charts/${table}`, { cells, status: "complete" });
    assert.equal(made.status, 201, made.text);
    return (made.json.row as { key: string }).key;
  };
  /** A child with one whole-body MRI. */
  const examined = async (patient: string, ...days: readonly string[]): Promise<readonly string[]> => {
    await enter("patient", {
      ...{ patient, centre: "Dresden", cohort: "cno", born_on: "2010-04" },
      ...{ diagnosed_on: "2021-02-03", last_contact_on: "2023-02-03" },
    });
    const keys = [];
    for (const imaged_on of days) keys.push(await enter("imaging", { patient, imaged_on, modality: "whole_body_mri" }));
    return keys;
  };
  const open = async (
    who: Client,
    patient: string,
    imaging: string,
    size = WINDOWS[0],
    language: "en" | "de" = "en",
  ) => {
    const page = await signedInPage(browser, server, who, language);
    if (size !== undefined) await page.setViewportSize(size);
    await page.goto(`${server.address}/centres/Dresden/patients/${patient}/imaging/${imaging}`);
    await page.locator("[data-place='skull/midline']").first().waitFor();
    return page;
  };
  const inWindow = async (page: Page, one: Locator): Promise<void> => {
    const box = await one.boundingBox();
    const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
    assert.ok(box, "it is shown");
    const told = JSON.stringify({ box, width, height });
    assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= width + 0.5 && box.y + box.height <= height + 0.5, told);
  };
  const form = (page: Page) => page.getByRole("dialog", { name: /^(Lesion|Läsion): / });
  /** The bone is seen, and the form stands at its side, near it, or on a narrow window comes from below. */
  const besideIts = async (page: Page, bone: Locator): Promise<void> => {
    const [its, own, bar] = await Promise.all(
      [bone, form(page), page.getByRole("banner")].map((one) => one.boundingBox()),
    );
    assert.ok(its && own && bar);
    const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
    const told = `${await bone.getAttribute("data-place")}: ${JSON.stringify({ its, own, width, height })}`;
    const isSheet = own.x === 0;
    assert.equal(isSheet, width <= 640, told);
    const across = Math.max(own.x - its.x - its.width, its.x - own.x - own.width);
    const down = Math.max(own.y - its.y - its.height, its.y - own.y - own.height, 0);
    if (!isSheet) assert.ok(Math.hypot(Math.max(0, across), down) <= HAND, `far from its bone, ${told}`);
    const free = across >= 0 ? height : own.y;
    const seen = Math.min(its.y + its.height, free) - Math.max(its.y, bar.y + bar.height, 0);
    assert.ok(seen >= Math.min(its.height, KNOWN), `the bone is hidden, ${told}`);
  };
  const focused = (page: Page) =>
    page.evaluate(() => {
      const one = document.activeElement;
      const isField = one?.closest("dialog") !== null && one instanceof HTMLSelectElement;
      return one?.getAttribute("data-place") ?? (isField ? "a field of the form" : one?.tagName);
    });
  const lesionsOf = async (patient: string) =>
    (
      (await nurse("GET", `/api/centres/Dresden/patients/${patient}`)).json.rows as {
        table: string;
        cells: Record<string, string>;
      }[]
    )
      .filter(({ table }) => table === "lesion" || table === "lesion_observation")
      .map(({ cells }) => cells);

  for (const [place, size] of WINDOWS.entries()) {
    // The phone; the others in the soak.
    if (size.width !== 390 && process.env.OSTEON_SOAK === undefined) continue;
    test(`at ${size.width} by ${size.height} the form is beside its bone, at every part of the body, with the focus in it`, async () => {
      const patient = `DD-1${place}`;
      const [imaging = ""] = await examined(patient, "2021-02-03");
      const page = await open(nurse, patient, imaging, size, place % 2 === 0 ? "de" : "en");
      for (const bone of [
        "skull/midline",
        "humerus/right",
        "lumbar_vertebra/midline/L3",
        "tibia/left",
        "metatarsus/right",
      ]) {
        const button = page.locator(`[data-place="${bone}"]:visible`).first();
        await button.focus();
        await page.keyboard.press("Enter");
        await form(page).waitFor();
        await inWindow(page, form(page));
        await besideIts(page, button);
        assert.equal(await focused(page), "a field of the form", bone);
        const sideways = await form(page).evaluate((one) => one.scrollWidth - one.clientWidth);
        assert.equal(sideways, 0, "nothing is cut at the side");
        await page.keyboard.press("Escape");
        await form(page).waitFor({ state: "detached" });
        assert.equal(await focused(page), bone, "the focus is back at the bone");
      }
      // By pointer, as most do; the button that enters it is reached inside the window.
      await page.locator(`[data-place="tibia/left"]:visible`).first().click({ force: true });
      await form(page).waitFor();
      await inWindow(page, form(page));
      const add = form(page).getByRole("button", { name: /^(Enter the lesion|Läsion erfassen)$/ });
      await add.scrollIntoViewIfNeeded();
      await inWindow(page, add);
      await add.click();
      await form(page).waitFor({ state: "detached" });
      await page.getByRole("rowheader", { name: /^(Tibia, left|Schienbein \(Tibia\), links)$/ }).waitFor();
      await page.close();
    });
  }

  test("both views of the skeleton stand in one window", async () => {
    const [imaging = ""] = await examined("DD-20", "2021-02-03");
    for (const size of WINDOWS.slice(0, 3)) {
      const page = await open(nurse, "DD-20", imaging, size);
      const views = page.locator(".skeleton-view:visible");
      await views.first().scrollIntoViewIfNeeded();
      await page.evaluate(() => document.querySelector(".skeleton-views")?.scrollIntoView({ block: "center" }));
      for (const one of await views.all()) await inWindow(page, one);
      if (size.width > 500) assert.equal(await views.count(), 2);
      else {
        assert.equal(await views.count(), 1, "one view, the other a turn away");
        await page.getByRole("button", { name: "Back", exact: true }).click();
        await page.locator("[data-place='maxilla/midline']:visible").waitFor({ state: "detached" });
        await page.evaluate(() => document.querySelector(".skeleton-views")?.scrollIntoView({ block: "center" }));
        await inWindow(page, views.first());
      }
      await page.close();
    }
  });

  test("it asks part, state, sclerosis and contrast, and the list shows them by bone and part, uncut", async () => {
    const [imaging = ""] = await examined("DD-30", "2021-02-03");
    const page = await open(nurse, "DD-30", imaging);
    await page.locator('[data-place="femur/right"]').first().click();
    const field = (label: string) => form(page).getByLabel(label, { exact: true });
    await field("Part").selectOption("metaphysis");
    await field("State").selectOption("new");
    await field("Sclerosis at the margin").selectOption("yes");
    await field("Contrast enhancement").selectOption("no");
    assert.deepEqual(await violations(page), []);
    await form(page).getByRole("button", { name: "Enter the lesion" }).click();
    const row = page.getByRole("row", { name: /^Femur, right, metaphysis/ });
    await row.waitFor();
    const select = row.getByRole("combobox");
    assert.equal(await select.inputValue(), "new");
    const [lesion, seen] = await lesionsOf("DD-30");
    assert.deepEqual([lesion?.bone, lesion?.side, lesion?.part], ["femur", "right", "metaphysis"]);
    assert.deepEqual([seen?.state, seen?.marginal_sclerosis, seen?.contrast_enhancement], ["new", "yes", "no"]);
    // The longest state fits into its list.
    const cut = await select.evaluate((one: HTMLSelectElement) => {
      const context = document.createElement("canvas").getContext("2d");
      if (context === null) return 1;
      context.font = getComputedStyle(one).font;
      return Math.max(...[...one.options].map(({ text }) => context.measureText(text).width)) + 34 - one.clientWidth;
    });
    assert.ok(cut <= 0, `${cut} pixels are cut`);
    assert.equal(await page.getByText(lesion?.lesion ?? "-", { exact: true }).count(), 0, "no number is shown");
    // What was told wrongly is told anew, with a reason.
    await row.getByRole("button", { name: /^Change/ }).click();
    await inWindow(page, form(page));
    await field("Part").selectOption({ label: "Distal metaphysis" });
    await field("Sclerosis at the margin").selectOption("unknown");
    await form(page).getByLabel("Why is it changed?").fill("looked again");
    await form(page).getByRole("button", { name: "Save the change" }).click();
    await page.getByRole("row", { name: /^Femur, right, distal metaphysis/ }).waitFor();
    assert.equal((await lesionsOf("DD-30"))[0]?.part, "distal_metaphysis");
    assert.equal((await lesionsOf("DD-30"))[1]?.marginal_sclerosis, "unknown");
    await page.close();
  });

  test("an answer that a proxy drops after the registry has written leaves one lesion, seen once, though it is entered again", async () => {
    const [imaging = ""] = await examined("DD-91", "2021-02-03");
    const page = await open(nurse, "DD-91", imaging);
    let asked = 0;
    await page.route("**/api/centres/*/patients/*/rows", async (route) => {
      asked += 1;
      if (asked > 1) return await route.continue();
      await route.fetch();
      await route.abort();
    });
    await page.locator('[data-place="tibia/left"]:visible').first().click();
    const enter = form(page).getByRole("button", { name: "Enter the lesion" });
    await enter.click();
    await form(page).getByRole("alert").waitFor();
    await form(page).getByLabel("State").selectOption("new");
    await enter.click();
    await form(page).waitFor({ state: "detached" });
    const [lesion, observation, ...others] = await lesionsOf("DD-91");
    assert.deepEqual([lesion?.bone, observation?.state, others, asked], ["tibia", "new", [], 3]);
    await page.context().close();
  });

  test("from the bone Tab goes on in the same view: to the next bone with a lesion", async () => {
    const [imaging = ""] = await examined("DD-40", "2021-02-03");
    for (const bone of ["clavicle", "tibia"]) {
      const lesion = await enter("lesion", { patient: "DD-40", bone, side: "left" });
      await enter("lesion_observation", { patient: "DD-40", imaging, lesion, state: "active" });
    }
    const page = await open(nurse, "DD-40", imaging);
    const view = await page
      .locator('[data-place="clavicle/left"]')
      .first()
      .evaluate((one) => {
        (one as SVGElement).focus();
        return one.closest("figure")?.querySelector("figcaption")?.textContent;
      });
    await page.keyboard.press("Enter");
    await form(page).waitFor();
    await page.keyboard.press("Escape");
    await form(page).waitFor({ state: "detached" });
    await page.keyboard.press("Tab");
    assert.equal(await focused(page), "tibia/left");
    const there = await page.evaluate(
      () => document.activeElement?.closest("figure")?.querySelector("figcaption")?.textContent,
    );
    assert.equal(there, view);
    await page.keyboard.press("Shift+Tab");
    assert.equal(await focused(page), "clavicle/left");
    await page.close();
  });

  test("a wrong lesion is removed beside it by the nurse who entered it; other examinations are counted and asked about", async () => {
    const [first = "", second = ""] = await examined("DD-50", "2021-02-03", "2021-08-03");
    const page = await open(nurse, "DD-50", first, WINDOWS[0], "de");
    await page.locator('[data-place="tibia/left"]').first().click();
    await form(page).getByRole("button", { name: "Läsion erfassen" }).click();
    await page.getByRole("button", { name: "Entfernen: Schienbein (Tibia), links" }).click();
    const dialog = page.getByRole("dialog", { name: "Löschen: Schienbein (Tibia), links, DD-50" });
    await dialog.getByText("Läsionsbefund: 1").waitFor();
    assert.deepEqual(await violations(page), []);
    await dialog.getByLabel("Warum wird gelöscht?").fill("falscher Knochen");
    await dialog.getByRole("button", { name: "Löschen" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("rowheader", { name: "Schienbein (Tibia), links" }).waitFor({ state: "detached" });
    assert.deepEqual(await lesionsOf("DD-50"), []);

    const lesion = await enter("lesion", { patient: "DD-50", bone: "sacrum", side: "midline" });
    for (const imaging of [first, second])
      await enter("lesion_observation", { patient: "DD-50", imaging, lesion, state: "active" });
    await page.goto(`${server.address}/centres/Dresden/patients/DD-50/imaging/${second}`);
    const asked = page.getByRole("dialog", { name: "Löschen: Kreuzbein (Sakrum), DD-50" });
    const removes = async (which: RegExp) => {
      await page.getByRole("button", { name: "Entfernen: Kreuzbein (Sakrum)" }).click();
      await asked.getByRole("radio", { name: which }).check();
      await asked.getByLabel("Warum wird gelöscht?").fill("doch nicht");
    };
    await removes(/^Die ganze Läsion; 1 andere Untersuchung hat sie beurteilt/);
    await asked.getByText("Läsionsbefunde: 2").waitFor();
    await asked.getByRole("button", { name: "Abbrechen" }).click();
    await removes(/^Nur, was diese Untersuchung davon zeigt/);
    await asked.getByRole("button", { name: "Löschen" }).click();
    await asked.waitFor({ state: "detached" });
    assert.equal((await lesionsOf("DD-50")).length, 2, "the lesion and what the first examination shows");
    await page.close();
  });

  test("what another person entered is not the nurse's to remove, and a lock refuses with the name of who set it", async () => {
    const [imaging = ""] = await examined("DD-60", "2021-02-03");
    const lesion = await enter("lesion", { patient: "DD-60", bone: "skull", side: "midline" }, investigator);
    await enter("lesion_observation", { patient: "DD-60", imaging, lesion, state: "active" }, investigator);
    const page = await open(nurse, "DD-60", imaging);
    await page.getByRole("rowheader", { name: "Skull" }).waitFor();
    assert.equal(await page.getByRole("button", { name: /^Remove/ }).count(), 0);
    await page.close();
    const manager = await server.person("dora", "data_manager", "Dresden");
    await manager("POST", "/api/locks", { scope: "patient", centre: "Dresden", patient: "DD-60" });
    const other = await open(investigator, "DD-60", imaging);
    await other.getByRole("button", { name: /^Remove/ }).click();
    await other
      .getByRole("dialog")
      .getByText(/^Locked by dora, /)
      .waitFor();
    assert.equal(await other.getByRole("dialog").getByRole("button", { name: "Delete" }).count(), 0);
    await other.close();
  });

  test("a bone chosen by name opens the form too, and the focus comes back to the button", async () => {
    const [imaging = ""] = await examined("DD-70", "2021-02-03");
    const page = await open(nurse, "DD-70", imaging, WINDOWS[2]);
    await page.getByLabel("Or choose the bone by name").selectOption("calcaneus");
    await page.getByRole("button", { name: "Enter a lesion there" }).click();
    await inWindow(page, form(page));
    await page.keyboard.press("Escape");
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Enter a lesion there");
    await page.close();
  });
});
