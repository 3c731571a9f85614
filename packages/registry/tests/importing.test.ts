import assert from "node:assert/strict";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { type Charts, CODEBOOK } from "@osteon/codebook";
import { readChartFolder } from "@osteon/interop";
import {
  applyImport,
  appoint,
  asRole,
  CannotUndo,
  ImportOvertaken,
  planImport,
  readCharts,
  undoBatch,
} from "@osteon/registry";
import { sql } from "kysely";
import { member, onBothEngines, outcome } from "./both-engines.ts";

const COHORT = fileURLToPath(new URL("../../../studies/schnabel-2017/cohort", import.meta.url));

onBothEngines("importing chart folders", ({ database }) => {
  let cohort: Charts = [];
  before(async () => {
    await appoint(database(), "manager", "data_manager", "Dresden");
    await appoint(database(), "reader", "statistician", "Dresden");
    await appoint(database(), "elsewhere", "data_manager", "Leipzig");
    cohort = (await readChartFolder(COHORT)).charts;
  });

  const as = (batch: string) => member("manager", { batch, reason: "import of the cohort" });
  const plan = (charts: Charts, account = "manager") =>
    asRole(database(), member(account), (session) => planImport(session, charts));
  const apply = (charts: Charts, batch: string) =>
    asRole(database(), as(batch), async (session) =>
      applyImport(session, await planImport(session, charts), { batch, source: "test" }),
    );
  const stored = () => asRole(database(), member("reader"), (session) => readCharts(session));
  const byKey = (charts: Charts) =>
    charts.map(({ name, rows }) => ({
      name,
      rows: rows.map(({ cells }) => JSON.stringify(Object.entries(cells).sort())).sort(),
    }));

  /** The cohort with other cells in the first visit. */
  const withVisit = (change: Record<string, string>): Charts =>
    cohort.map((chart) =>
      chart.name === "visit"
        ? {
            ...chart,
            rows: chart.rows.map((row, place) => (place === 0 ? { ...row, cells: { ...row.cells, ...change } } : row)),
          }
        : chart,
    );

  test("a dry run writes nothing and tells every row as new", async () => {
    const { tables, problems } = await plan(cohort);
    assert.deepEqual(
      problems.filter(({ severity }) => severity === "refused"),
      [],
    );
    assert.equal(
      tables.reduce((total, { added }) => total + added.length, 0),
      6515,
    );
    assert.equal(
      (await stored()).reduce((total, { rows }) => total + rows.length, 0),
      0,
    );
  });

  test("a file with one bad cell is refused whole, with the place", async () => {
    const bad = withVisit({ weight_kg: "9000" });
    const { problems } = await plan(bad);
    assert.deepEqual(
      problems
        .filter(({ severity }) => severity === "refused")
        .map(({ code, where }) => [code, where.file, where.row, where.column]),
      [["impossible-value", "visit.csv", 2, "weight_kg"]],
    );
    await assert.rejects(apply(bad, "bad"));
    assert.equal(
      (await stored()).reduce((total, { rows }) => total + rows.length, 0),
      0,
    );
  });

  test("charts of another centre cannot be imported", async () => {
    const { problems } = await plan(cohort, "elsewhere");
    assert.equal(problems.filter(({ code }) => code === "foreign-centre").length, 112);
    const round = asRole(database(), member("elsewhere", { batch: "x", reason: "x" }), async (session) =>
      applyImport(session, { ...(await planImport(session, cohort)), problems: [] }, { batch: "x", source: "x" }),
    );
    assert.equal(await outcome(() => round), "42501");
  });

  test("what was imported is exported the same, cell by cell, and importing it again changes nothing", async () => {
    await apply(cohort, "first");
    const exported = await stored();
    assert.deepEqual(byKey(exported), byKey(cohort));
    const { tables, changes } = await plan(exported);
    assert.deepEqual(changes, []);
    assert.ok(tables.every(({ added, changed }) => added.length + changed.length === 0));
  });

  test("a row of another child is named by its row, also where the files hold both children", async () => {
    const moved = withVisit({ patient: "DD-002" });
    for (const files of [moved, moved.filter(({ name }) => name === "visit")])
      assert.deepEqual(
        (await plan(files)).problems
          .filter(({ code }) => code === "number-taken")
          .map(({ severity, where }) => [severity, where.file, where.row, where.column]),
        [["refused", "visit.csv", 2, "visit"]],
      );
  });

  test("changed cells are shown with what was and what would be; undoing brings the old ones back", async () => {
    const before = byKey(await stored());
    const changed = withVisit({ weight_kg: "27.5", heat: "unknown", chaq: "" });
    assert.deepEqual(
      (await plan(changed)).changes.map(({ row, field, was, becomes }) => [row, field, was, becomes]),
      [
        [2, "weight_kg", "26.1", "27.5"],
        [2, "chaq", "not done", ""],
        [2, "heat", "no", "unknown"],
      ],
    );
    await apply(changed, "second");
    assert.notDeepEqual(byKey(await stored()), before);
    const undone = await asRole(database(), member("manager", { reason: "wrong file" }), (session) =>
      undoBatch(session, "Dresden", "second"),
    );
    assert.equal(undone, 1);
    assert.deepEqual(byKey(await stored()), before);
  });

  test("an import whose rows were changed since cannot be undone, and says which", async () => {
    await apply(withVisit({ weight_kg: "27.5" }), "third");
    await apply(withVisit({ weight_kg: "27.6" }), "fourth");
    const undo = (batch: string) =>
      asRole(database(), member("manager", { reason: "wrong file" }), (session) =>
        undoBatch(session, "Dresden", batch),
      ).then(
        () => "done",
        (error) =>
          error instanceof CannotUndo
            ? error.problems.map(({ where }) => `${where.column} ${where.value}`).join()
            : error,
      );
    assert.equal(await undo("third"), "visit V00001");
    assert.equal(await undo("fourth"), "done");
    assert.equal(await undo("third"), "done");
  });

  test("a plan that others overtook is not carried out", async () => {
    const late = await plan(withVisit({ visit: "V-new" }));
    await apply(withVisit({ visit: "V-new" }), "fifth");
    await assert.rejects(
      asRole(database(), as("sixth"), (session) => applyImport(session, late, { batch: "sixth", source: "test" })),
      ImportOvertaken,
    );
  });

  test("undoing the first import leaves no row, and the trail tells it all", async () => {
    const undo = (batch: string) =>
      asRole(database(), member("manager", { reason: "begin anew" }), (session) =>
        undoBatch(session, "Dresden", batch),
      );
    assert.equal(await undo("fifth"), 1);
    assert.equal(await undo("first"), 6515);
    assert.equal(
      (await stored()).reduce((total, { rows }) => total + rows.length, 0),
      0,
    );
    const { rows } = await asRole(database(), { role: "osteon_keeper", account: "k" }, (session) =>
      sql<{
        n: number;
      }>`select count(*) as n from audit.entry where action = 'delete' and entity like 'chart.%'`.execute(session),
    );
    assert.equal(rows[0]?.n, 6516);
    assert.equal(CODEBOOK.length, 16);
  });
});
