import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { asRole } from "@osteon/registry";
import { strFromU8, unzipSync } from "fflate";
import { sql } from "kysely";
import type { Browser, Page } from "playwright-core";
import { openChromium } from "../../../tests/acceptance/chromium.ts";
import type { Client } from "../../server/tests/running-server.ts";
import { violations } from "./app-in-browser.ts";
import { downloaded, signedInPage } from "./signed-in-page.ts";
import { emptyStudyServer, type StudyServer } from "./study-server.ts";

/** One story: a drug that Osteon does not know is added, given, exported, frozen and counted. */
describe("a list that grows", () => {
  let server: StudyServer;
  let browser: Browser;
  const people = new Map<string, Client>();
  before(async () => {
    [server, browser] = await Promise.all([emptyStudyServer(), openChromium()]);
    for (const [name, role] of [
      ["nora", "study_nurse"],
      ["dana", "data_manager"],
      ["stan", "statistician"],
    ] as const)
      people.set(name, await server.person(name, role, "Dresden"));
    people.set("adam", await server.person("adam", "administrator", null));
    const child = { patient: "DD-100", centre: "Dresden", cohort: "cno", sex: "female", consent: "given" };
    const cells = { ...child, born_on: "2010-04", diagnosed_on: "2021-02-03", last_contact_on: "2022-02-03" };
    const made = await who("nora")("POST", "/api/centres/Dresden/charts/patient", { cells, status: "complete" });
    assert.equal(made.status, 201, made.text);
  });
  after(async () => {
    await browser?.close();
    await server?.end();
  });

  const who = (name: string): Client => people.get(name) as Client;
  const open = async (name: string, path: string, language: "en" | "de" = "en"): Promise<Page> => {
    const page = await signedInPage(browser, server, who(name), language);
    await page.goto(`${server.address}${path}`);
    return page;
  };

  test("a drug is added by an administrator, given by a nurse, exported, frozen and other in a study that says so", async () => {
    const admin = await open("adam", "/administration?tab=lists");
    await admin.getByRole("button", { name: "Add a drug" }).click();
    await admin.getByLabel("Name in English").fill("Bonelix");
    await admin.getByLabel("Name in German").fill("Bonelixan");
    await admin.getByText("Name in files: own_bonelix").waitFor();
    await admin.getByRole("checkbox", { name: "mg", exact: true }).check();
    assert.deepEqual(await violations(admin), []);
    await admin.getByRole("button", { name: "Add", exact: true }).click();
    await admin.getByText("Saved. Forms, imports and exports go by it now.").waitFor();
    await admin.getByLabel("Search the drugs").fill("bonel");
    await admin.getByRole("row", { name: /Bonelix own_bonelix none \(other\) mg/ }).waitFor();

    const nurse = await open("nora", "/administration?tab=lists");
    await nurse.getByRole("region", { name: "Drugs" }).first().waitFor();
    assert.equal(await nurse.getByRole("button", { name: "Add a drug" }).count(), 0, "a nurse adds none");
    await nurse.goto(`${server.address}/centres/Dresden/patients/DD-100`);
    await nurse.getByRole("link", { name: "+ Treatment" }).first().click();
    await nurse.getByRole("searchbox", { name: "Search: Drug" }).fill("bonel");
    await nurse.keyboard.press("Enter");
    const choice = (name: string) => nurse.getByRole("combobox", { name, exact: true });
    assert.equal(await choice("Drug").inputValue(), "own_bonelix");
    assert.deepEqual(
      [await choice("Class of the drug").inputValue(), await choice("Unit of the dose").inputValue()],
      ["other", "mg"],
    );
    await nurse.getByRole("textbox", { name: "Started on", exact: true }).fill("2021-03-01");
    await nurse.getByRole("checkbox", { name: "Goes on" }).check();
    await nurse.locator('[data-save-state="saved"]').waitFor();
    await nurse.getByRole("button", { name: "Complete", exact: true }).click();
    await nurse.getByRole("link", { name: "Bonelix", exact: true }).first().waitFor();
    await nurse.screenshot({ path: "/tmp/lists-nurse.png", fullPage: true });
    assert.equal((await who("nora")("POST", "/api/lists/drugs", { entry: {} })).status, 400);

    const manager = await open("dana", "/export");
    const [packed] = await Promise.all([
      manager.waitForEvent("download"),
      manager.evaluate(() => {
        const link = document.createElement("a");
        link.href = "/api/exports/charts.zip";
        document.body.append(link);
        link.click();
      }),
    ]);
    const files = unzipSync(new Uint8Array(await downloaded(packed)));
    assert.match(strFromU8(files["treatment.csv"] as Uint8Array), /,own_bonelix,other,/);
    assert.match(strFromU8(files["drugs.csv"] as Uint8Array), /^own_bonelix,Bonelix,Bonelixan,,mg,,no$/m);

    const title = "Yearly report of a registry of chronic nonbacterial osteomyelitis";
    const statistician = await open("stan", "/study");
    await statistician.getByRole("button", { name: `Run the study: ${title}` }).click();
    const runs = statistician.getByRole("table", { name: "Runs of registry-report" });
    await runs.getByText("done", { exact: true }).waitFor();
    await runs.getByRole("link").first().click();
    await statistician.getByRole("navigation", { name: "Parts of the report" }).waitFor();
    const run = /study\/([0-9a-f-]+)/.exec(statistician.url())?.[1] ?? "";
    for (const [language, words] of [
      [
        "en",
        [
          "Bonelix",
          "The registry's list gives this drug no class; it counts as other: Bonelix (1 treatment of 1 child).",
        ],
      ],
      [
        "de",
        [
          "Bonelixan",
          "Die Liste des Registers ordnet dieses Medikament keiner Klasse zu; es zählt als andere: Bonelixan (1 Behandlung von 1 Kind).",
        ],
      ],
    ] as const) {
      const { tables, methods } = (await who("stan")("GET", `/api/runs/${run}/pages?language=${language}`)).json as {
        tables: Record<string, { rows: { label: string; cells: { text: string }[] }[] }>;
        methods: { paragraphs: unknown }[];
      };
      assert.ok(
        tables.drugs?.rows.some(({ label }) => label === words[0]),
        `${language}: the drug has its row`,
      );
      assert.ok(JSON.stringify(methods).includes(words[1]), `${language}: ${JSON.stringify(methods.at(-1))}`);
    }
    const [kept] = globSync("**/results.json", { cwd: server.folder });
    const folder = join(server.folder, dirname(kept ?? ""));
    const { results } = JSON.parse(readFileSync(join(folder, "results.json"), "utf8")) as {
      results: { id: string; value: number | null }[];
    };
    const counted = (id: string) => results.find((one) => one.id === id)?.value;
    assert.deepEqual(
      ["n", "N"].map((one) => counted(`class-ever.other.${one}`)),
      [1, 1],
    );
    const frozen = JSON.parse(readFileSync(join(folder, "freeze/codebook.json"), "utf8"));
    assert.equal(frozen.drugs.at(-1).code, "own_bonelix");
  });

  test("a changed entry stands in the trail, and a retired one is offered no more", async () => {
    const admin = await open("adam", "/administration?tab=lists", "de");
    await admin.getByLabel("Medikamente durchsuchen").fill("bonel");
    await admin.getByRole("button", { name: "Bonelixan ändern" }).click();
    await admin.getByLabel("Klasse").selectOption("bisphosphonate");
    await admin.getByRole("checkbox", { name: /Stillgelegt/ }).check();
    await admin.getByLabel("Warum wird es geändert?").fill("now classed");
    await admin.getByRole("button", { name: "Speichern" }).click();
    await admin.getByText(/^Gespeichert\./).waitFor();
    const { rows } = await asRole(server.database, { role: "osteon_keeper", account: "test" }, (session) =>
      sql`select actor, reason, before ->> 'drug_class' as was, after ->> 'drug_class' as is from audit.entry
        where entity = 'access.drug' and action = 'update'`.execute(session),
    );
    assert.deepEqual(rows, [{ actor: who("adam").account, reason: "now classed", was: null, is: "bisphosphonate" }]);
    const nurse = await open("nora", "/centres/Dresden/patients/DD-100");
    await nurse.getByRole("link", { name: "+ Treatment" }).first().click();
    const drug = nurse.getByRole("combobox", { name: "Drug", exact: true });
    await drug.waitFor();
    await nurse.getByRole("option", { name: "Naproxen" }).first().waitFor({ state: "attached" });
    assert.equal(await drug.locator("option[value=own_bonelix]").count(), 0);
  });
});
