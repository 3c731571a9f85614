import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { atHumanPace } from "./at-human-pace.ts";
import { chip, leave, type OfflineDevice, offline, openOfflineDevice } from "./offline-device.ts";
import { signedInPage } from "./signed-in-page.ts";

/** What a network that comes and goes does in a year: answers are lost, rows refused behind one's back, devices full, people sign out. */
describe("a connection that goes at the wrong moment", () => {
  let device: OfflineDevice;
  before(async () => {
    device = await openOfflineDevice();
  });
  after(async () => await device?.end());

  test("a form that is loaded anew without a connection stays under the hands while the registry is asked again", async () => {
    const person = await device.nurse("/centres/Dresden/patients/DD-101/manifestation/new");
    const { page } = person;
    await person.field("manifestation", "kind").waitFor();
    await offline(page, true);
    await person.answer("manifestation", "kind", "psoriasis");
    await page.locator('[data-save-state="waiting"]').waitFor();
    await page.reload();
    const noticed = person.field("manifestation", "noticed_on");
    await noticed.evaluate((box) => box.setAttribute("data-same", "yes"));
    for (let asked = 0; asked < 2; asked++)
      await page.waitForEvent("requestfailed", { predicate: (request) => request.url().endsWith("/api/me") });
    assert.equal(await noticed.getAttribute("data-same"), "yes");
    await person.answer("manifestation", "noticed_on", "2021-05");
    await offline(page, false);
    await person.draftSaved();
    assert.deepEqual(
      (await device.rowsOf("DD-101", "manifestation")).map(({ cells }) => [cells.kind, cells.noticed_on]),
      [["psoriasis", "2021-05"]],
    );
    await page.context().close();
  });

  test("a row that was completed without a connection is complete once it is back", async () => {
    const person = await device.nurse("/centres/Dresden/patients/DD-101/relapse/new", "de");
    const { page } = person;
    await person.field("relapse", "noticed_on").waitFor();
    await offline(page, true);
    await person.answer("relapse", "noticed_on", "2021-07-03");
    await person.click(page.getByRole("button", { name: "Abschließen", exact: true }));
    await page.locator('[data-save-state="waiting"]').waitFor();
    await leave(person, "Termine");
    await chip(page, "1 Zeile wartet auf diesem Gerät").waitFor();
    await offline(page, false);
    await chip(page, "1 Zeile wartet auf diesem Gerät").waitFor({ state: "detached" });
    const chart = await device.nora("GET", "/api/centres/Dresden/patients/DD-101");
    const rows = chart.json.rows as { table: string; status: string }[];
    assert.deepEqual(
      rows.filter(({ table }) => table === "relapse").map(({ status }) => status),
      ["complete"],
    );
    await page.context().close();
  });

  test("a registry that was away while the device kept its network is sent what waits once it answers, by nobody's click", async () => {
    const person = await device.nurse("/centres/Dresden/patients/DD-100/sequela/new");
    const { page } = person;
    await person.field("sequela", "kind").waitFor();
    // The device never learns that it is back: no event says so, the registry is asked again and again.
    await page.route("**/api/centres/*/charts/sequela", (route) => route.abort());
    await person.answer("sequela", "kind", "gibbus");
    await page.locator('[data-save-state="waiting"]').waitFor();
    await leave(person, "Schedule");
    await chip(page, "1 row waits on this device").waitFor();
    await page.waitForEvent("requestfailed", (request) => request.url().endsWith("/charts/sequela"));
    assert.deepEqual(await device.rowsOf("DD-100", "sequela"), []);
    await page.unroute("**/api/centres/*/charts/sequela");
    await chip(page, "1 row waits on this device").waitFor({ state: "detached" });
    assert.deepEqual(
      (await device.rowsOf("DD-100", "sequela")).map(({ cells }) => cells.kind),
      ["gibbus"],
    );
    await page.context().close();
  });

  test("a device without room shows every keystroke, says so, and the registry has it", async () => {
    const page = await signedInPage(device.browser, device.server, device.nora, "en");
    await page.addInitScript(() => {
      const store = Storage.prototype.setItem;
      Storage.prototype.setItem = function setItem(name: string, value: string) {
        if (name.startsWith("osteon.kept.")) throw new DOMException("full", "QuotaExceededError");
        store.call(this, name, value);
      };
    });
    await page.goto(`${device.server.address}/centres/Dresden/patients/DD-101/visit/new`);
    const person = atHumanPace(page, { language: "en", pace: 0.1 });
    const weight = page.getByRole("textbox", { name: /^Weight/ });
    await person.type(weight, "31.5");
    assert.equal(await weight.inputValue(), "31.5");
    await page.locator('[data-save-state="saved"]').waitFor();
    await page.getByText("This device has no room left").waitFor({ state: "hidden" });
    const visits = await device.rowsOf("DD-101", "visit");
    assert.deepEqual(
      visits.map(({ cells }) => cells.weight_kg),
      ["31.5"],
    );
    // Nothing may be sent while nobody answers: then the page alone has it, and says so.
    await offline(page, true);
    await person.type(weight, "31.75");
    await page.getByRole("alert").filter({ hasText: "This device has no room left" }).waitFor();
    assert.equal(await weight.inputValue(), "31.75");
    await offline(page, false);
    await page.locator('[data-save-state="saved"]').waitFor();
    assert.equal((await device.rowsOf("DD-101", "visit"))[0]?.cells.weight_kg, "31.75");
    await page.context().close();
  });

  test("an answer lost on the way writes once, though more was typed before it was sent again", async () => {
    const person = await device.nurse("/centres/Dresden/patients/DD-101/biopsy/new");
    const { page } = person;
    let lost = 0;
    await page.route("**/api/centres/*/charts/biopsy", async (route) => {
      if (lost++ > 0) return await route.continue();
      await route.fetch();
      await route.abort();
    });
    await person.answer("biopsy", "taken_on", "2021-08-03");
    await page.locator('[data-save-state="waiting"]').waitFor();
    await person.answer("biopsy", "bone", "femur");
    await person.draftSaved();
    const rows = await device.rowsOf("DD-101", "biopsy");
    assert.deepEqual(
      rows.map(({ cells }) => [cells.taken_on, cells.bone]),
      [["2021-08-03", "femur"]],
    );
    await page.context().close();
  });

  test("what the registry refuses in the background stays in the list, with the way to it", async () => {
    const made = await device.nora("POST", "/api/centres/Dresden/charts/visit", {
      cells: { patient: "DD-101", visited_on: "2021-09-03" },
      status: "draft",
      centre: "Dresden",
    });
    const { key } = made.json.row as { key: string };
    const person = await device.nurse(`/centres/Dresden/patients/DD-101/visit/${key}`);
    const { page } = person;
    await person.field("visit", "pain_nrs").waitFor();
    await offline(page, true);
    await person.answer("visit", "pain_nrs", "3");
    await page.locator('[data-save-state="waiting"]').waitFor();
    await leave(person, "Patients");
    const theirs = { cells: { visited_on: "2021-09-03", pain_nrs: "5" }, status: "draft" };
    assert.equal(
      (await device.ida("PUT", `/api/centres/Dresden/charts/visit/${key}`, theirs, { "if-match": '"1"' })).status,
      200,
    );
    await offline(page, false);
    await person.click(chip(page, "1 row waits on this device"));
    const list = page.getByRole("dialog", { name: "What waits on this device" });
    await list.getByText(/This row was saved elsewhere meanwhile/).waitFor();
    await person.click(list.getByRole("link", { name: "Open" }));
    const conflict = page.getByRole("region", { name: "Two of you wrote at the same time" });
    await person.look(conflict.getByRole("button", { name: "Go on with this" }));
    await person.click(conflict.getByRole("button", { name: "Go on with this" }));
    await person.draftSaved();
    const visits = await device.rowsOf("DD-101", "visit");
    assert.equal(visits.find((visit) => visit.key === key)?.cells.pain_nrs, "3");
    await page.context().close();
  });

  test("signing out asks first, says how many rows wait, and sends them before it goes", async () => {
    const person = await device.nurse("/centres/Dresden/patients/DD-101/sequela/new");
    const { page } = person;
    await person.field("sequela", "kind").waitFor();
    await offline(page, true);
    await person.answer("sequela", "kind", "gibbus");
    await page.locator('[data-save-state="waiting"]').waitFor();
    const signOut = async () => {
      if (!(await page.getByRole("button", { name: "Sign out" }).isVisible()))
        await person.click(page.getByText("nora", { exact: true }).first());
      await person.click(page.getByRole("button", { name: "Sign out" }));
    };
    await signOut();
    const asked = page.getByRole("dialog", { name: "1 row was not sent" });
    await person.click(asked.getByRole("button", { name: "Send, then sign out" }));
    await asked.getByText("1 row could not be sent").waitFor();
    await person.click(asked.getByRole("button", { name: "Cancel" }));
    await page.getByText("The registry does not answer. Everything typed is kept").waitFor();
    await signOut();
    await offline(page, false);
    await person.click(asked.getByRole("button", { name: "Send, then sign out" }));
    await page.getByLabel("E-mail").waitFor();
    assert.equal((await device.rowsOf("DD-101", "sequela")).length, 1);
    await page.context().close();
  });
});
