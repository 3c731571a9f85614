import exp from "@stdlib/math-base-special-exp";
import { leastLikely, mostLikely, type Remaining } from "./path-bounds.ts";

/** Columns still to be filled, and the ways that lead there, by the log weight of what has been filled. */
interface Node {
  readonly columns: readonly number[];
  readonly past: Map<number, { readonly log: number; ways: number }>;
}

/** Where a filling leads: what can still come, at most, at least and altogether. */
interface Ahead {
  readonly columns: readonly number[];
  readonly most: number;
  readonly least: number;
  readonly total: number;
}

/**
 * Share of the tables with these margins whose log weight is at most `limit`, row by row (Mehta and Patel, JASA 1983;78:427-34): ways
 * that leave the same columns to fill at the same weight go on as one; those of which every completion lies on one side of the limit
 * are counted whole or left, and the last two rows of a node are laid out once, sorted, and looked up by every way that leads to it.
 * Undefined when it takes more than `most` steps.
 */
export function tailOfNetwork(
  rows: readonly number[],
  columns: readonly number[],
  logFactorial: readonly number[],
  limit: number,
  most: number,
): number | undefined {
  const of = (k: number): number => logFactorial[k] ?? 0;
  const sums = (sizes: readonly number[]) => sizes.reduce((sum, size) => sum + of(size), 0);
  const n = rows.reduce((sum, row) => sum + row, 0);
  const constant = sums(rows) + sums(columns) - of(n);
  const keyOf =
    columns.length * Math.log2(Math.max(...columns) + 1) < 52 ? numberKey(Math.max(...columns) + 1) : textKey;
  let nodes = new Map<number | string, Node>();
  addWays(nodeAt(nodes, keyOf(columns), columns), 0, 1);
  let steps = 0;
  let tail = 0;
  let left = n;
  for (let stage = 0; stage < rows.length - 2; stage++) {
    const size = rows[stage] as number;
    left -= size;
    const later = { rows: rows.slice(stage + 1).sort((a, b) => b - a), total: left, logFactorial } satisfies Omit<
      Remaining,
      "columns"
    >;
    const constantLater = of(left) - sums(later.rows);
    const next = new Map<number | string, Node>();
    const aheads = new Map<number | string, Ahead>();
    for (const node of nodes.values()) {
      const ways = sortedWays(node);
      const enough = eachFilling(size, node.columns, of, (rest, added) => {
        steps++;
        const key = keyOf(rest);
        let ahead = aheads.get(key);
        if (ahead === undefined) {
          const own = rest.slice();
          const remaining = { ...later, columns: own };
          const total = constantLater - sums(own);
          ahead = { columns: own, most: mostLikely(remaining), least: leastLikely(remaining), total };
          aheads.set(key, ahead);
        }
        const whole = firstAbove(ways.logs, limit - added - ahead.most);
        if (whole > 0) tail += (ways.summed[whole - 1] as number) * exp(ways.base + added + ahead.total + constant);
        const none = firstAbove(ways.logs, limit - added - ahead.least);
        if (none <= whole) return steps <= most;
        const reached = nodeAt(next, key, ahead.columns);
        for (let i = whole; i < none; i++) addWays(reached, (ways.logs[i] as number) + added, ways.ways[i] as number);
        steps += none - whole;
        return steps <= most;
      });
      if (!enough) return undefined;
    }
    nodes = next;
  }
  for (const node of nodes.values()) {
    steps += node.past.size;
    const ends = lastRows(rows.at(-2) ?? 0, node.columns, of, most - steps);
    if (ends === undefined) return undefined;
    steps += ends.logs.length;
    for (const { log, ways } of node.past.values()) {
      const within = firstAbove(ends.logs, limit - log);
      if (within > 0) tail += ways * exp(log + constant + ends.base) * (ends.summed[within - 1] as number);
    }
  }
  return tail;
}

const numberKey = (base: number) => (columns: readonly number[]) =>
  columns.reduce((key, column) => key * base + column, 0);
const textKey = (columns: readonly number[]) => columns.join();

function nodeAt(nodes: Map<number | string, Node>, key: number | string, columns: readonly number[]): Node {
  let node = nodes.get(key);
  if (node === undefined) {
    node = { columns, past: new Map() };
    nodes.set(key, node);
  }
  return node;
}

/** Weights are equal where they agree to nine decimals of their logarithm. */
function addWays({ past }: Node, log: number, ways: number): void {
  const rounded = Math.round(log * 1e9);
  const same = past.get(rounded);
  if (same === undefined) past.set(rounded, { log, ways });
  else same.ways += ways;
}

/** Weights from the lightest, and what they sum up to, in units of e^base, the heaviest: alone they lie below what a double holds. */
interface Summed {
  readonly logs: Float64Array;
  readonly summed: Float64Array;
  readonly base: number;
}

function sortedWays({ past }: Node): Summed & { readonly ways: Float64Array } {
  const all = [...past.values()].sort((a, b) => a.log - b.log);
  const logs = Float64Array.from(all, ({ log }) => log);
  const ways = Float64Array.from(all, (own) => own.ways);
  return { ways, ...summedUp(logs, ways) };
}

function summedUp(logs: Float64Array, ways?: Float64Array): Summed {
  const base = logs.at(-1) ?? 0;
  let sum = 0;
  const summed = logs.map((log, i) => {
    sum += (ways?.[i] ?? 1) * exp(log - base);
    return sum;
  });
  return { logs, base, summed };
}

/** The tables of two rows with these columns, from the lightest; undefined where there are more than `most`. */
function lastRows(
  size: number,
  columns: readonly number[],
  of: (k: number) => number,
  most: number,
): Summed | undefined {
  const found: number[] = [];
  const within = eachFilling(size, columns, of, (rest, added) => {
    let log = added;
    for (let j = 0; j < rest.length; j++) log -= of(rest[j] as number);
    return found.push(log) <= most;
  });
  if (!within) return undefined;
  return summedUp(Float64Array.from(found).sort());
}

/** How many of some ascending values are at most a limit. */
function firstAbove(values: Float64Array, limit: number): number {
  let low = 0;
  let high = values.length;
  if (high === 0 || (values[0] as number) > limit) return 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Every way to spread a row over columns that have room: what it leaves of them, from the largest, and its log weight. The array is
 * used again; stops where `visit` says so.
 */
function eachFilling(
  size: number,
  columns: readonly number[],
  of: (k: number) => number,
  visit: (rest: number[], added: number) => boolean,
): boolean {
  const last = columns.length - 1;
  const room = columns.map((_, j) => columns.slice(j + 1).reduce((sum, column) => sum + column, 0));
  const rest = new Array<number>(columns.length).fill(0);
  const sorted = new Array<number>(columns.length).fill(0);
  const fill = (j: number, left: number, added: number): boolean => {
    const column = columns[j] as number;
    if (j === last) {
      if (left > column) return true;
      rest[j] = column - left;
      sortInto(rest, sorted);
      return visit(sorted, added - of(left));
    }
    const most = Math.min(left, column);
    for (let count = Math.max(0, left - (room[j] as number)); count <= most; count++) {
      rest[j] = column - count;
      if (!fill(j + 1, left - count, added - of(count))) return false;
    }
    return true;
  };
  return fill(0, size, 0);
}

/** From the largest, by insertion: columns are few. */
function sortInto(from: readonly number[], to: number[]): void {
  for (let i = 0; i < from.length; i++) {
    const value = from[i] as number;
    let j = i - 1;
    while (j >= 0 && (to[j] as number) < value) {
      to[j + 1] = to[j] as number;
      j--;
    }
    to[j + 1] = value;
  }
}
