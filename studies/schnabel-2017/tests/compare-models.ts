import { type Cell, compareKeys, type Engine, identifier, type Row } from "@osteon/engine";
import { createFrozenTables, FROZEN_SCHEMAS } from "@osteon/freeze";
import { type Chart, chartsOf } from "../../../packages/cno/reference/chart.ts";
import { interpret } from "../reference/interpret.ts";
import type { ReadProtocol } from "../reference/read-protocol.ts";
import { DRESDEN_MODELS } from "./dresden-models.ts";
import type { Tables } from "./random-tables.ts";

/** The rows of a model by column name and cells, in one order. */
export interface ModelRows {
  readonly names: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Loads frozen rows into the tables of a freeze; columns that a row leaves out are empty. */
export async function loadTables(engine: Engine, tables: Tables): Promise<void> {
  await createFrozenTables(engine);
  for (const { name, columns } of FROZEN_SCHEMAS) {
    const rows = (tables[name] ?? []).map((row) => columns.map((column) => row[column.name] ?? null));
    if (rows.length > 0) await engine.load({ name, columns, rows });
  }
}

/** Charts as the interpreter reads them: every column is there, as in the freeze. */
export function chartsFrom(tables: Tables): readonly Chart[] {
  const whole = FROZEN_SCHEMAS.map(({ name, columns }) => [
    name,
    (tables[name] ?? []).map((row) =>
      Object.fromEntries(columns.map((column) => [column.name, row[column.name] ?? null])),
    ),
  ]);
  return chartsOf(Object.fromEntries(whole));
}

export async function derivedRows(engine: Engine, model: string): Promise<ModelRows> {
  const { names, columns, rowCount } = await engine.columns(`SELECT * FROM ${identifier(model)}`);
  return sorted(
    names,
    Array.from({ length: rowCount }, (_, row) => columns.map((column) => column[row] ?? null)),
  );
}

export const sorted = (names: readonly string[], rows: readonly (readonly Cell[])[]): ModelRows => ({
  names,
  rows: rows.toSorted(compareKeys),
});

/** Every model's rows as the interpreter reads the charts, chart after chart. */
export function interpreted(charts: readonly Chart[], protocol: ReadProtocol): ReadonlyMap<string, readonly Row[]> {
  const all = new Map<string, Row[]>(DRESDEN_MODELS.map(({ name }) => [name, []]));
  for (const chart of charts) {
    for (const [model, rows] of Object.entries(interpret(chart, protocol))) {
      const list = all.get(model);
      if (list === undefined) throw new Error(`the interpreter gives rows of ${model}, which is no model`);
      list.push(...rows);
    }
  }
  return all;
}

/** What the interpreter and the engine say differently, model by model; empty where they agree on every row. */
export async function differences(
  engine: Engine,
  reference: ReadonlyMap<string, readonly Row[]>,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { name } of DRESDEN_MODELS) {
    const derived = await derivedRows(engine, name);
    const expected = reference.get(name) ?? [];
    const unknown =
      expected[0] === undefined ? [] : Object.keys(expected[0]).filter((column) => !derived.names.includes(column));
    if (unknown.length > 0) found.push(`${name} has no column ${unknown.join(", ")}`);
    const read = sorted(
      derived.names,
      expected.map((row) => derived.names.map((column) => row[column] ?? null)),
    );
    const difference = firstDifference(name, derived, read);
    if (difference !== undefined) found.push(difference);
  }
  return found;
}

/** The first row that only one side has, said so that it can be looked up. */
export function firstDifference(model: string, a: ModelRows, b: ModelRows): string | undefined {
  const length = Math.max(a.rows.length, b.rows.length);
  for (let row = 0; row < length; row++) {
    const [own, other] = [a.rows[row], b.rows[row]];
    if (own !== undefined && other !== undefined && compareKeys(own, other) === 0) continue;
    const columns = a.names.filter((_, column) => own?.[column] !== other?.[column]);
    return `${model} (${a.rows.length} and ${b.rows.length} rows), columns ${columns.join(", ")}:\n  ${say(a.names, own)}\n  ${say(a.names, other)}`;
  }
  return undefined;
}

const say = (names: readonly string[], row: readonly Cell[] | undefined): string =>
  row === undefined ? "no row" : names.map((name, column) => `${name}=${row[column]}`).join(" ");
