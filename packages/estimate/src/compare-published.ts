import { isoDate } from "@osteon/codebook";
import { decimalsOf, decimalText } from "@osteon/protocol";
import type { Contradiction, PublishedNumber, Recompute } from "./published-number.ts";
import type { Result, ResultIndex } from "./result.ts";

/**
 * `contradiction`: the paper itself excludes the printed number, and another was chosen. `absent`: these charts cannot give it.
 * `underivable`: no charts can test it, since nothing printed determines it.
 */
export type Verdict = "same" | "differs" | "contradiction" | "absent" | "underivable";

export interface Comparison {
  readonly id: string;
  readonly place: string;
  readonly quote: string;
  readonly means: string;
  readonly printed: string;
  /** Rounded half up to the printed places; where there is none, why; a dash where nothing was recomputed. */
  readonly recomputed: string;
  /** Before rounding; null where not estimable. */
  readonly value: number | null;
  /** Results that the number comes from. */
  readonly results: readonly string[];
  readonly verdict: Verdict;
  readonly contradiction?: Contradiction;
  readonly note?: string;
}

/** Lays each printed number beside its recomputed one. Whatever a printed number names, a run goes on: at worst it is absent. */
export function comparePublished(published: readonly PublishedNumber[], results: ResultIndex): readonly Comparison[] {
  return published.map((number) => compare(number, results));
}

function compare(number: PublishedNumber, results: ResultIndex): Comparison {
  const { id, place, quote, means, printed, contradiction, note } = number;
  if ("underivable" in number)
    return {
      ...{ id, place, quote, means, printed, recomputed: NOT_RECOMPUTED, value: null, results: [] },
      verdict: "underivable",
      note: number.underivable,
    };
  const value = recompute(number.recompute, results);
  const recomputed = value === null ? ABSENT : decimalText(value, decimalsOf(printed));
  return {
    id,
    place,
    quote,
    means,
    printed,
    recomputed,
    value: value === null ? null : Number(value.toPrecision(12)),
    results: sourcesOf(number),
    verdict: verdictOf(value, recomputed, number),
    ...(contradiction === undefined ? {} : { contradiction }),
    ...(note === undefined ? {} : { note }),
  };
}

const ABSENT = "no such children here";
const NOT_RECOMPUTED = "–";

function verdictOf(value: number | null, recomputed: string, { printed, contradiction }: PublishedNumber): Verdict {
  if (value === null) return "absent";
  if (recomputed === printed) return "same";
  return contradiction === undefined ? "differs" : "contradiction";
}

/** The results that a printed number is recomputed from; none where nothing printed determines it. */
export const sourcesOf = (number: PublishedNumber): readonly string[] =>
  "underivable" in number ? [] : resultsIn(number.recompute);

function resultsIn(how: Recompute): readonly string[] {
  if ("ratio" in how) return how.ratio;
  return ["yearOf" in how ? how.yearOf : how.result];
}

function recompute(how: Recompute, results: ResultIndex): number | null {
  const [first, second] = resultsIn(how).map((source) => results.get(source)?.value ?? null);
  if (first === undefined || first === null) return null;
  if ("yearOf" in how) return Number(isoDate(first).slice(0, 4));
  if ("ratio" in how)
    return second === undefined || second === null || second === 0 ? null : (first / second) * (how.times ?? 1);
  const { times = 1, complement } = how;
  if (complement !== true) return first * times;
  return times - first * (isPercent(results.get(how.result)) ? 1 : times);
}

const isPercent = (result: Result | undefined): boolean => result?.unit === "%";
