import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { type Client, PASSWORD, signIn } from "../../server/tests/running-server.ts";
import { violations } from "./app-in-browser.ts";
import { openWard, type Ward } from "./ward.ts";

/** What keeps a row from being written is said before one types, and what keeps it from being saved is said by name. */
describe("a row that cannot be written as one wants", () => {
  let ward: Ward;
  let ida: Client;
  before(async () => {
    ward = await openWard();
    ({ ida } = ward);
  });
  after(async () => await ward?.end());

  const as = (who: "nora" | "ida" | "dana", path: string, language: "en" | "de" = "en") =>
    ward.as(ward[who], `/centres/Dresden/patients/${path}`, language);
  const stored = async (table: string, key: string) =>
    (await ida("GET", `/api/centres/Dresden/charts/${table}/${key}`)).json as {
      version: number;
      cells: Record<string, string>;
    };

  test("a locked visit is read-only from the start, with who, when and why, and whom to ask; what was typed stands beside", async () => {
    const key = await ward.enter("visit", { visited_on: "2021-05-03", weight_kg: "31" });
    const nurse = await as("nora", `DD-100/visit/${key}`);
    await nurse.answer("visit", "weight_kg", "13");
    await nurse.page.locator('[data-save-state="kept"]').waitFor();

    const manager = await as("dana", `DD-100/visit/${key}`);
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
    assert.equal((await stored("visit", key)).cells.weight_kg, "32");
    for (const { page } of [nurse, manager]) await page.context().close();
  });

  test("a signed visit is read-only until one chooses to change it, knowing what that does", async () => {
    const key = await ward.enter("visit", { visited_on: "2021-06-03", weight_kg: "31" });
    const signed = await ida("POST", `/api/centres/Dresden/visits/${key}/signatures`, {
      meaning: "reviewed",
      password: PASSWORD,
    });
    assert.equal(signed.status, 201, signed.text);
    const nurse = await as("nora", `DD-100/visit/${key}`, "de");
    assert.equal(await nurse.page.getByText(/durch einen Link/).count(), 0);
    await nurse.look(nurse.page.getByText(/Unterschrieben von ida.*Ich habe es geprüft.*hebt die Unterschrift auf/));
    assert.equal(await nurse.field("visit", "weight_kg").getAttribute("readonly"), "");
    await nurse.click(nurse.page.getByRole("button", { name: "Trotzdem ändern" }));
    await nurse.answer("visit", "weight_kg", "31.5");
    await nurse.type(nurse.page.getByLabel("Warum wird geändert?"), "neu gelesen");
    await nurse.click(nurse.page.getByRole("button", { name: "Änderung speichern" }));
    await nurse.saved();
    assert.equal((await stored("visit", key)).cells.weight_kg, "31.5");
    await nurse.page.context().close();
  });

  test("a signature says by whose link the password was set that it was given with", async () => {
    const key = await ward.enter("visit", { visited_on: "2021-06-17" });
    const adam = await ward.server.person("adam", "administrator", null);
    const ines = await ward.server.person("ines", "investigator", "Dresden");
    const { json } = await adam("POST", `/api/people/${ines.account}/links`, { reason: "forgot it" });
    const token = String(json.link).split("#")[1];
    assert.equal((await ines("POST", "/api/auth/reset-password", { newPassword: PASSWORD, token })).status, 200);
    const again = await signIn(ward.server.address, ines.account, ines.email);
    const signed = { meaning: "author", password: PASSWORD };
    assert.equal((await again("POST", `/api/centres/Dresden/visits/${key}/signatures`, signed)).status, 201);
    const nurse = await as("nora", `DD-100/visit/${key}`);
    const signature = nurse.page.getByRole("region", { name: "Signature" }).getByRole("listitem");
    await nurse.scrollTo(signature.getByText(/^Their password was set by a link of adam, used \d/));
    await nurse.page.context().close();
  });

  test("a refusal names its fields, brings the first into view with the focus, and leads to the others", async () => {
    const nurse = await as("nora", "DD-100/laboratory/new");
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

  test("what the registry alone refuses is named in the bar, and the row stays as it was typed", async () => {
    const key = await ward.enter("relapse", { noticed_on: "2021-05-11" });
    const nurse = await as("nora", `DD-100/relapse/${key}`);
    const { page } = nurse;
    await page.route(`**/api/centres/*/charts/relapse/${key}`, (route) =>
      route.request().method() === "PUT"
        ? route.fulfill({
            status: 422,
            json: {
              problems: [
                {
                  code: "no-such-column",
                  severity: "refused",
                  where: {},
                  says: "The row is refused.",
                  fix: "Ask why.",
                },
              ],
            },
          })
        : route.continue(),
    );
    await nurse.answer("relapse", "new_symptoms", "yes");
    await nurse.type(page.getByLabel("Why is it changed?"), "read again");
    await nurse.click(page.getByRole("button", { name: "Save the change" }));
    await nurse.look(page.locator(".save-bar").getByText("The row is refused."));
    await page.context().close();
  });

  test("a row that someone deleted meanwhile says so, and shows what was typed", async () => {
    const key = await ward.enter("visit", { visited_on: "2021-07-03" }, "draft");
    const nurse = await as("nora", `DD-100/visit/${key}`);
    await nurse.field("visit", "pain_nrs").waitFor();
    assert.equal(
      (
        await ida("DELETE", `/api/centres/Dresden/charts/visit/${key}`, undefined, {
          "if-match": '"1"',
          "x-reason": "twice",
        })
      ).status,
      204,
    );
    await nurse.answer("visit", "pain_nrs", "8");
    await nurse.look(nurse.page.getByText("Someone deleted this row after you opened it."));
    await nurse.page.reload();
    await nurse.page.getByText("This row is not there: someone deleted it, or the address is wrong.").waitFor();
    await nurse.page.getByRole("region", { name: "What you typed into it" }).getByText("8", { exact: true }).waitFor();
    await nurse.page.context().close();
  });

  test("a draft that was begun by mistake is deleted, asked first", async () => {
    const doctor = await as("ida", "DD-100/culture/new", "de");
    await doctor.answer("culture", "sampled_on", "2021-05-04");
    await doctor.draftSaved();
    const key = /culture\/(N\d+)$/.exec(doctor.page.url())?.[1] ?? "";
    await doctor.click(doctor.page.getByRole("button", { name: "Entwurf verwerfen" }));
    const dialog = doctor.page.getByRole("dialog", { name: "Eingabe verwerfen?" });
    await doctor.click(dialog.getByRole("button", { name: "Abbrechen" }));
    assert.equal((await stored("culture", key)).version, 1);
    await doctor.click(doctor.page.getByRole("button", { name: "Entwurf verwerfen" }));
    await doctor.click(dialog.getByRole("button", { name: "Entwurf löschen" }));
    await doctor.page.waitForURL(/\/patients\/DD-100$/);
    assert.equal((await ida("GET", `/api/centres/Dresden/charts/culture/${key}`)).status, 404);
    await doctor.page.context().close();
  });

  test("saves of one row go one after the other: never two with one version, and none that was asked for meanwhile is lost", async () => {
    const key = await ward.enter("visit", { visited_on: "2021-08-03" }, "draft");
    const nurse = await as("nora", `DD-100/visit/${key}`);
    const { page } = nurse;
    await nurse.field("visit", "pain_nrs").waitFor();
    const versions: string[] = [];
    const statuses: number[] = [];
    let first: (() => void) | undefined;
    await page.route(`**/api/centres/*/charts/visit/${key}`, async (route) => {
      versions.push(route.request().headers()["if-match"] ?? "");
      if (versions.length === 1) await new Promise<void>((resolve) => (first = resolve));
      const answer = await route.fetch();
      statuses.push(answer.status());
      await route.fulfill({ response: answer });
    });
    // Three saves wait for the first: two of typing, one of completing.
    await nurse.answer("visit", "pain_nrs", "1");
    await page.locator('[data-save-state="saving"]').waitFor();
    for (const pain of ["2", "3"]) {
      await nurse.answer("visit", "pain_nrs", pain);
      await page.locator('[data-save-state="saving"]').waitFor();
    }
    assert.equal(versions.length, 1);
    await nurse.click(page.getByRole("button", { name: "Complete", exact: true }));
    first?.();
    await nurse.saved();
    assert.equal(new Set(versions).size, versions.length, versions.join(" "));
    assert.deepEqual(
      statuses,
      statuses.map(() => 200),
    );
    assert.equal((await stored("visit", key)).cells.pain_nrs, "3");
    await page.context().close();
  });

  test("two windows of one person show the same words while either is typed in, and neither is told of a conflict", async () => {
    const key = await ward.enter("visit", { visited_on: "2021-06-11" }, "draft");
    const one = (await as("nora", `DD-100/visit/${key}`)).page;
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
    const { cells } = await stored("visit", key);
    assert.deepEqual([cells.pain_nrs, cells.weight_kg], ["6", "28.4"]);
    await one.context().close();
  });

  test("nothing moves under the hands when a new child's draft first saves, and its pseudonym stays to be seen", async () => {
    const nurse = await as("nora", "new/patient/new");
    const places = () =>
      nurse.page.evaluate(() =>
        [...document.querySelectorAll(".form-field")].map((one) => [
          one.getAttribute("data-field"),
          Math.round(one.getBoundingClientRect().left),
          Math.round(one.getBoundingClientRect().top + scrollY),
        ]),
      );
    await nurse.type(nurse.field("patient", "patient"), "DD-300");
    await nurse.answer("patient", "cohort", "cno");
    const before = await places();
    await nurse.draftSaved();
    assert.deepEqual(await places(), before);
    assert.equal(await nurse.field("patient", "patient").inputValue(), "DD-300");
    await nurse.page.getByRole("heading", { level: 1, name: "Patient DD-300" }).waitFor();
    for (const [field, cell] of [
      ["born_on", "2004-09"],
      ["diagnosed_on", "2004-09-21"],
      ["last_contact_on", "2005-09-21"],
    ] as const)
      await nurse.answer("patient", field, cell);
    await nurse.page.getByText("= 21 September 2004").waitFor();
    await nurse.draftSaved();
    await nurse.page.reload();
    await nurse.page.getByText(/^Draft, last saved/).waitFor();
    await nurse.click(nurse.page.getByRole("button", { name: "Complete", exact: true }));
    await nurse.saved();
    await nurse.click(nurse.page.getByRole("navigation", { name: "What next" }).getByRole("link", { name: "+ Visit" }));
    await nurse.page.getByRole("heading", { level: 1, name: "New visit" }).waitFor();
    await nurse.page.context().close();
  });

  test("at 200 % and on a phone the bars leave the window to the fields", async () => {
    const key = await ward.enter("visit", { visited_on: "2021-09-03", weight_kg: "31" });
    const nurse = await as("nora", `DD-100/visit/${key}`);
    const { page } = nurse;
    await nurse.answer("visit", "weight_kg", "30");
    // With the reason the bar is as high as it gets.
    await page.getByLabel("Why is it changed?").waitFor();
    for (const [width, height, bars, fields] of [
      [720, 450, 80, 5],
      [390, 844, 200, 5],
    ] as const) {
      await page.setViewportSize({ width, height });
      await nurse.field("visit", "pain_nrs").evaluate((one) => one.scrollIntoView({ block: "center" }));
      const seen = await page.evaluate(() => {
        const box = (name: string) => document.querySelector(name)?.getBoundingClientRect();
        const [top, nav, bar] = [box(".frame-top"), box(".frame-nav"), box(".save-bar")];
        const from = Math.max(0, top?.bottom ?? 0, nav?.bottom ?? 0);
        const to = bar?.top ?? innerHeight;
        const boxes = [...document.querySelectorAll(".form-field")].map((one) => one.getBoundingClientRect());
        return {
          bars: from + innerHeight - to,
          fields: boxes.filter((one) => one.top >= from && one.bottom <= to).length,
        };
      });
      assert.ok(seen.bars <= bars && seen.fields >= fields, `${width} x ${height}: ${JSON.stringify(seen)}`);
    }
    await page.context().close();
  });

  test("a drug that goes on is one plain choice", async () => {
    const nurse = await as("nora", "DD-100/treatment/new", "de");
    await nurse.answer("treatment", "drug", "naproxen");
    await nurse.answer("treatment", "started_on", "2021-03-01");
    await nurse.scrollTo(nurse.page.getByLabel("Läuft weiter"));
    await nurse.click(nurse.page.getByLabel("Läuft weiter"));
    await nurse.draftSaved();
    const key = /treatment\/(N\d+)$/.exec(nurse.page.url())?.[1] ?? "";
    assert.equal((await stored("treatment", key)).cells.stopped_on, "not applicable");
    await nurse.page.context().close();
  });
});
