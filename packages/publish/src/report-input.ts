import type { Comparison, RCall, Results } from "@osteon/estimate";
import type { Protocol } from "@osteon/protocol";
import type { Language } from "@osteon/words";
import type { Outline } from "./outline/outline.ts";

/** A number that the paper prints from elsewhere; no chart can give it. */
export interface CitedNumber {
  readonly printed: string;
  readonly quote: string;
  readonly place: string;
}

/** What a report is made from; equal inputs give equal bytes. */
export interface ReportInput {
  readonly protocol: Protocol;
  /** What the report shows, and in which words. */
  readonly outline: Outline;
  readonly results: Results;
  /** Whether the charts are those that the paper is about: only then what it printed is drawn into figures. */
  readonly isOwnCohort: boolean;
  /** Published beside recomputed; empty where there is no paper, or the charts are other children's and nobody asked. */
  readonly comparisons: readonly Comparison[];
  readonly cited: readonly CitedNumber[];
  /** Whether the study recomputes a paper, or counts by definitions of its own. */
  readonly hasPaper: boolean;
  /** How a result is had in R from its analysis table; nothing of a report that does not tell. */
  readonly inR?: (result: string) => RCall | undefined;
  /** Of everything that the report says; protocol, outline and results are in it already. */
  readonly language: Language;
}
