import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { CODEBOOK, type Field, type Table } from "@osteon/codebook";
import { builtWeb } from "@osteon/web";
import type { Browser, Page } from "playwright-core";
import { openChromium } from "../../../tests/acceptance/chromium.ts";
import { type Client, type RunningServer, runningServer } from "../../server/tests/running-server.ts";
import { bookFor } from "../src/words/codebook-words.ts";
import { PATIENCE, violations } from "./app-in-browser.ts";
import { isWalked } from "./rows-to-enter.ts";
import { signedInPage } from "./signed-in-page.ts";

const BOOK = bookFor("en");

/** What a person can enter can be corrected and taken back in the web by someone with the right, table by table. */
describe("taking back in the web", () => {
  let server: RunningServer;
  let browser: Browser;
  let nurse: Client;
  let investigator: Client;
  let page: Page;
  before(async () => {
    server = await runningServer("server", { web: await builtWeb() });
    browser = await openChromium();
    nurse = await server.person("nora", "study_nurse", "Dresden");
    investigator = await server.person("ida", "investigator", "Dresden");
    page = await signedInPage(browser, server, investigator);
    await child("DD-1");
    for (const [table, cells] of Object.entries(PARENTS)) await enter(table, { patient: "DD-1", ...cells });
  });
  after(async () => {
    await browser?.close();
    await server?.end();
  });

  const enter = async (table: string, cells: Record<string, string>, status = "complete"): Promise<string> => {
    const made = await nurse("POST", `/api/centres/Dresden/charts/${table}`, { cells, status });
    assert.equal(made.status, 201, made.text);
    return (made.json.row as { key: string }).key;
  };
  const child = (patient: string) =>
    enter("patient", {
      ...{ patient, centre: "Dresden", cohort: "cno", born_on: "2010-04" },
      ...{ diagnosed_on: "2021-02-03", last_contact_on: "2023-02-03" },
    });
  const rowsOf = async (patient: string, table: string) =>
    (((await nurse("GET", `/api/centres/Dresden/patients/${patient}`)).json.rows as Row[] | undefined) ?? []).filter(
      (row) => row.table === table,
    );
  const at = (path: string) => page.goto(`${server.address}${path}`);
  /** Fills the control of a field, whichever it is. */
  const tell = async (table: Table, field: Field, turn: 0 | 1): Promise<void> => {
    const name = new RegExp(`^${BOOK.label(table.name, field.name).replace(/[()?]/g, "\\$&")}( \\(.+\\))?$`);
    const radios = page.getByRole("radiogroup", { name });
    if ((await radios.count()) > 0) return await radios.getByRole("radio").nth(turn).check({ force: true });
    const list = page.getByRole("combobox", { name });
    if ((await list.count()) === 0)
      return await page.getByRole("textbox", { name }).fill(TYPED[field.type.kind]?.[turn] ?? "");
    await list.selectOption({ index: field.type.kind === "reference" ? 1 : turn + 1 });
  };
  for (const table of CODEBOOK.filter(({ name }) => isWalked("in steps", name))) {
    test(`${BOOK.one(table.name)}: entered, corrected with a reason, deleted with a reason`, async () => {
      const isChild = table.name === "patient";
      const patient = isChild ? "DD-2" : "DD-1";
      const earlier = new Set(isChild ? [] : (await rowsOf(patient, table.name)).map(({ key }) => key));
      await at(
        isChild
          ? "/centres/Dresden/patients/new/patient/new"
          : `/centres/Dresden/patients/${patient}/${table.name}/new`,
      );
      const asked = table.fields.filter(
        ({ name, type, required }) =>
          (required || ALSO.has(name)) && !FOLLOWS.has(name) && type.kind !== "key" && name !== "patient",
      );
      await page.getByRole("heading", { level: 1, name: /^New: / }).waitFor();
      if (isChild) await page.getByRole("textbox", { name: "Pseudonym" }).fill("DD-2");
      for (const field of asked) await tell(table, field, 0);
      const drafted = async () => (await rowsOf(patient, table.name)).find((row) => !earlier.has(row.key));
      await assertSoon(async () => {
        const { cells = {} } = (await drafted()) ?? {};
        return asked.every(({ name }) => (cells[name] ?? "") !== "");
      });
      const key = (await drafted())?.key ?? "";
      await page.locator('[data-save-state="saved"]').waitFor();
      await at(`/centres/Dresden/patients/${patient}/${table.name}/${key}`);
      await page.getByRole("button", { name: "Complete" }).click();
      await assertSoon(
        async () => (await rowsOf(patient, table.name)).find((row) => row.key === key)?.status === "complete",
      );

      await at(`/centres/Dresden/patients/${patient}/${table.name}/${key}`);
      const corrected = table.fields.find(
        ({ name, type }) => name !== "patient" && name !== "centre" && type.kind !== "key" && type.kind !== "reference",
      );
      assert.ok(corrected);
      await page.getByLabel("Why is it changed?").waitFor();
      await tell(table, corrected, 1);
      await page.getByLabel("Why is it changed?").fill("typed wrongly");
      await page.getByRole("button", { name: "Save the change" }).click();
      await assertSoon(
        async () => Number((await rowsOf(patient, table.name)).find((row) => row.key === key)?.version) > 2,
      );

      await at(`/centres/Dresden/patients/${patient}/${table.name}/${key}`);
      await page.getByRole("button", { name: "Delete", exact: true }).click();
      const dialog = page.getByRole("dialog", {
        name: isChild ? /the child DD-2/ : new RegExp(`^Delete: ${BOOK.one(table.name)}.*, DD-1$`),
      });
      await dialog.getByLabel("Why is it deleted?").fill("entered by mistake");
      await dialog.getByRole("button", { name: "Delete" }).click();
      await page.waitForURL(isChild ? /\/patients$/ : /\/patients\/DD-1$/);
      assert.equal((await nurse("GET", `/api/centres/Dresden/charts/${table.name}/${key}`)).status, 404);
    });
  }

  test("a child goes with its whole chart, counted first, and with its identity", async () => {
    await child("DD-3");
    for (const visited_on of ["2021-03-01", "2021-06-01"]) await enter("visit", { patient: "DD-3", visited_on });
    const lesion = await enter("lesion", { patient: "DD-3", bone: "tibia", side: "left" });
    const imaging = await enter("imaging", { patient: "DD-3", imaged_on: "2021-03-01", modality: "whole_body_mri" });
    await enter("lesion_observation", { patient: "DD-3", lesion, imaging, state: "active" });
    await investigator(
      "PUT",
      "/api/centres/Dresden/patients/DD-3/identity",
      { name: "Erfunden", bornOn: "2010-04-02", recordNumber: "4711" },
      { "if-match": '"0"' },
    );
    await at("/centres/Dresden/patients/DD-3");
    await page.getByRole("button", { name: "Delete the child" }).click();
    const dialog = page.getByRole("dialog", { name: "Delete: the child DD-3 with its whole chart" });
    await dialog.getByRole("listitem").first().waitFor();
    assert.deepEqual(await dialog.getByRole("listitem").allTextContents(), [
      "Visits: 2",
      "Imaging: 1",
      "Lesion: 1",
      "Lesion observation: 1",
      "The identity: name, birth date, record number",
    ]);
    assert.deepEqual(await violations(page), []);
    await dialog.getByLabel("Why is it deleted?").fill("the family withdrew");
    await dialog.getByRole("button", { name: "Delete" }).click();
    await page.waitForURL(/\/patients$/);
    assert.equal((await nurse("GET", "/api/centres/Dresden/patients/DD-3")).status, 404);
  });

  test("a child gets another pseudonym, the address bar follows, and the old one is offered nowhere", async () => {
    await child("Q-4");
    await enter("visit", { patient: "Q-4", visited_on: "2021-03-01" });
    await at("/centres/Dresden/patients/Q-4");
    await page.getByRole("button", { name: "Rename" }).click();
    const dialog = page.getByRole("dialog", { name: "Another pseudonym for Q-4" });
    await dialog.getByLabel("New pseudonym").fill("Maria Schmidt");
    await dialog.getByText("This looks like a name: a pseudonym holds no name.").waitFor();
    assert.deepEqual(await violations(page), []);
    await dialog.getByLabel("New pseudonym").fill("DD-4");
    await dialog.getByLabel("Why is it renamed?").fill("mistyped");
    await dialog.getByRole("button", { name: "Rename" }).click();
    await page.waitForURL(/\/patients\/DD-4$/);
    await page.getByRole("heading", { level: 1, name: "DD-4" }).waitFor();
    assert.equal((await rowsOf("DD-4", "visit")).length, 1);
    await page.getByRole("link", { name: "Patients", exact: true }).click();
    await page.getByRole("link", { name: "DD-4" }).waitFor();
    assert.equal(await page.getByText("Q-4").count(), 0);
  });

  describe("a nurse enters a child", () => {
    let own: Page;
    before(async () => {
      own = await signedInPage(browser, server, nurse);
      await own.clock.install();
    });
    const pseudonym = () => own.getByRole("textbox", { name: "Pseudonym" });
    const born = () => own.getByRole("textbox", { name: "Born", exact: true });
    const begin = async () => {
      await own.goto(`${server.address}/centres/Dresden/patients/new/patient/new`);
      await pseudonym().waitFor();
      await own.evaluate(() => localStorage.clear());
      await own.reload();
    };
    const known = async () =>
      ((await nurse("GET", "/api/patients?limit=200")).json.patients as { patient: string }[]).map(
        (one) => one.patient,
      );
    /** As if somebody looked at the page for longer than a draft waits. */
    const aWhile = async () => {
      await own.clock.fastForward(5000);
      await own.waitForLoadState("networkidle");
    };

    test("a name, or 66 letters, is refused with the rule before anything is saved", async () => {
      for (const [typed, told] of [
        ["Maria Schmidt", "This looks like a name: a pseudonym holds no name."],
        ["X".repeat(66), "The pseudonym has 66 letters."],
      ] as const) {
        await begin();
        await pseudonym().fill(typed);
        assert.equal(await pseudonym().inputValue(), typed, "nothing is cut");
        await pseudonym().press("Tab");
        await own.getByText(told).waitFor();
        await born().fill("2010-04");
        await born().press("Tab");
        await aWhile();
        assert.ok(!(await known()).some((one) => typed.startsWith(one)));
        assert.match(own.url(), /\/patients\/new\/patient\/new(\?|$)/);
      }
    });

    test("a pseudonym that fits is saved when one goes on, not when the field is left, and keeps its place", async () => {
      await begin();
      await pseudonym().fill("DD-5");
      await pseudonym().press("Tab");
      await aWhile();
      assert.ok(!(await known()).includes("DD-5"));
      const place = await born().boundingBox();
      await born().fill("2010-04");
      await own.locator('[data-save-state="saved"]').waitFor();
      assert.ok((await known()).includes("DD-5"));
      const later = await born().boundingBox();
      assert.equal(later?.x, place?.x, "no field changes its column under the hands");
      assert.ok(Math.abs((later?.y ?? 0) - (place?.y ?? 0)) < 30, "nor its row");
      // An own draft is the nurse's to take back.
      await own.getByRole("button", { name: "Delete", exact: true }).click();
      await own.getByRole("dialog").getByLabel("Why is it deleted?").fill("entered twice");
      await own.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
      await own.waitForURL(/\/patients$/);
      assert.ok(!(await known()).includes("DD-5"));
    });

    test("the centre's pattern is set by an administrator and told at the field", async () => {
      const admin = await signedInPage(browser, server, await server.person("ada", "administrator", null));
      await admin.goto(`${server.address}/administration?tab=centres`);
      await admin.getByRole("button", { name: "Change: Pseudonyms of Dresden" }).click();
      await admin.getByLabel("How its pseudonyms are written").fill("UL-###");
      await admin.getByText("Such as UL-001").waitFor();
      assert.deepEqual(await violations(admin), []);
      await admin.getByRole("button", { name: "Save" }).click();
      await admin.getByRole("cell", { name: "UL-###" }).waitFor();
      await admin.close();
      await begin();
      await own.getByText("This centre writes UL-###, such as UL-001.").waitFor();
      await pseudonym().fill("DD-6");
      await own.getByText("Pseudonyms of this centre are written UL-###.").waitFor();
      await pseudonym().fill("UL-006");
      await born().fill("2010-04");
      await own.locator('[data-save-state="saved"]').waitFor();
      assert.ok((await known()).includes("UL-006"));
      await own.close();
    });
  });
});

/** Asked by a rule once another field is told. */
const ALSO = new Set(["distant_from_lesions", "value"]);
/** Told by the form itself: from the rights of the person, or from the field before. */
const FOLLOWS = new Set(["centre", "drug_class"]);

interface Row {
  readonly table: string;
  readonly key: string;
  readonly status: string;
  readonly version: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** Rows that others refer to. */
const PARENTS: Readonly<Record<string, Record<string, string>>> = {
  visit: { visited_on: "2021-03-01" },
  imaging: { imaged_on: "2021-03-01", modality: "whole_body_mri" },
  lesion: { bone: "tibia", side: "left" },
  treatment: {
    drug: "pamidronate",
    drug_class: "bisphosphonate",
    started_on: "2021-03-02",
    stopped_on: "not applicable",
  },
  manifestation: { kind: "arthritis", noticed_on: "2021-05", distant_from_lesions: "yes" },
};

/** What is typed at first, and what corrects it. */
const TYPED: Readonly<Record<string, readonly [string, string]>> = {
  date: ["2021-05-01", "2021-05-02"],
  "partial-date": ["2010-05", "2010-06"],
  integer: ["1", "2"],
  decimal: ["1", "2"],
  text: ["one", "other"],
};

/** Waits until something is so, as the server tells it. */
async function assertSoon(isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail("it did not come to be so");
}
