import type { Chart, Row, WhatStands } from "@osteon/api";
import type { Problem } from "@osteon/codebook";
import type { ReadRows, VisitState } from "./visit-state.ts";

/** What every part of the page of a visit is given. */
export interface VisitParts {
  readonly state: VisitState;
  readonly read: ReadRows;
  readonly chart: Chart;
  readonly standing: WhatStands;
  /** The day of the visit as a cell; not yet one while it is typed. */
  readonly day: string;
  readonly readOnly: boolean;
  /** Changes what is typed; rows that stand and are changed by it go along, as they were read. */
  readonly change: (to: (state: VisitState) => VisitState, reads?: readonly Row[]) => void;
  /** What is wrong, or asked, at a place of the page. */
  readonly problemsAt: (place: string) => readonly Problem[];
}
