import { type PartialDate, resolvePartialDate } from "../partial-date.ts";

/** An age in completed months; of a partial date the middle of its period counts. */
export function completedMonths(born: PartialDate, on: PartialDate): number {
  const [from, to] = [born, on].map((date) => new Date(resolvePartialDate(date, "middle") * 86_400_000));
  if (from === undefined || to === undefined) return 0;
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  return to.getUTCDate() < from.getUTCDate() ? months - 1 : months;
}
