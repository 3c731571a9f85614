/** Against what a distance is tested; `greater`: the first distribution function lies above the other. */
export type Alternative = "two-sided" | "greater" | "less";
