import exp from "@stdlib/math-base-special-exp";

/** More steps than this are not taken; the p is then not estimable rather than simulated. */
const MOST_STEPS = 10_000_000;

/** Columns still to be filled, and the ways that lead there, by the log weight of what has been filled. */
interface Node {
  readonly columns: readonly number[];
  readonly past: Map<number, { readonly log: number; ways: number }>;
}

/**
 * Share of the tables with these margins whose log weight is at most `limit`, row by row (after Mehta and Patel, JASA
 * 1983;78:427-34): ways that leave the same columns to fill at the same weight go on as one, and the last two rows of a node are laid
 * out once, sorted, and looked up by every way that leads to it. Undefined when too many steps are needed.
 */
export function tailOfNetwork(
  rows: readonly number[],
  columns: readonly number[],
  logFactorial: readonly number[],
  limit: number,
): number | undefined {
  const of = (k: number): number => logFactorial[k] ?? 0;
  const sums = (sizes: readonly number[]) => sizes.reduce((sum, size) => sum + of(size), 0);
  const constant = sums(rows) + sums(columns) - of(rows.reduce((sum, row) => sum + row, 0));
  let nodes = new Map<string, Node>();
  addWays(nodeAt(nodes, columns), 0, 1);
  let steps = 0;
  for (const size of rows.slice(0, -2)) {
    const next = new Map<string, Node>();
    for (const node of nodes.values())
      for (const filling of fillings(size, node.columns)) {
        steps += node.past.size;
        if (steps > MOST_STEPS) return undefined;
        const left = node.columns.map((column, j) => column - (filling[j] as number)).sort((a, b) => b - a);
        const added = -sums(filling);
        const reached = nodeAt(next, left);
        for (const { log, ways } of node.past.values()) addWays(reached, log + added, ways);
      }
    nodes = next;
  }
  let tail = 0;
  for (const node of nodes.values()) {
    const ends = lastRows(rows.at(-2) ?? 0, node.columns, sums);
    steps += ends.logs.length + node.past.size;
    if (steps > MOST_STEPS) return undefined;
    for (const { log, ways } of node.past.values())
      tail += ways * exp(log + constant + ends.base) * shareUpTo(ends, limit - log);
  }
  return tail;
}

function nodeAt(nodes: Map<string, Node>, columns: readonly number[]): Node {
  const key = columns.join();
  const node = nodes.get(key) ?? { columns, past: new Map() };
  nodes.set(key, node);
  return node;
}

/** Weights are equal where they agree to nine decimals of their logarithm. */
function addWays({ past }: Node, log: number, ways: number): void {
  const rounded = Math.round(log * 1e9);
  const same = past.get(rounded);
  if (same === undefined) past.set(rounded, { log, ways });
  else same.ways += ways;
}

/** The tables of two rows with these columns, from the lightest, with the weights summed up to each. */
interface LastRows {
  readonly logs: Float64Array;
  /** In units of e^base, the heaviest: their own logarithms lie far below what a double can hold. */
  readonly summed: Float64Array;
  readonly base: number;
}

function lastRows(size: number, columns: readonly number[], sums: (sizes: readonly number[]) => number): LastRows {
  const found: number[] = [];
  for (const filling of fillings(size, columns))
    found.push(-sums(filling) - sums(columns.map((column, j) => column - (filling[j] as number))));
  const logs = Float64Array.from(found).sort();
  const base = logs.at(-1) ?? 0;
  let sum = 0;
  return {
    logs,
    base,
    summed: logs.map((log) => {
      sum += exp(log - base);
      return sum;
    }),
  };
}

function shareUpTo({ logs, summed }: LastRows, limit: number): number {
  let low = 0;
  let high = logs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((logs[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 0 : (summed[low - 1] as number);
}

/** Every way to spread a row over columns that have room; the array is used again. */
function* fillings(size: number, columns: readonly number[]): Generator<readonly number[]> {
  const filling = new Array<number>(columns.length).fill(0);
  const room = columns.map((_, j) => columns.slice(j + 1).reduce((sum, column) => sum + column, 0));
  function* fill(j: number, rest: number): Generator<readonly number[]> {
    if (j === columns.length - 1) {
      filling[j] = rest;
      if (rest <= (columns[j] as number)) yield filling;
      return;
    }
    const least = Math.max(0, rest - (room[j] as number));
    for (let count = least; count <= Math.min(rest, columns[j] as number); count++) {
      filling[j] = count;
      yield* fill(j + 1, rest - count);
    }
  }
  yield* fill(0, size);
}
