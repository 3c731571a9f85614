import { DAYS_PER_MONTH, DAYS_PER_YEAR } from "@osteon/codebook";
import type { Unit } from "@osteon/protocol";

/** How days are printed in years and in months, and a number as it is. */
export const YEARS: Unit = { unit: "years", divisor: DAYS_PER_YEAR, decimals: 1 };
export const MONTHS: Unit = { unit: "months", divisor: DAYS_PER_MONTH, decimals: 1 };
export const NUMBER: Unit = { unit: "", divisor: 1, decimals: 0 };
