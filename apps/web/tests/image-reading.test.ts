import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { builtWeb } from "@osteon/web";
import type { Browser, Page } from "playwright-core";
import { inventedChart } from "../../../packages/registry/tests/invented-chart.ts";
import { openChromium } from "../../../tests/acceptance/chromium.ts";
import { type RunningServer, runningServer } from "../../server/tests/running-server.ts";
import { onDevice, PATIENCE, signInAt, violations } from "./app-in-browser.ts";

/** An MRI is read a second time in a browser, by two people who know nothing of each other or of the first reading. */
describe("a second reading", () => {
  let server: RunningServer;
  let browser: Browser;
  before(async () => {
    [server, browser] = await Promise.all([builtWeb().then((web) => runningServer("server", { web })), openChromium()]);
    const nurse = await server.person("nora", "study_nurse", "Aachen");
    for (const name of ["rita", "rolf"]) await server.person(name, "image_reader", "Aachen");
    // The first reader saw a lesion of the left tibia.
    for (const [table, cells] of inventedChart("Aachen", "A")) {
      const made = await nurse("POST", `/api/centres/Aachen/charts/${table}`, { cells, status: "complete" });
      assert.equal(made.status, 201, made.text);
    }
  });
  after(async () => {
    await browser?.close();
    await server?.end();
  });

  const open = async (who: string, language: "en" | "de" = "en"): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(PATIENCE);
    await onDevice(page, language);
    await signInAt(page, server.address, `${who}@example.org`);
    return page;
  };

  test("is drawn, marked on the skeleton, kept over a reload, handed in, and only then laid beside the other's", async () => {
    const rita = await open("rita");
    const told: string[] = [];
    rita.on("response", async (answer) => {
      if (answer.url().includes("/api/") && !answer.url().includes("codebook"))
        told.push(await answer.text().catch(() => ""));
    });
    await rita.goto(`${server.address}/`);
    await rita.getByRole("button", { name: "Draw my order" }).click();
    await rita.getByRole("link", { name: "Read the next one" }).click();
    await rita.getByRole("heading", { name: "Whole-body MRI, 17 May 2009" }).waitFor();
    await rita.getByRole("button", { name: "Femur, right: no lesion" }).first().click();
    await rita.getByRole("dialog").getByRole("button", { name: "new", exact: true }).click();
    await rita.getByRole("combobox", { name: "State of Femur, right" }).waitFor();
    await rita.reload();
    await rita.getByRole("button", { name: "Femur, right: new" }).first().waitFor();
    assert.deepEqual(await violations(rita), []);
    assert.deepEqual(
      told.filter((text) => /tibia/i.test(text)),
      [],
      "nothing of the first reading comes to the browser",
    );
    await rita.getByRole("button", { name: "Hand in the reading" }).click();
    const dialog = rita.getByRole("dialog", { name: "Hand in this reading?" });
    await dialog.getByText("You marked one bone.").waitFor();
    await dialog.getByRole("button", { name: "Hand in the reading" }).click();
    await rita.getByRole("region", { name: "Your reading" }).getByText("Femur, right: new").waitFor();
    await rita.getByText("Nobody else has handed in a reading yet.").waitFor();

    const rolf = await open("rolf", "de");
    await rolf.goto(`${server.address}/`);
    await rolf.getByRole("button", { name: "Meine Reihenfolge auslosen" }).click();
    await rolf.getByRole("link", { name: "Die nächste befunden" }).click();
    await rolf.getByRole("button", { name: "Befundung abgeben" }).waitFor();
    assert.equal(await rolf.getByText("rita").count(), 0);
    await rolf.getByRole("button", { name: "Befundung abgeben" }).click();
    await rolf.getByRole("dialog").getByRole("button", { name: "Befundung abgeben" }).click();
    const others = rolf.getByRole("region", { name: "Befundungen der anderen" });
    await others.getByRole("heading", { name: "rita" }).waitFor();
    await others.getByText(/rechts: neu/).waitFor();
    assert.deepEqual(await violations(rolf), []);
    await rita.close();
    await rolf.close();
  });
});
