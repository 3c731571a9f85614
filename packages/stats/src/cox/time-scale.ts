import ln from "@stdlib/math-base-special-ln";
import { type EventTable, endsOnly, eventTables } from "../survival/event-table.ts";
import { stepsUpTo } from "../survival/survival-at.ts";
import type { PreparedRows } from "./prepared-rows.ts";

/**
 * The scale of time along which a coefficient is tested for a trend: `km` is one minus Kaplan-Meier of all rows just before the
 * time, unweighted and over all strata; `rank` the mean rank among the ends of all rows. R takes km.
 */
export type TimeScale = "km" | "rank" | "identity" | "log";

/** A time with an event on the scale; log of time 0 throws. */
export function scaleOfTime(rows: PreparedRows, scale: TimeScale): (time: number) => number {
  if (scale === "identity") return (time) => time;
  if (scale === "log")
    return (time) => {
      if (time > 0) return ln(time);
      throw new RangeError("an event at time 0 has no logarithm; take km, rank or identity");
    };
  const { time, event, start, count } = rows;
  const { tables } = eventTables({ time, event, n: count, ...(start && { start }) });
  const table = endsOnly(tables[0] as EventTable);
  const values = scale === "km" ? lostBefore(table) : meanRanks(table);
  return (at) => values[stepsUpTo(table.time, at) - 1] as number;
}

/** One minus the survival just before each time. */
function lostBefore({ events, atRisk }: EventTable): Float64Array {
  let survival = 1;
  return events.map((d, i) => {
    const lost = 1 - survival;
    survival *= 1 - d / (atRisk[i] as number);
    return lost;
  });
}

function meanRanks({ events, censored }: EventTable): Float64Array {
  let before = 0;
  return events.map((d, i) => {
    const here = d + (censored[i] as number);
    before += here;
    return before - here + (here + 1) / 2;
  });
}
