import type { PlacedRow } from "../charts.ts";
import type { CellFault } from "./fault.ts";

/** Looks at one row beyond its single cells. */
export type RowCheck = (row: PlacedRow) => readonly CellFault[];
