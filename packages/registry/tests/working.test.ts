import assert from "node:assert/strict";
import { before, test } from "node:test";
import { tableNamed } from "@osteon/codebook";
import {
  adjudicate,
  askQuery,
  asRole,
  deleteRow,
  doubleReadings,
  liftLock,
  listQueries,
  moveQuery,
  newIdentityKey,
  readIdentity,
  readIdentityKeys,
  readRow,
  type Session,
  saveRow,
  setLock,
  signaturesOf,
  signVisit,
  submitReading,
  writeIdentity,
} from "@osteon/registry";
import { sql } from "kysely";
import { member, onEnginesBelow, outcome } from "./both-engines.ts";
import { keyFor } from "./invented-chart.ts";
import { accountOf, enterChart, type Role, seedTwoCentres } from "./seeded.ts";

onEnginesBelow("locks, signatures, queries, readings and identities", ({ database }) => {
  before(async () => {
    await seedTwoCentres(database());
    for (const tag of ["L", "S", "Q"]) await enterChart(database(), "Aachen", tag);
  });

  const as = <T>(role: Role, work: (session: Session) => Promise<T>, centre = "Aachen") =>
    asRole(database(), member(accountOf(role, centre), { reason: "test" }), work);
  const change = async (table: string, tag: string, cells: Record<string, string>) =>
    as("study_nurse", async (session) => {
      const was = await readRow(session, tableNamed(table), "Aachen", keyFor(table, tag));
      const wanted = {
        table: tableNamed(table),
        cells: { ...was?.cells, ...cells },
        centre: "Aachen",
        status: "complete",
        version: was?.version ?? 0,
      } as const;
      const saved = await saveRow(session, wanted);
      assert.ok(saved.ok, JSON.stringify(saved));
    });

  test("a locked visit refuses changes to it and its laboratory results, in the database, also for imports", async () => {
    const where = { centre: "Aachen", patient: "P-L" };
    const lock = await as("data_manager", (session) =>
      setLock(session, { scope: "visit", ...where, visit: "visit-L" }),
    );
    assert.equal(typeof lock, "number");
    assert.equal(await outcome(() => change("visit", "L", { pain_nrs: "1" })), "OS006");
    assert.equal(await outcome(() => change("laboratory", "L", { value: "2" })), "OS006");
    assert.equal(
      await outcome(() =>
        as("data_manager", (session) => deleteRow(session, tableNamed("laboratory"), "Aachen", "laboratory-L", 1)),
      ),
      "OS006",
    );
    const bulk = sql`insert into chart.laboratory (laboratory, patient, visit, centre) select 'more', 'P-L', 'visit-L', 'Aachen'`;
    assert.equal(await outcome(() => as("data_manager", (session) => bulk.execute(session))), "OS006");
    assert.equal(
      await outcome(() => change("treatment", "L", { dose: "1", dose_unit: "mg" })),
      "done",
      "the rest of the chart is open",
    );
    const why = (role: Role, centre: string) =>
      as(role, async (s) => (await sql`select work.lock_reason(${lock}) as why`.execute(s)).rows, centre);
    assert.deepEqual(await why("study_nurse", "Aachen"), [{ why: "test" }], "who cannot read the trail is told why");
    assert.deepEqual(await why("study_nurse", "Berlin"), [{ why: null }]);
    assert.equal(await as("data_manager", (session) => liftLock(session, lock ?? 0)), true);
    assert.equal(await outcome(() => change("visit", "L", { pain_nrs: "1" })), "done");
  });

  test("a locked chart and a locked study refuse every change", async () => {
    for (const wanted of [
      { scope: "patient", centre: "Aachen", patient: "P-L" },
      { scope: "study", centre: "Aachen" },
    ] as const) {
      const lock = await as("data_manager", (session) => setLock(session, wanted));
      assert.equal(await as("data_manager", (session) => setLock(session, wanted)), undefined, "it is locked already");
      assert.equal(await outcome(() => change("joint", "L", { site: "ankle" })), "OS006");
      assert.equal(await outcome(() => change("patient", "L", { sex: "male" })), "OS006");
      assert.equal(
        await outcome(() => change("joint", "A", { site: "knee" })),
        wanted.scope === "study" ? "OS006" : "done",
      );
      await as("data_manager", (session) => liftLock(session, lock ?? 0));
    }
  });

  test("a signature is bound to the content: another cell voids it, the same cells do not", async () => {
    await as("investigator", (session) => signVisit(session, "Aachen", "visit-S", "approved", "Dr Ada Invented"));
    const standing = async () =>
      (await as("monitor", (session) => signaturesOf(session, "Aachen", "P-S"))).filter(
        ({ voidedAt }) => voidedAt === null,
      ).length;
    assert.equal(await standing(), 1);
    await change("visit", "S", { pain_nrs: "7" });
    assert.equal(await standing(), 1, "saved again without a change");
    await change("laboratory", "S", { value: "1.70" });
    assert.equal(await standing(), 0, "a result that was read at the visit");
    await as("investigator", (session) => signVisit(session, "Aachen", "visit-S", "reviewed", "Dr Ada Invented"));
    await change("visit", "S", { pain_nrs: "6" });
    assert.equal(await standing(), 0);
  });

  test("a signature outlives a column that came later, until something is entered there", async () => {
    await as("investigator", (session) => signVisit(session, "Aachen", "visit-S", "approved", "Dr Ada Invented"));
    const standing = async () =>
      (await as("monitor", (session) => signaturesOf(session, "Aachen", "P-S"))).filter(
        ({ voidedAt }) => voidedAt === null,
      ).length;
    await sql`alter table chart.visit add column later text`.execute(database().kysely);
    await sql`grant update (later) on chart.visit to osteon_member`.execute(database().kysely);
    try {
      await change("visit", "S", {});
      assert.equal(await standing(), 1);
      await as("study_nurse", (session) =>
        sql`update chart.visit set later = 'entered' where centre = 'Aachen' and visit = 'visit-S'`.execute(session),
      );
      assert.equal(await standing(), 0);
    } finally {
      await sql`alter table chart.visit drop column later`.execute(database().kysely);
    }
  });

  test("a draft, another centre's visit, and a nurse cannot sign", async () => {
    await as("study_nurse", (session) =>
      saveRow(session, {
        table: tableNamed("visit"),
        cells: { visit: "draft-S", patient: "P-S" },
        centre: "Aachen",
        status: "draft",
        version: 0,
      }),
    );
    const sign = (role: Role, visit: string, centre?: string) =>
      outcome(() => as(role, (session) => signVisit(session, "Aachen", visit, "author", "X"), centre));
    assert.equal(await sign("investigator", "draft-S"), "OS008");
    assert.equal(await sign("investigator", "visit-S", "Berlin"), "OS007");
    assert.equal(await sign("study_nurse", "visit-S"), "OS007");
  });

  test("a query goes from the monitor to the nurse and back, with its history", async () => {
    const about = { centre: "Aachen", patient: "P-Q", entity: "visit", rowKey: "visit-Q", field: "pain_nrs" };
    const query = await as("monitor", (session) => askQuery(session, about, "Seven, in writing?"));
    const move = (role: Role, state: "open" | "answered" | "closed") =>
      outcome(() => as(role, (session) => moveQuery(session, query, state, `${role} says`)));
    assert.equal(await move("study_nurse", "closed"), "42501", "a nurse closes no query");
    assert.equal(await move("study_nurse", "answered"), "done");
    assert.equal(await move("study_nurse", "answered"), "OS009");
    assert.equal(await move("monitor", "open"), "done");
    assert.equal(await move("investigator", "answered"), "done");
    assert.equal(await move("monitor", "closed"), "done");
    const [listed] = await as("study_nurse", (session) => listQueries(session, { patient: "P-Q", limit: 10 }));
    assert.deepEqual(
      listed?.messages.map(({ state, says }) => [state, says]),
      [
        ["open", "Seven, in writing?"],
        ["answered", "study_nurse says"],
        ["open", "monitor says"],
        ["answered", "investigator says"],
        ["closed", "monitor says"],
      ],
    );
    assert.deepEqual(await as("study_nurse", (session) => listQueries(session, { limit: 10 }), "Berlin"), []);
    assert.equal(await outcome(() => as("monitor", (session) => askQuery(session, about, "x"), "Berlin")), "42501");
  });

  test("two readers read alone; a third person decides; both readings stay", async () => {
    const about = { centre: "Aachen", patient: "P-Q", entity: "visit", rowKey: "visit-Q" };
    await as("study_nurse", (session) => submitReading(session, about, { pain_nrs: "7", swelling: "yes" }));
    assert.equal(
      await outcome(() => as("study_nurse", (session) => submitReading(session, about, { pain_nrs: "6" }))),
      "23505",
    );
    const seen = () =>
      as("investigator", (session) => sql`select 1 from work.reading`.execute(session)).then(({ rows }) => rows.length);
    assert.equal(await seen(), 0, "the first reading is hidden from the second reader");
    assert.equal(
      await outcome(() => as("investigator", (session) => adjudicate(session, about, {}))),
      "42501",
      "nothing to decide yet",
    );
    await as("investigator", (session) => submitReading(session, about, { pain_nrs: "5", swelling: "yes" }));
    assert.equal(await seen(), 2);
    const [double] = await as("monitor", (session) => doubleReadings(session, "visit"));
    assert.deepEqual(
      double?.fields.filter(({ agree }) => !agree),
      [{ field: "pain_nrs", first: "7", second: "5", agree: false }],
    );
    await as("investigator", (session) => adjudicate(session, about, { pain_nrs: "7", swelling: "yes" }));
    assert.equal((await as("monitor", (session) => doubleReadings(session, "visit")))[0]?.decided?.pain_nrs, "7");
  });

  const keys = readIdentityKeys(newIdentityKey("2026"));
  const identity = { name: "Canary Übermut", bornOn: "1999-11-03", recordNumber: "R-4711-CANARY" };

  test("an identity is read by nurse and investigator of the centre alone, and each reading is noted", async () => {
    const whose = { patient: "P-Q", centre: "Aachen" };
    assert.equal(await as("study_nurse", (session) => writeIdentity(session, keys, whose, identity, 0)), 1);
    assert.equal(
      await outcome(() => as("study_nurse", (session) => writeIdentity(session, keys, whose, identity, 7))),
      "OS010",
    );
    for (const role of ["study_nurse", "investigator"] as const) {
      assert.deepEqual(
        (await as(role, (session) => readIdentity(session, keys, { patient: "P-Q", centre: "Aachen" })))?.identity,
        identity,
      );
      assert.equal(
        await as(role, (session) => readIdentity(session, keys, { patient: "P-Q", centre: "Aachen" }), "Berlin"),
        undefined,
      );
    }
    for (const role of ["data_manager", "monitor", "statistician"] as const) {
      assert.equal(
        await as(role, (session) => readIdentity(session, keys, { patient: "P-Q", centre: "Aachen" })),
        undefined,
      );
      assert.equal(
        await outcome(() => as(role, (session) => writeIdentity(session, keys, whose, identity, 1))),
        "OS007",
      );
    }
    const { rows } = await asRole(database(), { role: "osteon_keeper", account: "k" }, (session) =>
      sql`select actor from audit.entry where action = 'read-identity' order by seq`.execute(session),
    );
    assert.deepEqual(rows, [
      { actor: accountOf("study_nurse", "Aachen") },
      { actor: accountOf("investigator", "Aachen") },
    ]);
  });

  test("without the key, with another key, or moved to another child, an identity does not open", async () => {
    const read = (other: typeof keys) =>
      as("investigator", (session) => readIdentity(session, other, { patient: "P-Q", centre: "Aachen" }));
    await assert.rejects(read(new Map()), /is not among the keys/);
    await assert.rejects(read(new Map([["2026", Buffer.alloc(32)]])));
    await database().script(`begin; set local osteon.account = 'x'; set local role osteon_system;
      insert into identity.person (patient, centre, sealed, sealed_with, written_by)
      select 'P-S', centre, sealed, sealed_with, 'x' from identity.person where patient = 'P-Q'; commit;`);
    await assert.rejects(
      as("investigator", (session) => readIdentity(session, keys, { patient: "P-S", centre: "Aachen" })),
    );
  });

  test("no table holds a word of the identity", async () => {
    const { rows: tables } = await sql<{
      name: string;
    }>`select table_schema || '.' || table_name as name from information_schema.tables
      where table_schema in ('access', 'audit', 'chart', 'identity', 'work') and table_type = 'BASE TABLE'`.execute(
      database().kysely,
    );
    let rows = 0;
    for (const { name } of tables) {
      if (name === "work.answered") continue;
      const { rows: texts } = await asRole(database(), { role: "osteon_keeper", account: "k" }, (session) =>
        sql<{ text: string }>`select whole::text as text from ${sql.table(name)} whole`.execute(session),
      );
      rows += texts.length;
      for (const { text } of texts) assert.doesNotMatch(text, /canary|Übermut|1999-11-03/i, name);
    }
    assert.ok(rows > 100, `${rows} rows were looked at`);
    assert.ok(tables.length > 25);
  });
});
