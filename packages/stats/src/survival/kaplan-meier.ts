import { type Estimate, estimated, type Interval, notEstimable, type Provenance } from "../estimate.ts";
import { type ConfidenceType, limitsOf, R_CONF_TYPE } from "./confidence.ts";
import {
  type EventTable,
  type EventTables,
  type EventTime,
  endsOnly,
  type SurvivalData,
  tabulate,
  timeAt,
} from "./event-table.ts";
import {
  type FollowUp,
  type FollowUpColumns,
  type GroupedColumns,
  type GroupedFollowUp,
  subjectsOf,
} from "./follow-up.ts";
import { greenwood, robust } from "./relative-variance.ts";
import { rowsJackknife } from "./rows-jackknife.ts";

export interface Step extends EventTime, Interval {
  readonly survival: number;
  /** Of the survival probability itself; at S = 0 it is 0, its limit, where R prints NaN. */
  readonly stdError: number;
}

/** The steps as columns, one place for each distinct time: what large data are read from. */
export interface CurveColumns extends EventTable {
  readonly survival: Float64Array;
  readonly stdError: Float64Array;
  /** Limits of the steps down to the last with S > 0; after it there are none, so these two may be shorter. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

export interface KaplanMeier extends Provenance {
  readonly n: number;
  readonly missing: number;
  readonly events: number;
  readonly confidenceType: ConfidenceType;
  readonly level: number;
  /** Times taken for their neighbour because they differ by rounding alone. */
  readonly mergedTimes: number;
  /**
   * With delayed entry: the time at which the last one at risk had the event although others are seen later. The curve is 0 from
   * there and never recovers, so its median says nothing; start later, or by a landmark.
   */
  readonly emptiedAt: number | undefined;
  /** With delayed entry: who is at risk at each time of an entry or an end. */
  readonly entries: RiskOverTime | undefined;
  /** Where rows are clustered by subject: variance of a sum over the steps of weight x change of log S. */
  readonly clustered?: (weight: Float64Array) => number;
  readonly columns: CurveColumns;
  /** One for each time at which somebody has the event or is censored; before the first of them S is 1. */
  readonly steps: readonly Step[];
}

/** Numbers at risk just before each time at which somebody enters or ends; between two of them those of the later one. */
export interface RiskOverTime {
  readonly time: Float64Array;
  readonly atRisk: Float64Array;
  /** Where rows are clustered by subject: when each subject was first seen, ascending. */
  readonly firstSeen?: Float64Array;
}

/**
 * Greenwood's, or the infinitesimal jackknife, which holds where weights are not counts (R takes it by itself when a weight is
 * not whole).
 */
export type CurveVariance = "greenwood" | "robust";

/**
 * Kaplan-Meier estimate of the survival function (JASA 1958;53:457-81), with weights and delayed entry where the rows have them.
 * A subject censored on a time is still at risk on it; one who enters on it is not yet.
 * R: survfit(Surv(time, event) ~ 1, weights, conf.type = type, conf.int = level, robust = variance == "robust")
 */
export function kaplanMeier(
  data: SurvivalData,
  confidenceType: ConfidenceType,
  level: number,
  variance: CurveVariance = "greenwood",
): KaplanMeier {
  const [only] = kaplanMeierByGroup(withoutGroups(data) as Grouped, undefined, confidenceType, level, variance);
  return (only as NonNullable<typeof only>).curve;
}

/**
 * One curve for each group. With `order` they come in it, and a group without rows gets a curve of n = 0; without, in
 * code-point order (R's own order depends on the locale). Missing values are counted over all groups.
 * R: survfit(Surv(time, event) ~ factor(group, levels = order))
 */
export function kaplanMeierByGroup(
  data: Grouped,
  order: readonly string[] | undefined,
  confidenceType: ConfidenceType,
  level: number,
  variance: CurveVariance = "greenwood",
): readonly { readonly group: string; readonly curve: KaplanMeier }[] {
  const rows = withoutStrata(data);
  const subjects = "tables" in rows ? undefined : subjectsOf(rows);
  const tabled = subjects === undefined ? (rows as EventTables) : tabulate(subjects);
  const { tables, groups } = tabled;
  for (const group of groups)
    if (order !== undefined && !order.includes(group) && tables[groups.indexOf(group)]?.time.length !== 0)
      throw new RangeError(`rows of group ${group}, which is not among ${order.join(", ")}`);
  return (order ?? groups).map((group) => {
    const table = tables[groups.indexOf(group)] ?? EMPTY;
    const late = subjects !== undefined && variance === "robust" && tabled.delayedEntry;
    const relative = late
      ? rowsJackknife(subjects, subjects.group && group, endsOnly(table), "log-survival")
      : undefined;
    return { group, curve: curveOf(table, confidenceType, level, variance, { ...tabled, relative }) };
  });
}

const NONE = new Float64Array(0);
const EMPTY: EventTable = { time: NONE, atRisk: NONE, events: NONE, censored: NONE, n: 0, squares: undefined };

/** All rows together, whatever groups they name. Tables must have one group. */
export function withoutGroups(data: SurvivalData): SurvivalData {
  if ("tables" in data) {
    if (data.tables.length === 1) return data;
    throw new RangeError(`tables of ${data.groups.length} groups were given where one curve was asked for`);
  }
  if (Array.isArray(data)) return data.map((row: FollowUp) => ({ ...row, group: undefined, stratum: undefined }));
  const { time, event, start, weight, n } = data as FollowUpColumns;
  return { time, event, ...(start && { start }), ...(weight && { weight }), ...(n && { n }) };
}

function withoutStrata(data: Grouped): SurvivalData {
  if ("tables" in data) {
    if (data.strata.length === 1) return data;
    throw new RangeError(`tables of ${data.strata.length} strata were given where curves by group were asked for`);
  }
  if (Array.isArray(data)) return data.map((row: GroupedFollowUp) => ({ ...row, stratum: undefined }));
  const { group } = data as Partial<GroupedColumns>;
  return { ...withoutGroups(data as FollowUpColumns), ...(group && { group }) } as FollowUpColumns;
}

type Grouped = readonly GroupedFollowUp[] | GroupedColumns | FollowUpColumns | EventTables;

/** What is said of a curve, and the variance of log S where the table does not give it. */
type CurveNotes = Pick<EventTables, "missing" | "mergedTimes" | "delayedEntry"> & {
  readonly relative?: Float64Array | undefined;
};

/** The product-limit curve of a table of times, with its limits. */
export function curveOf(
  table: EventTable,
  confidenceType: ConfidenceType,
  level: number,
  variance: CurveVariance,
  { missing, mergedTimes, delayedEntry, relative: given }: CurveNotes,
  provenance: Provenance = provenanceOf(confidenceType, level, variance),
): KaplanMeier {
  if (delayedEntry && variance === "robust" && given === undefined)
    throw new RangeError("tables of delayed entry have no robust variance: give the rows, or ask for greenwood");
  const ends = delayedEntry ? endsOnly(table) : table;
  const relative = given ?? (variance === "greenwood" ? greenwood(ends) : robust(ends));
  const columns = productLimit(ends, confidenceType, level, relative);
  let steps: readonly Step[] | undefined;
  return {
    n: table.n,
    events: table.events.reduce((sum, events) => sum + events, 0),
    confidenceType,
    level,
    missing,
    mergedTimes,
    emptiedAt: delayedEntry ? emptied(columns) : undefined,
    entries: delayedEntry ? { time: table.time, atRisk: table.atRisk } : undefined,
    columns,
    get steps() {
      steps ??= Array.from(columns.time.keys(), (i) => stepAt(columns, i));
      return steps;
    },
    ...provenance,
  };
}

function provenanceOf(type: ConfidenceType, level: number, variance: CurveVariance): Provenance {
  return {
    method: "Kaplan-Meier",
    convention: `${VARIANCES[variance]}, ${type} limits, censored on a time still at risk on it`,
    rCall: `survfit(Surv(time, event) ~ 1, conf.type = "${R_CONF_TYPE[type]}", conf.int = ${level})`,
  };
}

const VARIANCES: Readonly<Record<CurveVariance, string>> = {
  greenwood: "Greenwood's variance",
  robust: "infinitesimal jackknife variance",
};

/** Survival with errors and limits, from the variance of log S at each time. */
export function productLimit(
  table: EventTable,
  type: ConfidenceType,
  level: number,
  relativeVariance: Float64Array,
): CurveColumns {
  const size = table.time.length;
  const survival = new Float64Array(size);
  const stdError = new Float64Array(size);
  const lower = new Float64Array(size);
  const upper = new Float64Array(size);
  const limits = limitsOf(type, level);
  let current = 1;
  let positive = 0;
  for (let i = 0; i < size; i++) {
    const events = table.events[i] as number;
    const atRisk = table.atRisk[i] as number;
    if (events > 0) current *= events >= atRisk ? 0 : (atRisk - events) / atRisk;
    survival[i] = current;
    if (current === 0) continue;
    const relativeError = Math.sqrt(relativeVariance[i] as number);
    stdError[i] = current * relativeError;
    if (events > 0 || i === 0) [lower[i], upper[i]] = limits(current, relativeError);
    else [lower[i], upper[i]] = [lower[i - 1] as number, upper[i - 1] as number];
    positive++;
  }
  const known = (column: Float64Array) => (positive === size ? column : column.subarray(0, positive));
  return { ...table, survival, stdError, lower: known(lower), upper: known(upper) };
}

/** With delayed entry: where the curve has come down to 0 although others are seen later. */
export function emptied({ time, survival }: CurveColumns): number | undefined {
  const place = survival.indexOf(0);
  return place >= 0 && place < time.length - 1 ? time[place] : undefined;
}

/** One step of the columns. */
export function stepAt(columns: CurveColumns, i: number): Step {
  const limit = (column: Float64Array): Estimate => {
    const value = column[i];
    return value === undefined ? notEstimable("survival-zero", columns.atRisk[i] as number) : estimated(value);
  };
  return {
    ...timeAt(columns, i),
    survival: columns.survival[i] as number,
    stdError: columns.stdError[i] as number,
    lower: limit(columns.lower),
    upper: limit(columns.upper),
  };
}
