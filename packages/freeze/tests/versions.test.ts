import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { type Charts, CODEBOOK_VERSION, SHIPPED } from "@osteon/codebook";
import { openDuckDb } from "@osteon/engine";
import { readChartFolder } from "@osteon/interop";
import { unzipSync } from "fflate";
import { type Freeze, freeze, notCollected, openFreeze, verifyFreeze } from "../src/index.ts";
import { scratchFolder } from "./scratch-folder.ts";
import { smallCharts } from "./small-charts.ts";

const COHORT = fileURLToPath(new URL("../../../studies/schnabel-2017/cohort", import.meta.url));

/** The small charts with another height at the first visit. */
const withHeight = (height: string): Charts =>
  smallCharts().map((chart) =>
    chart.name === "visit"
      ? {
          ...chart,
          rows: chart.rows.map((row, place) =>
            place === 0 ? { ...row, cells: { ...row.cells, height_cm: height } } : row,
          ),
        }
      : chart,
  );

async function frozen(charts: Charts, directory: string, version?: number): Promise<Freeze> {
  const made = await freeze(charts, { directory, policy: "middle", ...(version !== undefined && { version }) });
  assert.ok(made.ok, JSON.stringify(made));
  return made.value;
}

/** Heights as the models see them. */
async function heights(made: Freeze) {
  const engine = await openDuckDb();
  try {
    await openFreeze(engine, made);
    return (await engine.rows("SELECT height_cm_x10, height_cm_missing FROM visit ORDER BY visit_no")).map(
      ({ height_cm_x10, height_cm_missing }) => [
        height_cm_x10 === null ? null : Number(height_cm_x10),
        height_cm_missing,
      ],
    );
  } finally {
    await engine.close();
  }
}

describe("a freeze and the versions of the codebook", () => {
  test("a field that nobody entered changes no hash, whatever the version; a value does, and a reason", async (context) => {
    const folder = await scratchFolder(context);
    const first = await frozen(smallCharts(), join(folder, "first"), 1);
    const today = await frozen(withHeight(""), join(folder, "today"));
    assert.equal(today.hash, first.hash);
    assert.deepEqual([first.version, today.version], [1, CODEBOOK_VERSION]);
    const hashes = new Set([first.hash]);
    for (const cell of ["121.5", "not done"]) hashes.add((await frozen(withHeight(cell), join(folder, cell))).hash);
    assert.equal(hashes.size, 3);
  });

  test("a list holds the codes of the first version, and of later ones those that a chart uses", async (context) => {
    const folder = await scratchFolder(context);
    const withDrug = (drug: string): Charts => {
      const cells = {
        treatment: "T9",
        patient: "A-1",
        drug,
        drug_class: "nsaid",
        started_on: "2009-09-01",
        stopped_on: "not applicable",
      };
      const chart = { name: "treatment", file: "treatment.csv", rows: [{ row: 2, cells }] };
      return [...smallCharts().filter(({ name }) => name !== "treatment"), chart];
    };
    const listed = async (drug: string) => {
      const engine = await openDuckDb();
      try {
        await openFreeze(engine, await frozen(withDrug(drug), join(folder, drug)));
        const rows = await engine.rows(
          "SELECT drug FROM codebook_drug WHERE drug IN ('naproxen', 'etoricoxib') ORDER BY 1",
        );
        return rows.map((row) => row.drug);
      } finally {
        await engine.close();
      }
    };
    assert.deepEqual(await listed("naproxen"), ["naproxen"]);
    assert.deepEqual(await listed("etoricoxib"), ["etoricoxib", "naproxen"]);
  });

  test("models find the field in every freeze: with its values, not entered, or not collected then", async (context) => {
    const folder = await scratchFolder(context);
    const value = await heights(await frozen(withHeight("121.5"), join(folder, "value")));
    assert.equal(value.filter(([height]) => height === 1215).length, 1);
    const blank = await heights(await frozen(smallCharts(), join(folder, "blank")));
    assert.deepEqual(blank, [
      [null, "not-entered"],
      [null, "not-entered"],
      [null, "not-entered"],
    ]);
    const then = await heights(await frozen(smallCharts(), join(folder, "then"), 1));
    assert.deepEqual(then, [
      [null, "not-collected"],
      [null, "not-collected"],
      [null, "not-collected"],
    ]);
  });

  test("what a study reads and the charts' version had not is named, and nothing else", () => {
    const models = [
      { name: "growth", sql: "SELECT patient_no, height_cm_x10, weight_kg_x10 FROM visit" },
      { name: "other", sql: "SELECT height_cm_x10 FROM growth" },
    ];
    const said = (version: number) => notCollected({ version, book: SHIPPED }, models).map(({ says }) => says);
    assert.deepEqual(said(CODEBOOK_VERSION), []);
    assert.deepEqual(said(1), [
      "The study reads visit.height_cm (growth), which the codebook has since version 2; these charts are of version 1: it was not collected then.",
    ]);
  });

  test("a freeze of the first release is read and verified, and today's code freezes its charts to the same hash", async (context) => {
    const folder = await scratchFolder(context);
    const directory = join(folder, "first-release");
    mkdirSync(directory);
    const zip = readFileSync(new URL("./first-release/freeze.zip", import.meta.url));
    for (const [name, bytes] of Object.entries(unzipSync(zip))) writeFileSync(join(directory, name), bytes);
    const read = await verifyFreeze(directory);
    assert.ok(read.ok, JSON.stringify(read));
    assert.equal(read.value.version, 1);
    const { charts, version } = await readChartFolder(COHORT);
    assert.equal(version, 1);
    assert.equal((await frozen(charts, join(folder, "today"), version)).hash, read.value.hash);
    assert.ok((await heights(read.value)).every(([, reason]) => reason === "not-collected"));
  });
});
