import type { Problem } from "@osteon/codebook";
import type { Answer } from "../answer.ts";
import { rName } from "../in-r/r-words.ts";
import { factorInR, rowsInR } from "../in-r/rows-in-r.ts";
import { Refusal } from "../refusal.ts";
import { columnNamed, missingNotes, namesOf, numbersOf } from "../rows/columns.ts";
import type { ChosenRows } from "../rows/rows-where.ts";
import { rowsText } from "../shown/number-text.ts";
import type { PartAnswer } from "../shown/part-answer.ts";
import { type ComparisonAsked, comparisonOf, strataOf } from "./asked.ts";
import { type Comparison, isCategorical } from "./compare-columns.ts";
import { correlationAnswer } from "./correlate.ts";
import { pairColumns, pairsAnswer } from "./pairs-answer.ts";
import { byId } from "./pairs-by-id.ts";
import type { PairAdjustment } from "./pairwise.ts";
import { ratesAnswer } from "./rates.ts";
import type { ShareLimitName } from "./share-limits.ts";
import { groupsAnswer } from "./test-answer.ts";

/** What `osteon test` is asked. */
export interface TestAsked extends ComparisonAsked {
  readonly value: string;
  readonly group?: string;
  readonly test?: string;
  readonly pairwise?: PairAdjustment;
  readonly strata?: string;
  readonly pair?: string;
  readonly with?: string;
  readonly personTime?: string;
  readonly limits: ShareLimitName;
  readonly level: number;
}

/** What is asked for: columns by groups, pairs of columns, pairs of rows, a correlation, or rates. */
type Form = "groups" | "pairs" | "rows" | "correlation" | "rates";

function formOf({ group, pair, with: other, personTime }: TestAsked): Form {
  const several = [pair, other, personTime].filter((option) => option !== undefined).length > 1;
  if (several)
    throw new Refusal("asked", "--pair, --with and --person-time each ask for another analysis: take one of them.");
  if (other !== undefined) return "correlation";
  if (personTime !== undefined) return "rates";
  return pair === undefined ? "groups" : group === undefined ? "pairs" : "rows";
}

/** What does nothing in a form, and why; an option of it is refused. */
const IN_VAIN: Readonly<Record<Form, { readonly why: string; readonly options: readonly (keyof TestAsked)[] }>> = {
  groups: { why: "", options: [] },
  pairs: { why: "of two columns compared by --pair", options: ["pairwise", "strata", "limits"] },
  rows: { why: "of rows paired by --pair", options: ["pairwise", "strata", "limits", "count"] },
  correlation: {
    why: "of a correlation (--with)",
    options: ["group", "pairwise", "strata", "limits", "factor", "numeric", "levels"],
  },
  rates: {
    why: "of rates (--person-time)",
    options: ["test", "pairwise", "strata", "limits", "factor", "numeric", "count"],
  },
};

function refuseInVain(form: Form, options: TestAsked, written: (option: string) => boolean): void {
  const { why, options: vain } = IN_VAIN[form];
  for (const name of vain)
    if (written(name)) throw new Refusal("asked", `--${name} has no effect on the analysis ${why}: leave it out.`);
  if (form !== "groups" || options.group !== undefined) return;
  for (const name of ["test", "pairwise", "strata"] as const)
    if (options[name] !== undefined) throw new Refusal("asked", `--${name} compares groups: name --group.`);
}

/** `osteon test`: one question of a file, answered with description, tests and estimates. */
export function testAnswer(
  rows: ChosenRows,
  options: TestAsked,
  written: (option: string) => boolean,
  problems: Problem[],
): Answer {
  const form = formOf(options);
  refuseInVain(form, options, written);
  const { data } = rows;
  const value = columnNamed(data, options.value).name;
  const second = form === "pairs" ? options.pair : form === "correlation" ? options.with : undefined;
  const other = second === undefined ? undefined : columnNamed(data, second).name;
  const compared = [value, ...(other === undefined ? [] : [other])];
  if (other === value) throw new Refusal("asked", `${value} beside itself: name another column.`);
  if (options.group !== undefined && columnNamed(data, options.group).name === value)
    throw new Refusal("asked", `${value} in its own groups: name another column in --group.`);
  // Events are counted: they have no levels.
  const levelled = form === "rates" ? [] : compared;
  const comparison = comparisonOf(data, options.group, options, levelled, problems);
  const { groups } = comparison;
  const left = groups.missing > 0 ? [`${rowsText(groups.missing)} without ${groups.column} left out.`] : [];
  const notes = [...rows.notes, ...left, ...missingNotes(data, compared)];
  const part = partOf(form, comparison, { value, other }, options, problems);
  if (written("level") && part.limits === 0)
    throw new Refusal("asked", `--level is that of limits, and there are none of ${part.title}: leave it out.`);
  if (written("limits") && part.shares === 0)
    throw new Refusal("asked", `--limits are those of shares, and there are none of ${part.title}: leave it out.`);
  return {
    title: part.title,
    tables: part.tables,
    notes: [...part.notes, ...notes],
    numbers: { ...part.numbers, notes },
    r: `${[...scriptOf(form, rows, comparison, { value, other }, options), ...part.r.map((call) => call(`d$${rName(value)}`, `d$${rName(other ?? groups.column)}`))].join("\n")}\n`,
  };
}

interface Names {
  readonly value: string;
  readonly other: string | undefined;
}

function partOf(
  form: Form,
  comparison: Comparison,
  { value, other = "" }: Names,
  options: TestAsked,
  problems: Problem[],
): PartAnswer {
  const { data, count } = comparison;
  switch (form) {
    case "groups": {
      const strata = options.strata === undefined ? undefined : strataOf(data, options.strata);
      return groupsAnswer(comparison, { ...options, value }, strata, problems);
    }
    case "pairs": {
      const { columns, levels } = pairColumns(comparison, [value, other], problems);
      return pairsAnswer(columns, levels, options);
    }
    case "rows":
      return byId(
        comparison,
        value,
        namesOf(data, options.pair ?? ""),
        columnNamed(data, options.pair ?? "").name,
        options,
        problems,
      );
    case "correlation":
      return correlationAnswer(
        [value, other],
        numbersOf(data, value, problems),
        numbersOf(data, other, problems),
        count,
        options,
      );
    case "rates":
      return ratesAnswer(comparison, value, columnNamed(data, options.personTime ?? "").name, options.level, problems);
  }
}

/** Reads the rows in R, with groups and categories as factors in their order. */
function scriptOf(form: Form, rows: ChosenRows, comparison: Comparison, { value, other }: Names, options: TestAsked) {
  const { data, groups, kinds, levelsOf } = comparison;
  const count = options.count === undefined ? undefined : columnNamed(data, options.count).name;
  const factors =
    form === "correlation" || form === "rates"
      ? []
      : [value, ...(other === undefined ? [] : [other])].filter((name) => isCategorical(data, name, kinds));
  return [
    ...rowsInR(rows, count),
    ...(options.group === undefined ? [] : [factorInR(groups.column, groups.names)]),
    ...factors.map((name) => factorInR(name, levelsOf(name))),
  ];
}
