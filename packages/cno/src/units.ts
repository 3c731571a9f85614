import type { Unit } from "@osteon/protocol";

/** How days are printed in years and in months, and a number as it is. */
export const YEARS: Unit = { unit: "years", divisor: 365.25, decimals: 1 };
export const MONTHS: Unit = { unit: "months", divisor: 30.4375, decimals: 1 };
export const NUMBER: Unit = { unit: "", divisor: 1, decimals: 0 };
