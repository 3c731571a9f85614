import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { asRole } from "@osteon/registry";
import { lockStudy } from "@osteon/run";
import { readStudies, runInWorker } from "@osteon/server";
import { builtWeb } from "@osteon/web";
import { unzipSync } from "fflate";
import { sql } from "kysely";
import type { Browser, Page } from "playwright-core";
import { openChromium } from "../../../tests/acceptance/chromium.ts";
import { type Client, PASSWORD, type RunningServer, runningServer } from "../../server/tests/running-server.ts";
import { violations } from "./app-in-browser.ts";
import { inTheme, signedInPage } from "./signed-in-page.ts";

const STUDY = fileURLToPath(new URL("../../../packages/run/tests/vaccination/", import.meta.url));
const TAB = "/administration?tab=ownFields";

/** Two fields that no codebook has, from an administrator's hands to a share in a study. */
describe("fields of the registry's own", () => {
  let folder: string;
  let server: RunningServer;
  let browser: Browser;
  let [admin, nurse, manager]: Client[] = [];
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "osteon-own-fields-"));
    const lock = await lockStudy(STUDY);
    server = await runningServer("server", {
      web: await builtWeb(),
      runner: runInWorker(folder, { dotsPerInch: 36 }),
      shelf: { list: () => [{ id: "vaccination", lock }] },
      studies: readStudies(),
    });
    browser = await openChromium();
    admin = await server.person("admin", "administrator", null);
    nurse = await server.person("nora", "study_nurse", "Dresden");
    manager = await server.person("manager", "data_manager", "Dresden");
    for (const patient of ["DD-100", "DD-101"]) {
      const cells = {
        ...{ patient, centre: "Dresden", cohort: "cno", sex: "female", born_on: "2010-04", consent: "given" },
        ...{ diagnosed_on: "2021-02-03", last_contact_on: "2022-02-03", status: "alive" },
      };
      const made = await as(nurse)("POST", "/api/centres/Dresden/charts/patient", { cells, status: "complete" });
      assert.equal(made.status, 201, made.text);
    }
  });
  after(async () => {
    await browser?.close();
    await server?.end();
    await rm(folder, { recursive: true, force: true });
  });

  const as = (who: Client | undefined): Client => who as Client;
  const open = async (who: Client | undefined, path: string, language: "en" | "de" = "en"): Promise<Page> => {
    const page = await signedInPage(browser, server, as(who), language);
    await page.goto(`${server.address}${path}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    return page;
  };

  test("an administrator adds a question and a choice, in German, without a programmer", async () => {
    const page = await open(admin, TAB, "de");
    await page.getByText("Es gibt noch keines.").waitFor();
    const fill = async (parts: Readonly<Record<string, string>>) => {
      for (const [label, text] of Object.entries(parts)) await page.getByLabel(label, { exact: true }).fill(text);
    };
    const save = async () => {
      await fill({ "Warum wird es hinzugefügt oder geändert?": "Beschluss der Ambulanz" });
      await page.getByRole("button", { name: "Feld speichern" }).click();
      await page.getByText("Gespeichert. Das Feld steht jetzt in den Formularen.").waitFor();
    };
    await page.getByRole("button", { name: "Feld hinzufügen" }).click();
    await fill({ "Warum wird es hinzugefügt oder geändert?": "Beschluss der Ambulanz" });
    await page.getByRole("button", { name: "Feld speichern" }).click();
    await page.getByText("So lässt sich das Feld nicht speichern:").waitFor();
    for (const theme of ["dark", "light"] as const) {
      await inTheme(page, theme);
      assert.deepEqual(await violations(page), [], theme);
    }
    await fill({
      "Name in Dateien": "own_influenza",
      "Bezeichnung auf Englisch": "Vaccinated against influenza",
      "Bezeichnung auf Deutsch": "Gegen Influenza geimpft",
      "Hilfe auf Deutsch": "In den letzten zwölf Monaten.",
    });
    await save();
    await page.getByRole("button", { name: "Feld hinzufügen" }).click();
    await fill({
      "Name in Dateien": "own_vaccine",
      "Bezeichnung auf Englisch": "Vaccine",
      "Bezeichnung auf Deutsch": "Impfstoff",
    });
    await page.getByLabel("Art", { exact: true }).selectOption("choice");
    await page.getByRole("button", { name: "Auswahl hinzufügen" }).click();
    for (const [place, words] of [
      ["live", "Live", "Lebendimpfstoff"],
      ["inactivated", "Inactivated", "Totimpfstoff"],
    ].entries())
      for (const [cell, text] of ["Kode", "Auf Englisch", "Auf Deutsch"].map(
        (label, at) => [label, words[at] ?? ""] as const,
      ))
        await page.getByLabel(`${cell}, Auswahl ${place + 1}`, { exact: true }).fill(text);
    await page.getByLabel("Gezeigt", { exact: true }).selectOption("own_influenza");
    await page.getByLabel("ist", { exact: true }).selectOption("yes");
    await save();
    await page
      .getByText("Auswahl; Lebendimpfstoff, Totimpfstoff; gezeigt, wenn Gegen Influenza geimpft Ja ist")
      .first()
      .waitFor();
    assert.deepEqual(await violations(page), []);
    await page.context().close();
  });

  test("a nurse fills them for a child, the choice where it is asked, and finds them in the chart; she cannot add any", async () => {
    const page = await open(nurse, "/centres/Dresden/patients/DD-100/patient/DD-100");
    await page.getByRole("radiogroup", { name: "Vaccinated against influenza" }).waitFor();
    assert.equal(await page.getByRole("radiogroup", { name: "Vaccine" }).count(), 0, "not asked yet");
    const answer = (question: string, words: string) =>
      page
        .getByRole("radiogroup", { name: question, exact: true })
        .getByRole("radio", { name: words, exact: true })
        .check();
    await answer("Vaccinated against influenza", "Yes");
    await answer("Vaccine", "Inactivated");
    await page.getByLabel("Why is it changed?").fill("asked the family");
    await page.getByRole("button", { name: "Save the change" }).click();

    const stored = async () =>
      (await as(nurse)("GET", "/api/centres/Dresden/charts/patient/DD-100")).json.cells as Record<string, string>;
    await page
      .getByText(/^Saved/)
      .first()
      .waitFor();
    assert.deepEqual([(await stored()).own_influenza, (await stored()).own_vaccine], ["yes", "inactivated"]);
    await page.goto(`${server.address}${TAB}`);
    await page.getByText("Vaccinated against influenza").first().waitFor();
    assert.equal(await page.getByRole("button", { name: "Add a field" }).count(), 0);
    await page.context().close();
  });

  test("they stand in the export, in the freeze, and as a share in a study that names them", async () => {
    await as(manager)("POST", "/api/proof", { password: PASSWORD });
    const answer = await fetch(`${server.address}/api/exports/charts.zip`, { headers: { cookie: as(manager).cookie } });
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    assert.match(
      Buffer.from(files["patient.csv"] ?? "").toString(),
      /,own_influenza,own_vaccine\n.*,yes,inactivated\n/,
    );
    const { run } = (await as(manager)("POST", "/api/runs", { study: "vaccination" })).json;
    const state = async () => (await as(manager)("GET", `/api/runs/${run}`)).json.state;
    while (/waiting|running/.test(String(await state())));
    assert.equal(await state(), "done");
    const page = await open(manager, `/study/${run}`);
    await page.getByText("1 of 1 child", { exact: true }).waitFor();
    await page.getByText(/^100\s%$/).waitFor();
    await page.context().close();
  });

  test("a change of a field is a version with its reason in the trail", async () => {
    const page = await open(admin, TAB);
    await page.getByRole("button", { name: "Change Vaccine" }).click();
    await page.getByRole("button", { name: "Remove choice 2" }).click();
    await page.getByLabel("Why is it added or changed?").fill("no longer given");
    await page.getByRole("button", { name: "Save the field" }).click();
    await page.getByText("Saved. The field stands in the forms now.").waitFor();
    await page.context().close();
    const { rows } = await asRole(server.database, { role: "osteon_keeper", account: "test" }, (session) =>
      sql<{
        reason: string;
        actor: string;
        codes: unknown;
      }>`select reason, actor, after #> '{definition,type,choices}' as codes
        from audit.entry where entity = 'access.own_field' and row_key = 'patient.own_vaccine' order by seq desc limit 1`.execute(
        session,
      ),
    );
    assert.deepEqual(
      rows.map(({ reason, actor, codes }) => [reason, actor, (codes as unknown[]).length]),
      [["no longer given", as(admin).account, 1]],
    );
    const beyond = await open(nurse, TAB);
    await beyond.getByRole("row", { name: /DD-100.*Vaccine/ }).waitFor();
    await beyond.context().close();
  });
});
