import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { SentEncounter } from "@osteon/api";
import { type ChartRow, keyOf, tableNamed } from "@osteon/codebook";
import { readChartFolder } from "@osteon/interop";
import { applyImport, asRole, type Database, planImport, type StoredRow } from "@osteon/registry";
import { member } from "../../../../packages/registry/tests/both-engines.ts";

const CARD = new URL("../../../../../shared/data/visit-card/", import.meta.url);
const COHORT = fileURLToPath(new URL("../../../../studies/schnabel-2017/cohort/", import.meta.url));

/** Whether the card lies beside the repository. */
export const cardIsThere = existsSync(CARD);

/** The child of the card. */
export const CHILD = "DD-071";
export const CENTRE = "Dresden";

/** The tables of which the card says something. */
export const CARD_TABLES = ["patient", "visit", "laboratory", "treatment", "imaging", "lesion_observation"] as const;

/** How the codebook writes the sign before a value. */
const SIGNS: Readonly<Record<string, string>> = { "<": "below" };

/** What the card settles of the rows that are there afterwards and were not before, or have changed. */
export function truthOf(table: (typeof CARD_TABLES)[number]): readonly ChartRow[] {
  const [head = [], ...rows] = readFileSync(new URL(`visit-card.truth.${table}.csv`, CARD), "utf8")
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.split(","));
  return rows.map((cells) =>
    Object.fromEntries(head.map((name, place) => [name, SIGNS[cells[place] ?? ""] ?? cells[place] ?? ""])),
  );
}

/** Takes the child of the card into a registry, as the sample cohort has it. */
export async function importChild({ database }: { readonly database: Database }, manager: string): Promise<void> {
  const { charts } = await readChartFolder(COHORT);
  const own = charts.map((chart) => ({ ...chart, rows: chart.rows.filter(({ cells }) => cells.patient === CHILD) }));
  await asRole(database, member(manager, { batch: "cohort", reason: "cohort" }), async (session) =>
    applyImport(session, await planImport(session, own), { batch: "cohort", source: "cohort" }),
  );
}

/** The card as one request, as a page would send it that has read this chart. */
export function cardRequest(chart: readonly StoredRow[]): SentEncounter {
  const stored = (table: string, key: string): StoredRow => {
    const row = chart.find((one) => one.table === table && one.key === key);
    if (row === undefined) throw new Error(`there is no ${table} ${key}`);
    return row;
  };
  const known = (table: string, cells: ChartRow): Record<string, string> => {
    const names = tableNamed(table).fields.map(({ name }) => name);
    const kept = Object.entries(cells).filter(
      ([name]) => names.includes(name) && !["patient", keyOf(tableNamed(table)).name].includes(name),
    );
    return Object.fromEntries(kept.filter(([, cell]) => cell !== ""));
  };
  const [visit] = truthOf("visit");
  const [imaging] = truthOf("imaging");
  const [ended, begun] = truthOf("treatment");
  const before = stored("treatment", ended?.treatment ?? "");
  return {
    status: "complete",
    reason: "the dose was changed",
    visit: { cells: known("visit", visit ?? {}) },
    rows: [
      ...truthOf("laboratory").map((cells) => ({
        table: "laboratory",
        refers: { visit: "visit" },
        cells: known("laboratory", cells),
      })),
      {
        table: "treatment",
        key: before.key,
        version: before.version,
        cells: { ...before.cells, stopped_on: ended?.stopped_on ?? "" },
      },
      { table: "treatment", cells: known("treatment", begun ?? {}) },
      { table: "imaging", name: "mri", cells: known("imaging", imaging ?? {}) },
      ...truthOf("lesion_observation").map((cells) => ({
        table: "lesion_observation",
        refers: { imaging: "mri" },
        cells: known("lesion_observation", cells),
      })),
    ],
  };
}

/** Asserts that the rows that are new or changed are exactly those of the card, and say nothing more; answers with them. */
export function leavesTheCard(was: readonly StoredRow[], is: readonly StoredRow[]): readonly StoredRow[] {
  const moved = is.filter(
    (row) =>
      JSON.stringify(was.find(({ table, key }) => table === row.table && key === row.key)?.cells) !==
      JSON.stringify(row.cells),
  );
  assert.deepEqual([...new Set(moved.map(({ table }) => table))].sort(), [...CARD_TABLES].sort());
  assert.deepEqual(
    was.filter((row) => !is.some(({ table, key }) => table === row.table && key === row.key)),
    [],
  );
  for (const table of CARD_TABLES) {
    const truth = truthOf(table);
    const rows = moved.filter((row) => row.table === table);
    const settled = Object.keys(truth[0] ?? {}).filter((name) => rows.some(({ cells }) => name in cells));
    const seen = (cells: Readonly<Record<string, string>>, isTruth: boolean) =>
      settled
        .map((name) =>
          name === table && (isTruth ? cells[name] === "" : !truth.some((one) => one[name] === cells[name]))
            ? ""
            : (cells[name] ?? ""),
        )
        .join(" ");
    assert.deepEqual(
      rows.map(({ cells }) => seen(cells, false)).sort(),
      truth.map((cells) => seen(cells, true)).sort(),
      table,
    );
    for (const { cells, key } of rows) {
      if (was.some((row) => row.table === table && row.key === key)) continue;
      const unsettled = Object.entries(cells).filter(([name, cell]) => cell !== "" && !settled.includes(name));
      assert.deepEqual(
        unsettled.filter(([name]) => ![table, "visit", "imaging", "treatment"].includes(name)),
        [],
        `${table} says nothing more`,
      );
    }
  }
  return moved;
}
