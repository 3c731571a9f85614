/** A number for reading: so many decimals, NA where there is none. */
export function decimals(value: number | null, places: number): string {
  return value === null ? "NA" : value.toFixed(places);
}

/** A number as it stands: a whole one whole, others to six significant digits and two decimals at least. */
export function plain(value: number | null): string {
  if (value === null) return "NA";
  if (Number.isInteger(value)) return String(value);
  const before = Math.max(0, Math.floor(Math.log10(Math.abs(value))) + 1);
  return String(Number(value.toPrecision(Math.min(17, Math.max(6, before + 2)))));
}

/** A coefficient or its error: four decimals, and four significant digits where these say less. */
export function coefficient(value: number | null): string {
  if (value === null) return "NA";
  const size = Math.abs(value);
  if (size >= 0.1 || size === 0) return value.toFixed(4);
  return size < 1e-4 ? value.toExponential(3) : value.toFixed(3 - Math.floor(Math.log10(size)));
}

/** Decimals of a ratio: three, and as many more as its limits need to be told apart. */
export function ratioPlaces({
  lower,
  upper,
}: {
  readonly lower: number | null;
  readonly upper: number | null;
}): number {
  if (lower === null || upper === null || !(lower > 0 && upper > lower)) return 3;
  const half = Math.log(upper / lower) / 2;
  return Math.min(15, Math.max(3, 2 + Math.ceil(-Math.log10(half))));
}

/** From here on a ratio is written with its power of ten. */
const LARGE = 1e7;

/** A ratio with so many decimals; one below 0.1 has three significant digits at least. */
export function ratio(value: number | null, places: number): string {
  if (value === null) return "NA";
  if (value >= LARGE) return value.toExponential(2);
  if (!(value > 0 && value < 0.1)) return value.toFixed(places);
  const needed = 2 - Math.floor(Math.log10(value));
  return needed > 9 && needed > places ? value.toExponential(2) : value.toFixed(Math.max(places, needed));
}

/** Decimals of a number beside its error: two, or as many as give the error three significant digits. */
export function errorPlaces(error: number | null): number {
  if (error === null || !(error > 0)) return 2;
  return Math.min(15, Math.max(2, 2 - Math.floor(Math.log10(error))));
}

/** p as journals print it. */
export function pText(p: number | null): string {
  if (p === null) return "NA";
  if (p < 0.0001) return "< 0.0001";
  return p < 0.1 ? p.toPrecision(2) : p.toFixed(2);
}

/** `1 row`, `14 rows`. */
export const rowsText = (count: number): string => `${count} row${count === 1 ? "" : "s"}`;
