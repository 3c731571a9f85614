import { type Problem, placed } from "@osteon/codebook";
import type { DataFile } from "@osteon/interop";
import { rName } from "../in-r/r-words.ts";
import { Refusal } from "../refusal.ts";
import { assignmentOf } from "./assignment.ts";
import { unquoted } from "./cells.ts";
import { columnNamed, columnOrNone } from "./columns.ts";
import { conditionInR, isValue } from "./condition.ts";
import { refused } from "./row-fault.ts";
import type { ChosenRows } from "./rows-where.ts";

export interface CodedEvents {
  readonly event: readonly (0 | 1 | null)[];
  /** What the column says once coded. */
  readonly name: string;
  readonly notes: readonly string[];
  /** Whether the event came, 0 or 1, of a data frame `d` in R. */
  readonly r: string;
}

/** Codes that a column may have, and which of them is the event. */
export const CODINGS: readonly { readonly none: string; readonly happened: string; readonly note?: string }[] = [
  { none: "0", happened: "1" },
  { none: "1", happened: "2", note: "coded 1 and 2: 2 is the event" },
  { none: "false", happened: "true" },
  { none: "no", happened: "yes" },
  { none: "n", happened: "y" },
  { none: "nein", happened: "ja" },
];

/** More codes than this are not listed. */
const MOST_LISTED = 10;

/**
 * Events of `COLUMN` coded 0/1, false/true or 1/2 (then 2 is the event, which the notes say), or of `COLUMN=VALUE`: that value is the
 * event, any other is censored. The coding is that of the whole file, whatever rows were chosen: the rows without an event of a 1/2
 * column hold only 1. A column of censoring flags, CNSR of CDISC, is turned round.
 */
export function eventsOf(rows: ChosenRows, asked: string, censoring: boolean, problems: Problem[]): CodedEvents {
  const { whole, kept, by } = rows;
  const pick = (all: readonly (0 | 1 | null)[]) => kept.map((row) => all[row] ?? null);
  if (columnOrNone(whole, asked) === undefined && asked.includes("=")) return chosenEvent(rows, asked);
  const column = columnNamed(whole, asked);
  const codes = column.values.map((value) => (value === null ? null : String(value).toLowerCase()));
  const present = [...new Set(codes.filter((code) => code !== null))];
  if (censoring && present.every((code) => /^\d+$/.test(code))) {
    const reasons = present.some((code) => Number(code) > 1) ? " Every code above 0 is censored." : "";
    return {
      event: pick(codes.map((code) => (code === null ? null : code === "0" ? 1 : 0))),
      name: `1 - ${column.name}`,
      r: `as.integer(d$${rName(column.name)} == 0)`,
      notes: [`${column.name} is a censoring flag: the event is 1 - ${column.name}.${reasons}`],
    };
  }
  // 1 alone is the event, as in most files; 1 is "none" only beside 2.
  const coding = CODINGS.find(({ none, happened }) => present.every((code) => code === none || code === happened));
  if (coding === undefined) {
    strangers(whole, column.name, column.values, problems);
    return { event: kept.map(() => null), name: column.name, notes: [], r: "NA" };
  }
  return {
    event: pick(codes.map((code) => (code === null ? null : code === coding.happened ? 1 : 0))),
    name: column.name,
    r: `as.integer(${column.kind === "number" ? `d$${rName(column.name)} == ${coding.happened}` : `tolower(d$${rName(column.name)}) == "${coding.happened}"`})`,
    notes: [
      ...(coding.note === undefined ? [] : [`${column.name} is ${coding.note}.`]),
      ...(present.length === 1 && present[0] === "1"
        ? [`${column.name} holds nothing but 1, taken for the event; --event ${column.name}=CODE names another.`]
        : []),
      ...chosenByEvent(column.name, by),
    ],
  };
}

function chosenEvent({ whole, kept, by }: ChosenRows, asked: string): CodedEvents {
  const { name, value: words } = assignmentOf(whole, asked, "--event", "CODE");
  const value = unquoted(words);
  const column = columnNamed(whole, name);
  const rows = column.values.map((_, row) => row);
  const others = [...new Set(rows.flatMap((row) => (isValue(column, row, value) ? [] : (column.values[row] ?? []))))];
  if (!rows.some((row) => isValue(column, row, value)))
    throw new Refusal("asked", `${whole.file}: no row has ${asked}. ${column.name} holds ${listed(others)}.`);
  const event = kept.map((row): 0 | 1 | null =>
    column.values[row] === null ? null : isValue(column, row, value) ? 1 : 0,
  );
  const note = others.length === 0 ? `every row has it` : `censored with ${listed(others)}`;
  return {
    event,
    name: `${column.name} = ${value}`,
    r: `as.integer(${conditionInR({ column, comparison: "=", values: [value] })})`,
    notes: [`The event is ${column.name} = ${value}; ${note}.`, ...chosenByEvent(column.name, by)],
  };
}

/** Whoever is chosen by what happened to them leaves out those to whom it did not. */
const chosenByEvent = (name: string, by: readonly string[]): readonly string[] =>
  by.includes(name)
    ? [
        `Rows were chosen by ${name}, the event itself: times to it are biased. --event ${name}=CODE keeps the others as censored.`,
      ]
    : [];

const listed = (codes: readonly (string | number)[]): string =>
  codes.length > MOST_LISTED
    ? `${codes.slice(0, MOST_LISTED).join(", ")} and ${codes.length - MOST_LISTED} more`
    : codes.join(", ");

/** Without a known coding every code but 0 and 1 is a stranger, each said once with its first row. */
function strangers(
  data: DataFile,
  column: string,
  values: readonly (string | number | null)[],
  problems: Problem[],
): void {
  const codes = values.map((value) => (value === null ? null : String(value)));
  const present = [...new Set(codes.filter((code) => code !== null))];
  const listed = present.length > MOST_LISTED ? undefined : present;
  const said = new Set<string>();
  for (const [row, code] of codes.entries()) {
    if (code === null || code === "0" || code === "1" || said.has(code)) continue;
    said.add(code);
    const rows = codes.filter((other) => other === code).length;
    problems.push(
      placed(refused("unknown-event-code", { of: "event", rows, column, codes: listed }), {
        file: data.file,
        row: data.rowNumbers[row] ?? row + 1,
        column,
        value: code,
      }),
    );
    if (said.size === MOST_LISTED) return;
  }
}
