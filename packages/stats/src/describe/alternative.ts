/** Against what a test is made; `greater` and `less` are of the first sample (group 1) beside the other. */
export type Alternative = "two-sided" | "greater" | "less";
