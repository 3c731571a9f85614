import assert from "node:assert/strict";
import { before, test } from "node:test";
import {
  CHART_ROLES,
  CODEBOOK,
  type KeptTables,
  keptProblems,
  keptWhole,
  mayBeKept,
  tableNamed,
} from "@osteon/codebook";
import {
  appoint,
  askQuery,
  asRole,
  keptFrom,
  keptVersions,
  readRow,
  saveRow,
  TablesKept,
  undoBatch,
  writeKeptTables,
} from "@osteon/registry";
import fc from "fast-check";
import { sql } from "kysely";
import { member, onBothEngines, outcome, type Session } from "./both-engines.ts";
import { inventedChart, keyFor } from "./invented-chart.ts";
import { accountOf, ROLES, type Role, seedTwoCentres } from "./seeded.ts";

const CENTRES = ["Aachen", "Berlin"] as const;
const tagOf = (centre: string): string => centre.slice(0, 1);
const TABLES = CODEBOOK.map(({ name }) => name);
const KEEPABLE = CODEBOOK.filter(mayBeKept).map(({ name }) => name);

/** Any rule that can be: tables with roles, and what follows from them. */
const anyRule: fc.Arbitrary<KeptTables> = fc
  .dictionary(fc.constantFrom(...KEEPABLE), fc.uniqueArray(fc.constantFrom(...CHART_ROLES), { minLength: 1 }), {
    maxKeys: 6,
  })
  .map((kept) => keptWhole(kept))
  .filter((kept) => keptProblems(kept).length === 0);

/** How many rows about a table one sees through each door of the database. */
const doors = (table: string) => sql<Readonly<Record<string, unknown>>>`
  select (select count(*) from ${sql.table(`chart.${table}`)}) as rows,
    (select count(*) from ${sql.table(`chart.${table}_cells`)}) as cells,
    (select count(*) from audit.entry where entity = ${`chart.${table}`}) as trail,
    (select count(*) from work.query where entity = ${table}) as queries,
    (select count(*) from work.query_message where says = ${`words on ${table}`}) as messages,
    (select count(*) from work.reading where entity = ${table}) as readings,
    (select count(*) from work.adjudication where entity = ${table}) as decisions,
    (select count(*) from audit.entry where entity like 'work.%'
      and (after ->> 'entity' = ${table} or after ->> 'says' = ${`words on ${table}`})) as told`;
type Seen = Readonly<
  Record<"rows" | "cells" | "trail" | "queries" | "messages" | "readings" | "decisions" | "told", number>
>;

async function seen(session: Session): Promise<ReadonlyMap<string, Seen>> {
  const all = new Map<string, Seen>();
  // One table after the other: policies within policies make one statement of all of them slow to plan.
  for (const table of TABLES) {
    const { rows } = await doors(table).execute(session);
    const counts = Object.entries(rows[0] ?? {}).map(([door, count]) => [door, Number(count)]);
    all.set(table, Object.fromEntries(counts) as Seen);
  }
  return all;
}

const SEES_CHARTS: ReadonlySet<Role> = new Set(CHART_ROLES);
/** What the rights of roles give, whatever is kept; by hand. */
const REVIEWS: ReadonlySet<Role> = new Set(["data_manager", "investigator", "monitor"]);

onBothEngines("tables that are kept from roles", ({ database }) => {
  const administrator = member(accountOf("administrator", ""), { reason: "read blind" });
  const as = (role: Role, centre = "Aachen", reason = "tried") => member(accountOf(role, centre), { reason });
  const run = (claims: ReturnType<typeof as>, text: string) =>
    outcome(() => asRole(database(), claims, (session) => sql.raw(text).execute(session)));
  const touched = (claims: ReturnType<typeof as>, text: string) =>
    asRole(database(), claims, async (session) => Number((await sql.raw(text).execute(session)).numAffectedRows ?? 0));
  const refusal = async (work: () => Promise<unknown>): Promise<string> => {
    const error = await work().then(
      () => undefined,
      (one: unknown) => one,
    );
    assert.ok(error instanceof TablesKept, String(error));
    return error.problems.map(({ code, says }) => `${code}: ${says}`).join("\n");
  };
  let version = 0;
  const keep = async (kept: KeptTables) => {
    await asRole(database(), administrator, (session) => writeKeptTables(session, kept, version));
    version += 1;
  };

  before(async () => {
    await seedTwoCentres(database());
    for (const centre of CENTRES)
      for (const table of TABLES) {
        const [key, child] = [keyFor(table, tagOf(centre)), `P-${tagOf(centre)}`];
        const about = { centre, patient: child, entity: table, rowKey: key, field: null };
        await asRole(database(), as("data_manager", centre), (session) =>
          askQuery(session, about, `words on ${table}`),
        );
        const reading = `insert into work.reading (centre, patient, entity, row_key, cells) values ('${centre}', '${child}', '${table}', '${key}', '{"x": "y"}')`;
        await touched(as("study_nurse", centre), reading);
        await touched(as("investigator", centre), reading);
        await touched(as("investigator", centre), reading.replace("work.reading", "work.adjudication"));
      }
  });

  test("whatever is kept from whom, no door of the database shows a row of it, and every door shows the rest", async () => {
    await fc.assert(
      fc.asyncProperty(anyRule, async (kept) => {
        await keep(kept);
        for (const role of ROLES)
          for (const centre of CENTRES) {
            const [found, told, chart] = await asRole(database(), as(role, centre), async (session) => [
              await seen(session),
              await keptFrom(session),
              (
                await sql<{ chart: Record<string, unknown[] | null> }>`
                  select chart.read(${centre}, ${`P-${tagOf(centre)}`}) as chart`.execute(session)
              ).rows[0]?.chart,
            ]);
            const expected = !SEES_CHARTS.has(role) ? [] : KEEPABLE.filter((table) => kept[table]?.includes(role));
            assert.deepEqual(
              told.map((one) => [one.centre, one.table, one.roles]),
              expected.map((table) => [centre, table, [role]]),
            );
            for (const table of TABLES) {
              const shows = SEES_CHARTS.has(role) && !expected.includes(table) ? 1 : 0;
              const reviews = REVIEWS.has(role) ? shows : 0;
              const is = found.get(table);
              const about = `${role} of ${centre}, ${table}, ${JSON.stringify(kept)}`;
              assert.deepEqual(
                { ...is, trail: Math.min(is?.trail ?? 0, 1), chart: chart?.[table]?.length ?? 0 },
                {
                  ...{ rows: shows, cells: shows, queries: shows, messages: shows, decisions: shows, chart: shows },
                  ...{ readings: 2 * shows, trail: reviews, told: 5 * reviews },
                },
                about,
              );
            }
          }
      }),
      { numRuns: process.env.OSTEON_SOAK === undefined ? 3 : 40 },
    );
  });

  test("an administrator alone says it, with a reason, after the version that was read; the trail tells", async () => {
    const rule = (kept: unknown, at = version + 1) =>
      `insert into access.kept_tables (version, kept) values (${at}, '${JSON.stringify(kept)}')`;
    const nurses = { laboratory: ["study_nurse"] };
    for (const role of ROLES)
      if (role !== "administrator") assert.equal(await run(as(role), rule(nurses)), "42501", role);
    assert.equal(await run(member(accountOf("administrator", "")), rule(nurses)), "OS005");
    assert.equal(await run(administrator, rule(nurses, version)), "OS010", "someone else changed it meanwhile");
    for (const wrong of [
      { patient: ["study_nurse"] },
      { visit: ["monitor"] },
      { laboratory: ["administrator"] },
      { laboratory: [] },
      { laboratory: "study_nurse" },
      { laboratory: ["study_nurse", "study_nurse"] },
      { laboratory: [...CHART_ROLES] },
      [],
      null,
    ])
      assert.equal(await run(administrator, rule(wrong)), "23514", JSON.stringify(wrong));
    assert.equal(await run(administrator, rule({ nothing: ["monitor"] })), "OS381");
    assert.equal(await run(administrator, rule({ imaging: ["monitor"] })), "OS381", "observations hang on it");
    for (const text of ["update access.kept_tables set kept = '{}'", "delete from access.kept_tables"])
      assert.equal(await run(administrator, text), "42501", text);
    await keep(nurses);
    const versions = await asRole(database(), as("monitor"), keptVersions);
    assert.deepEqual(
      [versions[0]?.version, versions[0]?.kept, versions[0]?.changedBy, versions[0]?.reason],
      [version, nurses, administrator.account, "read blind"],
    );
    const { rows } = await asRole(database(), administrator, (session) =>
      sql`select actor, reason, after -> 'kept' as kept from audit.entry where entity = 'access.kept_tables' order by seq desc limit 1`.execute(
        session,
      ),
    );
    assert.deepEqual(rows, [{ actor: administrator.account, reason: "read blind", kept: nurses }]);
  });

  test("who is kept from a table writes nothing there, by no way around", async () => {
    await keep(keptWhole({ laboratory: ["study_nurse", "investigator"], imaging: ["study_nurse"] }));
    const nurse = as("study_nurse");
    const laboratory = keyFor("laboratory", "A");
    const insert = `insert into chart.laboratory (laboratory, patient, centre) values ('new', 'P-A', 'Aachen')`;
    assert.equal(await run(nurse, insert), "42501");
    assert.equal(await run(nurse, `${insert} on conflict do nothing`), "42501");
    for (const text of [
      "update chart.laboratory set row_status = row_status",
      `update chart.laboratory set own = own where laboratory = '${laboratory}'`,
      "delete from chart.laboratory",
      "delete from chart.lesion_observation",
    ])
      assert.equal(await touched(nurse, text), 0, text);
    const cells = { laboratory, patient: "P-A" };
    const wanted = { table: tableNamed("laboratory"), cells, centre: "Aachen", status: "draft", version: 1 } as const;
    const said = await refusal(() => asRole(database(), nurse, (session) => saveRow(session, wanted)));
    assert.equal(said, "table-kept: Kept from your role at Aachen: laboratory.");
    assert.equal(await asRole(database(), nurse, (s) => readRow(s, wanted.table, "Aachen", laboratory)), undefined);
  });

  test("functions that see more than their caller answer nothing about it", async () => {
    const investigator = as("investigator");
    const row = keyFor("laboratory", "A");
    const { rows } = await asRole(database(), { role: "osteon_keeper", account: "test" }, (session) =>
      sql<{ query: number }>`select query from work.query where entity = 'laboratory' and centre = 'Aachen'`.execute(
        session,
      ),
    );
    for (const call of [
      `work.ask('laboratory', '${row}', null, 'what is it?', 'Aachen', 'P-A')`,
      // No answer tells a row that stands from one that does not.
      `work.ask('laboratory', 'not there', null, 'what is it?', 'Aachen', 'P-A')`,
      `work.say(${rows[0]?.query}, 'answered', 'so it is')`,
      `work.settle('Aachen', 'P-A', 'laboratory', '${row}', '[{"field": "value", "code": "x", "says": "y"}]')`,
      `work.sign('Aachen', '${keyFor("visit", "A")}', 'author', 'Ida')`,
    ])
      assert.equal(await run(investigator, `select ${call}`), "OS380", call);
    for (const table of ["reading", "adjudication"])
      assert.equal(
        await run(
          investigator,
          `insert into work.${table} (centre, patient, entity, row_key, cells) values ('Aachen', 'P-A', 'laboratory', '${row}', '{}')`,
        ),
        "42501",
        table,
      );
    assert.equal(
      await run(investigator, "select * from access.kept_places() union select 'x' from auth.session"),
      "42501",
    );
    await assert.rejects(
      asRole(database(), investigator, (session) =>
        sql`insert into work.run (run, study, centres) values ('hidden', 'x', '{Aachen}')`.execute(session),
      ),
      /row-level security/,
    );
    await asRole(database(), as("statistician"), (session) =>
      sql`insert into work.run (run, study, centres) values ('whole', 'x', '{Aachen}')`.execute(session),
    );
    assert.equal(await touched(investigator, "update work.run set name = 'mine'"), 0);
    const visible = await asRole(database(), investigator, (session) => sql`select 1 from work.run`.execute(session));
    assert.equal(visible.rows.length, 0, "a run is made of whole charts");
  });

  test("one role is enough, whatever another role of the person allows, until it ends", async () => {
    const both = member(accountOf("investigator", "Berlin"), { reason: "tried" });
    await keep({ laboratory: ["monitor"] });
    const count = () =>
      asRole(
        database(),
        both,
        async (s) => (await sql`select 1 from chart.laboratory where centre = 'Berlin'`.execute(s)).rows.length,
      );
    assert.equal(await count(), 1);
    const hash = () =>
      asRole(
        database(),
        both,
        async (s) => (await sql<{ h: Buffer }>`select access.rights_hash() as h`.execute(s)).rows[0]?.h,
      );
    await appoint(database(), both.account, "monitor", "Aachen");
    assert.equal(await count(), 1, "the role is at another centre");
    const before = await hash();
    await keep({ laboratory: ["investigator"] });
    assert.equal(await count(), 0);
    assert.notDeepEqual(await hash(), before, "answers of before are not repeated");
    await keep({ laboratory: ["monitor"] });
    assert.equal(await count(), 1);
    await appoint(database(), both.account, "monitor", "Berlin");
    assert.equal(await count(), 0, "an investigator who is a monitor too");
    await asRole(database(), administrator, (session) =>
      sql`update access.membership set ended_at = now() where account = ${both.account} and role = 'monitor' and centre = 'Berlin'`.execute(
        session,
      ),
    );
    assert.equal(await count(), 1);
  });

  test("the last contact follows results that the one who writes does not see", async () => {
    await keep(keptWhole({ laboratory: ["study_nurse"], imaging: ["study_nurse"] }));
    const sampled = {
      laboratory: "late",
      patient: "P-B",
      sampled_on: "2013-06-01",
      analyte: "crp",
      value: "1",
      unit: "mg/L",
    };
    const late = {
      table: tableNamed("laboratory"),
      centre: "Berlin",
      status: "complete",
      version: 0,
      cells: sampled,
    } as const;
    const saved = await asRole(database(), as("data_manager", "Berlin"), (session) => saveRow(session, late));
    assert.ok(saved.ok, JSON.stringify(saved));
    const [, visit = {}] = inventedChart("Berlin", "B").find(([name]) => name === "visit") ?? [];
    const moved = { ...visit, visit: "seen by the nurse", visited_on: "2012-04-01" };
    const wanted = {
      table: tableNamed("visit"),
      centre: "Berlin",
      status: "complete",
      version: 0,
      cells: moved,
    } as const;
    const nurse = as("study_nurse", "Berlin");
    assert.ok((await asRole(database(), nurse, (session) => saveRow(session, wanted))).ok);
    const child = await asRole(database(), nurse, (s) => readRow(s, tableNamed("patient"), "Berlin", "P-B"));
    assert.equal(child?.cells.last_contact_on, "2013-06-01");
  });

  test("an import is undone whole or not at all", async () => {
    const manager = member(accountOf("data_manager", "Berlin"), { reason: "imported", batch: "one" });
    await keep({});
    await asRole(database(), manager, async (session) => {
      await sql`insert into work.batch (batch, centre, source, rows_new, rows_changed) values ('one', 'Berlin', 'x', 2, 0)`.execute(
        session,
      );
      for (const table of ["sequela", "biopsy"])
        await sql`insert into ${sql.table(`chart.${table}`)} (${sql.ref(table)}, patient, centre) values ('imported', 'P-B', 'Berlin')`.execute(
          session,
        );
    });
    await keep({ biopsy: ["data_manager"] });
    const undo = () =>
      asRole(database(), as("data_manager", "Berlin"), (session) => undoBatch(session, "Berlin", "one"));
    assert.equal(await refusal(undo), "table-kept: Kept from your role at Berlin: biopsy.");
    await keep({});
    assert.equal(await undo(), 2);
  });

  test("what others read on an examination goes with what the examination shows", async () => {
    await keep({});
    await appoint(database(), "blind@Aachen", "image_reader", "Aachen");
    const blind = member("blind@Aachen", { reason: "read" });
    await asRole(database(), blind, async (session) => {
      await sql`insert into work.image_order (centre) values ('Aachen')`.execute(session);
      await sql`insert into work.image_reading (centre, patient, imaging, findings)
        values ('Aachen', 'P-A', ${keyFor("imaging", "A")}, '{"tibia left": "active"}')`.execute(session);
    });
    const found = () =>
      asRole(database(), as("monitor"), async (session) => {
        const { rows } = await sql<{ readings: number; trail: number }>`
          select (select count(*)::int from work.image_reading) as readings,
            (select count(*)::int from audit.entry where entity = 'work.image_reading') as trail`.execute(session);
        return rows[0];
      });
    assert.deepEqual(await found(), { readings: 1, trail: 1 });
    await keep(keptWhole({ lesion: ["monitor"] }));
    assert.deepEqual(await found(), { readings: 0, trail: 0 });
  });
});
