import type { Protocol } from "@osteon/protocol";
import type { TimePoint } from "../schedule/due-visits.ts";

/** The time points at which a visit is expected; the last visit, whenever it is, is not one of them. */
export const timePointsOf = ({ timePoints }: Protocol): readonly TimePoint[] =>
  Object.entries(timePoints)
    .filter(([, { carries }]) => carries)
    .map(([name, { targetDay, window }]) => ({ name, targetDay, firstDay: window[0], lastDay: window[1] }));
