import exp from "@stdlib/math-base-special-exp";
import { criticalNormal } from "../distributions/tails.ts";
import { type Estimate, estimated, type Interval, notEstimable, type Provenance } from "../estimate.ts";
import { type EventTable, type EventTime, endsOnly, eventTables, type SurvivalData, timeAt } from "./event-table.ts";
import { subjectsOf } from "./follow-up.ts";
import { withoutGroups } from "./kaplan-meier.ts";
import { rowsJackknife } from "./rows-jackknife.ts";

export interface HazardStep extends EventTime, Interval {
  readonly cumulativeHazard: number;
  readonly stdError: number;
}

export interface NelsonAalen extends Provenance {
  readonly n: number;
  readonly missing: number;
  readonly steps: readonly HazardStep[];
}

/**
 * What to do with d events on one time: `simultaneous` adds d / r (Nelson 1972, Aalen 1978), `one-by-one` adds
 * 1 / r + ... + 1 / (r - d + 1), as if they had come one after another (Fleming and Harrington 1984).
 */
export type HazardTies = "simultaneous" | "one-by-one";

/** Aalen's, or the infinitesimal jackknife, which holds where weights are not counts; that one is made for simultaneous ties. */
export type HazardVariance = "aalen" | "robust";

/**
 * Nelson-Aalen estimate of the cumulative hazard, with limits plain or on the log scale.
 * R: survfit(Surv(time, event) ~ 1, weights, ctype = 1 or 2, robust = variance == "robust")$cumhaz, $std.chaz
 */
export function nelsonAalen(
  data: SurvivalData,
  ties: HazardTies,
  limits: "plain" | "log",
  level: number,
  kind: HazardVariance = "aalen",
): NelsonAalen {
  const rows = withoutGroups(data);
  const { tables, missing } = eventTables(rows);
  const table = endsOnly(tables[0] as EventTable);
  const robust = kind === "aalen" ? undefined : robustVariance(rows, table, ties);
  const z = criticalNormal(level);
  let hazard = 0;
  let variance = 0;
  const steps = Array.from(table.time.keys(), (i): HazardStep => {
    const at = timeAt(table, i);
    const [added, spread] = ties === "simultaneous" ? together(at) : oneByOne(at);
    hazard += added;
    variance += spread;
    const stdError = Math.sqrt(robust?.[i] ?? variance);
    return { ...at, cumulativeHazard: hazard, stdError, ...bounds(hazard, z * stdError, limits, at.atRisk) };
  });
  return {
    n: table.n,
    missing,
    steps,
    method: ties === "simultaneous" ? "Nelson-Aalen" : "Fleming-Harrington",
    convention: `ties ${ties}, ${kind === "aalen" ? "Aalen's variance" : "infinitesimal jackknife variance"}, ${limits} limits`,
    rCall: `survfit(Surv(time, event) ~ 1, ctype = ${ties === "simultaneous" ? 1 : 2})$cumhaz`,
  };
}

function robustVariance(rows: SurvivalData, table: EventTable, ties: HazardTies): Float64Array {
  if ("tables" in rows) throw new RangeError("the robust variance of a hazard is made of rows, not of their tables");
  if (ties !== "simultaneous") throw new RangeError("the robust variance of a hazard takes ties as simultaneous");
  return rowsJackknife(subjectsOf(rows), undefined, table, "hazard");
}

function together({ events, atRisk }: EventTime): readonly [number, number] {
  return events === 0 ? [0, 0] : [events / atRisk, events / (atRisk * atRisk)];
}

/** Weights of events that are not whole share the steps evenly. */
function oneByOne({ events, atRisk }: EventTime): readonly [number, number] {
  const count = Math.max(1, Math.round(events));
  const size = events / count;
  let added = 0;
  let spread = 0;
  for (let k = 0; k < count && events > 0; k++) {
    const left = atRisk - k * size;
    added += size / left;
    spread += size / (left * left);
  }
  return [added, spread];
}

function bounds(hazard: number, half: number, limits: "plain" | "log", atRisk: number): Interval {
  if (hazard === 0) {
    const none: Estimate = notEstimable("no-events", atRisk);
    return { lower: none, upper: none };
  }
  if (limits === "plain") return { lower: estimated(Math.max(0, hazard - half)), upper: estimated(hazard + half) };
  return { lower: estimated(hazard * exp(-half / hazard)), upper: estimated(hazard * exp(half / hazard)) };
}
