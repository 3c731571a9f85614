import type { Problem } from "@osteon/codebook";
import type { DataFile } from "@osteon/interop";
import type { Covariate } from "@osteon/stats";
import { Refusal } from "../refusal.ts";
import { columnList } from "../rows/column-list.ts";
import { columnNamed, groupValues, missingNotes, namesOf, numbersOf } from "../rows/columns.ts";
import { durationsOf } from "../rows/durations.ts";
import { eventsOf } from "../rows/event-codes.ts";
import { type Factor, orderedLevels } from "../rows/factors.ts";
import { requireFew } from "../rows/group-columns.ts";
import { countsOf, isFractional, weightsOf } from "../rows/row-weights.ts";
import type { ChosenRows } from "../rows/rows-where.ts";
import { type Terms, termsOf } from "../rows/terms.ts";
import { checkTimes } from "./check-times.ts";
import { type SurvivalNames, timeAndEvent } from "./survival-names.ts";

/** The columns of a survival analysis, one place for each row that is analysed. */
export interface SurvivalVariables {
  readonly time: readonly (number | null)[];
  readonly event: readonly (0 | 1 | null)[];
  readonly start: readonly (number | null)[] | undefined;
  /** Subjects that each row stands for; one where it is undefined. */
  readonly count: readonly number[] | undefined;
  readonly weight: readonly number[] | undefined;
  /** Whether a weight is not whole: variances are then robust, as R takes them. */
  readonly fractional: boolean;
  readonly group: readonly (string | number | null)[] | undefined;
  /** Names of the groups in the order asked for. */
  readonly groupOrder: readonly string[] | undefined;
  readonly stratum: readonly (string | null)[] | undefined;
  readonly id: readonly (string | null)[] | undefined;
  readonly offset: readonly (number | null)[] | undefined;
  readonly covariates: readonly Covariate[];
  readonly factors: readonly Factor[];
  readonly terms: Terms;
  /** The event of a row, in R. */
  readonly eventInR: string;
  /** What they are called in the file. */
  readonly names: Readonly<Record<"time" | "event", string>> & Readonly<Record<"group" | "id", string | undefined>>;
  /** Places of the rows among those chosen, where a landmark left some out. */
  readonly kept?: readonly number[];
  readonly notes: readonly string[];
}

/** Reads the columns named; ADTTE of CDISC needs no names. Every value that cannot be is among the problems. */
export function survivalVariables(rows: ChosenRows, asked: SurvivalNames, problems: Problem[]): SurvivalVariables {
  const { data, whole } = rows;
  const names = { ...asked, ...timeAndEvent(data, asked) };
  const group = names.group === undefined ? undefined : columnNamed(data, names.group).name;
  if (group !== undefined) requireFew(whole, group);
  const terms = termsOf(rows, names.covariates, asked, problems, group === undefined ? [] : [group]);
  const coded =
    names.competing || names.competes !== undefined
      ? { event: [], name: names.event, notes: [], r: "" }
      : eventsOf(rows, names.event, names.event === "CNSR" && asked.event === undefined, problems);
  const time = timesOf(rows, names, problems);
  const start = names.start === undefined ? undefined : numbersOf(data, names.start, problems);
  checkTimes(data, time, start, names, problems);
  const strata = columnList(data, names.strata);
  const weight = names.weights === undefined ? undefined : weightsOf(data, names.weights, problems);
  const used = [names.time, names.start, names.weights, names.offset].filter((name) => name !== undefined);
  return landmarked(
    {
      ...{ time, event: coded.event, start, weight },
      count: names.count === undefined ? undefined : countsOf(data, names.count, problems),
      fractional: weight !== undefined && isFractional(weight),
      group: group === undefined ? undefined : groupValues(data, group),
      groupOrder:
        group !== undefined && terms.said.order.has(group)
          ? orderedLevels(data, group, { ...terms.said, reference: new Map() })
          : undefined,
      stratum: strata.length === 0 ? undefined : strataOf(data, strata),
      id: names.id === undefined ? undefined : namesOf(data, names.id),
      offset: names.offset === undefined ? undefined : numbersOf(data, names.offset, problems),
      covariates: terms.covariates,
      factors: terms.factors,
      terms,
      eventInR: coded.r,
      names: { time: timeName(names), event: coded.name, group, id: names.id },
      notes: [...coded.notes, ...missingNotes(data, [...used, ...terms.columns]), ...rows.notes, ...terms.notes],
    },
    asked.landmark,
  );
}

const timeName = ({ time, from, unit, landmark }: SurvivalNames & { readonly time: string }): string =>
  `${time}${from === undefined ? "" : ` in ${unit ?? "days"}`}${landmark === undefined ? "" : `, from ${landmark} on`}`;

function timesOf(rows: ChosenRows, names: SurvivalNames & { readonly time: string }, problems: Problem[]) {
  const { from, to, unit = "days" } = names;
  if (from === undefined || to === undefined) return numbersOf(rows.data, names.time, problems);
  return durationsOf(rows, { from, to, unit }, problems);
}

/** One stratum for each combination of values, whatever stands in them. */
function strataOf(data: DataFile, names: readonly string[]): readonly (string | null)[] {
  const columns = names.map((name) => namesOf(data, name));
  return Array.from({ length: data.rowCount }, (_, row) => {
    const parts = columns.map((column) => column[row] ?? null);
    return parts.includes(null) ? null : JSON.stringify(parts);
  });
}

/**
 * Only rows that go on beyond a time, their clock set back by it: groups are then as they are known at the landmark.
 * R: subset = time > landmark; Surv(time - landmark, event)
 */
function landmarked(variables: SurvivalVariables, at: number | undefined): SurvivalVariables {
  if (at === undefined) return variables;
  const { time, start, covariates, notes } = variables;
  const kept = time.flatMap((ends, row) => (ends !== null && ends > at ? [row] : []));
  if (kept.length === 0) throw new Refusal("data", `--landmark ${at}: nobody is followed beyond it.`);
  const of = <Value>(values: ArrayLike<Value>): Value[] => kept.map((row) => values[row] as Value);
  const some = <Value>(values: ArrayLike<Value> | undefined) => values && of(values);
  const known = time.filter((ends) => ends !== null).length;
  return {
    ...variables,
    time: of(time).map((ends) => (ends as number) - at),
    event: variables.event.length === 0 ? [] : of(variables.event),
    start: some(start)?.map((from) => (from === null ? null : Math.max(0, from - at))),
    count: some(variables.count),
    weight: some(variables.weight),
    group: some(variables.group),
    stratum: some(variables.stratum),
    id: some(variables.id),
    offset: some(variables.offset),
    covariates: covariates.map((covariate) => ({ ...covariate, values: of(covariate.values) })),
    kept,
    notes: [
      ...notes,
      `Landmark ${at}: ${known - kept.length} of ${known} rows end by then and are left out; times count from it.`,
    ],
  };
}
