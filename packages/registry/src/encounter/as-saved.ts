import {
  type ChartRow,
  type Codebook,
  checkTogether,
  type KeyedRow,
  keyOf,
  type Problem,
  type Table,
} from "@osteon/codebook";
import { todayOf } from "../charts/save-row.ts";
import { readChart, type StoredRow } from "../charts/stored-row.ts";
import type { Session } from "../database/database.ts";
import { type EncounterRow, type PlacedEncounterRow, placeRows, type RowProblems } from "./encounter-rows.ts";
import type { Encounter } from "./save-encounter.ts";

/** An encounter while it is typed; a row without cells stays as it is. */
export interface TypedEncounter extends Omit<Encounter, "rows" | "removed"> {
  readonly rows: readonly (Omit<EncounterRow, "cells"> & { readonly cells: ChartRow | undefined })[];
  readonly removed: readonly { readonly table: string; readonly key: string }[];
}

/** A child's chart as it would stand if an encounter were saved, and what of it a save would refuse. */
export interface AsSaved {
  readonly chart: readonly StoredRow[];
  /** The rows of the encounter in the order in which they were sent; a new one has a number that stands for its own. */
  readonly rows: readonly StoredRow[];
  readonly refused: readonly RowProblems[];
}

/**
 * Reads a chart as it would stand after a save, and writes nothing. What a save would refuse is left out: the cell where the row
 * can do without it, else the row, which then counts as a draft. The last contact stays as it is. Nothing where no such child is
 * seen; throws `NotThisChart` as `saveEncounter` does.
 */
export async function readAsSaved(
  session: Session,
  { centre, patient, rows, removed }: TypedEncounter,
  book: Codebook,
): Promise<AsSaved | undefined> {
  const gone = new Set(removed.map(({ table, key }) => `${table}\n${key}`));
  const whole = await readChart(session, centre, patient, book);
  const chart = whole.filter(({ table, key }) => !gone.has(`${table}\n${key}`));
  if (!chart.some(({ table }) => table === "patient")) return undefined;
  const asTheyAre = ({ table, key }: { readonly table: Table; readonly key?: string | undefined }) =>
    chart.find((one) => one.table === table.name && one.key === key)?.cells ?? {};
  const placed = placeRows(
    patient,
    rows.map((row) => ({ ...row, cells: row.cells ?? asTheyAre(row) })),
    chart,
  );
  const keyed = placed.map(({ table, key, cells, status }) => ({ table: table.name, key, cells, status }));
  const options = { today: await todayOf(session), book, contactFollows: true } as const;
  const refusedOf = (of: readonly KeyedRow[]): readonly (readonly Problem[])[] =>
    checkTogether(chart, of, options).problems.map((own) => own.filter(({ severity }) => severity === "refused"));
  const refused = refusedOf(keyed);
  const sound = placed.map((row, place) => ({ centre, patient, ...soundRow(row, refused[place] ?? []) }));
  // Without one cell a row may break a rule about another.
  const still = refused.some((own) => own.length > 0) ? refusedOf(sound) : [];
  const after = sound.map((row, place) => ((still[place] ?? []).length > 0 ? { ...row, status: DRAFT } : row));
  const sent = new Set(after.map(({ table, key }) => `${table}\n${key}`));
  return {
    chart: [...chart.filter(({ table, key }) => !sent.has(`${table}\n${key}`)), ...after],
    rows: after,
    refused: placed.flatMap(({ place, table, key }) => {
      const own = refused[place] ?? [];
      return own.length === 0 ? [] : [{ place, table: table.name, key, problems: own }];
    }),
  };
}

const DRAFT = "draft" as const;

/** The row without what is refused of it; a draft where a cell is refused that it needs. */
function soundRow({ table, key, cells, status, stored }: PlacedEncounterRow, refused: readonly Problem[]) {
  const columns = new Set(refused.map(({ where }) => where.column ?? ""));
  const needed = table.fields.some(
    ({ name, type, required }) =>
      columns.has(name) && (required === true || type.kind === "key" || type.kind === "reference"),
  );
  const sound = Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, columns.has(name) ? "" : cell]));
  return {
    table: table.name,
    key,
    cells: { ...Object.fromEntries(table.fields.map(({ name }) => [name, ""])), ...sound, [keyOf(table).name]: key },
    status: needed ? DRAFT : status,
    version: stored?.version ?? 0,
    writtenAt: stored?.writtenAt ?? "",
    writtenBy: stored?.writtenBy ?? "",
  };
}
