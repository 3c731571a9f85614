import { type Cell, compareKeys } from "./cell.ts";
import type { Engine } from "./engine.ts";
import { type Tally, type TallyRow, tally } from "./tally.ts";
import { type Predicate, type TallySpec, tallySql } from "./tally-spec.ts";

/**
 * Counts many tallies in few passes: those that look at the same columns of the same table are read off one finer
 * tally, which is counted once. The answer is that of `tally` for each of them, in the order given.
 */
export async function tallyAll(
  engine: Engine,
  specs: readonly TallySpec[],
  progress: (done: number, of: number, id: string) => void = () => {},
): Promise<readonly Tally[]> {
  const passes = Map.groupBy(specs, (spec) => JSON.stringify([spec.from, columnsOf(spec)]));
  const counted = new Map<TallySpec, Tally>();
  for (const sharing of passes.values()) {
    for (const [spec, found] of await onePass(engine, sharing)) counted.set(spec, found);
    progress(counted.size, specs.length, sharing[0]?.id ?? "");
  }
  return specs.map((spec) => counted.get(spec) ?? { spec, rows: [] });
}

async function onePass(engine: Engine, specs: readonly TallySpec[]): Promise<readonly (readonly [TallySpec, Tally])[]> {
  const [first] = specs;
  if (first === undefined) return [];
  if (specs.length === 1) return [[first, await tally(engine, first)]];
  for (const spec of specs) tallySql(spec); // throws on a spec that could not be a statement of its own
  const by = columnsOf(first);
  const fine = await tally(engine, { id: first.id, from: first.from, by, where: [] });
  return specs.map((spec) => [spec, { spec, rows: coarser(fine.rows, by, spec) }]);
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
