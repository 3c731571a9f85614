import {
  type Covariate,
  coxRegression,
  type EventHistory,
  meanCumulativeFunction,
  type RecurrentModel,
  recurrentCoxData,
} from "@osteon/stats";
import { Refusal } from "../refusal.ts";
import { orNull, type SurvivalChoices, shownNumbers } from "./survival-choices.ts";
import type { SurvivalVariables } from "./survival-variables.ts";

/** A row of follow-up of a subject that has everything. */
interface Stretch {
  readonly row: number;
  readonly id: string;
  readonly group: string;
  readonly start: number;
  readonly time: number;
  readonly event: number;
}

/** Complete rows with their subjects; a Refusal where a subject is watched twice at once, or lies in two groups. */
function stretchesOf({ id = [], group, start, time, event, names }: SurvivalVariables): readonly Stretch[] {
  const all = id.flatMap((own, row): readonly Stretch[] => {
    const [from, ends, happened, name] = [start === undefined ? 0 : start[row], time[row], event[row], group?.[row]];
    if (own === null || (from ?? null) === null || (ends ?? null) === null || (happened ?? null) === null) return [];
    if (group !== undefined && (name ?? null) === null) return [];
    const of = group === undefined ? "all" : String(name);
    return [{ row, id: own, group: of, start: from as number, time: ends as number, event: happened as number }];
  });
  const until = new Map<string, number>();
  for (const { id: own, start: from, time: ends } of all.toSorted((a, b) => a.start - b.start)) {
    if (from < (until.get(own) ?? 0))
      throw new Refusal(
        "data",
        `${names.id} ${own} is watched twice from ${from} to ${until.get(own)}: numbers of events need rows that follow each other${start === undefined ? "; name where each begins in --start" : ""}.`,
      );
    until.set(own, ends);
  }
  return all;
}

/** Mean number of events that a subject has had by a time, one curve for each group. */
export function meanNumberAnswer(variables: SurvivalVariables, { times, level }: SurvivalChoices) {
  const all = stretchesOf(variables);
  const present = [...new Set(all.map(({ group }) => group))].sort();
  const order = variables.groupOrder?.filter((name) => present.includes(name)) ?? present;
  return order.map((group) => {
    const own = all.filter((stretch) => stretch.group === group);
    const found = meanCumulativeFunction(
      {
        id: own.map(({ id }) => id),
        start: own.map(({ start }) => start),
        time: own.map(({ time }) => time),
        event: own.map(({ event }) => event),
      },
      level,
    );
    const steps = found.steps.map(({ lower, upper, ...step }) => ({ ...step, ...shownNumbers({ lower, upper }) }));
    const last = own.reduce((latest, { time }) => Math.max(latest, time), 0);
    const asked = times.length > 0 ? times : [last];
    return {
      ...{ group, subjects: found.subjects, events: found.events },
      at: asked.map((time) => {
        const step = steps.filter((one) => one.time <= time).at(-1);
        if (time > last) return { time, mean: null, stdError: null, lower: null, upper: null, because: BEYOND };
        if (step === undefined) return { time, mean: 0, stdError: 0, lower: null, upper: null, because: NOBODY };
        const { mean, stdError, lower, upper, because } = step;
        return { time, mean, stdError, lower, upper, ...(because && { because }) };
      }),
      steps,
    };
  });
}

const BEYOND = {
  mean: "beyond-follow-up",
  stdError: "beyond-follow-up",
  lower: "beyond-follow-up",
  upper: "beyond-follow-up",
} as const;
const NOBODY = { lower: "no-events", upper: "no-events" } as const;

/** Events after the first by a model of recurrent events: the rows of each subject are laid out anew as it looks at them. */
export function recurrentAnswer(variables: SurvivalVariables, model: RecurrentModel, choices: SurvivalChoices) {
  const histories = historiesOf(variables);
  const had = Math.max(1, ...histories.map(({ history }) => history.events.length));
  const most = choices.mostEvents ?? had;
  // Who has had the most events is watched on, but where each event has rows of its own from the start.
  const laid = choices.mostEvents === undefined && model !== "wei-lin-weissfeld" ? had + 1 : most;
  const covariates = variables.covariates.map((covariate) => ofSubjects(covariate, histories));
  const data = recurrentCoxData(
    histories.map(({ history }) => history),
    covariates,
    model,
    laid,
  );
  const fit = coxRegression(data, choices.ties, choices.level);
  return {
    ...{ model, mostEvents: most, subjects: histories.length, n: fit.n, events: fit.events, missing: fit.missing },
    ties: fit.ties,
    coefficients: fit.coefficients.map(({ beta, se, hazardRatio, lower, upper, z, p }, j) => ({
      name: covariates[j]?.term ?? covariates[j]?.name ?? "",
      level: covariates[j]?.level ?? null,
      ...shownNumbers({ beta, se, hazardRatio, lower, upper, z, p }),
    })),
    wald: { chi2: orNull(fit.wald.chi2), df: fit.wald.df, p: orNull(fit.wald.p) },
  };
}

interface Subject {
  readonly history: EventHistory;
  readonly rows: readonly number[];
}

/** Who is watched from 0 on without a gap: what a model of recurrent events starts from. */
function historiesOf(variables: SurvivalVariables): readonly Subject[] {
  const bySubject = new Map<string, Stretch[]>();
  for (const stretch of stretchesOf({ ...variables, group: undefined }))
    bySubject.set(stretch.id, [...(bySubject.get(stretch.id) ?? []), stretch]);
  return [...bySubject].map(([id, own]) => {
    const rows = own.toSorted((a, b) => a.start - b.start);
    let until = 0;
    for (const { start, time } of rows) {
      if (start !== until)
        throw new Refusal(
          "data",
          `${variables.names.id} ${id} is not watched from ${until} to ${start}: --recurrent lays out rows that follow each other from 0.`,
        );
      until = time;
    }
    return {
      history: { id, until, events: rows.filter(({ event }) => event === 1).map(({ time }) => time) },
      rows: rows.map(({ row }) => row),
    };
  });
}

/** One value for each subject. */
function ofSubjects(covariate: Covariate, subjects: readonly Subject[]): Covariate {
  const values = subjects.map(({ rows, history }) => {
    const [first, ...others] = rows.map((row) => covariate.values[row] ?? null);
    if (others.some((value) => value !== first))
      throw new Refusal(
        "data",
        `${covariate.term ?? covariate.name} changes within ${history.id}: --recurrent takes what a subject has from the start. Cox regression with --id takes what changes.`,
      );
    return first ?? null;
  });
  return { ...covariate, values };
}
