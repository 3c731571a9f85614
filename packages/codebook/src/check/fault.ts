import { type Fault, faultsOf } from "@osteon/words";
import { CHECK_PROBLEMS } from "./problems.ts";

/** A fault and the column that it is reported at. */
export interface CellFault extends Fault {
  readonly column: string;
  /** The column whose value led to it; where that value is at fault itself, this is not reported as well. */
  readonly because?: string;
}

export const NO_FAULTS: readonly never[] = [];

export const { refused, queried } = faultsOf(CHECK_PROBLEMS);
export const at = (column: string, fault: Fault): CellFault => ({ column, ...fault });
