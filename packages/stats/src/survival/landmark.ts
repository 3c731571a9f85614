import type { FollowUp } from "./follow-up.ts";

export interface Landmarked<Row> {
  /** Those still followed beyond the landmark, their clock set back by it. */
  readonly rows: readonly Row[];
  /** Subjects who had the event or were censored up to the landmark, or whose time is not known. */
  readonly left: number;
}

/**
 * Landmark analysis (Anderson, Cain and Gelber 1983): only who is still under observation after the landmark is analysed, with
 * groups as they are known then. Guards against immortal time. R: subset = time > landmark; Surv(time - landmark, event)
 */
export function landmark<Row extends FollowUp>(rows: readonly Row[], at: number): Landmarked<Row> {
  const later = rows.filter(({ time }) => time !== null && time > at);
  const kept = later.map((row) => {
    const entered = row.start !== undefined && row.start !== null && row.start > at ? row.start - at : undefined;
    const { start: _, ...rest } = row;
    const moved = { ...rest, time: (row.time as number) - at };
    return (entered === undefined ? moved : { ...moved, start: entered }) as unknown as Row;
  });
  const count = (of: readonly Row[]) => of.reduce((sum, { n }) => sum + n, 0);
  return { rows: kept, left: count(rows) - count(later) };
}
