import { isoDate } from "@osteon/codebook";
import { decimalsOf, decimalText } from "@osteon/protocol";
import type { Contradiction, PublishedNumber, Recompute } from "./published-number.ts";
import type { Result, ResultIndex } from "./result.ts";

/** `contradiction`: the paper itself excludes the printed number, and another was chosen. */
export type Verdict = "same" | "differs" | "contradiction";

export interface Comparison {
  readonly id: string;
  readonly place: string;
  readonly quote: string;
  readonly means: string;
  readonly printed: string;
  /** Rounded half up to the printed places; `NE` where it could not be estimated. */
  readonly recomputed: string;
  /** Before rounding; null where not estimable. */
  readonly value: number | null;
  /** Results that the number comes from. */
  readonly results: readonly string[];
  readonly verdict: Verdict;
  readonly contradiction?: Contradiction;
  readonly note?: string;
}

/** Lays each printed number beside its recomputed one. A number that names a result which does not exist is a mistake of ours and throws. */
export function comparePublished(published: readonly PublishedNumber[], results: ResultIndex): readonly Comparison[] {
  return published.map((number) => compare(number, results));
}

function compare(number: PublishedNumber, results: ResultIndex): Comparison {
  const { id, place, quote, means, printed, contradiction, note } = number;
  const value = recompute(number.recompute, results, id);
  const recomputed = value === null ? "NE" : decimalText(value, decimalsOf(printed));
  const same = recomputed === printed;
  return {
    id,
    place,
    quote,
    means,
    printed,
    recomputed,
    value: value === null ? null : Number(value.toPrecision(12)),
    results: sourcesOf(number.recompute),
    verdict: same ? "same" : contradiction === undefined ? "differs" : "contradiction",
    ...(contradiction === undefined ? {} : { contradiction }),
    ...(note === undefined ? {} : { note }),
  };
}

function sourcesOf(how: Recompute): readonly string[] {
  if ("ratio" in how) return how.ratio;
  return ["yearOf" in how ? how.yearOf : how.result];
}

function recompute(how: Recompute, results: ResultIndex, id: string): number | null {
  const [first, second] = sourcesOf(how).map((source) => resultValue(source, results, id));
  if (first === undefined || first === null) return null;
  if ("yearOf" in how) return Number(isoDate(first).slice(0, 4));
  if ("ratio" in how)
    return second === undefined || second === null || second === 0 ? null : (first / second) * (how.times ?? 1);
  const { times = 1, complement } = how;
  if (complement !== true) return first * times;
  return times - first * (isPercent(results.get(how.result)) ? 1 : times);
}

const isPercent = (result: Result | undefined): boolean => result?.unit === "%";

function resultValue(source: string, results: ResultIndex, id: string): number | null {
  const result = results.get(source);
  if (result === undefined) throw new Error(`published number ${id} names the result ${source}, which does not exist`);
  return result.value;
}
