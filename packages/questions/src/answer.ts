import type { Problem } from "@osteon/codebook";
import type { KaplanMeierFigure, PageTable } from "@osteon/publish";
import type { RefusalReason } from "./refusal.ts";

/** The answer to a question, as data: nothing of it is written or drawn yet. */
export interface Answer {
  readonly title: string;
  readonly tables: readonly PageTable[];
  readonly notes: readonly string[];
  /** Every number with all its digits, null where there is none and then why. */
  readonly numbers: object;
  /** The R script that gives the same numbers. */
  readonly r: string;
  /** Where it was asked for and curves can be drawn. */
  readonly figure?: KaplanMeierFigure;
}

/** An answer, or why there is none: a question that was refused, in one sentence, or everything that is wrong with the rows. */
export type Outcome =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly refused: { readonly because: RefusalReason; readonly says: string } }
  | { readonly ok: false; readonly problems: readonly Problem[] };
