/** How values leave the database, the same from both engines: dates and decimals as texts, counts as numbers, times in UTC. */
export const VALUE_PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  /** bigint: counts and row numbers, all below 2^53. */
  20: Number,
  /** date, numeric: as written. */
  1082: (text) => text,
  1700: (text) => text,
  /** timestamptz: ISO 8601 in UTC. */
  1184: (text) => new Date(text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00")).toISOString(),
};
