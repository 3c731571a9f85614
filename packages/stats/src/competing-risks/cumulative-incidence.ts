import { criticalNormal } from "../distributions/tails.ts";
import { type Estimate, estimated, type Interval, notEstimable, type Provenance } from "../estimate.ts";
import { type ConfidenceType, type Limits, limitsOf } from "../survival/confidence.ts";
import { stepsUpTo } from "../survival/survival-at.ts";
import { type IncidenceRow, subjectJackknife } from "./incidence-jackknife.ts";
import { type CompetingColumns, type IncidenceTable, incidenceTables } from "./incidence-tables.ts";
import { aalenVariance, type IncidenceSteps, jackknifeVariance } from "./incidence-variance.ts";

/** `aalen` is what cmprsk prints, `jackknife` what survival prints; they differ a little (T15). */
export type IncidenceVariance = "aalen" | "jackknife";

export interface IncidenceStep extends Interval {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly incidence: number;
  readonly stdError: number;
}

export interface CumulativeIncidence extends Provenance {
  readonly group: string;
  readonly cause: number;
  readonly n: number;
  readonly events: number;
  readonly missing: number;
  readonly level: number;
  readonly steps: readonly IncidenceStep[];
  /** The mean time lost to the cause up to the time asked for: the area under its incidence. */
  readonly timeLost?: Interval & { readonly until: number; readonly value: Estimate; readonly stdError: Estimate };
}

/** An incidence at a time; past the last follow-up of the group it is not estimable. */
export interface IncidenceAt extends Interval {
  readonly time: number;
  readonly incidence: Estimate;
  readonly stdError: Estimate;
}

/**
 * Cumulative incidence of each cause in each group, by Aalen and Johansen (1978): the chance to have had the event by a time, where
 * another may come first. Strata are not looked at. With rows of one subject n counts subjects, and the variance must be the
 * jackknife, which is then one between subjects. With `until` also the mean time lost to each cause up to it.
 * R: cmprsk::cuminc(time, cause, group) for aalen; survfit(Surv(start, time, factor(cause)) ~ group, id = id) for jackknife
 */
export function cumulativeIncidence(
  { stratum: _, ...columns }: CompetingColumns,
  causes: number,
  variance: IncidenceVariance,
  confidenceType: ConfidenceType,
  level: number,
  until?: number,
): readonly CumulativeIncidence[] {
  if (columns.id !== undefined && variance === "aalen")
    throw new RangeError("Aalen's variance takes rows for subjects; with id ask for the jackknife");
  const { complete, missing } = completeColumns(columns);
  const { tables } = incidenceTables(complete, causes);
  const limits = limitsOf(confidenceType, level);
  const numbers = Array.from({ length: causes }, (_cause, i) => i + 1);
  const bySubject = variance === "jackknife" && (columns.start !== undefined || columns.id !== undefined);
  return tables.flatMap((table) => {
    const rows = bySubject || until !== undefined ? rowsOf(complete, table.group) : [];
    return numbers.map((cause): CumulativeIncidence => {
      const steps = stepsOf(table, cause);
      const own = bySubject || until !== undefined ? subjectJackknife(rows, steps, cause, until) : undefined;
      const spread = variance === "aalen" ? aalenVariance(steps) : jackknifeVariance(steps);
      return {
        group: table.group,
        cause,
        n: columns.id === undefined ? table.n : new Set(rows.map(({ subject }) => subject)).size,
        events: steps.own.reduce((sum, d) => sum + d, 0),
        missing,
        level,
        steps: Array.from(table.time.keys(), (i) =>
          stepAt(steps, bySubject && own !== undefined ? own.variance : spread, i, limits),
        ),
        ...(until !== undefined &&
          own !== undefined && { timeLost: timeLostOf(steps, until, own.areaVariance, level) }),
        method: "cumulative incidence (Aalen-Johansen)",
        convention: `${variance === "aalen" ? "Aalen's variance" : "infinitesimal jackknife variance"}, ${confidenceType} limits`,
        rCall: bySubject
          ? "survfit(Surv(start, time, factor(cause)) ~ group, id = id)"
          : variance === "aalen"
            ? "cmprsk::cuminc(time, cause, group)"
            : "survfit(Surv(time, factor(cause)) ~ group)",
      };
    });
  });
}

/** Rows without a gap anywhere; the others are counted. */
function completeColumns(columns: CompetingColumns) {
  const { time, cause, group, start, id, n } = columns;
  const gap = (value: unknown) => value === null || value === undefined || Number.isNaN(value);
  const kept: number[] = [];
  let missing = 0;
  for (let i = 0; i < time.length; i++) {
    const lost =
      [time, cause].some((column) => gap(column[i])) ||
      [group, start, id].some((column) => column !== undefined && gap(column[i]));
    if (lost) missing += n === undefined ? 1 : (n[i] as number);
    else kept.push(i);
  }
  if (kept.length === time.length) return { complete: columns, missing };
  const entries = Object.entries(columns) as [string, ArrayLike<number> | undefined][];
  const picked = entries.map(([name, column]) => [name, column && kept.map((i) => column[i])]);
  return { complete: Object.fromEntries(picked) as unknown as CompetingColumns, missing };
}

/** Rows of a group; each is a subject of its own where nothing names them. */
function rowsOf({ time, cause, group, start, id }: CompetingColumns, name: string): readonly IncidenceRow[] {
  const codes = new Map<unknown, number>();
  const rows: IncidenceRow[] = [];
  for (let i = 0; i < time.length; i++) {
    if (group !== undefined && String(group[i]) !== name) continue;
    const key = id === undefined ? i : id[i];
    const subject = codes.get(key) ?? codes.size;
    codes.set(key, subject);
    rows.push({ start: start?.[i] ?? 0, time: time[i] as number, cause: cause[i] as number, subject });
  }
  return rows;
}

function timeLostOf({ time, incidence }: IncidenceSteps, until: number, variance: number, level: number) {
  const last = time.at(-1);
  if (last === undefined || last < until) {
    const none = notEstimable(last === undefined ? "no-values" : "beyond-follow-up", time.length);
    return { until, value: none, stdError: none, lower: none, upper: none };
  }
  const area = time.reduce((sum, at, i) => {
    const next = Math.min(time[i + 1] ?? until, until);
    return sum + Math.max(0, next - at) * (incidence[i] as number);
  }, 0);
  const half = criticalNormal(level) * Math.sqrt(variance);
  return {
    until,
    value: estimated(area),
    stdError: estimated(Math.sqrt(variance)),
    lower: estimated(area - half),
    upper: estimated(area + half),
  };
}

function stepsOf({ time, atRisk, events }: IncidenceTable, cause: number): IncidenceSteps {
  const any = events[0] as Float64Array;
  const own = events[cause] as Float64Array;
  const before = new Float64Array(time.length);
  const incidence = new Float64Array(time.length);
  let survival = 1;
  let sum = 0;
  for (let i = 0; i < time.length; i++) {
    const r = atRisk[i] as number;
    before[i] = survival;
    sum += (survival * (own[i] as number)) / r;
    incidence[i] = sum;
    survival *= (any[i] as number) >= r ? 0 : 1 - (any[i] as number) / r;
  }
  return { time, atRisk, any, own, before, incidence };
}

function stepAt(steps: IncidenceSteps, spread: Float64Array, i: number, limits: Limits): IncidenceStep {
  const incidence = steps.incidence[i] as number;
  const stdError = Math.sqrt(Math.max(0, spread[i] as number));
  const none: Estimate = notEstimable("no-events", steps.atRisk[i] as number);
  const [lower, upper] = incidence > 0 ? limits(incidence, stdError / incidence) : [];
  return {
    time: steps.time[i] as number,
    atRisk: steps.atRisk[i] as number,
    events: steps.own[i] as number,
    incidence,
    stdError,
    lower: lower === undefined ? none : estimated(lower),
    upper: upper === undefined ? none : estimated(upper),
  };
}

/**
 * The incidence at a time: that of the last step at or before it, 0 before the first. Past the last follow-up of the group nothing is
 * known. R: cmprsk::timepoints(fit, time)
 */
export function incidenceAt(curve: CumulativeIncidence, time: number): IncidenceAt {
  const last = curve.steps.at(-1);
  if (last === undefined || time > last.time) {
    const none = notEstimable(last === undefined ? "no-values" : "beyond-follow-up", curve.n);
    return { time, incidence: none, stdError: none, lower: none, upper: none };
  }
  const times = Float64Array.from(curve.steps, (step) => step.time);
  const step = curve.steps[stepsUpTo(times, time) - 1];
  const none = notEstimable("no-events", curve.n);
  if (step === undefined) return { time, incidence: estimated(0), stdError: estimated(0), lower: none, upper: none };
  const { incidence, stdError, lower, upper } = step;
  return { time, incidence: estimated(incidence), stdError: estimated(stdError), lower, upper };
}
