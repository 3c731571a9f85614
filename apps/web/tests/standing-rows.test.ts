import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { violations } from "./app-in-browser.ts";
import { openWard, type Ward } from "./ward.ts";

/** What keeps a row from being written is said before one types, and what keeps it from being saved is said by name. The rarer ways: `standing-rows-stories`. */
describe("a row that cannot be written as one wants", () => {
  let ward: Ward;
  before(async () => {
    ward = await openWard();
  });
  after(async () => await ward?.end());

  test("a locked visit is read-only from the start, with who, when and why, and whom to ask; what was typed stands beside", async () => {
    const key = await ward.enter("visit", { visited_on: "2021-05-03", weight_kg: "31" });
    const nurse = await ward.atChart("nora", `DD-100/visit/${key}`);
    await nurse.answer("visit", "weight_kg", "13");
    await nurse.page.locator('[data-save-state="kept"]').waitFor();

    const manager = await ward.atChart("dana", `DD-100/visit/${key}`);
    await manager.scrollTo(manager.page.getByRole("button", { name: "Lock this visit" }));
    await manager.click(manager.page.getByRole("button", { name: "Lock this visit" }));
    const dialog = manager.page.getByRole("dialog", { name: "Lock this visit" });
    await manager.type(dialog.getByLabel("Why is it locked?"), "monitored on 1 June");
    await manager.click(dialog.getByRole("button", { name: "Lock this visit" }));
    await manager.page.getByText(/This visit was locked by dana.*Reason: monitored on 1 June\./).waitFor();

    await nurse.page.reload();
    const notice = nurse.page.getByText(/This visit was locked by dana.*Reason: monitored on 1 June\./);
    await nurse.look(notice);
    await nurse.look(nurse.page.getByRole("link", { name: "Ask dana to lift the lock" }));
    const box = nurse.field("visit", "weight_kg");
    assert.equal(await box.inputValue(), "31");
    assert.equal(await box.getAttribute("readonly"), "");
    assert.equal(await nurse.page.getByRole("button", { name: "Save the change" }).count(), 0);
    const beside = nurse.page.getByRole("region", { name: "What you typed before it was locked" });
    assert.match(await beside.getByRole("row", { name: /Weight/ }).innerText(), /13\s+31/);
    assert.deepEqual(await violations(nurse.page), []);
    await nurse.click(beside.getByRole("button", { name: "Discard what I typed" }));
    await beside.waitFor({ state: "detached" });

    await manager.scrollTo(manager.page.locator(".standing").getByRole("button", { name: "Lift the lock" }));
    await manager.click(manager.page.locator(".standing").getByRole("button", { name: "Lift the lock" }));
    await nurse.page.reload();
    await nurse.answer("visit", "weight_kg", "32");
    await nurse.type(nurse.page.getByLabel("Why is it changed?"), "read again");
    await nurse.click(nurse.page.getByRole("button", { name: "Save the change" }));
    await nurse.saved();
    assert.equal((await ward.stored("visit", key)).cells.weight_kg, "32");
    for (const { page } of [nurse, manager]) await page.context().close();
  });

  test("a refusal names its fields, brings the first into view with the focus, and leads to the others", async () => {
    const nurse = await ward.atChart("nora", "DD-100/laboratory/new");
    const { page } = nurse;
    await page.setViewportSize({ width: 390, height: 640 });
    await nurse.answer("laboratory", "upper_limit", "5");
    await nurse.draftSaved();
    await nurse.click(page.getByRole("button", { name: "Complete", exact: true }));
    const bar = page.locator(".save-bar");
    await bar.getByText("2 fields need mending before it is complete.").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("aria-label")), "Sampled on");
    await nurse.look(nurse.field("laboratory", "sampled_on"));
    await nurse.click(bar.getByRole("button", { name: "Analyte" }));
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("aria-label")), "Analyte");
    await nurse.look(nurse.field("laboratory", "analyte"));
    await page.context().close();
  });

  test("two windows of one person show the same words while either is typed in, and neither is told of a conflict", async () => {
    const key = await ward.enter("visit", { visited_on: "2021-06-11" }, "draft");
    const one = (await ward.atChart("nora", `DD-100/visit/${key}`)).page;
    const other = await one.context().newPage();
    await other.goto(one.url());
    const windows = [one, other];
    const box = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
    const bothShow = (name: string, value: string) =>
      Promise.all(
        windows.map((page) =>
          page.waitForFunction(
            ([label, wanted]) => document.querySelector<HTMLInputElement>(`[aria-label="${label}"]`)?.value === wanted,
            [name, value],
          ),
        ),
      );
    const bothSaved = () => Promise.all(windows.map((page) => page.locator('[data-save-state="saved"]').waitFor()));
    for (const page of windows) await box(page, "Pain (0–10)").waitFor();
    await box(one, "Pain (0–10)").fill("7");
    await box(other, "Weight (kg)").fill("28.4");
    await bothShow("Weight (kg)", "28.4");
    await bothShow("Pain (0–10)", "7");
    await bothSaved();
    await box(one, "Pain (0–10)").fill("6");
    await bothShow("Pain (0–10)", "6");
    await bothSaved();
    for (const page of windows) assert.equal(await page.getByText(/in two places|at the same time/).count(), 0);
    const { cells } = await ward.stored("visit", key);
    assert.deepEqual([cells.pain_nrs, cells.weight_kg], ["6", "28.4"]);
    await one.context().close();
  });
});
