import { type Problem, placed } from "@osteon/codebook";
import { type IntervalCensored, turnbull, turnbullSurvival } from "@osteon/stats";
import type { Answer } from "../answer.ts";
import { dataInR } from "../in-r/data-in-r.ts";
import { rName, rVector } from "../in-r/r-words.ts";
import { Refusal } from "../refusal.ts";
import { columnList } from "../rows/column-list.ts";
import { columnNamed, groupValues, missingNotes, numbersOf } from "../rows/columns.ts";
import { levelsIn, orderedLevels, requireUsed, saidLevels } from "../rows/factors.ts";
import { requireFew } from "../rows/group-columns.ts";
import { refused } from "../rows/row-fault.ts";
import { countsOf } from "../rows/row-weights.ts";
import type { ChosenRows } from "../rows/rows-where.ts";
import { answerTable } from "../shown/answer-table.ts";
import { decimals, plain, rowsText } from "../shown/number-text.ts";
import { orNull } from "./survival-choices.ts";

interface Asked {
  readonly interval: string;
  readonly group?: string;
  readonly count?: string;
  readonly levels?: readonly string[];
  readonly times: readonly number[];
}

/** Events known to lie between two visits: Turnbull's estimate for each group. A blank right end was never reached. */
export function intervalAnswer(rows: ChosenRows, asked: Asked, problems: Problem[]): Answer {
  const { data, whole } = rows;
  const [left, right, ...others] = columnList(data, asked.interval);
  if (left === undefined || right === undefined || others.length > 0)
    throw new Refusal("asked", "--interval names two columns: the last visit without the event and the first with it.");
  const [lefts, rights] = [numbersOf(data, left, problems), numbersOf(data, right, problems)];
  const counts = asked.count === undefined ? undefined : countsOf(data, asked.count, problems);
  const group = asked.group === undefined ? undefined : columnNamed(data, asked.group).name;
  if (group !== undefined) requireFew(whole, group);
  const said = saidLevels(data, asked.levels ? { levels: asked.levels } : {});
  requireUsed(said, group === undefined ? [] : [group], "it is not the --group.");
  const names = group === undefined ? ["all"] : orderedLevels(data, group, said);
  const of =
    group === undefined
      ? lefts.map(() => "all")
      : groupValues(data, group).map((own) => (own === null ? null : String(own)));
  let missing = 0;
  const kept = lefts.flatMap((from, row): readonly (IntervalCensored & { readonly group: string })[] => {
    const [to, own, n] = [rights[row] ?? null, of[row] ?? null, counts?.[row] ?? 1];
    if (from === null || own === null) {
      missing++;
      return [];
    }
    if (from < 0 || (to !== null && to < from)) {
      const where = { file: data.file, row: data.rowNumbers[row] ?? row + 1, column: left, value: String(from) };
      const fault =
        from < 0
          ? refused("starts-at-its-end", { of: "below-zero" })
          : refused("starts-at-its-end", { of: "interval", end: to ?? from });
      problems.push(placed(fault, where));
      return [];
    }
    return [{ left: from, right: to, n, group: own }];
  });
  const curves =
    problems.length > 0
      ? []
      : names.map((name) =>
          curveOf(
            name,
            kept.filter((own) => own.group === name),
            asked.times,
          ),
        );
  const notes = [
    ...rows.notes,
    ...missingNotes(data, [left, right]),
    ...(missing > 0 ? [`${rowsText(missing)} left out: the left end or the group is missing.`] : []),
    "Within an interval the curve is not known: survival lies between the two numbers.",
  ];
  return {
    ...{ title: `Turnbull's estimate, event between ${left} and ${right}`, notes },
    tables: tablesOf(curves),
    numbers: { turnbull: curves, notes },
    r: scriptOf(rows, { left, right, group, count: asked.count, names }),
  };
}

function curveOf(group: string, rows: readonly IntervalCensored[], times: readonly number[]) {
  const found = turnbull(rows);
  let survival = 1;
  return {
    ...{ group, n: found.n, logLik: orNull(found.logLik) },
    intervals: found.intervals.map(({ left, right, mass }) => {
      survival = Math.max(0, survival - mass);
      return { left, right, mass, survivalAfter: right === null ? null : survival };
    }),
    ...(times.length > 0 && { times: times.map((time) => ({ time, ...turnbullSurvival(found, time) })) }),
  };
}

function tablesOf(curves: readonly ReturnType<typeof curveOf>[]) {
  const rows = curves.flatMap(({ group, n, intervals }) =>
    intervals.map(({ left, right, mass, survivalAfter }, i) => [
      ...[i === 0 ? group : "", i === 0 ? plain(n) : "", plain(left), right === null ? "never seen" : plain(right)],
      ...[decimals(mass, 4), survivalAfter === null ? "" : decimals(survivalAfter, 4)],
    ]),
  );
  const times = curves.flatMap(({ group, times: asked = [] }) =>
    asked.map(({ time, lower, upper }) => [group, String(time), decimals(lower, 4), decimals(upper, 4)]),
  );
  return [
    answerTable(
      "intervals",
      "Intervals in which the events lie",
      ["", "n", "after", "up to", "share", "survival after"],
      rows,
    ),
    ...(times.length > 0
      ? [answerTable("times", "Survival at times", ["", "time", "at least", "at most"], times)]
      : []),
  ];
}

function scriptOf(
  rows: ChosenRows,
  {
    left,
    right,
    group,
    count,
    names,
  }: {
    readonly left: string;
    readonly right: string;
    readonly group: string | undefined;
    readonly count: string | undefined;
    readonly names: readonly string[];
  },
): string {
  const columns = [left, right, group, count].filter((name) => name !== undefined);
  const formula = `Surv(d$${rName(left)}, d$${rName(right)}, type = "interval2") ~ ${group === undefined ? "1" : ".group"}`;
  return `${[
    "library(survival)",
    ...dataInR(rows, columns),
    ...(count === undefined ? [] : [`d <- d[rep(seq_len(nrow(d)), d$${rName(columnNamed(rows.data, count).name)}), ]`]),
    ...(group === undefined
      ? []
      : [
          `d$.group <- factor(d$${rName(group)}, levels = ${rVector(names.length > 0 ? names : levelsIn(rows.data, group))})`,
        ]),
    "# survfit stops within 5e-5 of the maximum.",
    `turnbull <- survfit(${formula}, data = d)`,
    "print(summary(turnbull))",
  ].join("\n")}\n`;
}
