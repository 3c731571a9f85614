import type { ReportedUnit } from "@osteon/codebook";

const SHAPE = /^(-?)(\d+)(?:\.(\d+))?$/;
const AS_REPORTED: Pick<ReportedUnit, "numerator" | "denominator"> = { numerator: 1, denominator: 1 };

/**
 * A decimal text as a whole number of 10^-decimals, after conversion by a fraction; half is rounded away from zero.
 * Computed in integers only: through a float, 1.005 in hundredths would become 100 and not 101.
 */
export function scaledDecimal(text: string, decimals: number, { numerator, denominator } = AS_REPORTED): number {
  const parts = SHAPE.exec(text);
  if (parts === null) throw new Error(`${JSON.stringify(text)} is no decimal number`);
  const [, sign, whole = "", fraction = ""] = parts;
  const dividend = BigInt(whole + fraction) * BigInt(numerator) * 10n ** BigInt(decimals);
  const divisor = BigInt(denominator) * 10n ** BigInt(fraction.length);
  const magnitude = Number((2n * dividend + divisor) / (2n * divisor));
  if (!Number.isSafeInteger(magnitude)) throw new Error(`${text} is beyond 2^53 in ${decimals} decimals`);
  return sign === "-" && magnitude > 0 ? -magnitude : magnitude;
}
