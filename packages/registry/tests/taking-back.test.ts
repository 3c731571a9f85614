import assert from "node:assert/strict";
import { before, test } from "node:test";
import { CODEBOOK, tableNamed } from "@osteon/codebook";
import {
  AuditVerifier,
  asRole,
  deleteRow,
  exportAudit,
  lookAtRemoval,
  planImport,
  readChart,
  readIdentity,
  readIdentityKeys,
  removeRow,
  renameChild,
  type Session,
  saveEncounter,
  saveRow,
  setLock,
  signVisit,
  writeIdentity,
} from "@osteon/registry";
import { type RawBuilder, sql } from "kysely";
import { member, onEnginesBelow, outcome } from "./both-engines.ts";
import { accountOf, enterChart, type Role, seedTwoCentres } from "./seeded.ts";

const KEYS = readIdentityKeys(`test ${"5a".repeat(32)}`);
const IDENTITY = { name: "Erfunden", bornOn: "1999-11-03", recordNumber: "4711" };

onEnginesBelow("taking back", ({ database }) => {
  const as = <T>(
    role: Role,
    work: (session: Session) => Promise<T>,
    reason = "entered by mistake",
    centre = "Aachen",
  ) => asRole(database(), member(accountOf(role, centre), { reason }), work);
  const at = (table: string, key: string, centre = "Aachen") => ({ centre, table: tableNamed(table), key });
  const remove = async (role: Role, table: string, key: string) =>
    await as(role, async (session) => {
      const seen = (await lookAtRemoval(session, at(table, key)))?.seen ?? "";
      return await removeRow(session, at(table, key), seen);
    });
  const chartOf = (patient: string) => as("investigator", (session) => readChart(session, "Aachen", patient));
  const KEEPER = { role: "osteon_keeper", account: "keeper" } as const;
  const told = <T>(question: RawBuilder<T>) => asRole(database(), KEEPER, (session) => question.execute(session));
  const verdict = async () => {
    const verifier = new AuditVerifier("trail");
    let row = 0;
    for await (const piece of exportAudit(database(), KEEPER, "ndjson"))
      for (const line of piece.trimEnd().split("\n")) verifier.line(line, ++row);
    return verifier.end();
  };
  before(async () => await seedTwoCentres(database()));

  test("what goes with a child is counted first, and goes with it in one step", async () => {
    await enterChart(database(), "Aachen", "T1");
    await as("investigator", (session) =>
      writeIdentity(session, KEYS, { patient: "P-T1", centre: "Aachen" }, IDENTITY, 0),
    );
    await as("investigator", (session) => signVisit(session, "Aachen", "visit-T1", "author", "Dr X"));
    await as("monitor", (session) =>
      sql`select work.ask('visit', 'visit-T1', 'pain_nrs', 'Is it so?', 'Aachen', 'P-T1')`.execute(session),
    );
    await as("study_nurse", (session) =>
      sql`insert into work.reading (centre, patient, entity, row_key, cells) values ('Aachen', 'P-T1', 'visit', 'visit-T1', '{}')`.execute(
        session,
      ),
    );
    const removal = await as("investigator", (session) => lookAtRemoval(session, at("patient", "P-T1")));
    assert.ok(removal);
    assert.deepEqual(
      removal.takes.map(({ table, rows }) => `${rows} ${table}`),
      CODEBOOK.slice(1).map(({ name }) => `1 ${name}`),
    );
    const { signatures, openQueries, identity, complete, locks, allowed } = removal;
    assert.deepEqual(
      { signatures, openQueries, identity, complete, locks, allowed },
      { signatures: 1, openQueries: 1, identity: true, complete: true, locks: [], allowed: true },
    );
    assert.equal(await remove("investigator", "patient", "P-T1"), "removed");
    assert.deepEqual(await chartOf("P-T1"), []);
    const { rows } = await told(sql<{ left: number }>`select
      (select count(*) from identity.person where patient = 'P-T1') + (select count(*) from work.query where patient = 'P-T1')
      + (select count(*) from work.reading where patient = 'P-T1')
      + (select count(*) from work.signature where patient = 'P-T1' and voided_at is null) as left`);
    assert.equal(Number(rows[0]?.left), 0);
    const { rows: noted } = await told(sql<{ entity: string }>`select distinct entity from audit.entry
      where action = 'delete' and patient = 'P-T1' and reason = 'entered by mistake' and entity like 'chart.%'`);
    assert.equal(noted.length, CODEBOOK.length, "each table is in the trail");
  });

  test("a lesion takes its observations along, an examination what it shows, a visit its results", async () => {
    for (const [table, with_] of [
      ["lesion", "lesion_observation"],
      ["imaging", "lesion_observation"],
      ["visit", "laboratory"],
      ["treatment", "course"],
      ["manifestation", "joint"],
    ] as const) {
      const tag = `T2-${table}`;
      await enterChart(database(), "Aachen", tag);
      const key = `${table}-${tag}`;
      const seen = await as("investigator", (session) => lookAtRemoval(session, at(table, key)));
      assert.ok(
        seen?.takes.some((one) => one.table === with_ && one.rows === 1),
        `${table} takes ${with_}`,
      );
      assert.equal(await remove("investigator", table, key), "removed");
      const left = new Set((await chartOf(`P-${tag}`)).map((row) => row.table));
      assert.ok(!left.has(table) && !left.has(with_) && left.has("patient"));
    }
  });

  test("a result that was entered twice and is taken back, by whichever way, takes its question along, at the other one too", async () => {
    await enterChart(database(), "Aachen", "T9");
    const laboratory = tableNamed("laboratory");
    const stands = (await chartOf("P-T9")).find(({ table }) => table === "laboratory");
    const open = async () =>
      (
        await told(sql<{ asked: string }>`select row_key || ' ' || code as asked from work.query
          where patient = 'P-T9' and raised_by = 'rule' and state <> 'closed' order by 1`)
      ).rows.map(({ asked }) => asked);
    const before = await open();
    const ways: readonly (readonly [string, (key: string, session: Session) => Promise<unknown>])[] = [
      ["as one row", (key: string, session: Session) => deleteRow(session, laboratory, "Aachen", key, 1)],
      ["with all that hangs on it", (key: string) => remove("investigator", "laboratory", key)],
      [
        "with an encounter",
        (key: string, session: Session) =>
          saveEncounter(session, {
            ...{ centre: "Aachen", patient: "P-T9", rows: [] },
            removed: [{ table: laboratory, key, version: 1 }],
          }),
      ],
    ];
    for (const [way, back] of ways) {
      const key = `twice ${way}`;
      const twice = { ...stands?.cells, laboratory: key };
      const wanted = { table: laboratory, cells: twice, centre: "Aachen", status: "complete", version: 0 } as const;
      await as("investigator", (session) => saveRow(session, wanted));
      assert.ok((await open()).includes(`${key} same-content`), way);
      await as("investigator", (session) => back(key, session));
      assert.deepEqual(await open(), before, way);
    }
  });

  test("what was changed since it was looked at is not deleted", async () => {
    await enterChart(database(), "Aachen", "T3");
    const seen = await as("investigator", (session) => lookAtRemoval(session, at("lesion", "lesion-T3")));
    const observation = {
      lesion_observation: "",
      patient: "P-T3",
      imaging: "imaging-T3",
      lesion: "lesion-T3",
      state: "new",
    };
    await as("study_nurse", (session) =>
      saveRow(session, {
        table: tableNamed("lesion_observation"),
        cells: observation,
        centre: "Aachen",
        status: "draft",
        version: 0,
      }),
    );
    assert.equal(
      await as("investigator", (session) => removeRow(session, at("lesion", "lesion-T3"), seen?.seen ?? "")),
      "changed",
    );
    assert.ok((await chartOf("P-T3")).some(({ table }) => table === "lesion"));
  });

  test("a lock refuses, and whose it is is told; a reason is needed", async () => {
    await enterChart(database(), "Aachen", "T4");
    await as("data_manager", (session) =>
      setLock(session, { scope: "visit", centre: "Aachen", patient: "P-T4", visit: "visit-T4" }),
    );
    const seen = await as("investigator", (session) => lookAtRemoval(session, at("patient", "P-T4")));
    assert.deepEqual(
      seen?.locks.map(({ scope, visit, setBy }) => [scope, visit, setBy]),
      [["visit", "visit-T4", "data_manager@Aachen"]],
    );
    assert.equal(await outcome(() => remove("investigator", "patient", "P-T4")), "OS006");
    assert.equal(await outcome(() => remove("investigator", "visit", "visit-T4")), "OS006");
    assert.equal(await outcome(() => remove("investigator", "laboratory", "laboratory-T4")), "OS006");
    const culture = await as("investigator", (session) => lookAtRemoval(session, at("culture", "culture-T4")));
    assert.deepEqual(culture?.locks, []);
    const silent = () =>
      as("investigator", (session) => removeRow(session, at("culture", "culture-T4"), culture?.seen ?? ""), "");
    assert.equal(await outcome(silent), "OS005");
    assert.ok((await chartOf("P-T4")).some(({ table }) => table === "culture"));
  });

  test("a nurse takes back the own draft and the own lesion, and nothing of others", async () => {
    const draft = (role: Role, key: string) =>
      as(role, (session) =>
        saveRow(session, {
          table: tableNamed("visit"),
          cells: { visit: key, patient: "P-A", pain_nrs: "4" },
          centre: "Aachen",
          status: "draft",
          version: 0,
        }),
      );
    await draft("study_nurse", "own");
    await draft("investigator", "other");
    await draft("study_nurse", "touched");
    await as("investigator", (session) =>
      sql`update chart.visit set pain_nrs = 5 where visit = 'touched' and centre = 'Aachen'`.execute(session),
    );
    assert.equal(await remove("study_nurse", "visit", "own"), "removed");
    for (const key of ["other", "touched", "visit-A"]) {
      const seen = await as("study_nurse", (session) => lookAtRemoval(session, at("visit", key)));
      assert.equal(seen?.allowed, false, key);
      await assert.rejects(remove("study_nurse", "visit", key));
    }
    await enterChart(database(), "Aachen", "T5");
    assert.equal(await remove("study_nurse", "lesion", "lesion-T5"), "removed");
    await assert.rejects(remove("monitor", "visit", "other"));
    assert.equal(
      await as("investigator", (session) => lookAtRemoval(session, at("visit", "visit-B", "Berlin"))),
      undefined,
    );
  });

  test("a child gets another pseudonym in every table; locks and signatures stand, the identity opens", async () => {
    await enterChart(database(), "Aachen", "T6");
    await as("investigator", (session) =>
      writeIdentity(session, KEYS, { patient: "P-T6", centre: "Aachen" }, IDENTITY, 0),
    );
    await as("investigator", (session) => signVisit(session, "Aachen", "visit-T6", "author", "Dr X"));
    await as("monitor", (session) =>
      sql`select work.ask('patient', 'P-T6', 'sex', 'Is it so?', 'Aachen', 'P-T6')`.execute(session),
    );
    await as("data_manager", (session) => setLock(session, { scope: "patient", centre: "Aachen", patient: "P-T6" }));
    const rename = (role: Role, becomes: string, reason?: string) =>
      as(role, (session) => renameChild(session, KEYS, { centre: "Aachen", patient: "P-T6", becomes }), reason);
    const earlier = await chartOf("P-T6");
    assert.equal(await outcome(() => rename("study_nurse", "UL-600")), "OS007");
    assert.equal(await outcome(() => rename("investigator", "UL-600", "")), "OS005");
    assert.equal(await outcome(() => rename("investigator", "P-A")), "23505");
    assert.equal((await rename("investigator", "Maria Schmidt"))[0]?.code, "looks-like-a-name");
    assert.deepEqual(await rename("data_manager", "UL-600", "a name was typed"), []);
    assert.deepEqual(await chartOf("P-T6"), []);
    const bare = (rows: typeof earlier) =>
      rows.map(({ table, cells: { patient: _, ...cells }, version }) => ({ table, version, cells }));
    assert.deepEqual(bare(await chartOf("UL-600")), bare(earlier));
    const { rows } = await told(sql`select
      (select count(*)::int from work.signature where patient = 'UL-600' and voided_at is null) as signatures,
      (select count(*)::int from work.lock where patient = 'UL-600' and lifted_at is null) as locks,
      (select count(*)::int from work.query where patient = 'UL-600' and row_key = 'UL-600') as queries`);
    assert.deepEqual(rows[0], { signatures: 1, locks: 1, queries: 1 });
    const read = await as("investigator", (session) =>
      readIdentity(session, KEYS, { centre: "Aachen", patient: "UL-600" }),
    );
    assert.deepEqual(read?.identity, IDENTITY);
    const { rows: noted } = await told(sql<{ after: unknown; reason: string }>`select after, reason from audit.entry
      where action = 'rename' and patient = 'UL-600'`);
    assert.deepEqual(noted, [{ after: { from: "P-T6", to: "UL-600" }, reason: "a name was typed" }]);
    const { rows: moved } = await told(sql`select action, entity from audit.entry
      where reason = 'a name was typed' and action in ('insert', 'delete')`);
    assert.deepEqual(moved, [], "nothing of the chart went or came");
    // The lock still refuses, and a change of what was signed still voids the signature.
    const change = () =>
      as("investigator", (session) =>
        sql`update chart.visit set pain_nrs = 1 where visit = 'visit-T6' and centre = 'Aachen'`.execute(session),
      );
    assert.equal(await outcome(change), "OS006");
    await as("data_manager", (session) =>
      sql`update work.lock set lifted_at = now(), lifted_by = 'x' where patient = 'UL-600'`.execute(session),
    );
    const standing = async () =>
      (await told(sql`select 1 from work.signature where patient = 'UL-600' and voided_at is null`)).rows.length;
    // Writing the same content again leaves the signature; another content voids it.
    await as("investigator", (session) =>
      sql`update chart.visit set row_status = row_status where visit = 'visit-T6' and centre = 'Aachen'`.execute(
        session,
      ),
    );
    assert.equal(await standing(), 1);
    assert.equal(await outcome(change), "done");
    assert.equal(await standing(), 0);
  });

  test("nobody moves a row to another child but by renaming the child", async () => {
    const code = await outcome(() =>
      as("investigator", (session) =>
        sql`update chart.visit set patient = 'aside' where visit = 'visit-A' and centre = 'Aachen'`.execute(session),
      ),
    );
    assert.equal(code, "OS004");
  });

  test("the centre's pattern holds for new children by hand and by file; without one a name is refused", async () => {
    const enter = (patient: string) =>
      as("study_nurse", (session) =>
        saveRow(session, {
          table: tableNamed("patient"),
          cells: { patient },
          centre: "Aachen",
          status: "draft",
          version: 0,
        }),
      );
    const refusal = async (patient: string) => {
      const saved = await enter(patient);
      return saved.ok
        ? "saved"
        : saved.because === "problems"
          ? saved.problems.map(({ code }) => code).join()
          : "other";
    };
    assert.equal(await refusal("Maria Schmidt"), "looks-like-a-name");
    assert.equal(await refusal("X".repeat(66)), "too-long");
    await as("administrator", (session) =>
      sql`update access.centre set pseudonym_pattern = 'UL-###' where centre = 'Aachen'`.execute(session),
    );
    assert.equal(await refusal("XY-1"), "pseudonym-pattern");
    assert.equal(await refusal("UL-700"), "saved");
    const charts = [
      {
        name: "patient",
        file: "patient.csv",
        rows: [
          { row: 2, cells: { patient: "Anna Beispiel", centre: "Aachen" } },
          { row: 3, cells: { patient: "UL-701", centre: "Aachen" } },
          // A child that is here already keeps its pseudonym.
          { row: 4, cells: { patient: "P-A", centre: "Aachen" } },
        ],
      },
    ];
    const plan = await as("data_manager", (session) => planImport(session, charts));
    const told = plan.problems.filter(({ where }) => where.column === "patient");
    assert.deepEqual(
      told.map(({ code, where }) => [code, where.row]),
      [["pseudonym-pattern", 2]],
    );
    assert.match(told[0]?.fix ?? "", /UL-001/);
  });

  test("the trail verifies after all of it", async () => {
    const { problems, entries } = await verdict();
    assert.deepEqual(problems, []);
    assert.ok(entries > 100, String(entries));
  });
});
