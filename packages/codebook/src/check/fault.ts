import type { Severity } from "../problem.ts";

/** What is wrong with a cell; the check of its table adds the place. */
export interface Fault {
  readonly code: string;
  readonly severity: Severity;
  readonly says: string;
  readonly fix: string;
}

/** A fault and the column that it is reported at. */
export interface CellFault extends Fault {
  readonly column: string;
  /** The column whose value led to it; where that value is at fault itself, this is not reported as well. */
  readonly because?: string;
}

export const NO_FAULTS: readonly never[] = [];

export const refused = (code: string, says: string, fix: string): Fault => ({ code, severity: "refused", says, fix });
export const queried = (code: string, says: string, fix: string): Fault => ({ code, severity: "query", says, fix });
export const at = (column: string, fault: Fault): CellFault => ({ column, ...fault });
