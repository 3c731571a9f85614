import { type Cell, compareKeys } from "./cell.ts";
import type { Engine } from "./engine.ts";
import { identifier } from "./sql-text.ts";
import { type Predicate, type TallySpec, tallySql, whereSql } from "./tally-spec.ts";

/** How often each key occurs. Keys are in order (null last, text by code point), the same on every engine. */
export interface Tally {
  readonly spec: TallySpec;
  readonly rows: readonly TallyRow[];
}

/** A cell of a tally: `key` in the order of the spec's `by`, and the number of rows behind it, at least 1. */
export interface TallyRow {
  readonly key: readonly Cell[];
  readonly n: number;
}

/** Counts. The engine's ORDER BY only makes the sort fast; the sort here is what makes the order the same everywhere. */
export async function tally(engine: Engine, spec: TallySpec): Promise<Tally> {
  const { columns, rowCount } = await engine.columns(tallySql(spec));
  const keys = columns.slice(0, -1);
  const counts = columns[keys.length] ?? [];
  const rows = Array.from({ length: rowCount }, (_, row) => ({
    key: keys.map((column) => column[row] ?? null),
    n: Number(counts[row]),
  }));
  return { spec, rows: rows.filter((row) => row.n > 0).sort((a, b) => compareKeys(a.key, b.key)) };
}

/** The patients behind one cell of a tally, by `patient_no`, each once. The table must have that column. */
export async function members(engine: Engine, spec: TallySpec, key: readonly Cell[]): Promise<readonly number[]> {
  const cell = spec.by.map((column, index): Predicate => ({ column, is: key[index] ?? null }));
  const from = `${identifier(spec.from)}${whereSql([...spec.where, ...cell])}`;
  const { columns } = await engine.columns(`SELECT DISTINCT patient_no FROM ${from} ORDER BY patient_no`);
  return (columns[0] ?? []).map(Number);
}

/** The tally of two sites together: the same statement, counts added key by key. */
export function addTallies(a: Tally, b: Tally): Tally {
  if (a.spec.id !== b.spec.id || tallySql(a.spec) !== tallySql(b.spec)) {
    throw new Error(`tallies ${a.spec.id} and ${b.spec.id} do not count the same`);
  }
  const sum = new Map<string, TallyRow>();
  for (const { key, n } of [...a.rows, ...b.rows]) {
    const name = JSON.stringify(key);
    sum.set(name, { key, n: n + (sum.get(name)?.n ?? 0) });
  }
  return { spec: a.spec, rows: [...sum.values()].sort((x, y) => compareKeys(x.key, y.key)) };
}
