import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { type ChartRow, type Charts, checkCharts } from "@osteon/codebook";
import { derive } from "@osteon/derive";
import { type Engine, openDuckDb } from "@osteon/engine";
import { freeze, openFreeze } from "@osteon/freeze";
import { readChartFolder, writeChartFolder } from "@osteon/interop";
import protocol from "../protocol.ts";
import { DRESDEN_MODELS } from "../tests/dresden-models.ts";
import { cohortCharts } from "./cohort-charts.ts";
import { BASELINE } from "./expectations/baseline.ts";
import { COURSE } from "./expectations/course.ts";
import type { Expectation } from "./expectations/expectation.ts";
import { readStatistic } from "./expectations/read-statistic.ts";
import { TREATMENT } from "./expectations/treatment.ts";

const COHORT = fileURLToPath(new URL("../cohort/", import.meta.url));

let scratch: string;
let engine: Engine;

before(async () => {
  scratch = await mkdtemp(join(tmpdir(), "cohort-"));
  const { charts } = await readChartFolder(COHORT);
  engine = await derived(charts, "freeze");
});

after(async () => {
  await engine?.close();
  await rm(scratch, { recursive: true, force: true });
});

test("the generator writes the committed files, byte for byte", async () => {
  const directory = join(scratch, "again");
  await writeChartFolder(cohortCharts(), directory, 1);
  const files = await readdir(directory);
  assert.equal(files.length, 16);
  for (const file of files) {
    assert.equal(await readFile(join(directory, file), "utf8"), await readFile(join(COHORT, file), "utf8"), file);
  }
});

test("the charts raise neither a refusal nor a query", async () => {
  const { charts, problems } = await readChartFolder(COHORT);
  assert.deepEqual([...problems, ...checkCharts(charts)], []);
});

test("children are seen, imaged and treated on weekdays", async () => {
  const { charts } = await readChartFolder(COHORT);
  const dated = { visit: "visited_on", imaging: "imaged_on", treatment: "started_on", biopsy: "taken_on" };
  for (const [table, column] of Object.entries(dated)) {
    const days = rowsOf(charts, table).map((cells) => new Date(cells[column] ?? "").getUTCDay());
    assert.ok(days.length > 0 && days.every((day) => day >= 1 && day <= 5), table);
  }
});

test("a relapse whose MRI loses its new lesion is no relapse any more", async () => {
  const { charts } = await readChartFolder(COHORT);
  const [imaging] = await engine.rows(
    "SELECT imaging FROM relapse_free INNER JOIN imaging ON imaging.imaging_no = relapse_imaging_no WHERE outcome_day < 365 LIMIT 1",
  );
  const blunted = charts.map((table) => ({
    ...table,
    rows: table.rows.map((row) =>
      table.name === "lesion_observation" && row.cells.imaging === imaging?.imaging && row.cells.state === "new"
        ? { ...row, cells: { ...row.cells, state: "active" } }
        : row,
    ),
  }));
  const other = await derived(blunted, "blunted");
  const sql = "SELECT SUM(relapse_count) AS relapses FROM patient_profile";
  const relapsesOf = async (of: Engine): Promise<unknown> => (await of.rows(sql))[0]?.relapses;
  const before = await relapsesOf(engine);
  const after = await relapsesOf(other);
  await other.close();
  assert.deepEqual([before, after], [rowsOf(charts, "relapse").length, rowsOf(charts, "relapse").length - 1]);
});

for (const [name, expectations] of Object.entries({ BASELINE, COURSE, TREATMENT })) {
  describe(`the derived cohort gives the paper's numbers: ${name.toLowerCase()}`, () => {
    for (const expectation of expectations) {
      test(`${expectation.says} is ${expectation.expected}`, async () => {
        assert.equal(await printedNumber(expectation), expectation.expected);
      });
    }
  });
}

async function derived(charts: Charts, folder: string): Promise<Engine> {
  const frozen = await freeze(charts, { directory: join(scratch, folder), policy: "middle" });
  assert.ok(frozen.ok, "the charts can be frozen");
  const opened = await openDuckDb();
  await openFreeze(opened, frozen.value);
  await derive(opened, protocol, { models: DRESDEN_MODELS, within: [frozen.value.directory] });
  return opened;
}

const rowsOf = (charts: Charts, name: string): readonly ChartRow[] =>
  charts.filter((table) => table.name === name).flatMap((table) => table.rows.map(({ cells }) => cells));

async function printedNumber({ sql, statistic, divisor, decimals }: Expectation): Promise<string> {
  const value = readStatistic(statistic, await engine.rows(sql)) / divisor;
  return halfUp(value, decimals);
}

function halfUp(value: number, decimals: number): string {
  const scale = 10 ** decimals;
  return (Math.floor(value * scale + 0.5 + 1e-9) / scale).toFixed(decimals);
}
