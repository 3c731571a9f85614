import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { PASSWORD, signIn } from "../../server/tests/running-server.ts";
import { openWard, type Ward } from "./ward.ts";

/** Signed, deleted by another, refused by the registry alone, saved twice at once: what happens to a row in a year, but not in a week. */
describe("a row that is signed, gone, refused or small on the screen", () => {
  let ward: Ward;
  before(async () => {
    ward = await openWard();
  });
  after(async () => await ward?.end());

  test("a signed visit is read-only until one chooses to change it, knowing what that does", async () => {
    const key = await ward.enter("visit", { visited_on: "2021-06-03", weight_kg: "31" });
    const signed = await ward.ida("POST", `/api/centres/Dresden/visits/${key}/signatures`, {
      meaning: "reviewed",
      password: PASSWORD,
    });
    assert.equal(signed.status, 201, signed.text);
    const nurse = await ward.atChart("nora", `DD-100/visit/${key}`, "de");
    assert.equal(await nurse.page.getByText(/durch einen Link/).count(), 0);
    await nurse.look(nurse.page.getByText(/Unterschrieben von ida.*Ich habe es geprüft.*hebt die Unterschrift auf/));
    assert.equal(await nurse.field("visit", "weight_kg").getAttribute("readonly"), "");
    await nurse.click(nurse.page.getByRole("button", { name: "Trotzdem ändern" }));
    await nurse.answer("visit", "weight_kg", "31.5");
    await nurse.type(nurse.page.getByLabel("Warum wird geändert?"), "neu gelesen");
    await nurse.click(nurse.page.getByRole("button", { name: "Änderung speichern" }));
    await nurse.saved();
    assert.equal((await ward.stored("visit", key)).cells.weight_kg, "31.5");
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
    const nurse = await ward.atChart("nora", `DD-100/visit/${key}`);
    const signature = nurse.page.getByRole("region", { name: "Signature" }).getByRole("listitem");
    await nurse.scrollTo(signature.getByText(/^Their password was set by a link of adam, used \d/));
    await nurse.page.context().close();
  });

  test("what the registry alone refuses is named in the bar, and the row stays as it was typed", async () => {
    const key = await ward.enter("relapse", { noticed_on: "2021-05-11" });
    const nurse = await ward.atChart("nora", `DD-100/relapse/${key}`);
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
    const nurse = await ward.atChart("nora", `DD-100/visit/${key}`);
    await nurse.field("visit", "pain_nrs").waitFor();
    assert.equal(
      (
        await ward.ida("DELETE", `/api/centres/Dresden/charts/visit/${key}`, undefined, {
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
    const doctor = await ward.atChart("ida", "DD-100/culture/new", "de");
    await doctor.answer("culture", "sampled_on", "2021-05-04");
    await doctor.draftSaved();
    const key = /culture\/(N\d+)$/.exec(doctor.page.url())?.[1] ?? "";
    await doctor.click(doctor.page.getByRole("button", { name: "Entwurf verwerfen" }));
    const dialog = doctor.page.getByRole("dialog", { name: "Eingabe verwerfen?" });
    await doctor.click(dialog.getByRole("button", { name: "Abbrechen" }));
    assert.equal((await ward.stored("culture", key)).version, 1);
    await doctor.click(doctor.page.getByRole("button", { name: "Entwurf verwerfen" }));
    await doctor.click(dialog.getByRole("button", { name: "Entwurf löschen" }));
    await doctor.page.waitForURL(/\/patients\/DD-100$/);
    assert.equal((await ward.ida("GET", `/api/centres/Dresden/charts/culture/${key}`)).status, 404);
    await doctor.page.context().close();
  });

  test("saves of one row go one after the other: never two with one version, and none that was asked for meanwhile is lost", async () => {
    const key = await ward.enter("visit", { visited_on: "2021-08-03" }, "draft");
    const nurse = await ward.atChart("nora", `DD-100/visit/${key}`);
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
    assert.equal((await ward.stored("visit", key)).cells.pain_nrs, "3");
    await page.context().close();
  });

  test("nothing moves under the hands when a new child's draft first saves, and its pseudonym stays to be seen", async () => {
    const nurse = await ward.atChart("nora", "new/patient/new");
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
    const nurse = await ward.atChart("nora", `DD-100/visit/${key}`);
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
    const nurse = await ward.atChart("nora", "DD-100/treatment/new", "de");
    await nurse.answer("treatment", "drug", "naproxen");
    await nurse.answer("treatment", "started_on", "2021-03-01");
    await nurse.scrollTo(nurse.page.getByLabel("Läuft weiter"));
    await nurse.click(nurse.page.getByLabel("Läuft weiter"));
    await nurse.draftSaved();
    const key = /treatment\/(N\d+)$/.exec(nurse.page.url())?.[1] ?? "";
    assert.equal((await ward.stored("treatment", key)).cells.stopped_on, "not applicable");
    await nurse.page.context().close();
  });
});
