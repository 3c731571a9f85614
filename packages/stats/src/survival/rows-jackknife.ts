import type { EventTable } from "./event-table.ts";
import type { Subjects } from "./follow-up.ts";
import { settledUnlessWhole } from "./near-ties.ts";
import { sortedOrder } from "./sorted-order.ts";

/**
 * Infinitesimal jackknife variance of log S, or of the cumulative hazard, at each time of the table of one group: the sum over its
 * rows of the squared derivative by their weight, times that weight. Each may enter late. All who are at risk move by the same amount
 * at a time, so their sum of squares is kept without touching each of them.
 * R: survfit(Surv(start, time, event) ~ 1, weights, robust = TRUE)$std.err, $std.chaz
 */
export function rowsJackknife(
  subjects: Subjects,
  group: string | undefined,
  { time: axis, atRisk, events }: EventTable,
  of: "log-survival" | "hazard",
): Float64Array {
  const { event, count, weight } = subjects;
  const { time, start } = settledUnlessWhole(subjects.time, subjects.start);
  const isOwn = (row: number) =>
    group === undefined || subjects.group?.names[subjects.group.codes[row] ?? -1] === group;
  const leaving = sortedOrder(time).order.filter(isOwn);
  const entering = start === undefined ? leaving : sortedOrder(start).order.filter(isOwn);
  const square = (row: number) => (weight?.[row] ?? 1) ** 2 * (count?.[row] ?? 1);
  const base = new Float64Array(time.length);
  let [entered, left, moved, ended] = [0, 0, 0, 0];
  let [s0, s1, s2] = [0, 0, 0];
  return axis.map((now, i) => {
    for (; entered < entering.length && (start?.[entering[entered] as number] ?? -1) < now; entered++) {
      const row = entering[entered] as number;
      base[row] = moved;
      s0 += square(row);
      s1 += square(row) * moved;
      s2 += square(row) * moved * moved;
    }
    const d = events[i] as number;
    const r = atRisk[i] as number;
    const before = moved;
    if (of === "hazard") moved += d > 0 ? d / (r * r) : 0;
    else if (d > 0 && r > d) moved += d / (r * (r - d));
    // Times that were taken for an earlier one leave with it.
    const next = axis[i + 1] ?? Number.POSITIVE_INFINITY;
    for (; left < leaving.length && (time[leaving[left] as number] as number) < next; left++) {
      const row = leaving[left] as number;
      const from = base[row] as number;
      const own = event[row] === 1 ? (of === "hazard" ? moved : before) - from - 1 / r : moved - from;
      ended += square(row) * own * own;
      s0 -= square(row);
      s1 -= square(row) * from;
      s2 -= square(row) * from * from;
    }
    return ended + Math.max(0, s2 - 2 * moved * s1 + moved * moved * s0);
  });
}
