import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { CODEBOOK, tableNamed } from "@osteon/codebook";
import {
  AuditVerifier,
  asRole,
  doubleReadings,
  drill,
  exportAudit,
  layBackup,
  liftLock,
  listQueries,
  migrate,
  readIdentity,
  readIdentityKeys,
  readRow,
  restoreBackup,
  type StoredRow,
  saveRow,
  signaturesOf,
  undoBatch,
  writeBackup,
} from "@osteon/registry";
import { sql } from "kysely";
import { backupLines } from "../../src/backup/backup-lines.ts";
import { type Engine, member, outcome } from "../both-engines.ts";
import { backedUpTables } from "./backup-rows.ts";
import { type EmptyStore, emptyStore } from "./empty-store.ts";

const VISIT = tableNamed("visit");
const manager = member("manager", { reason: "after the upgrade" });
const centreOf = (visit: string): string => (visit === "visit-U" ? "Ulm" : "Dresden");
const TAKEN_BACK = new Error("taken back");
const nurse = member("nurse", { reason: "after the upgrade" });

// A server in place, and its backup restored by the drill below; each engine in both ways in the soak.
const SOAK = process.env.OSTEON_SOAK !== undefined;
for (const engine of ["embedded", "server"] as const)
  for (const way of ["restored", "in place"] as const)
    if (SOAK || (engine === "server" && way === "in place")) upgraded(engine, way);

/**
 * A registry of the first release, brought to this version by restoring its backup, or where it stands, by a start of the
 * new version: nothing of it may be lost or look different.
 */
function upgraded(engine: Engine, way: "restored" | "in place"): void {
  const file = new URL(`${engine}.backup`, import.meta.url).pathname;
  const tables = backedUpTables(file);
  const title = (says: string): string => `the first release, ${engine}, ${way}: ${says}`;
  let store: EmptyStore | undefined;
  const database = () => {
    if (store === undefined) throw new Error("the registry is not open yet");
    return store.database;
  };
  const visit = (key: string): Promise<StoredRow | undefined> =>
    asRole(database(), nurse, (session) => readRow(session, VISIT, centreOf(key), key));
  const save = async (key: string, cells: Readonly<Record<string, string>>) => {
    const row = await visit(key);
    if (row === undefined) throw new Error(`there is no visit ${key}`);
    const wanted = { table: VISIT, cells: { ...row.cells, ...cells }, centre: row.centre, status: "complete" } as const;
    return await asRole(database(), nurse, (session) => saveRow(session, { ...wanted, version: row.version }));
  };
  const signatures = () => asRole(database(), nurse, (session) => signaturesOf(session, "Dresden", "DD-001"));

  before(async () => {
    store = await emptyStore(engine);
    if (way === "restored") await restoreBackup(database(), file);
    else {
      await layBackup(database(), file);
      await store.restart();
      assert.equal((await migrate(database()))[0], "step_14_keys_within_centres");
    }
    // What the next version of the codebook does: nothing of before may take the empty columns for a change.
    for (const { name } of CODEBOOK)
      await sql`alter table ${sql.table(`chart.${name}`)} add column later text, add column later_missing chart.missing_reason`.execute(
        database().kysely,
      );
    await sql`grant update (later) on chart.visit, chart.laboratory to osteon_member`.execute(database().kysely);
  });
  after(async () => await store?.end());

  test(title("every row of every table stands as it stood, the whole trail among them"), async () => {
    for (const { name, columns, rows } of tables) {
      // Heads go on with the next entry; the locks are looked at below.
      if (name === "audit.head" || name === "work.lock") continue;
      const texts = sql.join(columns.map((column) => sql`${sql.ref(column)}::text`));
      const { rows: found } = await asRole(database(), { role: "osteon_keeper", account: "test" }, (session) =>
        sql<{ row: unknown }>`select json_build_array(${texts}) as row from ${sql.table(name)}`.execute(session),
      );
      const known = new Set(found.map(({ row }) => JSON.stringify(row)));
      const lost = rows.filter((row) => !known.has(JSON.stringify(row)));
      assert.deepEqual(lost, [], name);
      // The trail goes on, and later steps gave rights to roles.
      if (name !== "audit.entry" && name !== "access.role_right") assert.equal(found.length, rows.length, name);
    }
    assert.ok(tables.some(({ name, rows }) => name === "audit.entry" && rows.length > 2000));
  });

  test(title("the chain of every centre holds from its first entry to its last"), async () => {
    const verifier = new AuditVerifier("the trail");
    let row = 0;
    for await (const piece of exportAudit(database(), { role: "osteon_keeper", account: "test" }, "ndjson"))
      for (const line of piece.trimEnd().split("\n")) verifier.line(line, ++row);
    const { entries, chains, problems } = verifier.end();
    assert.deepEqual(problems, []);
    assert.ok(entries > 2000);
    assert.deepEqual(chains.map(({ head }) => head).sort(), ["Dresden", "Ulm", "registry"]);
  });

  test(title("starting again takes no step"), async () => {
    await store?.restart();
    assert.deepEqual(await migrate(database()), []);
  });

  test(title("what was locked is locked, what was lifted is open"), async () => {
    assert.equal(await outcome(() => save("V00001", { pain_nrs: "1" })), "OS006");
    assert.equal(await outcome(() => save("visit-U", { pain_nrs: "1" })), "OS006");
    const [child] = (tables.find(({ name }) => name === "chart.visit")?.rows ?? []).filter(
      (row) => row[1] === "DD-007",
    );
    assert.equal(await outcome(() => save(String(child?.[0]), { pain_nrs: "1" })), "done");
  });

  test(
    title("locks on another centre's visits and on visits that are not there were lifted, and the trail says so"),
    async () => {
      const { rows } = await asRole(database(), { role: "osteon_keeper", account: "test" }, (session) =>
        sql<{
          visit: string;
          by: string;
          noted: string;
        }>`select l.visit, l.lifted_by as by, e.after ->> 'lifted_by' as noted
        from work.lock l join audit.entry e on e.entity = 'work.lock' and e.row_key = l.lock::text and e.action = 'update'
        where l.scope = 'visit' and l.centre = 'Ulm' order by 1`.execute(session),
      );
      assert.deepEqual(
        rows.map(({ visit: of, by, noted }) => [of, by, noted]),
        ["FUTURE-1", "V00003"].map((of) => [of, "migration", "migration"]),
      );
      assert.equal(await outcome(() => save("V00003", { pain_nrs: "1" })), "done");
    },
  );

  test(
    title("a signature that held holds until what was signed is changed; one that was void stays void"),
    async () => {
      const { rows } = await asRole(database(), manager, (session) =>
        sql<{ lock: number }>`select lock from work.lock where visit = 'V00001' and lifted_at is null`.execute(session),
      );
      await asRole(database(), manager, (session) => liftLock(session, Number(rows[0]?.lock)));
      const held = async () => (await signatures()).map(({ visit: of, voidedAt }) => [of, voidedAt === null]);
      const before = [
        ["V00001", true],
        ["V00002", false],
      ];
      assert.deepEqual(await held(), before);
      await save("V00001", {});
      assert.deepEqual(await held(), before, "the same content under a new version");
      for (const table of ["visit", "laboratory"])
        await assert.rejects(
          asRole(database(), nurse, async (session) => {
            await sql`update ${sql.table(`chart.${table}`)} set later = 'entered' where centre = 'Dresden' and visit = 'V00001'`.execute(
              session,
            );
            const all = await signaturesOf(session, "Dresden", "DD-001");
            assert.ok(
              all[0]?.visit === "V00001" && all[0].voidedAt !== null,
              `a later column of ${table} says something`,
            );
            throw TAKEN_BACK;
          }),
          TAKEN_BACK,
        );
      await save("V00001", { pain_nrs: "2" });
      assert.deepEqual(await held(), [
        ["V00001", false],
        ["V00002", false],
      ]);
    },
  );

  test(title("queries, readings with their decision, and the sealed identity are told as before"), async () => {
    const keys = readIdentityKeys(`fixture ${"5a".repeat(32)}`);
    const queries = await asRole(database(), nurse, (session) =>
      listQueries(session, { patient: "DD-001", raisedBy: "person", limit: 10 }),
    );
    assert.deepEqual(
      queries.map(({ rowKey, field, state, messages }) => [rowKey, field, state, messages.length]),
      [["V00003", "weight_kg", "answered", 2]],
    );
    const [reading] = await asRole(database(), nurse, (session) => doubleReadings(session, "visit"));
    assert.deepEqual(reading?.decided, { pain_nrs: "4" });
    const found = await asRole(database(), nurse, (session) =>
      readIdentity(session, keys, { patient: "DD-001", centre: "Dresden" }),
    );
    assert.equal(found?.identity.name, "Invented Child");
  });

  test(title("an import of then is undone, cell by cell"), async () => {
    const changed = tables.find(({ name }) => name === "audit.entry");
    const at = (column: string): number => changed?.columns.indexOf(column) ?? -1;
    const of = "00000000-0000-4000-8000-000000000003";
    const entries = (changed?.rows ?? []).filter(
      (row) => row[at("batch")] === of && row[at("action")] === "update" && row[at("entity")] === "chart.visit",
    );
    assert.ok(entries.length > 3);
    const rows = await asRole(database(), manager, (session) => undoBatch(session, "Dresden", of));
    assert.ok(rows >= entries.length);
    for (const entry of entries) {
      const was = JSON.parse(String(entry[at("before")]));
      const row = await visit(String(entry[at("row_key")]));
      assert.equal(row?.cells.pain_nrs, String(was.pain_nrs ?? was.pain_nrs_missing?.replace("-", " ") ?? ""));
    }
  });

  test(title("numbers go on where they stood"), async () => {
    const saved = await asRole(database(), nurse, (session) =>
      saveRow(session, {
        table: VISIT,
        cells: { patient: "DD-001", visited_on: "2012-02-02" },
        centre: "Dresden",
        status: "draft",
        version: 0,
      }),
    );
    assert.equal(saved.ok && saved.row.key, "N1000002");
  });

  test(title("a child gets what the chart has since then, and all of it is backed up and restored again"), async () => {
    const saved = await save("V00003", { height_cm: "134.5" });
    assert.ok(saved.ok, JSON.stringify(saved));
    for (const { name } of CODEBOOK)
      await sql`alter table ${sql.table(`chart.${name}`)} drop column later, drop column later_missing`.execute(
        database().kysely,
      );
    const folder = await mkdtemp(join(tmpdir(), "osteon-again-"));
    // Into the other engine `backup.test.ts` restores, and the drill below.
    const again = await emptyStore(SOAK ? "embedded" : "server");
    try {
      const written = await writeBackup(database(), join(folder, "again.backup"));
      const restored = await restoreBackup(again.database, join(folder, "again.backup"));
      assert.deepEqual(restored.end.tables, written.tables);
      const row = await asRole(again.database, nurse, (session) => readRow(session, VISIT, "Dresden", "V00003"));
      assert.equal(row?.cells.height_cm, "134.5");
      const lines = await backupLines(again.database, async () => {});
      assert.deepEqual(lines.tables["chart.visit"], written.tables["chart.visit"]);
      assert.deepEqual(lines.tables["audit.entry"], written.tables["audit.entry"]);
    } finally {
      await again.end();
      await rm(folder, { recursive: true, force: true });
    }
  });
}

// A drill restores into an embedded store, wherever the backup comes from.
for (const engine of SOAK ? (["embedded", "server"] as const) : (["server"] as const))
  test(`a drill of the backup of the first release passes (${engine})`, async () => {
    const { differences, auditEntries } = await drill(new URL(`${engine}.backup`, import.meta.url).pathname);
    assert.deepEqual(differences, []);
    assert.ok(auditEntries > 2000);
  });
