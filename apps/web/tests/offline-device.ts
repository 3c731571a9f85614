import assert from "node:assert/strict";
import { builtWeb } from "@osteon/web";
import type { Browser, Locator, Page } from "playwright-core";
import { openChromium } from "../../../tests/acceptance/chromium.ts";
import { type Client, type RunningServer, runningServer } from "../../server/tests/running-server.ts";
import { atHumanPace, type Person } from "./at-human-pace.ts";
import { signedInPage } from "./signed-in-page.ts";

interface KeptRow {
  readonly table: string;
  readonly key: string;
  readonly cells: Readonly<Record<string, string>>;
}

/** A ward with two children whose network comes and goes. */
export interface OfflineDevice {
  readonly server: RunningServer;
  readonly browser: Browser;
  readonly nora: Client;
  readonly ida: Client;
  /** The nurse at a page, once the app is on her device. */
  nurse(path: string, language?: "en" | "de"): Promise<Person>;
  rowsOf(patient: string, table: string): Promise<readonly KeptRow[]>;
  end(): Promise<void>;
}

export async function openOfflineDevice(): Promise<OfflineDevice> {
  const server = await runningServer("server", { web: await builtWeb() });
  const browser = await openChromium();
  const nora = await server.person("nora", "study_nurse", "Dresden");
  const ida = await server.person("ida", "investigator", "Dresden");
  for (const patient of ["DD-100", "DD-101"]) {
    const cells = {
      patient,
      centre: "Dresden",
      cohort: "cno",
      born_on: "2010-04",
      diagnosed_on: "2021-02-03",
      last_contact_on: "2022-02-03",
    };
    const made = await nora("POST", "/api/centres/Dresden/charts/patient", { cells, status: "complete" });
    assert.equal(made.status, 201, made.text);
  }
  return {
    ...{ server, browser, nora, ida },
    nurse: async (path, language = "en") => {
      const page = await signedInPage(browser, server, nora, language, { offline: true });
      await page.goto(`${server.address}${path}`);
      // The app is on the device once its worker answers for this page; a person has read the page by then.
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      return atHumanPace(page, { language, pace: 0.1 });
    },
    rowsOf: async (patient, table) =>
      ((await ida("GET", `/api/centres/Dresden/patients/${patient}`)).json.rows as readonly KeptRow[]).filter(
        (row) => row.table === table,
      ),
    end: async () => {
      await browser.close();
      await server.end();
    },
  };
}

export const offline = (page: Page, away: boolean): Promise<void> => page.context().setOffline(away);

/** What the bar on top says of what waits. */
export const chip = (page: Page, says: string): Locator =>
  page.getByRole("banner").getByRole("button", { name: says, exact: true });

/** Goes to another page: while the form is still there it sends by itself, and the chip counts the row no longer once an answer came. */
export async function leave({ page, click }: Person, to: string): Promise<void> {
  await click(page.getByRole("navigation").first().getByRole("link", { name: to }));
  await page.locator("[data-save-state]").waitFor({ state: "detached" });
}
