/** A short text with the errors planted in it; without any where all that it says can be true. */
export interface BenchText {
  readonly name: string;
  readonly text: string;
  readonly planted: readonly Planted[];
}

/** An error: how sure it must be found, and what one of the finding's quotes must hold. */
export interface Planted {
  readonly class: "impossible" | "inconsistent" | "query";
  readonly quotes: string;
}
