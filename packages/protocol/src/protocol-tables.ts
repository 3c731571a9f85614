import { type ColumnType, type EpochDay, parsePartialDate } from "@osteon/codebook";
import type { Entry, Protocol, StudyTable } from "./protocol.ts";
import type { RuleValue } from "./rule.ts";

/** A table that SQL models join, so that they need no templating. */
export interface ProtocolTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
  readonly rows: readonly (readonly Cell[])[];
}

type Cell = string | number | null;
type Column = ProtocolTable["columns"][number];
type Named = readonly (readonly [Column, Cell])[];

/**
 * The protocol as tables `protocol_cohort`, `protocol_time_point`, `protocol_group`, `protocol_group_drug`, `protocol_rule` (one
 * row) and one for each table of the study's own. A value `aboveCel: scaled(38, 10)` of the rule `fever` is the column
 * `fever_above_cel_x10`; a `window` is two columns, `..._first_day` and `..._last_day`.
 */
export function protocolTables(protocol: Protocol): readonly ProtocolTable[] {
  return [
    cohortTable(protocol),
    timePointTable(protocol),
    groupTable(protocol),
    groupDrugTable(protocol),
    ...Object.entries(protocol.tables).map(([name, table]) => ownTable(name, table)),
    ruleTable(protocol),
  ];
}

function cohortTable({ cohorts }: Protocol): ProtocolTable {
  return rowsOf(
    "protocol_cohort",
    [text("cohort", null), whole("first_epoch_day", null), whole("last_epoch_day", null)],
    Object.values(cohorts).map(({ cohort, diagnosed: [from, to] }) => [
      text("cohort", cohort),
      whole("first_epoch_day", dayOf(from)),
      whole("last_epoch_day", dayOf(to)),
    ]),
  );
}

function timePointTable({ timePoints }: Protocol): ProtocolTable {
  return rowsOf(
    "protocol_time_point",
    [
      text("time_point", null),
      whole("sort_order", null),
      whole("target_day", null),
      ...columnsOf("", { window: [0, 0], carries: true }),
    ],
    Object.entries(timePoints).map(([name, { targetDay, window, carries }], index) => [
      text("time_point", name),
      whole("sort_order", index),
      whole("target_day", targetDay),
      ...columnsOf("", { window, carries }),
    ]),
  );
}

function groupTable({ groups }: Protocol): ProtocolTable {
  return rowsOf(
    "protocol_group",
    [
      text("line_class", null),
      whole("sort_order", null),
      text("entry", null),
      ...columnsOf("", { step: 0, inResponse: true, aloneOnly: true }),
    ],
    Object.entries(groups).map(([name, group], index) => {
      const { says: _, source: __, assumption: ___, entry, ...values } = group;
      return [
        text("line_class", name),
        whole("sort_order", index),
        text("entry", typeof entry === "string" ? entry : "drug"),
        ...columnsOf("", values),
      ];
    }),
  );
}

/** Which drugs open a group: each row names a class or one drug. */
function groupDrugTable({ groups }: Protocol): ProtocolTable {
  return rowsOf(
    "protocol_group_drug",
    [text("line_class", null), text("drug_class", null), text("drug", null)],
    Object.entries(groups).flatMap(([name, { entry }]) =>
      drugsOf(entry).map((drug): Named => [text("line_class", name), ...drug]),
    ),
  );
}

function drugsOf(entry: Entry): readonly Named[] {
  if (typeof entry === "string") return [];
  if ("drugs" in entry) return entry.drugs.map((drug) => [text("drug_class", null), text("drug", drug)]);
  return entry.drugClasses.map((drugClass) => [text("drug_class", drugClass), text("drug", null)]);
}

function ownTable(name: string, { key, rows }: StudyTable): ProtocolTable {
  return rowsOf(
    `protocol_${name}`,
    [text(key, null)],
    Object.entries(rows).map(([row, values]) => [text(key, row), ...columnsOf("", values)]),
  );
}

function ruleTable({ rules }: Protocol): ProtocolTable {
  return rowsOf("protocol_rule", [], [Object.entries(rules).flatMap(([name, rule]) => columnsOf(name, rule))]);
}

/** The columns of all values under a name, in their order; sentences are none. */
function columnsOf(under: string, values: Readonly<Record<string, unknown>>): Named {
  return Object.entries(values).flatMap(([name, value]): Named => {
    if (name === "says" || name === "source" || name === "assumption") return [];
    const path = [under, name].filter((part) => part !== "").join("_");
    if (typeof value === "object" && value !== null && "says" in value) return columnsOf(path, { ...value });
    return valueColumns(under, name, snake(path), value as RuleValue);
  });
}

function valueColumns(under: string, name: string, column: string, value: RuleValue): Named {
  if (typeof value === "string") return [text(column, value)];
  if (typeof value === "number") return [whole(column, value)];
  if (typeof value === "boolean") return [[{ name: column, type: "SMALLINT" }, value ? 1 : 0]];
  if ("date" in value) return [whole(`${column}_epoch_day`, dayOf(value.date))];
  if ("times" in value) return [whole(`${column}_x${value.times}`, Math.round(value.value * value.times))];
  const window = name === "window" ? snake(under) : column;
  const [first, last] = value;
  const ends = ["first_day", "last_day"].map((end) => (window === "" ? end : `${window}_${end}`));
  return [whole(ends[0] ?? "", first), whole(ends[1] ?? "", last)];
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const text = (name: string, cell: string | null): readonly [Column, Cell] => [{ name, type: "VARCHAR" }, cell];
const whole = (name: string, cell: number | null): readonly [Column, Cell] => [{ name, type: "INTEGER" }, cell];

function dayOf(iso: string): EpochDay {
  const parsed = parsePartialDate(iso);
  if (parsed?.precision !== "day") throw new Error(`a protocol's dates are whole days, not ${iso}`);
  return parsed.first;
}

/** A table of rows that name their columns; those that it always has come first. */
function rowsOf(name: string, always: Named, rows: readonly Named[]): ProtocolTable {
  const columns = [...new Map([always, ...rows].flat().map(([column]) => [column.name, column])).values()];
  const cells = rows.map((row) => {
    const known = new Map(row.map(([column, cell]) => [column.name, cell]));
    return columns.map((column) => known.get(column.name) ?? null);
  });
  return { name, columns, rows: cells };
}
