import assert from "node:assert/strict";
import { before, test } from "node:test";
import { tableNamed } from "@osteon/codebook";
import { asRole, deleteRow, readChart, readRow, type Saved, saveRow } from "@osteon/registry";
import { member, onEnginesBelow, outcome } from "./both-engines.ts";
import { inventedChart, keyFor } from "./invented-chart.ts";
import { accountOf, enterChart, seedTwoCentres } from "./seeded.ts";

const visit = tableNamed("visit");
const nurse = accountOf("study_nurse", "Aachen");

onEnginesBelow("saving rows", ({ database }) => {
  before(async () => await seedTwoCentres(database()));

  const save = (
    cells: Record<string, string>,
    version: number,
    more: { status?: "draft"; reason?: string } = {},
  ): Promise<Saved> =>
    asRole(database(), member(nurse, more.reason === undefined ? {} : { reason: more.reason }), (session) =>
      saveRow(session, {
        table: visit,
        cells: { patient: "P-A", ...cells },
        centre: "Aachen",
        status: more.status ?? "complete",
        version,
      }),
    );

  test("every table of a chart is read back as it was written", async () => {
    const chart = await asRole(database(), member(nurse), (session) => readChart(session, "Aachen", "P-A"));
    for (const [table, cells] of inventedChart("Aachen", "A")) {
      const read = chart.find((row) => row.table === table && row.key === keyFor(table, "A"));
      const kept = Object.fromEntries(Object.entries(read?.cells ?? {}).filter(([, cell]) => cell !== ""));
      assert.deepEqual(kept, cells, table);
    }
  });

  test("a new row without a number gets the next that is free, also where charts of elsewhere hold some", async () => {
    const first = await save({ visited_on: "2009-06-01" }, 0);
    assert.ok(first.ok);
    const last = Number(first.row.key.slice(1));
    assert.ok(Number.isInteger(last), first.row.key);
    // As an import brings them from a registry that counted further.
    for (const ahead of [1, 2, 4])
      assert.ok((await save({ visit: `N${last + ahead}`, visited_on: "2009-06-02" }, 0)).ok);
    const next = [await save({ visited_on: "2009-06-03" }, 0), await save({ visited_on: "2009-06-04" }, 0)];
    assert.deepEqual(
      next.map((one) => one.ok && one.row.key),
      [`N${last + 3}`, `N${last + 5}`],
    );
    const taken = await save({ visit: `N${last + 4}`, visited_on: "2009-06-05" }, 0);
    assert.ok(!taken.ok && taken.because === "conflict");
  });

  test("a draft keeps what cannot be read as it was typed, and is not lost", async () => {
    const cells = { weight_kg: "31,x", visited_on: "last Monday", pain_nrs: "3", heat: "unknown" };
    const saved = await save(cells, 0, { status: "draft" });
    assert.ok(saved.ok);
    assert.equal(saved.row.cells.weight_kg, "31,x");
    assert.equal(saved.row.cells.visited_on, "last Monday");
    assert.equal(saved.row.cells.heat, "unknown");
    assert.equal(saved.row.status, "draft");
  });

  test("a complete row that breaks a hard rule is refused with every problem, and nothing is written", async () => {
    const saved = await save({ visit: "bad-1", visited_on: "1990-01-01", weight_kg: "900", pain_nrs: "seven" }, 0);
    assert.ok(!saved.ok && saved.because === "problems");
    assert.deepEqual(saved.problems.map(({ code, where }) => [where.column, code]).sort(), [
      ["pain_nrs", "not-a-number"],
      ["visited_on", "before-birth"],
      ["weight_kg", "impossible-value"],
    ]);
    assert.equal(
      await asRole(database(), member(nurse), (session) => readRow(session, visit, "Aachen", "bad-1")),
      undefined,
    );
  });

  test("a hard rule holds in the database too, for those who go round the server", async () => {
    const { sql } = await import("kysely");
    const code = await outcome(() =>
      asRole(database(), member(nurse), (session) =>
        sql`insert into chart.visit (visit, patient, centre, row_status) values ('bad-2', 'P-A', 'Aachen', 'complete')`.execute(
          session,
        ),
      ),
    );
    assert.equal(code, "23514");
  });

  test("a soft rule raises one query, and closes it once the value is mended", async () => {
    const { sql } = await import("kysely");
    const first = await save({ visit: "soft-1", visited_on: "2010-01-01", weight_kg: "200" }, 0);
    assert.ok(first.ok && first.queries.length === 1);
    const again = await save({ visit: "soft-1", visited_on: "2010-01-01", weight_kg: "200.5" }, 1, {
      reason: "typing error",
    });
    assert.ok(again.ok);
    const states = () =>
      asRole(database(), member(nurse), (session) =>
        sql<{ state: string; code: string }>`select state, code from work.query where row_key = 'soft-1'`.execute(
          session,
        ),
      );
    assert.deepEqual((await states()).rows, [{ state: "open", code: "implausible-value" }]);
    await save({ visit: "soft-1", visited_on: "2010-01-01", weight_kg: "20" }, 2, { reason: "typing error" });
    assert.deepEqual((await states()).rows, [{ state: "closed", code: "implausible-value" }]);
  });

  test("two editors of one row: the second is told field by field, and nothing is lost", async () => {
    await save({ visit: "two-1", visited_on: "2010-02-01", pain_nrs: "3" }, 0);
    await save({ visit: "two-1", visited_on: "2010-02-01", pain_nrs: "4" }, 1, { reason: "reread" });
    const second = await save({ visit: "two-1", visited_on: "2010-02-02", pain_nrs: "5" }, 1, { reason: "reread" });
    assert.ok(!second.ok && second.because === "conflict");
    assert.deepEqual(second.differences, [
      { field: "visited_on", yours: "2010-02-02", theirs: "2010-02-01" },
      { field: "pain_nrs", yours: "5", theirs: "4" },
    ]);
    assert.equal(second.theirs.version, 2);
  });

  test("many writers at once: every version is taken once and the rest are told", async () => {
    await save({ visit: "many-1", visited_on: "2010-03-01", pain_nrs: "0" }, 0);
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, place) =>
        save({ visit: "many-1", visited_on: "2010-03-01", pain_nrs: String(place) }, 1, { reason: "race" }),
      ),
    );
    assert.equal(all.filter(({ ok }) => ok).length, 1);
    assert.equal(all.filter((one) => !one.ok && one.because === "conflict").length, 9);
  });

  test("a complete row is changed and deleted only with a reason", async () => {
    await save({ visit: "why-1", visited_on: "2010-04-01" }, 0);
    assert.equal(await outcome(() => save({ visit: "why-1", visited_on: "2010-04-02" }, 1)), "OS005");
    const manager = accountOf("data_manager", "Aachen");
    const remove = (reason: string) =>
      asRole(database(), member(manager, { reason }), (session) => deleteRow(session, visit, "Aachen", "why-1", 1));
    assert.equal(await outcome(() => remove("")), "OS005");
    assert.equal(await remove("entered twice"), "deleted");
    assert.equal(await remove("entered twice"), "no-such-row");
  });

  test("a row of another child cannot be referred to, nor a child of another centre", async () => {
    await enterChart(database(), "Aachen", "A2");
    const foreign = (patient: string, centre: string) =>
      asRole(database(), member(nurse), (session) =>
        saveRow(session, {
          table: tableNamed("joint"),
          cells: { patient, manifestation: keyFor("manifestation", "A"), site: "knee" },
          centre,
          status: "draft",
          version: 0,
        }),
      );
    assert.equal(await outcome(() => foreign("P-A2", "Aachen")), "23503");
    assert.equal(await outcome(() => foreign("P-B", "Aachen")), "23503");
    assert.equal(await outcome(() => foreign("P-B", "Berlin")), "42501");
  });

  test("nobody writes without a name", async () => {
    assert.equal(
      await outcome(() =>
        asRole(database(), member(""), (session) =>
          readChart(session, "Aachen", "P-A").then((rows) => assert.equal(rows.length, 0)),
        ),
      ),
      "done",
    );
    const { sql } = await import("kysely");
    const code = await outcome(() =>
      asRole(database(), member(""), (session) =>
        sql`insert into chart.patient (patient, centre) values ('x', 'Aachen')`.execute(session),
      ),
    );
    assert.equal(code, "OS001");
  });
});
