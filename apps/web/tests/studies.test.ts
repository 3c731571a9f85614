import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { asRole } from "@osteon/registry";
import { hashesOf, lockStudy, lockText, newStudy, STUDIES, type StudyLock, shelfOf } from "@osteon/run";
import { sql } from "kysely";
import type { Browser, Page } from "playwright-core";
import { openChromium } from "../../../tests/acceptance/chromium.ts";
import type { Client } from "../../server/tests/running-server.ts";
import { violations } from "./app-in-browser.ts";
import { inTheme, signedInPage } from "./signed-in-page.ts";
import { type StudyServer, studyServer } from "./study-server.ts";

const SHIPPED = shelfOf(STUDIES)
  .list()
  .flatMap(({ lock }) => (lock === undefined ? [] : [lock]));

/** Every study on each cohort in the soak; else the yearly report, which counts any child, where there are few, and the others on the cohort. */
const isRunOn = (children: string, study: string): boolean =>
  process.env.OSTEON_SOAK !== undefined || (study === "registry-report") === (children !== "the sample cohort");

describe("many studies in a browser", () => {
  let browser: Browser;
  let server: StudyServer;
  let folder = "";
  const people = new Map<string, Client>();
  const complaints: string[] = [];
  before(async () => {
    [server, browser] = await Promise.all([studyServer(), openChromium()]);
    folder = await mkdtemp(join(tmpdir(), "osteon-studies-"));
    for (const centre of ["Dresden", "Ulm", "Jena"])
      people.set(centre, await server.person(`statistician-${centre}`, "statistician", centre));
    people.set("administrator", await server.person("admin", "administrator", null));
    people.set("nurse", await server.person("nurse", "study_nurse", "Ulm"));
    await addChild("U-001");
  });
  after(async () => {
    await browser?.close();
    await server?.end();
    await rm(folder, { recursive: true, force: true });
  });

  const who = (name: string): Client => {
    const client = people.get(name);
    assert.ok(client);
    return client;
  };
  async function addChild(patient: string): Promise<void> {
    const cells = { patient, cohort: "cno", centre: "Ulm", born_on: "2004-02", sex: "female", consent: "given" };
    const days = { diagnosed_on: "2014-03-05", last_contact_on: "2016-03-05" };
    const body = { cells: { ...cells, ...days }, status: "complete" };
    const made = await who("nurse")("POST", "/api/centres/Ulm/charts/patient", body);
    assert.equal(made.status, 201, made.text);
  }
  const open = async (name: string, path: string, language: "en" | "de" = "en"): Promise<Page> => {
    const page = await signedInPage(browser, server, who(name), language);
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    await page.goto(`${server.address}${path}`);
    return page;
  };
  const panelOf = (page: Page, title: string) => page.getByRole("region", { name: title, exact: true });
  /** Runs a study from its page and opens the finished run; answers with its number. */
  async function run(page: Page, { title, id }: StudyLock["protocol"], earlier: number): Promise<string> {
    await page.goto(`${server.address}/study`);
    const panel = panelOf(page, title);
    await panel.getByRole("button", { name: `Run the study: ${title}` }).click();
    const finished = page.getByRole("table", { name: `Runs of ${id}` }).getByText("done", { exact: true });
    await finished.nth(earlier).waitFor();
    await page
      .getByRole("table", { name: `Runs of ${id}` })
      .getByRole("link")
      .first()
      .click();
    await page.getByRole("navigation", { name: "Parts of the report" }).waitFor();
    return /study\/([0-9a-f-]+)/.exec(page.url())?.[1] ?? "";
  }

  /** Each part of the outline has its tab, and under it each of its figures and tables. */
  async function drawnFrom(page: Page, lock: StudyLock, number: string): Promise<void> {
    const tabs = page.getByRole("navigation", { name: "Parts of the report" });
    const { tables } = (await (await page.request.get(`${server.address}/api/runs/${number}/pages`)).json()) as {
      tables: Readonly<Record<string, { title: string }>>;
    };
    for (const { title, blocks } of lock.report?.parts ?? []) {
      await tabs.getByRole("link", { name: title, exact: true }).click();
      const drawn = blocks.flatMap((block) =>
        "figure" in block && block.figure.kind !== "kaplan-meier" ? [block.figure.id] : [],
      );
      for (const id of drawn) await page.locator(`img[src$="/${id}.svg"]`).waitFor();
      const curves = blocks.some((block) => "figure" in block && block.figure.kind === "kaplan-meier");
      if (curves) await page.getByRole("figure").first().waitFor();
      for (const block of blocks)
        if ("table" in block && !drawn.includes(block.table.id))
          await page.getByRole("heading", { name: tables[block.table.id]?.title ?? "", exact: true }).waitFor();
      // `every-page` looks at each part of a run of the cohort.
      if (process.env.OSTEON_SOAK !== undefined) assert.deepEqual(await violations(page), [], title);
    }
    assert.deepEqual(await violations(page), [], lock.protocol.id);
  }

  for (const [centre, children] of [
    ["Dresden", "the sample cohort"],
    ["Ulm", "one child"],
    ["Jena", "nobody"],
  ] as const)
    test(`each shipped study is listed and run on ${children}, and its pages are those of its outline`, async () => {
      const page = await open(centre, "/study");
      for (const lock of SHIPPED.filter(({ protocol }) => isRunOn(children, protocol.id))) {
        await page.goto(`${server.address}/study`);
        await panelOf(page, lock.protocol.title).waitFor();
        const number = await run(page, lock.protocol, 0);
        await drawnFrom(page, lock, number);
      }
      await page.goto(`${server.address}/study`);
      for (const { protocol } of SHIPPED)
        await panelOf(page, protocol.title)
          .getByText(
            children === "one child"
              ? "It counts the one such child"
              : children === "nobody"
                ? "hold no such child"
                : /It counts (all )?\d+/,
          )
          .first()
          .waitFor();
      await page.getByText("What its newest run says of these children").first().waitFor();
      for (const theme of ["dark", "light"] as const) {
        await inTheme(page, theme);
        assert.deepEqual(await violations(page), [], theme);
      }
    });

  test("two runs are compared: which numbers moved, and by which child", async () => {
    const report = SHIPPED.find(({ protocol }) => protocol.id === "registry-report");
    assert.ok(report);
    await addChild("U-002");
    const page = await open("Ulm", "/study");
    await run(page, report.protocol, 1);
    await page.getByRole("link", { name: "Compare", exact: true }).click();
    await page.getByRole("combobox", { name: "Compare with the run" }).selectOption({ index: 1 });
    const row = page.getByRole("row", { name: /: children children\.all\.n / });
    await row.waitFor();
    assert.deepEqual((await row.getByRole("cell").allInnerTexts()).slice(0, 2), ["1", "2"]);
    assert.deepEqual(await violations(page), []);
    await row.getByRole("button").click();
    const by = page.getByRole("dialog").getByRole("listitem");
    await by.first().waitFor();
    assert.deepEqual(await by.allInnerTexts(), ["U-002 was not counted, and is"]);
  });

  test("a lock made outside is read in prose, taken in with a reason, and run; a later one is told beside it, and the old run stays as it was", async () => {
    const { folder: made } = await newStudy(join(folder, "own-study"));
    const first = await lockStudy(made);
    const second = { ...first, protocol: { ...first.protocol, version: "9", title: "Another title" } };
    const admin = await open("administrator", "/administration?tab=studies");
    const bring = async (lock: StudyLock): Promise<void> => {
      const buffer = Buffer.from(lockText(lock));
      const file = { name: "study.lock.json", mimeType: "application/json", buffer };
      await admin.getByLabel("Choose a file").setInputFiles(file);
      await admin.getByText("Nothing is wrong with it.").waitFor();
    };
    const takeIn = async (title: string): Promise<void> => {
      await admin.getByLabel("Why it is taken in").fill("agreed by the steering committee");
      await admin.getByRole("button", { name: "Take a study in" }).click();
      await admin.getByText(`${title} can be run now.`).waitFor();
    };
    await bring(first);
    await admin.getByText("This registry has no study of this id yet.").waitFor();
    await admin
      .getByText(Object.values(first.protocol.cohorts)[0]?.says ?? "")
      .first()
      .waitFor();
    assert.deepEqual(await violations(admin), []);
    await takeIn(first.protocol.title);

    const page = await open("Dresden", "/study");
    const number = await run(page, first.protocol, 0);
    const pages = () => who("Dresden")("GET", `/api/runs/${number}/pages`);
    const before = (await pages()).text;

    await bring(second);
    await admin.getByText(`It takes the place of version ${first.protocol.version}.`).waitFor();
    const changed = admin.getByRole("row", { name: /^(version|title) / });
    assert.equal(await changed.count(), 2);
    await takeIn("Another title");
    await page.goto(`${server.address}/study`);
    await panelOf(page, "Another title").getByText("The study has changed since; run it again.").waitFor();
    assert.equal((await pages()).text, before);
    const again = await run(page, second.protocol, 1);
    assert.notEqual(again, number);
    await page.getByText("Another title").first().waitFor();

    const { rows } = await asRole(server.database, { role: "osteon_keeper", account: "test" }, (session) =>
      sql<{
        actor: string;
        reason: string;
        hash: string;
      }>`select actor, reason, after ->> 'hash' as hash from audit.entry
        where entity = 'work.study' and action = 'insert' order by seq`.execute(session),
    );
    const by = { actor: who("administrator").account, reason: "agreed by the steering committee" };
    assert.deepEqual(rows, [
      { ...by, hash: hashesOf(first).all },
      { ...by, hash: hashesOf(second).all },
    ]);
  });

  test("a run is named, kept, and thrown away with its folder; one that a server's end cut says so, in German too", async () => {
    const page = await open("Jena", "/study");
    await page.getByRole("table", { name: "Runs of registry-report" }).getByRole("link").first().click();
    await page.getByRole("button", { name: "Name this run" }).click();
    await page.getByLabel("Name", { exact: true }).fill("For the board");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("For the board").waitFor();
    await page.getByRole("button", { name: "Keep", exact: true }).click();
    await page.getByRole("button", { name: "Let go" }).waitFor();
    assert.equal(await page.getByRole("button", { name: "Throw away" }).count(), 0);
    assert.deepEqual(await violations(page), []);
    await page.getByRole("button", { name: "Let go" }).click();
    const { rows } = await asRole(server.database, { role: "osteon_keeper", account: "test" }, (session) =>
      sql<{ folder: string }>`select folder from work.run where name = 'For the board'`.execute(session),
    );
    const place = rows[0]?.folder ?? "";
    assert.ok(existsSync(place));
    await page.getByRole("button", { name: "Throw away" }).click();
    await page.getByLabel("Reason").fill("made by mistake");
    await page.getByRole("dialog").getByRole("button", { name: "Throw away" }).click();
    await panelOf(page, SHIPPED[0]?.protocol.title ?? "").waitFor();
    await page.getByText("For the board").waitFor({ state: "detached" });
    while (existsSync(place)) await new Promise((go) => setTimeout(go, 20));

    await asRole(server.database, { role: "osteon_member", account: who("Jena").account }, (session) =>
      sql`insert into work.run (run, study, centres, server) values ('3b241101-e2bb-4255-8caf-4136c566a962', 'schnabel-2017', '{Jena}', 'gone')`.execute(
        session,
      ),
    );
    await asRole(server.database, { role: "osteon_door", account: "server" }, (session) =>
      sql`select work.end_cut_runs()`.execute(session),
    );
    const german = await open("Jena", "/study", "de");
    await german.getByText("Der Server endete, während die Studie lief.").waitFor();
    assert.deepEqual(await violations(german), []);
    assert.deepEqual(complaints, []);
  });
});
