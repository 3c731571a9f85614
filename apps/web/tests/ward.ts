import assert from "node:assert/strict";
import { builtWeb } from "@osteon/web";
import type { Browser } from "playwright-core";
import { openChromium } from "../../../tests/acceptance/chromium.ts";
import { type Client, type RunningServer, runningServer } from "../../server/tests/running-server.ts";
import { atHumanPace, type Person } from "./at-human-pace.ts";
import { signedInPage } from "./signed-in-page.ts";

/** The child of the ward. */
export const CHILD = "DD-100";

/** A centre with one child, and those who work at its chart: a nurse, an investigator, a data manager. */
export interface Ward {
  readonly server: RunningServer;
  readonly browser: Browser;
  readonly nora: Client;
  readonly ida: Client;
  readonly dana: Client;
  /** Enters a row of the child as the nurse; answers with its number. */
  enter(table: string, cells: Record<string, string>, status?: "complete" | "draft"): Promise<string>;
  /** Somebody at a page, fast, but seeing before they click. */
  as(who: Client, path: string, language?: "en" | "de"): Promise<Person>;
  /** The same at a page below the children of the centre. */
  atChart(who: "nora" | "ida" | "dana", path: string, language?: "en" | "de"): Promise<Person>;
  /** A row as the registry has it. */
  stored(
    table: string,
    key: string,
  ): Promise<{ readonly version: number; readonly cells: Readonly<Record<string, string>> }>;
  end(): Promise<void>;
}

export async function openWard(): Promise<Ward> {
  const [server, browser] = await Promise.all([
    builtWeb().then((web) => runningServer("server", { web })),
    openChromium(),
  ]);
  const nora = await server.person("nora", "study_nurse", "Dresden");
  const ward: Ward = {
    server,
    browser,
    nora,
    ida: await server.person("ida", "investigator", "Dresden"),
    dana: await server.person("dana", "data_manager", "Dresden"),
    enter: async (table, cells, status = "complete") => {
      const sent = { cells: { patient: CHILD, ...cells }, status, centre: "Dresden" };
      const made = await nora("POST", `/api/centres/Dresden/charts/${table}`, sent);
      assert.equal(made.status, 201, made.text);
      return (made.json.row as { key: string }).key;
    },
    as: async (who, path, language = "en") => {
      const page = await signedInPage(browser, server, who, language);
      await page.goto(`${server.address}${path}`);
      return atHumanPace(page, { language, pace: 0.05 });
    },
    atChart: (who, path, language) => ward.as(ward[who], `/centres/Dresden/patients/${path}`, language),
    stored: async (table, key) => {
      const { json } = await ward.ida("GET", `/api/centres/Dresden/charts/${table}/${key}`);
      return json as unknown as Awaited<ReturnType<Ward["stored"]>>;
    },
    end: async () => {
      await browser.close();
      await server.end();
    },
  };
  const seen = { born_on: "2001-04", diagnosed_on: "2021-02-03", last_contact_on: "2022-02-03" };
  await ward.enter("patient", { centre: "Dresden", cohort: "cno", ...seen });
  return ward;
}
