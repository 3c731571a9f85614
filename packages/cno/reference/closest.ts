import type { CnoProtocol } from "@osteon/cno";
import type { Window } from "@osteon/protocol";

/** Does a day, counted from a zero, lie in a window? Both ends belong to it. */
export const within = (day: number, [first, last]: Window): boolean => day >= first && day <= last;

/**
 * Of several entries of a chart the one closest to a day; of two equally close the earlier or the later as the protocol
 * says, and of two on one day the one that was entered first.
 */
export function closest<T>(
  entries: readonly T[],
  { dayOf, noOf }: { readonly dayOf: (entry: T) => number; readonly noOf: (entry: T) => number },
  target: number,
  protocol: CnoProtocol,
): T | undefined {
  const { counts } = protocol.rules.visitTie;
  let best: T | undefined;
  for (const entry of entries) {
    if (best === undefined || isCloser(entry, best)) best = entry;
  }
  return best;

  function isCloser(entry: T, other: T): boolean {
    const distance = Math.abs(dayOf(entry) - target);
    const otherDistance = Math.abs(dayOf(other) - target);
    if (distance !== otherDistance) return distance < otherDistance;
    if (dayOf(entry) !== dayOf(other))
      return counts === "earlier" ? dayOf(entry) < dayOf(other) : dayOf(entry) > dayOf(other);
    return noOf(entry) < noOf(other);
  }
}
