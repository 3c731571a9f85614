import assert from "node:assert/strict";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { type Charts, type Checked, CODEBOOK, type Problem, sinceOf } from "@osteon/codebook";
import { openDuckDb } from "@osteon/engine";
import { createFrozenTables, FROZEN_SCHEMAS, type Freeze, freeze, freezeTables, verifyFreeze } from "../src/index.ts";
import { scratchFolder } from "./scratch-folder.ts";
import { smallCharts } from "./small-charts.ts";

/** Tables of later versions, in which the small charts have no row. */
const LATER: ReadonlySet<string> = new Set(CODEBOOK.filter((table) => sinceOf(table) > 1).map(({ name }) => name));

function frozen(checked: Checked<Freeze>): Freeze {
  assert.ok(checked.ok, checked.ok ? "" : JSON.stringify(checked.problems, null, 2));
  return checked.value;
}

function problemsOf(checked: Checked<Freeze>): readonly Problem[] {
  assert.ok(!checked.ok, "problems were expected");
  return checked.problems;
}

const codesOf = (checked: Checked<Freeze>) => problemsOf(checked).map((problem) => problem.code);

describe("a freeze", () => {
  test("is one Parquet file per table, the codebook and a manifest, and nothing beside it", async (context) => {
    const folder = await scratchFolder(context);
    const { tables } = frozen(await freeze(smallCharts(), { directory: join(folder, "frozen"), policy: "middle" }));
    assert.deepEqual(await readdir(folder), ["frozen"]);
    const files = FROZEN_SCHEMAS.filter(({ name }) => !LATER.has(name)).map(({ name }) => `${name}.parquet`);
    assert.deepEqual(await readdir(join(folder, "frozen")), [...files, "codebook.json", "manifest.json"].sort());
    const rows = Object.fromEntries(tables.map((table) => [table.name, table.rows]));
    assert.deepEqual([rows.patient, rows.visit, rows.laboratory, rows.relapse], [2, 3, 3, 0]);
  });

  test("records study, policy, version and the questions that are open, and no clock time", async (context) => {
    const directory = join(await scratchFolder(context), "frozen");
    const options = { directory, policy: "latest", study: "invented-1" } as const;
    const checked = await freeze(smallCharts(), options);
    const text = await readFile(join(directory, "manifest.json"), "utf8");
    const manifest = JSON.parse(text);
    assert.equal(manifest.study, "invented-1");
    assert.equal(manifest.policy, "latest");
    assert.equal(manifest.format, 1);
    assert.equal(manifest.hash, frozen(checked).hash);
    assert.deepEqual(manifest.queries, checked.ok && checked.queries);
    assert.doesNotMatch(text, /\d\d:\d\d/);
  });

  test("is the same bytes in every file when it is made again", async (context) => {
    const folder = await scratchFolder(context);
    for (const name of ["a", "b"])
      frozen(await freeze(smallCharts(), { directory: join(folder, name), policy: "middle" }));
    for (const file of await readdir(join(folder, "a"))) {
      assert.deepEqual(await readFile(join(folder, "a", file)), await readFile(join(folder, "b", file)), file);
    }
  });

  test("is found done when the same charts are frozen into the same folder again", async (context) => {
    const folder = await scratchFolder(context);
    const options = { directory: join(folder, "frozen"), policy: "middle" } as const;
    const first = frozen(await freeze(smallCharts(), options));
    assert.deepEqual(frozen(await freeze(smallCharts(), options)), first);
    assert.deepEqual(await readdir(folder), ["frozen"]);
  });

  test("never replaces another freeze, another policy, a damaged freeze or a folder of something else", async (context) => {
    const folder = await scratchFolder(context);
    const directory = join(folder, "frozen");
    frozen(await freeze(smallCharts(), { directory, policy: "middle" }));
    const before = await readFile(join(directory, "manifest.json"), "utf8");
    assert.deepEqual(codesOf(await freeze(withoutPatient(), { directory, policy: "middle" })), ["freeze-not-written"]);
    assert.deepEqual(codesOf(await freeze(smallCharts(), { directory, policy: "latest" })), ["freeze-not-written"]);
    assert.deepEqual(codesOf(await freeze(smallCharts(), { directory: folder, policy: "middle" })), [
      "freeze-not-written",
    ]);
    assert.equal(await readFile(join(directory, "manifest.json"), "utf8"), before);
    await writeFile(join(directory, "visit.parquet"), "damaged");
    assert.deepEqual(codesOf(await freeze(smallCharts(), { directory, policy: "middle" })), ["freeze-not-written"]);
    assert.deepEqual(await readdir(folder), ["frozen"]);
  });

  test("of another policy is another freeze even where no date is partial", async (context) => {
    const directory = join(await scratchFolder(context), "frozen");
    const empty = smallCharts(() => ({}));
    const { hash } = frozen(await freeze(empty, { directory, policy: "middle" }));
    assert.deepEqual(codesOf(await freeze(empty, { directory, policy: "latest" })), ["freeze-not-written"]);
    const elsewhere = await freeze(empty, { directory: `${directory}-latest`, policy: "latest" });
    assert.equal(frozen(elsewhere).hash, hash, "their tables are the same");
  });
});

/** The small study without the child A-1 and all that is hers. */
function withoutPatient(): Charts {
  return smallCharts((tables) =>
    Object.fromEntries(
      Object.entries(tables).map(([name, rows]) => [name, rows.filter((row) => row.patient !== "A-1")]),
    ),
  );
}

describe("nothing is left behind", () => {
  test("by charts with a refused problem", async (context) => {
    const folder = await scratchFolder(context);
    const charts = smallCharts((rows) => ({
      ...rows,
      visit: [{ visit: "V1", patient: "A-1", visited_on: "2009-02-30" }],
      laboratory: [],
    }));
    const problems = problemsOf(await freeze(charts, { directory: join(folder, "frozen"), policy: "middle" }));
    assert.ok(problems.length > 0);
    assert.ok(problems.every((problem) => problem.severity === "refused"));
    assert.deepEqual(await readdir(folder), []);
  });

  test("by a laboratory limit that has no unit", async (context) => {
    const folder = await scratchFolder(context);
    const row = { laboratory: "L1", patient: "A-1", sampled_on: "2009-09-01", analyte: "crp", value: "not done" };
    const charts = smallCharts((rows) => ({ ...rows, laboratory: [{ ...row, upper_limit: "5" }] }));
    const problems = problemsOf(await freeze(charts, { directory: join(folder, "frozen"), policy: "middle" }));
    assert.deepEqual(
      problems.map((problem) => problem.where),
      [{ file: "laboratory.csv", row: 2, column: "upper_limit", value: "5" }],
    );
    assert.deepEqual(await readdir(folder), []);
  });

  test("by a place that cannot be written to", async (context) => {
    const folder = await scratchFolder(context);
    await writeFile(join(folder, "a-file"), "");
    const directory = join(folder, "a-file", "frozen");
    assert.deepEqual(codesOf(await freeze(smallCharts(), { directory, policy: "middle" })), ["freeze-not-written"]);
    assert.deepEqual(await readdir(folder), ["a-file"]);
  });

  test("by a fault after the first tables have been written", async (context) => {
    const folder = await scratchFolder(context);
    const engine = await openDuckDb({ threads: 1 });
    await createFrozenTables(engine);
    const copied: string[] = [];
    const failing = {
      ...engine,
      run: async (sql: string) => {
        if (sql.includes("lesion.parquet")) throw new Error("planted fault");
        if (sql.startsWith("COPY")) copied.push(sql);
        return engine.run(sql);
      },
    };
    const options = { directory: join(folder, "frozen"), policy: "middle" } as const;
    await assert.rejects(freezeTables(failing, options), /planted fault/);
    assert.equal(copied.length, 6);
    assert.deepEqual(await readdir(folder), []);
    await engine.close();
  });
});

describe("verifying a freeze", () => {
  test("passes it as it was written", async (context) => {
    const directory = join(await scratchFolder(context), "frozen");
    const made = frozen(await freeze(smallCharts(), { directory, policy: "middle" }));
    assert.deepEqual(frozen(await verifyFreeze(directory)), made);
  });

  test("reads its own files where the folder's name is a pattern that fits its neighbour", async (context) => {
    const folder = await scratchFolder(context);
    const [neighbour, directory] = [join(folder, "it's 1"), join(folder, "it's [1]")];
    frozen(await freeze(withoutPatient(), { directory: neighbour, policy: "middle" }));
    const made = frozen(await freeze(smallCharts(), { directory, policy: "middle" }));
    assert.deepEqual(frozen(await verifyFreeze(directory)), made);
  });

  /** Each way to tamper with a table of a freeze, as DuckDB would write it back. */
  const TAMPERED = {
    "a changed cell": "SELECT * REPLACE (CASE WHEN visit_no = 2 THEN 6 ELSE pain_nrs END AS pain_nrs) FROM visit",
    "a null made a zero": "SELECT * REPLACE (COALESCE(pain_nrs, 0) AS pain_nrs) FROM visit",
    "a row less": "SELECT * FROM visit WHERE visit_no <> 2",
    "a row twice": "SELECT * FROM visit UNION ALL SELECT * FROM visit WHERE visit_no = 2",
    "a row far away":
      "SELECT * FROM visit UNION ALL SELECT * REPLACE (900000 AS visit_no) FROM visit WHERE visit_no = 2",
    "a row without a number": "SELECT * REPLACE (NULLIF(visit_no, 3) AS visit_no) FROM visit",
    "another type": "SELECT * REPLACE (CAST(pain_nrs AS BIGINT) AS pain_nrs) FROM visit",
    "a column less": "SELECT * EXCLUDE (heat) FROM visit",
  } as const;

  for (const [name, sql] of Object.entries(TAMPERED)) {
    test(`finds ${name}`, async (context) => {
      const directory = join(await scratchFolder(context), "frozen");
      frozen(await freeze(smallCharts(), { directory, policy: "middle" }));
      const file = join(directory, "visit.parquet");
      const engine = await openDuckDb();
      await engine.run(
        `CREATE TABLE visit AS FROM read_parquet('${file}'); COPY (${sql}) TO '${file}' (FORMAT parquet)`,
      );
      await engine.close();
      const problems = problemsOf(await verifyFreeze(directory));
      assert.deepEqual(
        problems.map(({ code, where }) => [code, where.file]),
        [["freeze-changed", "visit.parquet"]],
      );
    });
  }

  test("does not mind the same rows in another order or another compression", async (context) => {
    const directory = join(await scratchFolder(context), "frozen");
    frozen(await freeze(smallCharts(), { directory, policy: "middle" }));
    const file = join(directory, "visit.parquet");
    const engine = await openDuckDb();
    await engine.run(
      `CREATE TABLE visit AS FROM read_parquet('${file}');` +
        `COPY (FROM visit ORDER BY visit_no DESC) TO '${file}' (FORMAT parquet, COMPRESSION snappy)`,
    );
    await engine.close();
    frozen(await verifyFreeze(directory));
  });
});
