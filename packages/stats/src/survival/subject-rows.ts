import { settledUnlessWhole } from "./near-ties.ts";

type Name = string | number;

/** Rows of follow-up of which several may belong to one subject, as columns of equal length. */
export interface SubjectColumns {
  readonly time: ArrayLike<number | null>;
  readonly event: ArrayLike<number | boolean | null>;
  readonly start?: ArrayLike<number | null>;
  readonly group?: ArrayLike<Name | null>;
  readonly id: ArrayLike<Name | null>;
}

/** One stretch of follow-up of one subject in one group. */
export interface Stretch {
  readonly id: Name;
  readonly group: string;
  readonly start: number;
  readonly time: number;
  readonly event: 0 | 1;
}

export interface SubjectRows {
  readonly stretches: readonly Stretch[];
  /** Rows before stretches were joined. */
  readonly rows: number;
  readonly missing: number;
  readonly mergedTimes: number;
  /** Subjects two rows of whom share some time in one group: each of the rows is then at risk for itself. */
  readonly overlapping: number;
}

/**
 * Complete rows by subject and start. A row without the event that the next of the same subject and group takes up where it ends
 * is no censoring: the two are one stretch. R: survfit(Surv(start, time, event) ~ group, id = id)
 */
export function subjectRows(columns: SubjectColumns): SubjectRows {
  const { time, event, start, group, id } = columns;
  const known = (value: unknown) => value !== null && value !== undefined && !Number.isNaN(value);
  const kept: number[] = [];
  for (let i = 0; i < time.length; i++) {
    const has = known(time[i]) && known(event[i]) && known(id[i]);
    if (has && (group === undefined || known(group[i])) && (start === undefined || known(start[i]))) kept.push(i);
  }
  const ends = Float64Array.from(kept, (i) => time[i] as number);
  const settled = settledUnlessWhole(ends, start && Float64Array.from(kept, (i) => start[i] as number));
  const rows = kept.map(
    (i, place): Stretch => ({
      id: id[i] as Name,
      group: group === undefined ? "all" : String(group[i]),
      start: settled.start?.[place] ?? 0,
      time: settled.time[place] as number,
      event: Number(event[i]) === 1 ? 1 : 0,
    }),
  );
  const found = joined(rows);
  return { ...found, rows: rows.length, missing: time.length - rows.length, mergedTimes: settled.merged };
}

function joined(rows: readonly Stretch[]): Pick<SubjectRows, "stretches" | "overlapping"> {
  const own = new Map<string, Stretch[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.group, row.id]);
    const before = own.get(key);
    if (before === undefined) own.set(key, [row]);
    else before.push(row);
  }
  let overlapping = 0;
  const stretches = [...own.values()].flatMap((all) => {
    const sorted = all.sort((a, b) => a.start - b.start || a.time - b.time);
    if (sorted.some((row, i) => i > 0 && row.start < (sorted[i - 1] as Stretch).time)) overlapping++;
    return sorted.reduce<Stretch[]>((done, row) => {
      const last = done.at(-1);
      if (last !== undefined && last.event === 0 && last.time === row.start)
        done[done.length - 1] = { ...row, start: last.start };
      else done.push(row);
      return done;
    }, []);
  });
  return { stretches, overlapping };
}
