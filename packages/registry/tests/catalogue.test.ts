import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { CODEBOOK, codebookOf, keyOf } from "@osteon/codebook";
import { migrate, migrations } from "@osteon/registry";
import { sql } from "kysely";
import { chartColumns } from "../src/schema/chart-columns.ts";
import { onEnginesBelow } from "./both-engines.ts";
import { firstTablesSql } from "./first-form/first-tables-sql.ts";

const SCHEMAS = ["access", "audit", "auth", "chart", "identity", "work"];

/** Tables without recording triggers, each for its reason. */
const NOT_RECORDED: Readonly<Record<string, string>> = {
  "audit.entry": "it is the trail",
  "audit.head": "it holds the end of each chain of the trail",
  "work.answered": "it repeats answers to writes that are recorded themselves",
  "work.study_text": "a text by its own hash, which the recorded table names",
  "auth.rate_limit": "it counts tries; refusals are noted one by one",
};

/** Tables without row security, each for its reason. */
const OPEN_ROWS: Readonly<Record<string, string>> = {
  "access.role_right": "the rights of the roles are no secret, and nobody is granted a change",
};

/** Where the recording function finds its stand-ins: in a schema in which nobody makes anything, before anything temporary. */
const OF_AUDIT = "search_path=audit, pg_temp";

onEnginesBelow("the catalogue", ({ database }) => {
  const tables = async () =>
    (
      await sql<{ name: string; oid: number; secured: boolean; forced: boolean; triggers: string[] }>`
        select n.nspname || '.' || c.relname as name, c.oid::int, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
          (select coalesce(array_agg(t.tgname::text order by t.tgname), '{}') from pg_trigger t
           where t.tgrelid = c.oid and not t.tgisinternal and t.tgenabled <> 'D') as triggers
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname = any (${SCHEMAS}) order by 1`.execute(database().kysely)
    ).rows;

  test("every table records inserts, updates and deletes, and cannot be truncated", async () => {
    const recorded = ["a_record_delete", "a_record_insert", "a_record_update", "no_truncate"];
    const missing = (await tables()).filter(
      ({ name, triggers }) =>
        NOT_RECORDED[name] === undefined && !recorded.every((trigger) => triggers.includes(trigger)),
    );
    assert.deepEqual(
      missing.map(({ name }) => name),
      [],
    );
  });

  test("every chart table guards its locks and reasons, whoever writes", async () => {
    for (const { name, triggers } of await tables()) {
      if (!name.startsWith("chart.")) continue;
      for (const verb of ["insert", "update", "delete"])
        assert.ok(triggers.includes(`b_guard_${verb}`), `${name} ${verb}`);
    }
  });

  test("every table has row security, and its owner is held to it too", async () => {
    const open = (await tables()).filter(
      ({ name, secured, forced }) => OPEN_ROWS[name] === undefined && !(secured && forced),
    );
    assert.deepEqual(
      open.map(({ name }) => name),
      [],
    );
  });

  test("the tables are those of the codebook, column by column", async () => {
    const { rows } = await sql<{ name: string; columns: string[] }>`
      select table_name as name, array_agg(column_name::text order by column_name collate "C") as columns
      from information_schema.columns where table_schema = 'chart' and table_name not like '%\\_cells'
      group by 1 order by 1`.execute(database().kysely);
    const wanted = CODEBOOK.map((table) => {
      const own = chartColumns(table).flatMap(({ name, missing }) =>
        missing === undefined ? [name] : [name, missing],
      );
      const kept = ["row_status", "as_typed", "own", "version", "written_at", "written_by"];
      // What was stated of the last contact, beside where the visits have moved it.
      const beside = table.name === "patient" ? ["contact_stated_on"] : ["centre"];
      return { name: table.name, columns: [...own, ...beside, ...kept].sort() };
    }).sort((a, b) => (a.name < b.name ? -1 : 1));
    assert.deepEqual(rows, wanted);
  });

  test("a number of every table is unique within its centre, and nothing is unique beyond it", async () => {
    const { rows } = await sql<{ name: string; kind: string; columns: string[] }>`
      select t.table_name as name, t.constraint_type as kind, array_agg(k.column_name::text order by k.ordinal_position) as columns
      from information_schema.table_constraints t join information_schema.key_column_usage k using (constraint_schema, constraint_name, table_name)
      where t.table_schema = 'chart' and t.constraint_type in ('PRIMARY KEY', 'UNIQUE')
      group by 1, 2, t.constraint_name order by 1, 2`.execute(database().kysely);
    for (const table of CODEBOOK) {
      const own = rows.filter(({ name }) => name === table.name);
      assert.deepEqual(
        own.filter(({ kind }) => kind === "PRIMARY KEY").map(({ columns }) => columns),
        [["centre", keyOf(table).name]],
      );
      for (const { columns } of own) assert.equal(columns[0], "centre", table.name);
    }
    assert.equal(new Set(rows.map(({ name }) => name)).size, CODEBOOK.length);
  });

  test("every reference of the codebook, and of all that hangs on a chart, compares the centre", async () => {
    const { rows } = await sql<{ name: string; target: string; columns: string[]; referred: string[] }>`
      select c.conrelid::regclass::text as name, c.confrelid::regclass::text as target,
        (select array_agg(a.attname::text order by k.place) from unnest(c.conkey) with ordinality k (number, place)
         join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.number) as columns,
        (select array_agg(a.attname::text order by k.place) from unnest(c.confkey) with ordinality k (number, place)
         join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.number) as referred
      from pg_constraint c where c.contype = 'f' and c.confrelid::regclass::text like 'chart.%'`.execute(
      database().kysely,
    );
    for (const { name, target, columns, referred } of rows) {
      assert.equal(columns[0], "centre", name);
      assert.equal(referred[0], "centre", `${name} to ${target}`);
    }
    const wanted = CODEBOOK.flatMap((table) =>
      table.fields.flatMap(({ name, type }) =>
        type.kind === "reference"
          ? [[`chart.${table.name}`, `chart.${type.table}`, ...new Set(["centre", "patient", name])].join(" ")]
          : [],
      ),
    );
    const beside = ["lock", "query", "reading", "adjudication"].map(
      (name) => `work.${name} chart.patient centre patient`,
    );
    assert.deepEqual(
      rows.map(({ name, target, columns }) => [name, target, ...columns].join(" ")).sort(),
      [
        ...wanted,
        ...beside,
        "work.image_reading chart.imaging centre patient imaging",
        "identity.person chart.patient centre patient",
      ].sort(),
    );
  });

  test("no function that runs with more rights leaves its search path to the caller", async () => {
    const { rows } = await sql<{ name: string }>`
      select n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname = any (${SCHEMAS}) and not coalesce(p.proconfig && array['search_path=""', ${OF_AUDIT}], false)
        or p.proconfig && array[${OF_AUDIT}] and p.oid <> 'audit.record()'::regprocedure`.execute(database().kysely);
    assert.deepEqual(rows, []);
    const { rows: makers } = await sql`
      select rolname from pg_roles where rolname in ('osteon_member', 'osteon_door', 'osteon_keeper') and has_schema_privilege(oid, 'audit', 'create')`.execute(
      database().kysely,
    );
    assert.deepEqual(makers, [], "who makes relations in audit could stand in for rows that a trigger does not have");
  });

  test("every choice of the codebook may be stored, also those that came after the first release", async () => {
    const { rows } = await sql<{ name: string; says: string }>`
      select c.conrelid::regclass::text || '.' || a.attname as name, pg_get_constraintdef(c.oid) as says
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and c.conkey = array[a.attnum]
      where c.contype = 'c' and c.connamespace = 'chart'::regnamespace`.execute(database().kysely);
    for (const { name, fields } of CODEBOOK)
      for (const field of fields) {
        if (field.type.kind !== "choice") continue;
        const { list } = field.type;
        if (list !== undefined) {
          const column = sql.ref(list);
          const { rows: entries } = await sql<{ code: string; refers: boolean }>`
            select ${column} as code, exists (select from pg_constraint c where c.contype = 'f' and c.conrelid = ${`chart.${name}`}::regclass
              and c.confrelid = ${`access.${list}`}::regclass) as refers from ${sql.table(`access.${list}`)}`.execute(
            database().kysely,
          );
          const there = entries.flatMap(({ code, refers }) => (refers ? [code] : []));
          assert.deepEqual(there.sort(), field.type.choices.map(({ code }) => code).sort(), `${name}.${field.name}`);
          continue;
        }
        const check = rows.find((row) => row.name === `chart.${name}.${field.name}` && row.says.includes("ANY"));
        const stored = [...(check?.says ?? "").matchAll(/'([^']*)'::text/g)].map(([, code]) => code);
        assert.deepEqual(stored.sort(), field.type.choices.map(({ code }) => code).sort(), `${name}.${field.name}`);
      }
  });

  test("migrating again takes no step", async () => {
    assert.deepEqual(await migrate(database()), []);
  });

  test("a step that sorts before one that is taken is refused by name, as is one that was changed, and nothing is done", async () => {
    const all = migrations();
    const last = all.at(-1)?.name ?? "";
    const early = { name: "step_02_later", text: "create table chart.later ();", hash: "x" };
    await assert.rejects(migrate(database(), [...all, early]), new RegExp(`step_02_later sorts before ${last}`));
    const changed = all.map((step) => (step.name === "step_06_charts" ? { ...step, hash: "x" } : step));
    await assert.rejects(migrate(database(), [...changed, early]), /step_06_charts was changed .* another step/);
    assert.ok(!(await tables()).some(({ name }) => name === "chart.later"));
  });
});

test("the chart tables of the first release are what the codebook of then gives", () => {
  const committed = readFileSync(new URL("../migrations/step_06_charts.sql", import.meta.url), "utf8");
  assert.equal(
    committed,
    firstTablesSql(codebookOf(1)),
    "step 06 is closed: a change of the codebook is a step of its own",
  );
});
