import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { openChromium } from "../../../tests/acceptance/chromium.ts";
import type { Client } from "../../server/tests/running-server.ts";
import { violations } from "./app-in-browser.ts";
import { signedInPage } from "./signed-in-page.ts";
import { type StudyServer, studyServer } from "./study-server.ts";

const OSTEON = fileURLToPath(new URL("../../cli/bin/osteon.js", import.meta.url));
const TITLE = `Spine: "bisphosphonate" against TNF '; \${x} {a|b}`;

describe("a study by choosing, in a browser", () => {
  let browser: Browser;
  let server: StudyServer;
  let statistician: Client;
  let folder = "";
  const complaints: string[] = [];
  before(async () => {
    [server, browser] = await Promise.all([studyServer(), openChromium()]);
    folder = await mkdtemp(join(tmpdir(), "osteon-choosing-"));
    statistician = await server.person("statistician", "statistician", "Dresden");
  });
  after(async () => {
    await browser?.close();
    await server?.end();
    await rm(folder, { recursive: true, force: true });
  });

  async function open(path: string): Promise<Page> {
    const page = await signedInPage(browser, server, statistician, "en");
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    await page.goto(`${server.address}${path}`);
    return page;
  }
  const osteon = async (...words: readonly string[]) =>
    (await promisify(execFile)(process.execPath, [OSTEON, ...words])).stdout;

  test("children with spinal lesions, bisphosphonate against TNF inhibitor: chosen, counted, run, downloaded, run again", async () => {
    const page = await open("/study");
    await page.getByRole("link", { name: "New study" }).click();
    await page.getByLabel("Title of the study").fill(TITLE);
    await page.getByRole("button", { name: "Add a condition" }).click();
    const condition = page.getByRole("group", { name: "Condition 1" });
    await condition.getByLabel("Field").selectOption({ label: "Region" });
    await condition.getByLabel("Value").selectOption({ label: "Spine" });
    await page.getByLabel("Groups", { exact: true }).selectOption({ label: "By class of drugs" });
    await page.getByRole("group", { name: "Group 1" }).getByLabel("By class of drugs").selectOption("bisphosphonate");
    await page.getByRole("button", { name: "Add a group" }).click();
    await page.getByRole("group", { name: "Group 2" }).getByLabel("By class of drugs").selectOption("tnf_inhibitor");

    const told = page.getByRole("region", { name: "What will be computed" });
    await told.getByText("14 children meet every condition.").waitFor();
    await told.getByText("Left out: 42 not met, 0 unknown.").waitFor();
    await told.getByText(/of whom this is known to hold: Lesion, region: Spine, at any time\./).waitFor();
    await told.getByText(/Told at Month 12: Full or partial remission; Pain/).waitFor();
    await told.getByText(/Time to the first relapse, from day 0/).waitFor();
    // While it is counted anew no rows are shown.
    await told.getByRole("row", { name: /^TNF-α inhibitor 5 2/ }).waitFor();
    assert.deepEqual(await told.getByRole("row").allInnerTexts(), [
      "Group\tCounted\tNot met\tUnknown\tElsewhere",
      "Bisphosphonate\t5\t2\t0\t1",
      "TNF-α inhibitor\t5\t2\t0\t0",
    ]);
    assert.deepEqual(await violations(page), []);

    await page.getByRole("button", { name: "Save and run" }).click();
    const panel = page.getByRole("region", { name: TITLE, exact: true });
    await panel.getByText("done", { exact: true }).waitFor();
    await panel.getByRole("link").first().waitFor();
    const download = page.waitForEvent("download");
    await panel.getByRole("button", { name: `Download the folder of ${TITLE}` }).click();
    const packed = join(folder, "study.zip");
    await (await download).saveAs(packed);
    const file = await readFile(packed);

    // Its author goes on from it: the choices are there, and become the next version.
    await panel.getByRole("link", { name: "Change the choices" }).click();
    await page.getByLabel("Month 6").check();
    await told.getByText(/Told at Month 6 and Month 12: /).waitFor();
    await told.getByText("14 children meet every condition.").waitFor();
    await page.getByRole("button", { name: "Save as version 2" }).click();
    await panel.getByText(/version 2\./).waitFor();

    const [study] = await unpacked(file);
    const own = join(folder, study);
    const lock = await readFile(join(own, "study.lock.json"), "utf8");
    assert.match(await osteon("study", "check", own), /Nothing is wrong/);
    assert.match(await osteon("study", "check", own, "--language", "de"), /Nothing is wrong/);
    await osteon("study", "lock", own);
    assert.equal(await readFile(join(own, "study.lock.json"), "utf8"), lock);

    const { runs } = (await statistician("GET", "/api/runs")).json as {
      runs: readonly { run: string; study: string }[];
    };
    const { run = "" } = runs.find((one) => one.study === study) ?? {};
    const inRegistry = (await statistician("GET", `/api/runs/${run}/results.json`)).json as unknown as Results;
    const charts = join(folder, "charts");
    const exported = await fetch(`${server.address}/api/exports/charts.zip`, {
      headers: { cookie: statistician.cookie },
    });
    await unpackedInto(charts, new Uint8Array(await exported.arrayBuffer()));
    await osteon("study", "run", own, "--data", charts, "--out", join(folder, "run"));
    const outside = JSON.parse(await readFile(join(folder, "run", "results.json"), "utf8")) as Results;
    assert.equal(outside.inputs.freezeHash, inRegistry.inputs.freezeHash);
    assert.ok(outside.results.length > 100);
    assert.deepEqual(outside.results, inRegistry.results);
    assert.deepEqual(complaints, []);
  });

  interface Results {
    readonly inputs: { readonly freezeHash: string };
    readonly results: readonly unknown[];
  }

  /** Unpacks an archive; answers with the folders in it. */
  async function unpackedInto(into: string, bytes: Uint8Array): Promise<readonly string[]> {
    const files = Object.entries(unzipSync(bytes));
    for (const [name, content] of files) {
      await mkdir(dirname(join(into, name)), { recursive: true });
      await writeFile(join(into, name), content);
    }
    return files.map(([name]) => name.split("/")[0] ?? "");
  }
  async function unpacked(bytes: Uint8Array): Promise<readonly [string]> {
    const [study = ""] = await unpackedInto(folder, bytes);
    return [study];
  }
});
