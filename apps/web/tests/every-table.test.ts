import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { builtWeb } from "@osteon/web";
import type { Browser, Page } from "playwright-core";
import { openChromium } from "../../../tests/acceptance/chromium.ts";
import { type Client, type RunningServer, runningServer } from "../../server/tests/running-server.ts";
import { atHumanPace } from "./at-human-pace.ts";
import { isWalked, rowsToEnter } from "./rows-to-enter.ts";
import { signedInPage } from "./signed-in-page.ts";
import { walkTable } from "./walk-table.ts";

const LANGUAGES = ["en", "de"] as const;
/** Each walks with a child of its own: they meet in the middle of the tables. */
const CHILDREN = { en: "DD-100", de: "DD-300" } as const;
const SOAK = process.env.OSTEON_SOAK !== undefined;

/** Every table of the codebook as a person enters it: slower than the draft saves itself. */
describe("every table", { concurrency: 2 }, () => {
  let server: RunningServer;
  let browser: Browser;
  let ida: Client;
  const numbers = { en: new Map<string, string>(), de: new Map<string, string>() };
  const enter = async (patient: string, table: string, cells: Record<string, string>): Promise<string> => {
    const sent = { cells: { ...cells, patient }, status: "complete" };
    const made = await ida("POST", `/api/centres/Dresden/charts/${table}`, sent);
    assert.equal(made.status, 201, made.text);
    return (made.json.row as { key: string }).key;
  };
  before(async () => {
    server = await runningServer("server", { web: await builtWeb() });
    browser = await openChromium();
    ida = await server.person("ida", "investigator", "Dresden");
    for (const language of LANGUAGES) {
      const child = CHILDREN[language];
      await enter(child, "patient", {
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
        numbers[language].set(`<${table}>`, await enter(child, table, cells));
    }
  });
  after(async () => {
    await browser?.close();
    await server?.end();
  });

  // Two people at once, each in a language; they go through the tables from either end.
  for (const language of LANGUAGES) {
    describe(`in ${language}`, { concurrency: 1 }, () => {
      let page: Page;
      const complaints: string[] = [];
      before(async () => {
        page = await signedInPage(browser, server, ida, language);
        page.on("pageerror", (error) => complaints.push(String(error)));
      });
      after(async () => await page?.context().close());
      for (const { row, place, away } of waysOf(language)) {
        const { table } = row;
        test(`${table}: create, correct, complete, discard, delete${away ? ", the network away and back" : ""}`, async () => {
          const person = atHumanPace(page, { language, seed: place, pace: SOAK ? 1 : 0.03 });
          const child = table === "patient" ? `DD-2${language}${away ? "a" : "n"}` : CHILDREN[language];
          const cells = Object.fromEntries(
            Object.entries(row.cells).map(([field, cell]) => [field, numbers[language].get(cell) ?? cell]),
          );
          await walkTable(person, server, ida, { ...row, cells }, child, away);
          assert.deepEqual(complaints, []);
        });
      }
    });
  }
});

/** All at the pace of a person, in both languages, with and without network; else those of `npm test` once, language and network in turn. */
function waysOf(language: (typeof LANGUAGES)[number]) {
  const rows = rowsToEnter()
    .filter(({ table }) => isWalked("at human pace", table))
    .map((row, place) => ({ row, place }));
  const ways = SOAK
    ? rows.flatMap((one) => [true, false].map((away) => ({ ...one, away })))
    : rows
        .filter(({ place }) => (place % 2 === 0) === (language === "en"))
        .map((one) => ({ ...one, away: one.place % 4 > 1 }));
  return language === "en" ? ways : ways.reverse();
}
