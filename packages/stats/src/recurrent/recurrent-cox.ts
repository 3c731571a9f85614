import type { Covariate, CoxData } from "../cox/cox-data.ts";

/** One subject: when it was last seen, and when it had its events, in any order. */
export interface EventHistory {
  readonly id: string | number;
  readonly until: number;
  readonly events: readonly number[];
}

/**
 * How events after the first are looked at. `andersen-gill` (1982): all alike, since the last event. `pwp-total` and `pwp-gap`
 * (Prentice, Williams and Peterson 1981): the k-th is at risk once the one before has come, each with a baseline of its own, on the
 * clock from the start or from the event before. `wei-lin-weissfeld` (1989): time to the k-th from the start for everybody.
 */
export type RecurrentModel = "andersen-gill" | "pwp-total" | "pwp-gap" | "wei-lin-weissfeld";

/**
 * Histories laid out as a recurrent model looks at them, ready for `coxRegression`: clusters are the subjects, so the variance is
 * robust. Events beyond `mostEvents`, and what follows them, are left out. Covariates are given one value per history.
 * R: coxph(Surv(start, stop, event) ~ covariates + strata(k), cluster = id) on the same rows
 */
export function recurrentCoxData(
  histories: readonly EventHistory[],
  covariates: readonly Covariate[],
  model: RecurrentModel,
  mostEvents: number,
): CoxData {
  if (!(Number.isInteger(mostEvents) && mostEvents > 0))
    throw new RangeError(`the most events of a subject are counted from 1, got ${mostEvents}`);
  for (const { name, values } of covariates)
    if (values.length !== histories.length)
      throw new RangeError(`covariate ${name} has ${values.length} values for ${histories.length} histories`);
  const rows = histories.flatMap((history, place) => rowsOf(history, place, model, mostEvents));
  return {
    ...(model === "pwp-gap" ? {} : { start: rows.map(({ start }) => start) }),
    time: rows.map(({ time }) => time),
    event: rows.map(({ event }) => event),
    ...(model === "andersen-gill" ? {} : { stratum: rows.map(({ sequence }) => sequence) }),
    cluster: rows.map(({ place }) => histories[place]?.id ?? place),
    covariates: covariates.map((covariate) => ({
      ...covariate,
      values: rows.map(({ place }) => covariate.values[place] ?? null),
    })),
  };
}

interface Row {
  readonly place: number;
  readonly start: number;
  readonly time: number;
  readonly event: 0 | 1;
  readonly sequence: number;
}

function rowsOf(history: EventHistory, place: number, model: RecurrentModel, mostEvents: number): readonly Row[] {
  const events = history.events.toSorted((a, b) => a - b);
  requirePossible(history, events);
  if (model === "wei-lin-weissfeld")
    return Array.from({ length: mostEvents }, (_, k) => {
      const at = events[k];
      const ended = { time: at ?? history.until, event: at === undefined ? (0 as const) : (1 as const) };
      return { place, start: 0, sequence: k + 1, ...ended };
    });
  const ends = [...events.slice(0, mostEvents).map((time) => ({ time, event: 1 as const }))];
  const last = ends.at(-1)?.time ?? 0;
  const watched =
    history.until > last && events.length < mostEvents ? [{ time: history.until, event: 0 as const }] : [];
  return [...ends, ...watched].map(({ time, event }, k, all) => {
    const start = all[k - 1]?.time ?? 0;
    const sequence = k + 1;
    return model === "pwp-gap"
      ? { place, start: 0, time: time - start, event, sequence }
      : { place, start, time, event, sequence };
  });
}

function requirePossible({ id, until }: EventHistory, events: readonly number[]): void {
  for (const [k, time] of events.entries()) {
    if (!(time > 0 && time <= until))
      throw new RangeError(`subject ${id} has an event at ${time}, which is not in its follow-up up to ${until}`);
    if (time === events[k - 1]) throw new RangeError(`subject ${id} has two events at ${time}`);
  }
  if (!(until > 0 && Number.isFinite(until))) throw new RangeError(`subject ${id} is followed up to ${until}`);
}
