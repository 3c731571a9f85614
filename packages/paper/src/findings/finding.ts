import { quoteOf, type Stand } from "../claims/claim.ts";

/**
 * How sure a finding is. *Impossible*: arithmetic alone excludes what is printed. *Inconsistent*: two places exclude each
 * other. *Query*: a reader must decide, since another denominator or definition may stand behind it.
 */
export type FindingClass = "impossible" | "inconsistent" | "query";

/** A piece of the paper, word by word, with its place. */
export interface Quote {
  readonly text: string;
  /** What it speaks of, without what stands around it. */
  readonly printed: string;
  readonly section: string;
  readonly line: number;
}

export interface Finding {
  readonly id: string;
  readonly class: FindingClass;
  /** The family of the check and what it found. */
  readonly kind: FindingKind;
  readonly says: string;
  readonly quotes: readonly Quote[];
  /** What the paper's own numbers give; empty where there is nothing to compute. */
  readonly recomputed: string;
  /** What could stand there without contradiction, the nearest first. */
  readonly consistentValues: readonly string[];
  /** The likely cause, as a question; empty where none suggests itself. */
  readonly cause: string;
}

export type FindingKind =
  | "percentage"
  | "rounding"
  | "attainability"
  | "denominator"
  | "partition"
  | "ratio"
  | "flow"
  | "cohort-size"
  | "centre-outside-bounds"
  | "standard-deviation"
  | "mean-of-integers"
  | "normality"
  | "p-value"
  | "test-statistic"
  | "confidence-limits"
  | "study-window"
  | "survival"
  | "joint-feasibility"
  | "same-quantity"
  | "normal-range";

/** A finding before it has its id. */
export type Draft = Omit<Finding, "id" | "quotes"> & { readonly at: readonly Stand[] };

/** The quotation of a claim. */
export const quote = (at: Stand): Quote => ({
  text: quoteOf(at),
  printed: at.sentence.text.slice(at.start, at.end),
  section: at.sentence.passage.table?.label ?? at.sentence.passage.section,
  line: lineOf(at),
});

/** The line on which a claim itself begins, not its sentence. */
export function lineOf({ sentence, start }: Stand): number {
  const at = sentence.start + start;
  let { line } = sentence;
  for (const mark of sentence.passage.marks) if (mark.at <= at) line = mark.line;
  return line;
}

const ORDER: Readonly<Record<FindingClass, number>> = { impossible: 0, inconsistent: 1, query: 2 };

/** Findings in the order of certainty and of the text, each with an id that names its kind and line. */
export function numbered(drafts: readonly Draft[]): readonly Finding[] {
  const seen = new Map<string, number>();
  return drafts
    .map(({ at, ...rest }) => ({ ...rest, quotes: at.map(quote) }))
    .sort((a, b) => ORDER[a.class] - ORDER[b.class] || (a.quotes[0]?.line ?? 0) - (b.quotes[0]?.line ?? 0))
    .map((finding) => {
      const name = `${finding.kind}-${finding.quotes[0]?.line ?? 0}`;
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      return { id: count === 1 ? name : `${name}-${count}`, ...finding };
    });
}
