import type { VisitWindow, WindowState } from "@osteon/api";
import type { FollowUpPoint } from "@osteon/codebook";
import type { MarkKind } from "../design/mark.tsx";

export type TimePoint = FollowUpPoint;

/** In the order of how soon something is to be done. */
export const WINDOW_STATES = [
  "due",
  "late",
  "part",
  "upcoming",
  "done",
  "missed",
] as const satisfies readonly WindowState[];

/** The mark of a state; what is still to come has the quietest. */
export const markOf = (state: WindowState): MarkKind => (state === "upcoming" ? "none" : state);

/**
 * What is to be done next: a visit that is overdue, then one that is due, a draft, the first still to come. A visit that is
 * overdue though the child was seen in a later window is not made up for.
 */
export function nextVisit(all: readonly VisitWindow[]): VisitWindow | undefined {
  const seen = all.findLastIndex(({ visit }) => visit !== undefined);
  const windows = all.filter(({ state }, place) => state !== "late" || place > seen);
  for (const state of ["late", "due", "part", "upcoming"] as const) {
    const found = windows.find((window) => window.state === state);
    if (found !== undefined) return found;
  }
  return undefined;
}

const DAY = 86_400_000;

export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;
