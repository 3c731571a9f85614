import type { Problem } from "@osteon/codebook";
import type { DataFile } from "@osteon/interop";
import type { PageRow, PageTable } from "@osteon/publish";
import type { Answer } from "../answer.ts";
import { comparisonOf } from "../comparisons/asked.ts";
import { type Compared, type Comparison, compareColumn, comparedShown } from "../comparisons/compare-columns.ts";
import { standardisedDifference } from "../comparisons/standardised.ts";
import { chosenTest, testsOf, whyNot } from "../comparisons/test-choice.ts";
import { Refusal } from "../refusal.ts";
import { columnList } from "../rows/column-list.ts";
import { columnNamed, missingNotes } from "../rows/columns.ts";
import type { ChosenRows } from "../rows/rows-where.ts";
import { plain, pText, rowsText } from "../shown/number-text.ts";
import { reasonLines } from "../shown/reasons.ts";
import { share } from "../shown/shown-tables.ts";
import type { ShownTest } from "../shown/shown-test.ts";
import { orNull } from "../survival/survival-choices.ts";
import { NO_TEST, requireShown, type TableAsked, type TableChoices, tableChoices } from "./table-choices.ts";
import { codesAmong, tableColumns } from "./table-columns.ts";
import { tableInR } from "./table-in-r.ts";

/** A row of the table and what stands in its last cells. */
interface Line {
  readonly compared: Compared;
  readonly test: ShownTest | undefined;
  readonly smd: { readonly value: number | null; readonly because?: string } | undefined;
}

/**
 * Table 1 of a file: every characteristic by group, with median and quartiles, mean (SD) or n (%), what is missing, and p. Without a
 * list of names row names and ids are left out, which is said; columns of few small whole numbers are categories.
 */
export function tableOneAnswer(rows: ChosenRows, options: TableAsked, problems: Problem[]): Answer {
  const { data } = rows;
  const choices = tableChoices(data, options);
  const listed = options.columns === undefined ? undefined : columnList(data, options.columns);
  const without = columnList(data, options.leaveOut).map((name) => columnNamed(data, name).name);
  const chosen = listed?.map((name) => columnNamed(data, name)).filter(({ name }) => !without.includes(name));
  requireThere(data, without, options);
  const shownAtMost =
    chosen ?? data.columns.filter(({ name }) => !without.includes(name) && !isBeside(data, options, name));
  const names = shownAtMost.map(({ name }) => name);
  const comparison = comparisonOf(data, options.by, options, names, problems);
  const { groups, kinds, count } = comparison;
  const own = [groups.column, ...(options.count === undefined ? [] : [columnNamed(data, options.count).name])];
  const { shown, codes, notes } =
    chosen === undefined
      ? tableColumns(data, [...own, ...without], kinds)
      : { shown: chosen.map(({ name }) => name), codes: codesAmong(chosen, kinds), notes: [] };
  if (shown.length === 0) throw new Refusal("asked", `${data.file}: no column is left for the table.`);
  const whole: Comparison = { ...comparison, kinds: { ...kinds, factor: [...kinds.factor, ...codes] } };
  const compared = shown.map((name) => compareColumn(whole, name, problems));
  requireShown(choices, compared);
  requireFitting(choices, compared);
  const lines = compared.map((column): Line => {
    const found = choices.smd ? standardisedDifference(column) : undefined;
    return {
      compared: column,
      test: testOf(column, choices),
      smd: found && { value: orNull(found), ...(!found.estimable && { because: found.because }) },
    };
  });
  const withP = groups.names.length > 1 && lines.some(({ test }) => test !== undefined);
  const sizes = sizesOf(groups.of, groups.names, count);
  const coded = codes.filter((name) => !kinds.factor.includes(name));
  const table: PageTable = {
    id: "table1",
    title: options.by === undefined ? "Characteristics" : `Characteristics by ${groups.column}`,
    heads: [
      "",
      ...(choices.overall ? [`all (n ${plain(sizes.reduce((sum, n) => sum + n, 0))})`] : []),
      ...(options.by === undefined ? [] : groups.names.map((name, i) => `${name} (n ${plain(sizes[i] ?? 0)})`)),
      ...(choices.smd ? ["SMD"] : []),
      ...(withP ? ["p"] : []),
    ],
    rows: lines.flatMap((line) => rowsOf(line, choices, options.by !== undefined, withP)),
    notes: [
      ...rows.notes,
      ...shapeNotes(lines, choices),
      ...(groups.missing > 0 ? [`${rowsText(groups.missing)} without ${groups.column} left out.`] : []),
      ...(coded.length > 0
        ? [`Few whole numbers, shown as categories (--numeric shows medians): ${coded.join(", ")}.`]
        : []),
      ...notes,
      ...missingNotes(data, shown),
      ...lostNotes(lines),
    ],
  };
  return {
    title: table.title,
    tables: [table],
    notes: [],
    numbers: {
      table,
      compared: lines.map(({ compared: column, test, smd }) => ({
        ...comparedShown(column, test === undefined ? [] : [test]),
        ...(smd && { smd: smd.value }),
      })),
    },
    r: tableInR(rows, whole, options, lines),
  };
}

/** How many there are in each group. */
const sizesOf = (of: readonly (string | null)[], names: readonly string[], count: readonly number[] | undefined) =>
  names.map((name) => of.reduce((sum, own, row) => sum + (own === name ? (count?.[row] ?? 1) : 0), 0));

function requireFitting({ tests }: TableChoices, compared: readonly Compared[]): void {
  for (const name of tests.all)
    if (name !== NO_TEST && compared.every((column) => whyNot(name, column) !== undefined))
      throw new Refusal(
        "asked",
        `--test ${name} fits no column of the table: ${whyNot(name, compared[0] as Compared)}.`,
      );
}

/** The test asked for of a column, else one asked for of all that fits, else the usual one. */
function testOf(compared: Compared, { tests }: TableChoices): ShownTest | undefined {
  const own = tests.of.get(compared.name);
  if (own !== undefined) return own === NO_TEST ? undefined : testsOf(compared, [own])[0];
  const fitting = tests.all.find((name) => name !== NO_TEST && whyNot(name, compared) === undefined);
  if (fitting !== undefined) return testsOf(compared, [fitting])[0];
  return tests.all.includes(NO_TEST) ? undefined : chosenTest(compared);
}

function rowsOf(
  { compared, test, smd }: Line,
  choices: TableChoices,
  grouped: boolean,
  withP: boolean,
): readonly PageRow[] {
  const label = choices.labels.get(compared.name) ?? compared.name;
  const last = [
    ...(smd === undefined ? [] : [smd.value === null ? "NA" : smd.value.toFixed(3)]),
    ...(withP ? [test === undefined ? "" : pText(test.p)] : []),
  ];
  const empty = last.map(() => "");
  const row = (name: string, level: number, cells: readonly string[]): PageRow => ({
    ...{ label: name, cells: cells.map((text) => ({ text })) },
    ...(level > 0 && { level }),
  });
  const columns = <Own>(of: { readonly overall: Own; readonly groups: readonly Own[] }) => [
    ...(choices.overall ? [of.overall] : []),
    ...(grouped ? of.groups : []),
  ];
  const missing = columns<{ readonly missing: number }>(compared).map(({ missing: n }) => n);
  const gaps = missing.some((n) => n > 0) ? [row("missing", 1, [...missing.map(plain), ...empty])] : [];
  const digits = choices.digits.of.get(compared.name) ?? choices.digits.all;
  if (compared.kind === "number") {
    const written =
      digits === undefined ? plain : (value: number | null) => (value === null ? "NA" : value.toFixed(digits));
    const asMean = choices.means === "all" || choices.means.includes(compared.name);
    const cells = columns(compared).map((own) => {
      if (own.median === null) return "no value";
      if (asMean) return `${written(own.mean)} (${written(own.sd)})`;
      return `${written(own.median)} (${written(own.lowerQuartile)} to ${written(own.upperQuartile)})`;
    });
    const shape = asMean ? ", mean (SD)" : "";
    const mixed = choices.means !== "all" && choices.means.length > 0;
    return [row(mixed ? `${label}${shape}` : label, 0, [...cells, ...last]), ...gaps];
  }
  const own = columns(compared);
  return [
    row(label, 0, [...own.map(() => ""), ...last]),
    ...compared.levels.map((level, i) =>
      row(level, 1, [...own.map(({ counts, percent }) => share(counts[i] ?? 0, percent[i] ?? null, digits)), ...empty]),
    ),
    ...gaps,
  ];
}

function shapeNotes(lines: readonly Line[], { means, smd }: TableChoices): readonly string[] {
  const tests = [...new Set(lines.flatMap(({ test }) => (test === undefined || test.p === null ? [] : [test.method])))];
  const numbers = means === "all" ? "Mean (SD)" : "Median (lower to upper quartile)";
  const several = (lines[0]?.compared.groups.length ?? 0) > 2;
  return [
    `${numbers}, n (% of those known).`,
    ...(tests.length > 0 ? [`p: ${tests.join("; ")}.`] : []),
    ...(smd ? [`SMD: standardised difference without its sign${several ? ", mean over every two groups" : ""}.`] : []),
  ];
}

function lostNotes(lines: readonly Line[]): readonly string[] {
  return reasonLines([
    ...lines.flatMap(({ compared, test }) =>
      test !== undefined && test.p === null ? [[`p of ${compared.name}`, test.because ?? ""] as const] : [],
    ),
    ...lines.flatMap(({ compared, smd }) =>
      smd?.value === null ? [[`SMD of ${compared.name}`, smd.because ?? ""] as const] : [],
    ),
    ...lines.flatMap(({ compared }) =>
      compared.kind === "number"
        ? compared.groups.flatMap(({ group, sd, median, because }) =>
            sd === null && median !== null && because?.sd !== undefined
              ? [[`SD of ${compared.name}, ${group}`, because.sd] as const]
              : [],
          )
        : [],
    ),
  ]);
}

/** Whether a column groups or counts the rows, and is no characteristic. */
const isBeside = (data: DataFile, { by, count }: TableAsked, name: string): boolean =>
  [by, count].some((own) => own !== undefined && columnNamed(data, own).name === name);

/** A Refusal for a column that is to be left out and would not be shown anyway. */
function requireThere(data: DataFile, without: readonly string[], options: TableAsked): void {
  const listed = options.columns === undefined ? undefined : columnList(data, options.columns);
  const names = listed?.map((name) => columnNamed(data, name).name);
  const vain = without.find((name) => names?.includes(name) === false || isBeside(data, options, name));
  if (vain !== undefined) throw new Refusal("asked", `--leave-out ${vain}: it is not among the columns of the table.`);
}
