/** Counts are whole and not negative; anything else is a bug of the caller and throws. */
export function requireCount(n: number): number {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`a count must be a whole number from 0, got ${n}`);
  return n;
}

/** Values are finite: missing is null, never NaN. */
export function requireFinite(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`a value must be finite (missing is null), got ${value}`);
  return value === 0 ? 0 : value;
}
