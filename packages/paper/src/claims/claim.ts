import type { Sentence } from "../structure/sentences.ts";
import type { PrintedNumber } from "./printed-number.ts";

/** Where a claim stands: its sentence, and where in it. */
export interface Stand {
  readonly sentence: Sentence;
  readonly start: number;
  readonly end: number;
}

/** A count, a percentage, and what they are of, as far as the paper prints them. */
export interface Share extends Stand {
  readonly kind: "share";
  readonly n?: number;
  /** Printed beside the count or the percentage: `6/8`, `of the 12 patients`. */
  readonly N?: number;
  readonly percent?: PrintedNumber;
  /** The size in the title of the share's table, where neither row nor column prints one. */
  readonly inherited?: number;
  /** Of a share in a table: label and head, and whether the cell prints its own whole. */
  readonly cell?: { readonly label: string; readonly head: string; readonly printedWhole: boolean };
  /** `about 40 %`, `more than half`: not held to a digit. */
  readonly vague: boolean;
  /** The sentence speaks of an estimate (Kaplan-Meier, model, sensitivity): no count need stand behind it. */
  readonly estimated: boolean;
}

/** Median or mean with what is printed beside it. */
export interface Spread extends Stand {
  readonly kind: "spread";
  readonly centre: PrintedNumber;
  readonly statistic: "median" | "mean";
  readonly sd?: PrintedNumber;
  readonly lower?: PrintedNumber;
  readonly upper?: PrintedNumber;
  readonly bounds?: "range" | "quartiles" | "confidence";
  readonly unit: string;
  /** What is measured, in the paper's words. */
  readonly label: string;
  readonly n?: number;
}

/** `p = 0.03`, `p < 0.001`. */
export interface PValue extends Stand {
  readonly kind: "p-value";
  readonly sign: "=" | "<" | ">" | "≤" | "≥";
  readonly p: PrintedNumber;
  /** The column of a table whose head says p. */
  readonly column?: number;
}

/** A ratio with its confidence limits. */
export interface Ratio extends Stand {
  readonly kind: "ratio";
  readonly name: string;
  readonly estimate: PrintedNumber;
  readonly lower: PrintedNumber;
  readonly upper: PrintedNumber;
}

/** Free of the event at a time, or having had it, as a survival analysis says it. */
export interface SurvivalStatement extends Stand {
  readonly kind: "survival";
  /** Share still free of the event, per cent. */
  readonly free: PrintedNumber;
  readonly months: number;
  /** The event's words, stemmed: `relaps`. */
  readonly event: string;
}

/** `n = 56`, `56 patients were included`. */
export interface Whole extends Stand {
  readonly kind: "whole";
  readonly n: number;
  /** What was done with them: included, screened, ... ; empty where the number alone stands. */
  readonly verb: string;
}

/** Years or dates in which the study's patients were seen. */
export interface Period extends Stand {
  readonly kind: "period";
  readonly from: number;
  readonly to: number;
}

export type Claim = Share | Spread | PValue | Ratio | SurvivalStatement | Whole | Period;

/** A claim's own words, with a little of what surrounds them. */
export function quoteOf({ sentence, start, end }: Stand): string {
  const from = sentence.text.lastIndexOf(" ", Math.max(0, start - 50));
  const to = sentence.text.indexOf(" ", Math.min(sentence.text.length, end + 25));
  const head = from <= 0 ? "" : "… ";
  const tail = to < 0 ? "" : " …";
  return `${head}${sentence.text.slice(from <= 0 ? 0 : from + 1, to < 0 ? undefined : to)}${tail}`;
}
