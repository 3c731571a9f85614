import type { AccuracyAsked } from "./accuracy/accuracy-answer.ts";
import type { AgreementAsked } from "./agreement/ratings.ts";
import type { DEFAULTS } from "./choices.ts";
import type { TestAsked } from "./comparisons/test-question.ts";
import type { LogisticAsked } from "./logistic/logistic-answer.ts";
import type { SurvivalAsked } from "./survival/survival-asked.ts";
import type { TableAsked } from "./table-one/table-choices.ts";

/** What each kind of question is about, with what holds where nothing was said. */
export interface AskedBy {
  readonly survival: SurvivalAsked;
  readonly test: TestAsked;
  readonly table1: TableAsked;
  readonly agreement: AgreementAsked;
  readonly accuracy: AccuracyAsked;
  readonly logistic: LogisticAsked;
}

export type Kind = keyof AskedBy;

/** What somebody said; what has a default may be left out, and whoever says the default has said it: where it does nothing, it is refused. */
export type Said<Own extends Kind> = Omit<AskedBy[Own], keyof (typeof DEFAULTS)[Own]> &
  Partial<Pick<AskedBy[Own], keyof (typeof DEFAULTS)[Own] & keyof AskedBy[Own]>>;

/** An analysis asked of a data file: plain data, so that it can be kept, sent and asked again. */
export type Question = {
  readonly [Own in Kind]: { readonly kind: Own; readonly file: string; readonly said: Said<Own> };
}[Kind];
