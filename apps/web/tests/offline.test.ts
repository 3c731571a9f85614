import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { violations } from "./app-in-browser.ts";
import { chip, leave, type OfflineDevice, offline, openOfflineDevice } from "./offline-device.ts";

/** A hospital's network comes and goes: nothing typed is lost, nothing waits unseen, and no click ends the app. The rarer ways: `offline-stories`. */
describe("without a connection", () => {
  let device: OfflineDevice;
  before(async () => {
    device = await openOfflineDevice();
  });
  after(async () => await device?.end());

  test("a click on a page that was never opened stays in the app, and so does loading it anew", async () => {
    const person = await device.nurse("/patients");
    const { page } = person;
    await offline(page, true);
    for (const [link, heading] of [
      ["Schedule", "Schedule"],
      ["Data quality", "Data quality"],
      ["Study", "Study"],
      ["Paper check", "Paper check"],
      ["Patients", "Patients"],
    ] as const) {
      await person.click(page.getByRole("navigation").first().getByRole("link", { name: link, exact: true }));
      await page.getByRole("heading", { level: 1, name: heading }).waitFor();
    }
    await page.goto(`${device.server.address}/centres/Dresden/patients/DD-100`);
    await page
      .getByText(/Not reachable now.*What you typed is safe/)
      .first()
      .waitFor();
    await page.reload();
    await page
      .getByText(/Not reachable now.*What you typed is safe/)
      .first()
      .waitFor();
    assert.deepEqual(await violations(page), []);
    await offline(page, false);
    await page.getByRole("heading", { level: 1, name: "DD-100" }).waitFor();
    await page.getByRole("link", { name: "Enter a visit" }).waitFor();
    await page.context().close();
  });

  test("what was typed is listed on every page, survives a reload, and is sent from whichever page is open", async () => {
    const person = await device.nurse("/centres/Dresden/patients/DD-100/visit/new");
    const { page } = person;
    await person.field("visit", "visited_on").waitFor();
    await offline(page, true);
    await person.answer("visit", "visited_on", "2021-05-03");
    await person.answer("visit", "pain_nrs", "7");
    await page.locator('[data-save-state="waiting"]').waitFor();
    await person.click(page.getByRole("link", { name: "DD-100" }));
    await person.click(page.getByRole("link", { name: "Chart", exact: true }));
    await person.click(page.getByRole("link", { name: "Enter: Visit", exact: true }));
    // A second new visit of the same child is another row, not the first one again.
    assert.equal(await person.field("visit", "pain_nrs").inputValue(), "");
    await person.answer("visit", "visited_on", "2021-06-03");
    await page.locator('[data-save-state="waiting"]').waitFor();
    await leave(person, "Schedule");
    await chip(page, "2 rows wait on this device").waitFor();
    await page.reload();
    await person.click(chip(page, "2 rows wait on this device"));
    const list = page.getByRole("dialog", { name: "What waits on this device" });
    await list
      .getByText(/DD-100 · New: Visit/)
      .first()
      .waitFor();
    assert.equal(await list.getByRole("listitem").count(), 2);
    await list.getByText("The registry has not answered yet.").first().waitFor();
    assert.deepEqual(await violations(page), []);
    await person.click(list.getByRole("button", { name: "Close" }));
    assert.deepEqual(await device.rowsOf("DD-100", "visit"), []);
    await offline(page, false);
    // The rows are sent one after the other: "1 row waits" comes between.
    await page.locator(".waiting-chip").waitFor({ state: "detached" });
    const visits = await device.rowsOf("DD-100", "visit");
    assert.deepEqual(visits.map(({ cells }) => [cells.visited_on, cells.pain_nrs]).sort(), [
      ["2021-05-03", "7"],
      ["2021-06-03", ""],
    ]);
    assert.match(page.url(), /\/schedule$/);
    await page.context().close();
  });
});
