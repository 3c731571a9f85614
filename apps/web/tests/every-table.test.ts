import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { builtWeb } from "@osteon/web";
import type { Browser } from "playwright-core";
import { openChromium } from "../../../tests/acceptance/chromium.ts";
import { type Client, type RunningServer, runningServer } from "../../server/tests/running-server.ts";
import { atHumanPace, type Person } from "./at-human-pace.ts";
import { rowsToEnter } from "./rows-to-enter.ts";
import { signedInPage } from "./signed-in-page.ts";

const CHILD = "DD-100";

/** Every table of the codebook as a person enters it: slower than the draft saves itself. */
describe("every table", () => {
  let server: RunningServer;
  let browser: Browser;
  let ida: Client;
  const numbers = new Map<string, string>();
  const enter = async (table: string, cells: Record<string, string>): Promise<string> => {
    const sent = { cells: { ...cells, patient: CHILD }, status: "complete", centre: "Dresden" };
    const made = await ida("POST", `/api/charts/${table}`, sent);
    assert.equal(made.status, 201, made.text);
    return (made.json.row as { key: string }).key;
  };
  before(async () => {
    server = await runningServer("embedded", { web: await builtWeb() });
    browser = await openChromium();
    ida = await server.person("ida", "investigator", "Dresden");
    await enter("patient", {
      centre: "Dresden",
      cohort: "cno",
      born_on: "2010-04",
      diagnosed_on: "2021-02-03",
      last_contact_on: "2022-02-03",
    });
    for (const [table, cells] of Object.entries({
      imaging: { imaged_on: "2021-03-01", modality: "whole_body_mri" },
      lesion: { bone: "tibia", side: "left" },
      treatment: { drug: "naproxen", drug_class: "nsaid", started_on: "2021-03-01" },
      manifestation: { kind: "arthritis", distant_from_lesions: "yes" },
    }))
      numbers.set(`<${table}>`, await enter(table, cells));
  });
  after(async () => {
    await browser?.close();
    await server?.end();
  });

  const personAt = async (path: string, language: "en" | "de", seed: number): Promise<Person> => {
    const page = await signedInPage(browser, server, ida, language);
    await page.goto(`${server.address}${path}`);
    return atHumanPace(page, { language, seed, pace: 0.1 });
  };

  for (const [place, { table, cells }] of rowsToEnter().entries()) {
    const language = place % 2 === 0 ? "en" : "de";
    test(`${table} is completed after its draft saved itself (${language})`, async () => {
      const own = table === "patient" ? "new" : CHILD;
      const person = await personAt(`/patients/${own}/${table}/new`, language, place);
      if (table === "patient") await person.type(person.field(table, "patient"), `DD-2${place}`);
      for (const [field, cell] of Object.entries(cells)) await person.answer(table, field, numbers.get(cell) ?? cell);
      await person.draftSaved();
      await person.click(
        person.page.getByRole("button", { name: person.says("Complete", "Abschließen"), exact: true }),
      );
      await person.page.waitForFunction(
        () =>
          /^(Saved|Gespeichert)/.test(document.querySelector("[data-save-state]")?.textContent ?? "") ||
          document.querySelector("[data-save-state]") === null,
      );
      const chart = await ida("GET", `/api/patients/${table === "patient" ? `DD-2${place}` : CHILD}`);
      const rows = chart.json.rows as { table: string; status: string }[];
      assert.deepEqual(
        rows.filter((one) => one.table === table && one.status !== "complete"),
        [],
      );
      await person.page.close();
    });
  }
});
