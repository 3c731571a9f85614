import { criticalNormal } from "../distributions/tails.ts";
import { estimated, type Interval, notEstimable, type Provenance } from "../estimate.ts";
import { type Codes, codesOf } from "../survival/group-codes.ts";
import { settleTimes } from "../survival/near-ties.ts";
import { sortedOrder } from "../survival/sorted-order.ts";

/** Stretches of observation: subject `id` was watched in (start, time] and had an event at its end, or had not. */
export interface RecurrentColumns {
  readonly id: ArrayLike<string | number>;
  readonly start: ArrayLike<number>;
  readonly time: ArrayLike<number>;
  readonly event: ArrayLike<number | boolean>;
}

export interface MeanCumulativeStep extends Interval {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  /** Mean number of events a subject has had by the time. */
  readonly mean: number;
  readonly stdError: number;
}

export interface MeanCumulativeFunction extends Provenance {
  readonly subjects: number;
  readonly events: number;
  readonly steps: readonly MeanCumulativeStep[];
}

/**
 * Mean number of events by a time, where a subject may have many (Nelson 1995), with the variance of Lawless and Nadeau
 * (Technometrics 1995;37:158-68), which needs no Poisson process. Plain limits, cut at 0. Steps are the times with events.
 * R: survfit(Surv(start, time, event) ~ 1, id = id)$cumhaz, $std.chaz
 */
export function meanCumulativeFunction(columns: RecurrentColumns, level: number): MeanCumulativeFunction {
  const stretches = checked(columns);
  const z = criticalNormal(level);
  const steps = walk(stretches).map(({ variance, ...at }): MeanCumulativeStep => {
    const stdError = Math.sqrt(Math.max(0, variance));
    const none = notEstimable("one-value", stretches.ids.names.length);
    const limits =
      stretches.ids.names.length < 2
        ? { lower: none, upper: none }
        : { lower: estimated(Math.max(0, at.mean - z * stdError)), upper: estimated(at.mean + z * stdError) };
    return { ...at, stdError, ...limits };
  });
  return {
    subjects: stretches.ids.names.length,
    events: steps.reduce((sum, { events }) => sum + events, 0),
    steps,
    method: "mean cumulative function",
    convention: "Nelson's estimate, Lawless and Nadeau's robust variance by subject, plain limits",
    rCall: "survfit(Surv(start, time, event) ~ 1, id = id)$cumhaz",
  };
}

interface Stretches {
  readonly ids: Codes;
  readonly start: Float64Array;
  readonly time: Float64Array;
  readonly event: Uint8Array;
}

function checked({ id, start, time, event }: RecurrentColumns): Stretches {
  for (const [name, column] of Object.entries({ start, time, event }))
    if (column.length !== id.length)
      throw new RangeError(`column ${name} has ${column.length} rows, id has ${id.length}`);
  for (let i = 0; i < id.length; i++)
    if (!((start[i] as number) >= 0 && (start[i] as number) < (time[i] as number) && Number.isFinite(time[i])))
      throw new RangeError(
        `a stretch starts from 0 up and before it ends, got ${start[i]} to ${time[i]} (row ${i + 1})`,
      );
  const settled = settleTimes(Float64Array.from(time), Float64Array.from(start));
  const events = Uint8Array.from({ length: id.length }, (_, i) => Number(event[i]));
  const ids = codesOf(id);
  const stretches = { ids, start: settled.start ?? new Float64Array(0), time: settled.time, event: events };
  requireApart(stretches);
  return stretches;
}

/** One subject cannot be watched twice at a time. */
function requireApart({ ids, start, time }: Stretches): void {
  const { order } = sortedOrder(start);
  const until = new Float64Array(ids.names.length);
  for (const row of order) {
    const id = ids.codes[row] as number;
    if ((start[row] as number) < (until[id] as number))
      throw new RangeError(`subject ${ids.names[id]} is watched twice from ${start[row]} to ${until[id]}`);
    until[id] = time[row] as number;
  }
}

interface Walked {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly mean: number;
  readonly variance: number;
}

/**
 * Each subject has an influence, the sum of (its events - the mean's step) / at risk over the times it was watched. All who are
 * watched move by the same amount at a time, so the sum of squares is kept without touching each of them.
 */
function walk({ ids, start, time, event }: Stretches): readonly Walked[] {
  const entering = sortedOrder(start).order;
  const leaving = sortedOrder(time).order;
  const base = new Float64Array(ids.names.length);
  const steps: Walked[] = [];
  let [entered, left, atRisk, mean, moved, sum, squares] = [0, 0, 0, 0, 0, 0, 0];
  while (left < leaving.length) {
    const now = time[leaving[left] as number] as number;
    for (; entered < entering.length && (start[entering[entered] as number] as number) < now; entered++) {
      const id = ids.codes[entering[entered] as number] as number;
      sum += base[id] as number;
      base[id] = (base[id] as number) - moved;
      atRisk++;
    }
    const from = left;
    let events = 0;
    for (; left < leaving.length && time[leaving[left] as number] === now; left++)
      events += event[leaving[left] as number] as number;
    if (events > 0) {
      const step = events / atRisk;
      const shift = -step / atRisk;
      squares += 2 * shift * sum + atRisk * shift * shift;
      sum += atRisk * shift;
      moved += shift;
      mean += step;
      for (let i = from; i < left; i++) {
        const row = leaving[i] as number;
        if (event[row] !== 1) continue;
        const id = ids.codes[row] as number;
        const own = (base[id] as number) + moved;
        squares += 2 * (own / atRisk) + 1 / (atRisk * atRisk);
        sum += 1 / atRisk;
        base[id] = (base[id] as number) + 1 / atRisk;
      }
      steps.push({ time: now, atRisk, events, mean, variance: squares });
    }
    for (let i = from; i < left; i++) {
      const id = ids.codes[leaving[i] as number] as number;
      base[id] = (base[id] as number) + moved;
      sum -= base[id] as number;
      atRisk--;
    }
  }
  return steps;
}
