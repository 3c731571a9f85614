import assert from "node:assert/strict";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { type Charts, tableNamed } from "@osteon/codebook";
import { readChartFolder } from "@osteon/interop";
import {
  applyImport,
  appoint,
  asRole,
  CannotUndo,
  ImportOvertaken,
  planImport,
  readCharts,
  saveRow,
  undoBatch,
} from "@osteon/registry";
import { sql } from "kysely";
import { member, onEnginesBelow, outcome } from "./both-engines.ts";

const COHORT = fileURLToPath(new URL("../../../studies/schnabel-2017/cohort", import.meta.url));

const count = (charts: Charts): number => charts.reduce((total, { rows }) => total + rows.length, 0);

onEnginesBelow("importing chart folders", ({ database }) => {
  let cohort: Charts = [];
  before(async () => {
    await appoint(database(), "manager", "data_manager", "Dresden");
    await appoint(database(), "reader", "statistician", "Dresden");
    await appoint(database(), "elsewhere", "data_manager", "Leipzig");
    const { charts } = await readChartFolder(COHORT);
    // The whole of it goes in by the API (`import-export.test.ts`), and here in the soak.
    const all = process.env.OSTEON_SOAK !== undefined;
    cohort = charts.map((chart) => ({
      ...chart,
      rows: chart.rows.filter(({ cells }) => all || (cells.patient ?? "") <= "DD-010"),
    }));
    assert.equal(count(cohort) === 6515, all);
  });

  const apply = (charts: Charts, batch: string) =>
    asRole(database(), member("manager", { batch, reason: "import of charts" }), async (session) =>
      applyImport(session, await planImport(session, charts), { batch, source: "test" }),
    );
  const plan = (charts: Charts, account = "manager") =>
    asRole(database(), member(account), (session) => planImport(session, charts));
  const undo = (batch: string) =>
    asRole(database(), member("manager", { reason: "wrong file" }), (session) => undoBatch(session, "Dresden", batch));
  /** What an undo ends with: done, or the rows in its way. */
  const told = (batch: string) =>
    undo(batch).then(
      () => "done",
      (error) =>
        error instanceof CannotUndo
          ? error.problems.map(({ where }) => `${where.column} ${where.value}`).join()
          : error,
    );
  /** What is stored of these children alone: the tests share a registry, and each has children of its own. */
  const storedOf = async (charts: Charts): Promise<Charts> => {
    const own = new Set(charts.flatMap(({ rows }) => rows.map(({ cells }) => cells.patient)));
    const all = await asRole(database(), member("reader"), (session) => readCharts(session));
    return all.map((chart) => ({ ...chart, rows: chart.rows.filter(({ cells }) => own.has(cells.patient)) }));
  };
  /** Rows by what stands in them: a column that the cohort's codebook had not yet is blank in the registry, and a table has no row. */
  const byKey = (charts: Charts) =>
    charts
      .filter(({ rows }) => rows.length > 0)
      .map(({ name, rows }) => ({
        name,
        rows: rows
          .map(({ cells }) =>
            JSON.stringify(
              Object.entries(cells)
                .filter(([, cell]) => cell !== "")
                .sort(),
            ),
          )
          .sort(),
      }));

  /** The charts of the first child of the cohort, as another child whose rows have other numbers. */
  const childOf = (letter: string): Charts =>
    cohort.map((chart) => {
      const numbered = tableNamed(chart.name).fields.filter(({ type }) => ["key", "reference"].includes(type.kind));
      const rows = chart.rows
        .filter(({ cells }) => cells.patient === "DD-001")
        .map(({ cells }, place) => {
          const renamed = numbered.flatMap(({ name }) => {
            const number = cells[name] ?? "";
            return number === "" ? [] : [[name, number === "DD-001" ? `${letter}-001` : `${letter}${number}`]];
          });
          return { row: place + 2, cells: { ...cells, ...Object.fromEntries(renamed) } };
        });
      return { ...chart, rows };
    });
  /** The same charts with other cells in the first visit. */
  const withVisit = (charts: Charts, change: Record<string, string>): Charts =>
    charts.map((chart) =>
      chart.name === "visit"
        ? {
            ...chart,
            rows: chart.rows.map((row, place) => (place === 0 ? { ...row, cells: { ...row.cells, ...change } } : row)),
          }
        : chart,
    );

  test("the cohort: a dry run writes nothing and tells every row as new; it is exported cell by cell as it came, changes nothing when it comes again, and undoing it leaves no row", async () => {
    const { tables, problems } = await plan(cohort);
    assert.deepEqual(
      problems.filter(({ severity }) => severity === "refused"),
      [],
    );
    assert.equal(
      tables.reduce((total, { added }) => total + added.length, 0),
      count(cohort),
    );
    assert.equal(count(await storedOf(cohort)), 0);

    await apply(cohort, "cohort");
    const exported = await storedOf(cohort);
    assert.deepEqual(byKey(exported), byKey(cohort));
    const again = await plan(exported);
    assert.deepEqual(again.changes, []);
    assert.ok(again.tables.every(({ added, changed }) => added.length + changed.length === 0));

    const before = await deleted();
    assert.equal(await undo("cohort"), count(cohort));
    assert.equal(count(await storedOf(cohort)), 0);
    assert.equal((await deleted()) - before, count(cohort), "the trail tells it all");
  });

  test("of a birth no day gets in, by a file or a form, and the file that told it comes again as unchanged", async () => {
    const told = childOf("B")
      .filter(({ name }) => name === "patient")
      .map((chart) => ({
        ...chart,
        rows: chart.rows.map((row) => ({ ...row, cells: { ...row.cells, born_on: "1997-11-23" } })),
      }));
    await apply(told, "birth");
    const stored = async () => (await storedOf(told)).find(({ name }) => name === "patient")?.rows[0]?.cells;
    const cells = await stored();
    assert.equal(cells?.born_on, "1997-11");
    const { tables, changes } = await plan(told);
    assert.deepEqual([changes, tables.flatMap(({ changed }) => changed)], [[], []]);

    const saved = await asRole(database(), member("manager", { reason: "form" }), (session) =>
      saveRow(session, {
        ...{ table: tableNamed("patient"), centre: "Dresden", status: "complete", version: 1 },
        cells: { ...cells, born_on: "1997-12-24" },
      }),
    );
    assert.ok(saved.ok);
    assert.equal((await stored())?.born_on, "1997-12");
  });

  test("a file with one bad cell is refused whole, with the place", async () => {
    const bad = withVisit(childOf("A"), { weight_kg: "9000" });
    const { problems } = await plan(bad);
    assert.deepEqual(
      problems
        .filter(({ severity }) => severity === "refused")
        .map(({ code, where }) => [code, where.file, where.row, where.column]),
      [["impossible-value", "visit.csv", 2, "weight_kg"]],
    );
    await assert.rejects(apply(bad, "bad"));
    assert.equal(count(await storedOf(bad)), 0);
  });

  test("charts of another centre cannot be imported", async () => {
    const charts = childOf("B");
    const { problems } = await plan(charts, "elsewhere");
    assert.equal(problems.filter(({ code }) => code === "foreign-centre").length, 1);
    const round = asRole(database(), member("elsewhere", { batch: "x", reason: "x" }), async (session) =>
      applyImport(session, { ...(await planImport(session, charts)), problems: [] }, { batch: "x", source: "x" }),
    );
    assert.equal(await outcome(() => round), "42501");
  });

  test("a row of another child is named by its row, also where the files hold both children", async () => {
    const [one, other] = [childOf("G"), childOf("H")];
    await apply(one, "first of G");
    await apply(other, "first of H");
    const both = one.map((chart, place) => ({
      ...chart,
      rows: [...chart.rows, ...(chart.name === "patient" ? (other[place]?.rows ?? []) : [])],
    }));
    const moved = withVisit(both, { patient: "H-001" });
    for (const files of [moved, moved.filter(({ name }) => name === "visit")])
      assert.deepEqual(
        (await plan(files)).problems
          .filter(({ code }) => code === "number-taken")
          .map(({ severity, where }) => [severity, where.file, where.row, where.column]),
        [["refused", "visit.csv", 2, "visit"]],
      );
  });

  test("changed cells are shown with what was and what would be; undoing brings the old ones back", async () => {
    const charts = childOf("C");
    await apply(charts, "first of C");
    const before = byKey(await storedOf(charts));
    const changed = withVisit(charts, { weight_kg: "27.5", heat: "unknown", chaq: "" });
    assert.deepEqual(
      (await plan(changed)).changes.map(({ row, field, was, becomes }) => [row, field, was, becomes]),
      [
        [2, "weight_kg", "26.1", "27.5"],
        [2, "chaq", "not done", ""],
        [2, "heat", "no", "unknown"],
      ],
    );
    await apply(changed, "second of C");
    assert.notDeepEqual(byKey(await storedOf(charts)), before);
    assert.equal(await undo("second of C"), 1);
    assert.deepEqual(byKey(await storedOf(charts)), before);
  });

  test("an import whose rows were changed since cannot be undone, and says which", async () => {
    const charts = childOf("D");
    await apply(charts, "first of D");
    await apply(withVisit(charts, { weight_kg: "27.5" }), "second of D");
    await apply(withVisit(charts, { weight_kg: "27.6" }), "third of D");
    assert.equal(await told("second of D"), "visit DV00001");
    assert.equal(await told("third of D"), "done");
    assert.equal(await told("second of D"), "done");
  });

  test("an import of before a column came is undone, unless something was entered there since", async () => {
    const charts = childOf("L");
    await apply(charts, "before the column");
    await sql`alter table chart.visit add column later text`.execute(database().kysely);
    await sql`grant update (later) on chart.visit to osteon_member`.execute(database().kysely);
    const enter = (value: string | null) =>
      asRole(database(), member("manager", { reason: "came later" }), (session) =>
        sql`update chart.visit set later = ${value} where centre = 'Dresden' and visit = 'LV00001'`.execute(session),
      );
    try {
      await enter("entered");
      assert.equal(await told("before the column"), "visit LV00001");
      await enter(null);
      assert.equal(await told("before the column"), "done");
      assert.equal(count(await storedOf(charts)), 0);
    } finally {
      await sql`alter table chart.visit drop column later`.execute(database().kysely);
    }
  });

  test("a plan that others overtook is not carried out", async () => {
    const charts = childOf("E");
    await apply(charts, "first of E");
    const more = withVisit(charts, { visit: "EV-new" });
    const late = await plan(more);
    await apply(more, "second of E");
    await assert.rejects(
      asRole(database(), member("manager", { batch: "late", reason: "late" }), (session) =>
        applyImport(session, late, { batch: "late", source: "test" }),
      ),
      ImportOvertaken,
    );
  });

  test("an import on which rows of a later one rest cannot be undone before that one", async () => {
    const charts = childOf("F");
    await apply(charts, "first of F");
    await apply(withVisit(charts, { visit: "FV-new" }), "second of F");
    assert.equal(await outcome(() => undo("first of F")), "23503");
    assert.equal(await undo("second of F"), 1);
    assert.equal(await undo("first of F"), count(charts));
    assert.equal(count(await storedOf(charts)), 0);
  });

  /** Rows of charts that the trail tells as deleted. */
  async function deleted(): Promise<number> {
    const { rows } = await asRole(database(), { role: "osteon_keeper", account: "k" }, (session) =>
      sql<{
        n: number;
      }>`select count(*)::int as n from audit.entry where action = 'delete' and entity like 'chart.%'`.execute(session),
    );
    return rows[0]?.n ?? 0;
  }
});
