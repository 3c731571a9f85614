import type { ConfidenceType } from "./confidence.ts";
import { type EventTable, endsOnly, eventTables } from "./event-table.ts";
import { curveOf, emptied, type KaplanMeier, productLimit, stepAt } from "./kaplan-meier.ts";
import type { Stretch, SubjectColumns } from "./subject-rows.ts";
import { subjectRows } from "./subject-rows.ts";
import { stepsUpTo } from "./survival-at.ts";

export interface SubjectCurve {
  readonly group: string;
  /** Its n counts subjects, not rows. */
  readonly curve: KaplanMeier;
  readonly rows: number;
  /** Whether the variance is that between subjects. */
  readonly robust: boolean;
}

export interface SubjectCurves {
  readonly curves: readonly SubjectCurve[];
  readonly missing: number;
  readonly mergedTimes: number;
  readonly overlapping: number;
}

/**
 * Kaplan-Meier curves of rows of which several belong to one subject. n counts subjects; where a subject has more than one event
 * in a curve or is at risk twice at once, the variance is the infinitesimal jackknife over subjects, Greenwood's otherwise.
 * R: survfit(Surv(start, time, event) ~ group, id = id, conf.type = type)
 */
export function subjectCurves(columns: SubjectColumns, type: ConfidenceType, level: number): SubjectCurves {
  const { stretches, missing, mergedTimes, overlapping, rows } = subjectRows(columns);
  const entered = columns.start !== undefined;
  const data = {
    time: stretches.map(({ time }) => time),
    event: stretches.map(({ event }) => event),
    ...(entered && { start: stretches.map(({ start }) => start) }),
    group: stretches.map(({ group }) => group),
  };
  const tabled = eventTables(data);
  // R takes the robust variance for all curves as soon as one subject has two events.
  const events = stretches.filter(({ event }) => event === 1).map(({ id }) => id);
  const robust = overlapping > 0 || new Set(events).size < events.length;
  const curves = tabled.groups.map((group, i): SubjectCurve => {
    const own = stretches.filter((row) => row.group === group);
    const firstSeen = firstSeenOf(own);
    const table = tabled.tables[i] as EventTable;
    const plain = curveOf(table, type, level, "greenwood", { ...tabled, missing, mergedTimes });
    const entries = plain.entries && { ...plain.entries, firstSeen };
    const named = { ...plain, n: firstSeen.length, entries };
    return {
      group,
      rows: own.length,
      robust,
      curve: robust ? robustCurve(named, own, entered ? endsOnly(table) : table) : withSteps(named),
    };
  });
  const names = columns.group;
  const whole = names === undefined ? rows : undefined;
  return {
    curves: curves.map((one) => ({ ...one, rows: whole ?? rowsIn(columns, one.group) })),
    ...{ missing, mergedTimes, overlapping },
  };
}

/** Complete rows of a group, as they stand in the data. */
function rowsIn({ time, event, start, group, id }: SubjectColumns, name: string): number {
  let count = 0;
  for (let i = 0; i < time.length; i++) {
    const gap = time[i] === null || event[i] === null || id[i] === null || start?.[i] === null;
    if (!gap && String(group?.[i]) === name) count++;
  }
  return count;
}

function firstSeenOf(rows: readonly Stretch[]): Float64Array {
  const first = new Map<unknown, number>();
  for (const { id, start } of rows) first.set(id, Math.min(start, first.get(id) ?? Number.POSITIVE_INFINITY));
  return Float64Array.from(first.values()).sort();
}

function withSteps(curve: KaplanMeier): KaplanMeier {
  const { columns } = curve;
  return { ...curve, steps: Array.from(columns.time.keys(), (i) => stepAt(columns, i)) };
}

function robustCurve(curve: KaplanMeier, rows: readonly Stretch[], table: EventTable): KaplanMeier {
  const clustered = spreadBetween(rows, table);
  const weight = new Float64Array(table.time.length);
  const variance = weight.map((_, i) => {
    weight[i] = 1;
    return (table.events[i] as number) > 0 || i === 0 ? clustered(weight) : Number.NaN;
  });
  // Where nobody has the event the curve stands, and so does its variance.
  for (let i = 1; i < variance.length; i++) if (Number.isNaN(variance[i])) variance[i] = variance[i - 1] as number;
  const columns = productLimit(table, curve.confidenceType, curve.level, variance);
  return withSteps({
    ...curve,
    columns,
    clustered,
    emptiedAt: curve.entries === undefined ? undefined : emptied(columns),
    convention: curve.convention.replace("Greenwood's variance", "infinitesimal jackknife variance between subjects"),
    rCall: curve.rCall.replace("Surv(time, event) ~ 1", "Surv(start, time, event) ~ group, id = id"),
  });
}

/**
 * Variance between subjects of a weighted sum of the changes of log S: at each time with d events of r at risk a row at risk adds
 * d / (r (r - d)), one with the event takes off 1 / r; both are summed within the subject and then squared.
 */
function spreadBetween(rows: readonly Stretch[], { time, atRisk, events }: EventTable) {
  const places = rows.map((row) => ({
    from: stepsUpTo(time, row.start),
    to: stepsUpTo(time, row.time) - row.event,
  }));
  const subjects = new Map([...new Set(rows.map(({ id }) => id))].map((id, code) => [id, code]));
  const subject = rows.map(({ id }) => subjects.get(id) as number);
  const lived = new Float64Array(time.length + 1);
  return (weight: Float64Array): number => {
    for (let i = 0; i < time.length; i++) {
      const [d, r] = [events[i] as number, atRisk[i] as number];
      lived[i + 1] = (lived[i] as number) + (d > 0 && r > d ? ((weight[i] as number) * d) / (r * (r - d)) : 0);
    }
    const sums = new Float64Array(subjects.size);
    for (const [row, { from, to }] of places.entries()) {
      const code = subject[row] as number;
      let own = (lived[to] as number) - (lived[Math.min(from, to)] as number);
      if (rows[row]?.event === 1) own -= (weight[to] as number) / (atRisk[to] as number);
      sums[code] = (sums[code] as number) + own;
    }
    return sums.reduce((sum, own) => sum + own * own, 0);
  };
}
