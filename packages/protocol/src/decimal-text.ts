/**
 * A number as a paper prints it: `decimals` places, halves away from zero.
 * Works on the decimal digits of the number, so that 12.5 prints as 13 and 2.675 as 2.68; exact for up to 12 significant digits.
 */
export function decimalText(value: number, decimals: number): string {
  const [digits, exponent] = Math.abs(value).toExponential(11).split("e");
  const scaled = Number(`${digits}e${Number(exponent) + decimals}`);
  const whole = Math.floor(scaled + 0.5);
  const sign = value < 0 && whole !== 0 ? "-" : "";
  const text = String(whole).padStart(decimals + 1, "0");
  if (decimals === 0) return sign + text;
  return `${sign}${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}

/** How many places behind the point a printed number has. */
export function decimalsOf(printed: string): number {
  return printed.split(".")[1]?.length ?? 0;
}
