import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { describeCentre } from "@osteon/registry";
import type { Locator } from "playwright-core";
import { NOTICES } from "../../../studies/schnabel-2017/german.ts";
import { violations } from "./app-in-browser.ts";
import type { Person } from "./at-human-pace.ts";
import { CHILD, openWard, type Ward } from "./ward.ts";

/** How an answer is given: what is typed, what the registry then holds, and what a form that is opened anew shows. */
type Written = readonly [table: string, field: string, typed: string, cell: string, shownAgain: string];

const ENGLISH: readonly Written[] = [
  ["patient", "born_on", "Feb 2001", "2001-02", "2001-02"],
  ["patient", "onset_on", "2010", "2010", "2010"],
  ["patient", "diagnosed_on", "3.2.11", "2011-02-03", "2011-02-03"],
  ["patient", "last_contact_on", "3 February 2024", "2024-02-03", "2024-02-03"],
  ["visit", "visited_on", "03.02.2021", "2021-02-03", "2021-02-03"],
  ["visit", "chaq", "1.375", "1.375", "1.375"],
  ["visit", "weight_kg", "31,50", "31.50", "31.50"],
  ["laboratory", "sampled_on", "2021-02-03", "2021-02-03", "2021-02-03"],
  ["laboratory", "value", "<0.5", "0.5", "<0.5"],
];
const GERMAN: readonly Written[] = [
  ["patient", "born_on", "Feb. 2001", "2001-02", "02.2001"],
  ["patient", "onset_on", "2010", "2010", "2010"],
  ["patient", "diagnosed_on", "3.2.11", "2011-02-03", "03.02.2011"],
  ["patient", "last_contact_on", "3. Februar 2024", "2024-02-03", "03.02.2024"],
  ["visit", "visited_on", "03/02/2021", "2021-02-03", "03.02.2021"],
  ["visit", "chaq", "1,375", "1.375", "1,375"],
  ["visit", "weight_kg", "31.50", "31.50", "31,50"],
  ["laboratory", "sampled_on", "2021-02-03", "2021-02-03", "03.02.2021"],
  ["laboratory", "value", "<0,5", "0.5", "<0,5"],
];

/** What can be read in two ways, the answers that are offered, the one that is taken, and what the registry then holds. */
type Asked = readonly [table: string, field: string, typed: string, offered: readonly string[], cell: string];
const ASKED = {
  en: ["visit", "visited_on", "02/03/2021", ["2 March 2021", "3 February 2021"], "2021-02-03"],
  de: ["laboratory", "upper_limit", "1.234", ["1,234", "1234"], "1234"],
} as const satisfies Record<string, Asked>;

/** What the cohort of the Dresden study says of itself, in both languages. */
const SYNTHETIC = Object.entries(NOTICES)[0] ?? ["", ""];

/** What nurses type is what the registry holds and shows again; what could be two things is asked. */
describe("entry controls", () => {
  let ward: Ward;
  before(async () => {
    ward = await openWard();
    const adam = await ward.server.person("adam", "administrator", null);
    await describeCentre(ward.server.database, adam.account, "Dresden", SYNTHETIC[0]);
  });
  after(async () => await ward?.end());

  const draftOf = async (language: string): Promise<Readonly<Record<string, string>>> => {
    const patient = `DD-${language}`;
    const child = { patient, centre: "Dresden", cohort: "cno" };
    const made = await ward.nora("POST", "/api/centres/Dresden/charts/patient", { cells: child, status: "draft" });
    assert.equal(made.status, 201, made.text);
    return {
      patient: `${patient}/patient/${patient}`,
      visit: `${CHILD}/visit/${await ward.enter("visit", { visited_on: "2020-01-01" }, "draft")}`,
      laboratory: `${CHILD}/laboratory/${await ward.enter("laboratory", { analyte: "crp", unit: "mg/L" }, "draft")}`,
    };
  };
  const cellsAt = async (place: string): Promise<Record<string, string>> => {
    const [patient, table, key] = place.split("/");
    const chart = await ward.ida("GET", `/api/centres/Dresden/patients/${patient}`);
    const rows = chart.json.rows as { table: string; key: string; cells: Record<string, string> }[];
    return rows.find((row) => row.table === table && row.key === key)?.cells ?? {};
  };
  const open = async ({ page }: Person, place: string, first: Locator): Promise<void> => {
    await page.goto(`${ward.server.address}/centres/Dresden/patients/${place}`);
    await first.waitFor();
  };
  const saved = ({ page }: Person) => page.locator('[data-save-state="saved"]').waitFor();

  for (const [language, written] of [
    ["en", ENGLISH],
    ["de", GERMAN],
  ] as const)
    test(`what is typed is what is stored and shown again, ${language}`, async () => {
      const places = await draftOf(language);
      const person = await ward.as(ward.nora, "/patients", language);
      const { page } = person;
      const answer = async (table: string, field: string, words: string) => {
        const box = person.field(table, field);
        await person.scrollTo(box);
        await person.type(box, words);
        return box;
      };
      for (const [table, place] of Object.entries(places)) {
        assert.equal(await page.locator(".frame-notice").innerText(), SYNTHETIC[language === "de" ? 1 : 0]);
        const ours = written.filter(([its]) => its === table);
        await open(person, place, person.field(table, ours[0]?.[1] ?? ""));
        for (const [, field, typed] of ours)
          assert.equal(await (await answer(table, field, typed)).inputValue(), typed, "it stays as it was typed");
        await saved(person);
        const cells = await cellsAt(place);
        for (const [, field, typed, cell] of ours) assert.equal(cells[field], cell, `${field}: ${typed}`);
        if (table === "laboratory") assert.equal(cells.comparator, "below");
        await page.reload();
        for (const [, field, , , shown] of ours) {
          const box = person.field(table, field);
          await box.waitFor();
          assert.equal(await box.inputValue(), shown, field);
        }
      }
      const [table, field, typed, offered, cell] = ASKED[language];
      const place = places[table] ?? "";
      await open(person, place, person.field(table, field));
      await answer(table, field, typed);
      const asked = page.getByRole("group", { name: /(Which is meant|Was ist gemeint)\?/ });
      await asked.waitFor();
      assert.deepEqual(await asked.getByRole("button").allTextContents(), offered);
      assert.deepEqual(await violations(page), []);
      await person.click(asked.getByRole("button", { name: offered[1] }));
      await saved(person);
      assert.equal((await cellsAt(place))[field], cell);
      await page.context().close();
    });
});
