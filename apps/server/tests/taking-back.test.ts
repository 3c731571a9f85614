import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { type Client, type RunningServer, runningServer } from "./running-server.ts";

/** What can be taken back, over HTTP: by whom, after what count, and with which answer where it may not. */
describe("taking back", () => {
  let server: RunningServer;
  let nurse: Client;
  let investigator: Client;
  let manager: Client;
  let monitor: Client;
  let other: Client;
  let administrator: Client;
  before(async () => {
    server = await runningServer("server");
    nurse = await server.person("nora", "study_nurse", "Dresden");
    investigator = await server.person("ida", "investigator", "Dresden");
    manager = await server.person("dora", "data_manager", "Dresden");
    monitor = await server.person("mo", "monitor", "Dresden");
    other = await server.person("otto", "investigator", "Jena");
    administrator = await server.person("ada", "administrator", null);
  });
  after(async () => await server?.end());

  const enter = async (table: string, cells: Record<string, string>, status = "complete"): Promise<string> => {
    const made = await nurse("POST", `/api/centres/Dresden/charts/${table}`, { cells, status });
    assert.equal(made.status, 201, made.text);
    return (made.json.row as { key: string }).key;
  };
  const child = (patient: string) =>
    enter("patient", {
      patient,
      cohort: "cno",
      born_on: "2010-04",
      diagnosed_on: "2021-02-03",
      last_contact_on: "2022-02-03",
    });
  const path = (table: string, key: string) =>
    `/api/centres/Dresden/charts/${table}/${encodeURIComponent(key)}/removal`;
  const remove = async (who: Client, table: string, key: string, reason = "entered by mistake") => {
    const { json } = await who("GET", path(table, key));
    return await who("POST", path(table, key), { seen: json.seen ?? "0".repeat(64), reason });
  };
  const codeOf = (answer: { json: Readonly<Record<string, unknown>> }) =>
    (answer.json.problems as { code: string }[])[0]?.code;

  test("a child goes with its chart and its identity, after a count, by who may delete", async () => {
    await child("DD-1");
    const visit = await enter("visit", { patient: "DD-1", visited_on: "2021-03-01" });
    await enter("laboratory", {
      patient: "DD-1",
      visit,
      sampled_on: "2021-03-01",
      analyte: "crp",
      value: "1",
      unit: "mg/L",
    });
    await investigator(
      "PUT",
      "/api/centres/Dresden/patients/DD-1/identity",
      { name: "Erfunden", bornOn: "2010-04-02", recordNumber: "4711" },
      { "if-match": '"0"' },
    );
    const { json } = await investigator("GET", path("patient", "DD-1"));
    assert.deepEqual(json.takes, [
      { table: "visit", rows: 1 },
      { table: "laboratory", rows: 1 },
    ]);
    assert.equal(json.identity, true);
    for (const who of [nurse, monitor]) {
      const refused = await remove(who, "patient", "DD-1");
      assert.deepEqual([refused.status, codeOf(refused)], [403, "not-allowed"]);
    }
    assert.equal((await remove(other, "patient", "DD-1")).status, 404);
    assert.equal((await investigator("POST", path("patient", "DD-1"), { seen: json.seen })).status, 400);
    assert.equal((await remove(investigator, "patient", "DD-1")).status, 204);
    assert.equal((await nurse("GET", "/api/centres/Dresden/patients/DD-1")).status, 404);
    await child("DD-1");
    assert.equal(
      (await investigator("GET", "/api/centres/Dresden/patients/DD-1/identity")).status,
      404,
      "the identity is not there again",
    );
  });

  test("a lock is named with who set it, and rows written since the count stop the deletion", async () => {
    await child("DD-2");
    const visit = await enter("visit", { patient: "DD-2", visited_on: "2021-03-01" });
    const { json: early } = await investigator("GET", path("visit", visit));
    await enter("laboratory", {
      patient: "DD-2",
      visit,
      sampled_on: "2021-03-01",
      analyte: "crp",
      value: "1",
      unit: "mg/L",
    });
    const late = await investigator("POST", path("visit", visit), { seen: early.seen, reason: "mistake" });
    assert.deepEqual([late.status, codeOf(late)], [409, "removal-overtaken"]);
    await manager("POST", "/api/locks", { scope: "visit", centre: "Dresden", patient: "DD-2", visit });
    const locked = await remove(investigator, "patient", "DD-2");
    assert.equal(locked.status, 423);
    assert.match(locked.text, /locked by dora on \d{4}-\d\d-\d\d/);
  });

  test("a nurse takes back the own draft", async () => {
    await child("DD-3");
    const draft = await enter("visit", { patient: "DD-3", pain_nrs: "3" }, "draft");
    assert.equal((await remove(nurse, "visit", draft)).status, 204);
  });

  test("a child is renamed by who may delete, with a reason, to what is free and holds no name", async () => {
    await child("DD-4");
    const to = (who: Client, pseudonym: string, reason = "mistyped") =>
      who("POST", "/api/centres/Dresden/patients/DD-4/pseudonym", { pseudonym, reason });
    assert.equal((await to(nurse, "DD-44")).status, 404);
    assert.equal((await to(investigator, "DD-44", "")).status, 400);
    assert.equal(codeOf(await to(investigator, "Maria Schmidt")), "looks-like-a-name");
    assert.equal(codeOf(await to(investigator, "D".repeat(66))), "too-long");
    assert.deepEqual([(await to(investigator, "DD-3")).status, codeOf(await to(investigator, "DD-3"))], [409, "taken"]);
    assert.equal((await to(investigator, "DD-44")).status, 200);
    assert.equal((await nurse("GET", "/api/centres/Dresden/patients/DD-4")).status, 404);
    assert.equal((await nurse("GET", "/api/centres/Dresden/patients/DD-44")).status, 200);
  });

  test("a centre's pattern is set by an administrator and holds for new children", async () => {
    const set = (who: Client, pattern: string) => who("PUT", "/api/centres/Dresden/pseudonyms", { pattern });
    assert.equal((await set(investigator, "UL-###")).status, 403);
    assert.equal(codeOf(await set(administrator, "UL")), "pattern-unfit");
    assert.equal((await set(administrator, "UL-###")).status, 200);
    const { json } = await nurse("GET", "/api/centres");
    assert.deepEqual(
      (json.centres as { centre: string; pattern: string | null }[]).map(({ centre, pattern }) => [centre, pattern]),
      [
        ["Dresden", "UL-###"],
        ["Jena", null],
      ],
    );
    const enters = (patient: string) =>
      nurse("POST", "/api/centres/Dresden/charts/patient", { cells: { patient }, status: "draft" });
    assert.equal(codeOf(await enters("DD-5")), "pseudonym-pattern");
    assert.equal((await enters("UL-005")).status, 201);
    assert.equal((await set(administrator, "")).status, 200);
    assert.equal((await enters("DD-5")).status, 201);
  });
});
