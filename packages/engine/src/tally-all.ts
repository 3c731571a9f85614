import { type Cell, compareKeys } from "./cell.ts";
import type { Engine } from "./engine.ts";
import { identifier } from "./sql-text.ts";
import { type Tally, type TallyRow, tally } from "./tally.ts";
import { type Predicate, type TallySpec, tallySql } from "./tally-spec.ts";

/** A table of so few rows is read once and counted here: each statement would take longer than all the counting. */
const FEW_ROWS = 500;

/**
 * Counts many tallies in few passes: those that look at the same columns of the same table are read off one finer
 * tally, which is counted once. The answer is that of `tally` for each of them, in the order given.
 */
export async function tallyAll(
  engine: Engine,
  specs: readonly TallySpec[],
  progress: (done: number, of: number, id: string) => void = () => {},
  fewRows = FEW_ROWS,
): Promise<readonly Tally[]> {
  const counted = new Map<TallySpec, Tally>();
  const told = (id: string): void => progress(counted.size, specs.length, id);
  for (const [table, asked] of Map.groupBy(specs, ({ from }) => from)) {
    for (const [spec, found] of await inFewRows(engine, table, asked, fewRows)) counted.set(spec, found);
    if (asked[0] !== undefined && counted.has(asked[0])) told(asked[0].id);
    const left = asked.filter((spec) => !counted.has(spec));
    for (const sharing of Map.groupBy(left, (spec) => JSON.stringify(columnsOf(spec))).values()) {
      for (const [spec, found] of await onePass(engine, sharing)) counted.set(spec, found);
      told(sharing[0]?.id ?? "");
    }
  }
  return specs.map((spec) => counted.get(spec) ?? { spec, rows: [] });
}

/** Those of the tallies of a small table that can be counted from its rows; what an engine would convert to compare it is left to the engine. */
async function inFewRows(
  engine: Engine,
  table: string,
  specs: readonly TallySpec[],
  fewRows: number,
): Promise<readonly (readonly [TallySpec, Tally])[]> {
  const names = [...new Set(specs.flatMap(columnsOf))].sort();
  if (specs.length < 2 || names.length === 0) return [];
  const [size] = await engine.rows(`SELECT COUNT(*) AS n FROM ${identifier(table)}`);
  if (Number(size?.n) > fewRows) return [];
  const { columns, rowCount } = await engine.columns(
    `SELECT ${names.map(identifier).join(", ")} FROM ${identifier(table)}`,
  );
  const rows = Array.from({ length: rowCount }, (_, row) => ({
    key: columns.map((cells) => cells[row] ?? null),
    n: 1,
  }));
  return specs.flatMap((spec) => {
    tallySql(spec); // throws on a spec that could not be a statement of its own
    return areOfKind(spec, names, rows) ? [[spec, { spec, rows: coarser(rows, names, spec) }] as const] : [];
  });
}

/** Whether every predicate compares numbers with numbers and texts with texts; an engine would convert the one to the other. */
function areOfKind({ where }: TallySpec, names: readonly string[], rows: readonly TallyRow[]): boolean {
  return where.every((predicate) => {
    const place = names.indexOf(predicate.column);
    const known = rows.find(({ key }) => key[place] !== null)?.key[place] ?? null;
    return known !== null && isOfKind(predicate, known);
  });
}

function isOfKind(predicate: Predicate, known: Cell): boolean {
  if (!("is" in predicate || "isNot" in predicate)) return typeof known === "number";
  const asked = "is" in predicate ? [predicate.is].flat() : [predicate.isNot];
  return asked.every((cell) => cell === null || typeof cell === typeof known);
}

async function onePass(engine: Engine, specs: readonly TallySpec[]): Promise<readonly (readonly [TallySpec, Tally])[]> {
  const [first] = specs;
  if (first === undefined) return [];
  if (specs.length === 1) return [[first, await tally(engine, first)]];
  for (const spec of specs) tallySql(spec); // throws on a spec that could not be a statement of its own
  const by = columnsOf(first);
  const fine = await tally(engine, { id: first.id, from: first.from, by, where: [] });
  const counted: (readonly [TallySpec, Tally])[] = [];
  for (const spec of specs)
    counted.push([
      spec,
      areOfKind(spec, by, fine.rows) ? { spec, rows: coarser(fine.rows, by, spec) } : await tally(engine, spec),
    ]);
  return counted;
}

/** The columns that a tally looks at, each once, in order. */
function columnsOf({ by, where }: TallySpec): readonly string[] {
  return [...new Set([...by, ...where.map(({ column }) => column)])].sort();
}

/** Those rows of a finer tally that the spec admits, counted by its own columns. */
function coarser(rows: readonly TallyRow[], columns: readonly string[], { by, where }: TallySpec): readonly TallyRow[] {
  const place = new Map(columns.map((column, index) => [column, index]));
  const cellOf = (key: readonly Cell[], column: string): Cell => key[place.get(column) ?? -1] ?? null;
  const sums = new Map<string, { readonly key: readonly Cell[]; n: number }>();
  for (const { key, n } of rows) {
    if (!where.every((predicate) => admits(predicate, cellOf(key, predicate.column)))) continue;
    const own = by.map((column) => cellOf(key, column));
    const name = JSON.stringify(own);
    const sum = sums.get(name);
    if (sum === undefined) sums.set(name, { key: own, n });
    else sum.n += n;
  }
  // Without columns the statement answers one row, and `tally` leaves it out where it is 0.
  return [...sums.values()].sort((a, b) => compareKeys(a.key, b.key));
}

/** What `predicateSql` asks of the engine, asked of one cell. */
function admits(predicate: Predicate, cell: Cell): boolean {
  if ("is" in predicate) return [predicate.is].flat().includes(cell);
  if ("isNot" in predicate) return cell !== predicate.isNot;
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = predicate;
  return typeof cell === "number" && cell >= from && cell <= to;
}
