/** Weights below, at and above a row's own value. */
export interface Place {
  readonly below: number;
  readonly equal: number;
  readonly above: number;
}

/**
 * Sums of weights by value, each added or asked for in log n steps: a tree over the ranks of the values, whose node i holds the
 * sum of as many ranks up to i as its lowest bit says (Fenwick 1994).
 */
export class RankCounts {
  readonly #rank: Uint32Array;
  readonly #tree: Float64Array;
  readonly #at: Float64Array;
  #total = 0;

  constructor(values: Float64Array) {
    const sorted = values.slice().sort();
    const distinct = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
    const places = new Map(Array.from(distinct, (value, place) => [value, place]));
    this.#rank = Uint32Array.from(values, (value) => places.get(value) ?? 0);
    this.#tree = new Float64Array(distinct.length + 1);
    this.#at = new Float64Array(distinct.length);
  }

  clear(): void {
    this.#tree.fill(0);
    this.#at.fill(0);
    this.#total = 0;
  }

  add(row: number, weight: number): void {
    const rank = this.#rank[row] as number;
    this.#at[rank] = (this.#at[rank] as number) + weight;
    this.#total += weight;
    for (let node = rank + 1; node < this.#tree.length; node += node & -node)
      this.#tree[node] = (this.#tree[node] as number) + weight;
  }

  around(row: number): Place {
    const rank = this.#rank[row] as number;
    let below = 0;
    for (let node = rank; node > 0; node -= node & -node) below += this.#tree[node] as number;
    const equal = this.#at[rank] as number;
    return { below, equal, above: this.#total - below - equal };
  }
}
