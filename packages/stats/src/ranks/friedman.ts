import { chiSquareUpper } from "../distributions/tails.ts";
import { type Estimate, estimated, notEstimable, type Provenance } from "../estimate.ts";
import { midRanks, tieTerm } from "./mid-ranks.ts";

/** One value of each treatment in each block, such as a visit in a child. */
export interface BlockedValue {
  readonly block: string;
  readonly treatment: string;
  readonly value: number | null;
}

export interface Friedman extends Provenance {
  readonly chi2: Estimate;
  readonly df: number;
  readonly p: Estimate;
  readonly blocks: number;
  /** Blocks left out because a value is missing. */
  readonly incomplete: number;
}

/**
 * Friedman's test (JASA 1937;32:675-701) with the correction for ties, on complete blocks; a block with two values of a treatment
 * throws. R: friedman.test(value, treatment, block)
 */
export function friedmanTest(rows: readonly BlockedValue[]): Friedman {
  const treatments = [...new Set(rows.map(({ treatment }) => treatment))].sort();
  const blocks = new Map<string, Map<string, number | null>>();
  for (const { block, treatment, value } of rows) {
    const own = blocks.get(block) ?? new Map<string, number | null>();
    if (own.has(treatment)) throw new RangeError(`block ${block} has two values of ${treatment}`);
    own.set(treatment, value);
    blocks.set(block, own);
  }
  const lines = [...blocks.values()].map((own) => treatments.map((treatment) => own.get(treatment) ?? null));
  const complete = lines.filter((line): line is number[] => line.every((value) => value !== null));
  const k = treatments.length;
  const b = complete.length;
  const named = {
    df: Math.max(0, k - 1),
    blocks: b,
    incomplete: lines.length - b,
    method: "Friedman's test",
    convention: "corrected for ties, complete blocks, p from chi-square",
    rCall: "friedman.test(value, treatment, block)",
  };
  const sums = new Float64Array(k);
  let ties = 0;
  for (const line of complete) {
    const ranked = midRanks(line.map((value) => ({ value, n: 1 })));
    const ranks = new Map(ranked.map(({ value, rank }) => [value, rank]));
    ties += tieTerm(ranked);
    for (let j = 0; j < k; j++) sums[j] = (sums[j] as number) + (ranks.get(line[j] as number) ?? 0);
  }
  const between = sums.reduce((sum, own) => sum + (own - (b * (k + 1)) / 2) ** 2, 0);
  const within = b * k * (k + 1) - ties / (k - 1);
  const because = k < 2 ? "one-group" : b === 0 ? "no-values" : within <= 0 ? "no-variation" : undefined;
  if (because !== undefined) return { chi2: notEstimable(because, b), p: notEstimable(because, b), ...named };
  const chi2 = (12 * between) / within;
  return { chi2: estimated(chi2), p: estimated(chiSquareUpper(chi2, k - 1)), ...named };
}
