import type { Result, Results } from "@osteon/estimate";
import { decimalText } from "@osteon/protocol";
import { type Language, numberIn, type Pair } from "@osteon/words";
import { reasonWords } from "../prose/reason-words.ts";

/** Results as pages read them: by id, with what is missing said. */
export interface Reading {
  readonly results: Results;
  /** In which sentences and numbers are said. */
  readonly language: Language;
  /** The row; a page that names a result which does not exist is a mistake of ours and throws. */
  readonly row: (id: string) => Result;
  /** The value, or null where it could not be estimated. */
  readonly value: (id: string) => number | null;
  /** A count of children; one that is not there or not estimable is a mistake of ours and throws, since it is not 0. */
  readonly count: (id: string) => number;
  /** The value as text with so many decimals, times `times`, and its unit; `NE` where it could not be estimated. */
  readonly text: (id: string, decimals?: number, times?: number, unit?: string) => string;
  /** What stands where there is no value: `NE`, or that nobody asked for it then. */
  readonly none: (id: string) => string;
  /** `19 to 62 %`, `19 bis 62 %`; one end may be `NE`, and where both are it stands once. */
  readonly span: (lower: string, upper: string, decimals?: number, times?: number, unit?: string) => string;
  readonly has: (id: string) => boolean;
  /** The notice of the charts, for each figure; empty where there is none. */
  readonly said: { readonly notice?: string };
}

/** The reason that is no shortcoming of the charts, and is said in cells, too. */
const NOT_COLLECTED = "not-collected";

const TO: Pair = { en: "to", de: "bis" };

export function readResults(results: Results, language: Language = "en"): Reading {
  const index = new Map(results.results.map((result) => [result.id, result]));
  const row = (id: string): Result => {
    const found = index.get(id);
    if (found === undefined) throw new Error(`a page names the result ${id}, which does not exist`);
    return found;
  };
  const value = (id: string) => row(id).value;
  const count = (id: string): number => {
    const { value: n, because = "no reason is told" } = row(id);
    if (n === null) throw new Error(`a page counts ${id}, which is not estimable: ${because}`);
    return n;
  };
  const none = (id: string): string =>
    row(id).because === NOT_COLLECTED ? reasonWords(NOT_COLLECTED, language) : "NE";
  const text = (id: string, decimals = 0, times = 1, unit = "") => {
    const found = value(id);
    return found === null ? none(id) : `${numberText(found * times, decimals, language)}${unit}`;
  };
  const span = (lower: string, upper: string, decimals = 0, times = 1, unit = "") =>
    value(lower) === null && value(upper) === null
      ? none(lower)
      : `${text(lower, decimals, times)} ${TO[language]} ${text(upper, decimals, times)}${unit}`;
  const { notice } = results.inputs;
  return {
    results,
    language,
    row,
    value,
    count,
    text,
    none,
    span,
    has: (id) => index.has(id),
    said: notice === undefined ? {} : { notice },
  };
}

/** A number as it is printed, with the minus of typography and the decimal sign of the language. */
export function numberText(value: number, decimals: number, language: Language = "en"): string {
  return numberIn(decimalText(value, decimals).replace("-", "−"), language);
}

/** A p value as journals print it. */
export function pText(value: number | null, language: Language = "en"): string {
  if (value === null) return "NE";
  if (value < 0.001) return numberIn("< 0.001", language);
  return numberText(value, value < 0.1 ? 3 : 2, language);
}
