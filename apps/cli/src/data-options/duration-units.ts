/** What a time between two dates may be counted in. */
export const UNITS = ["days", "weeks", "months", "years"] as const;
export type DurationUnit = (typeof UNITS)[number];
