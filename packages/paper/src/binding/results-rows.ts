/** A row of `results.json`, as far as binding reads it. */
export interface ResultRow {
  readonly id: string;
  readonly analysis: string;
  readonly group: string;
  readonly statistic: string;
  readonly value: number | null;
  readonly unit: string;
}

/** `results.json` as `osteon estimate` writes it. */
export interface ResultsRows {
  readonly inputs: { readonly study?: string; readonly freezeHash?: string };
  readonly results: readonly ResultRow[];
}

/** Numbers in which a result may stand on a page: itself, per cent of a share, years of months, weeks and days of it. */
export const SCALES: readonly number[] = [1, 100, 1 / 12, 12];

/** Rounded half away from zero to so many decimals, as the report prints. */
export function roundedTo(value: number, decimals: number): number {
  const shifted = Number(`${Math.abs(value)}e${decimals}`);
  // A value computed in binary may lie a hair below the half that it stands for.
  const whole = Math.floor(shifted + 0.5 + 1e-9);
  return (Math.sign(value) * whole) / 10 ** decimals;
}

/** How a printed number stands to a value. */
export function precisionOf(printed: string, value: number): "equal" | "rounded-wrongly" | "other" {
  const number = Number(printed);
  const decimals = printed.split(".")[1]?.length ?? 0;
  if (Math.abs(roundedTo(value, decimals) - number) < 1e-9) return "equal";
  return Math.abs(value - number) < 10 ** -decimals ? "rounded-wrongly" : "other";
}
