import { CHECK_PROBLEMS, type ChartRow, keyOf, type Problem, type Table } from "@osteon/codebook";
import { type Fault, faultsOf } from "@osteon/words";
import { ownCells } from "../charts/own-cells.ts";
import { differencesOf, type FieldDifference } from "../charts/save-row.ts";
import type { RowStatus, StoredRow } from "../charts/stored-row.ts";

/** A row of an encounter as it is sent: all its cells but those of the registry's own fields that stay, and which version of it was read. */
export interface EncounterRow {
  readonly table: Table;
  /** The number of a row that stands; nothing for a new one. */
  readonly key?: string | undefined;
  /** The version that was read; nothing for a new row. */
  readonly version?: number | undefined;
  /** What the other rows of the same encounter call it, since a new row has no number yet. */
  readonly name?: string | undefined;
  /** By field of a reference: the name of the row of this encounter that is meant. */
  readonly refers?: Readonly<Record<string, string>> | undefined;
  readonly cells: ChartRow;
  readonly status: RowStatus;
}

/** A row by its place in the request, the visit being the first, and what was said of it. */
export interface RowProblems {
  readonly place: number;
  readonly table: string;
  readonly key: string;
  readonly problems: readonly Problem[];
}

/** A row that somebody else saved since it was read. */
export interface RowConflict {
  readonly place: number;
  readonly theirs: StoredRow;
  readonly differences: readonly FieldDifference[];
}

/** A row in its place, with the name under which the checks know it. */
export interface PlacedEncounterRow extends EncounterRow {
  readonly place: number;
  readonly stored: StoredRow | undefined;
  /** Its number, or what stands for one until it is written. */
  readonly key: string;
  /** Its cells with the child, its key and the keys that it refers to. */
  readonly cells: ChartRow;
}

/** Why an encounter cannot be looked at as rows of one chart. */
export class NotThisChart extends Error {
  readonly place: number;
  readonly column: string;
  readonly value: string;
  readonly fault: Fault;
  constructor(place: number, column: string, value: string, fault: Fault) {
    super(fault.says);
    this.fault = fault;
    this.place = place;
    this.column = column;
    this.value = value;
  }
}

const { refused } = faultsOf(CHECK_PROBLEMS);

/** A row may be read by the account and not written, or no number is left for it. The transaction ends and nothing is written. */
export class EncounterNotWritten extends Error {
  constructor(table: string, key: string) {
    super(`${table} ${key} could not be written.`);
  }
}

/** Puts the rows beside what the registry holds of them, and writes for each name the number that it stands for. */
export function placeRows(
  patient: string,
  rows: readonly EncounterRow[],
  chart: readonly StoredRow[],
): readonly PlacedEncounterRow[] {
  const taken = new Set(chart.map(({ table, key }) => `${table}\n${key}`));
  const names = new Map<string, { readonly table: string; readonly key: string }>();
  const keys = rows.map(({ table, key, name }, place) => {
    const own = key ?? standIn(table.name, taken);
    if (key !== undefined && rows.findIndex((one) => one.table === table && one.key === key) < place)
      throw new NotThisChart(
        place,
        keyOf(table).name,
        key,
        refused("no-such-row", { what: "sent-twice", table: table.name, key }),
      );
    if (name !== undefined && names.has(name))
      throw new NotThisChart(
        place,
        keyOf(table).name,
        name,
        refused("no-such-row", { what: "called-twice", key: name }),
      );
    if (name !== undefined) names.set(name, { table: table.name, key: own });
    return own;
  });
  return rows.map((row, place) => {
    const { table } = row;
    const key = keys[place] ?? "";
    const stored = chart.find((one) => one.table === table.name && one.key === row.key);
    if (row.key !== undefined && stored === undefined)
      throw new NotThisChart(
        place,
        keyOf(table).name,
        key,
        refused("no-such-row", { what: "not-of-child", patient, table: table.name, key }),
      );
    const referred = Object.entries(row.refers ?? {}).map(([field, name]) => {
      const type = table.fields.find((one) => one.name === field)?.type;
      const meant = names.get(name);
      if (type?.kind !== "reference" || meant === undefined || meant.table !== type.table)
        throw new NotThisChart(place, field, name, refused("no-such-row", { what: "not-sent", field, key: name }));
      return [field, meant.key] as const;
    });
    const kept = stored === undefined ? {} : ownCells(table, stored.cells);
    const cells = { ...kept, ...row.cells, ...Object.fromEntries(referred), patient, [keyOf(table).name]: key };
    return { ...row, place, stored, key, cells };
  });
}

/** A key that no row of the chart has. */
function standIn(table: string, taken: Set<string>): string {
  for (let n = 1; ; n++) {
    const key = n === 1 ? "new" : `new-${n}`;
    if (taken.has(`${table}\n${key}`)) continue;
    taken.add(`${table}\n${key}`);
    return key;
  }
}

/** Whether nothing of the row is to be written: it stands as it was sent. */
export const stands = ({ table, stored, cells, status }: PlacedEncounterRow): boolean =>
  stored !== undefined && stored.status === status && differencesOf(table, cells, stored.cells).length === 0;

/** The rows that somebody else saved since they were read, and that are wanted otherwise. */
export const conflictsIn = (rows: readonly PlacedEncounterRow[]): readonly RowConflict[] =>
  rows.flatMap(({ place, table, stored, version, cells }) =>
    stored === undefined || stored.version === version
      ? []
      : [{ place, theirs: stored, differences: differencesOf(table, cells, stored.cells) }],
  );
