/** How Osteon recomputes a printed number from its results. */
export type Recompute =
  /** The value of one result, times `times` (100 for a printed percentage of a probability), or `times` minus it. */
  | { readonly result: string; readonly times?: number; readonly complement?: true }
  /** One result divided by another, times `times`. */
  | { readonly ratio: readonly [string, string]; readonly times?: number }
  /** The calendar year of a result that is a day. */
  | { readonly yearOf: string };

/** Why a printed number cannot hold beside another, and what was chosen instead. */
export interface Contradiction {
  /** Where and how the paper excludes the number. */
  readonly says: string;
  /** Ids of the printed numbers that exclude it. */
  readonly against: readonly string[];
}

/** What is printed, and where. */
interface Printed {
  readonly id: string;
  /** Section of the paper. */
  readonly place: string;
  /** The words around the number, as printed. */
  readonly quote: string;
  /** What the number means. */
  readonly means: string;
  /** As printed: `10.8`, `< 0.05`. Its decimals are the precision of the comparison. */
  readonly printed: string;
  readonly contradiction?: Contradiction;
  /** What a reader should know where the number holds only under a stated reading. */
  readonly note?: string;
}

/** What is recomputed from charts. */
type Recomputed = Printed & { readonly recompute: Recompute };

/** What nothing printed determines, as a p value without counts: charts that give it can always be made, so none can test it. */
type Underivable = Printed & { /** Why. */ readonly underivable: string };

/** One number that the paper prints. */
export type PublishedNumber = Recomputed | Underivable;
