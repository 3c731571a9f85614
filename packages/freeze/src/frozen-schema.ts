import {
  BONES,
  type Codebook,
  type ColumnType,
  type FollowUpPlan,
  frozenColumns,
  PLAN_TABLE_NAME,
  parsePartialDate,
  SHIPPED,
} from "@osteon/codebook";
import { type Cell, compareText, type LoadTable } from "@osteon/engine";

/** The shape of one table of a freeze. `order` is unique in the table; in chart tables it counts from 1 without a gap. */
export interface FrozenSchema {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
  readonly order: string;
}

/** A table of the codebook's own codes, so that models can join them. */
export interface CodeTable extends FrozenSchema {
  readonly rows: readonly (readonly Cell[])[];
}

/** The chart tables of a freeze, parents before children. */
export const chartSchemas = ({ tables }: Pick<Codebook, "tables">): readonly FrozenSchema[] =>
  tables.map((table) => ({
    name: table.name,
    columns: frozenColumns(table).map(({ name, type }) => ({ name, type })),
    order: `${table.name}_no`,
  }));

/** Those of the shipped codebook. */
export const CHART_SCHEMAS: readonly FrozenSchema[] = chartSchemas(SHIPPED);

/**
 * The code tables of a freeze. `paired` is 1 or 0; `unit` is the UCUM unit that laboratory values are frozen in; `drug_class` is null for a
 * drug of a registry's own that was given none.
 */
export const codeTables = ({ drugs, analytes }: Codebook): readonly CodeTable[] => [
  codeTable(
    "codebook_bone",
    ["bone", "region", "paired"],
    BONES.map((bone) => [bone.code, bone.region, Number(bone.paired)]),
  ),
  codeTable(
    "codebook_drug",
    ["drug", "drug_class", "atc"],
    drugs.map((drug) => [drug.code, drug.drugClass ?? null, drug.codes?.atc ?? null]),
  ),
  codeTable(
    "codebook_analyte",
    ["analyte", "unit"],
    analytes.map((analyte) => [analyte.code, analyte.unit]),
  ),
];

/** Their shapes, with the rows of the shipped codebook. */
export const CODE_TABLES: readonly CodeTable[] = codeTables(SHIPPED);

/**
 * The follow-up plan of the registry that the charts came from. A freeze has it where the charts brought one; in an engine the
 * table is there all the same, empty, so that a model may ask.
 */
export const PLAN_SCHEMA: FrozenSchema = {
  name: PLAN_TABLE_NAME,
  columns: [
    { name: "time_point", type: "VARCHAR" },
    { name: "target_day", type: "INTEGER" },
    { name: "first_day", type: "INTEGER" },
    { name: "last_day", type: "INTEGER" },
    { name: "label_en", type: "VARCHAR" },
    { name: "label_de", type: "VARCHAR" },
  ],
  order: "first_day",
};

/** The rows of a plan, as they are frozen. */
export const frozenPlan = (plan: FollowUpPlan): LoadTable => ({
  name: PLAN_SCHEMA.name,
  columns: PLAN_SCHEMA.columns,
  rows: plan.map(({ name, targetDay, firstDay, lastDay, label }) => [
    name,
    targetDay,
    firstDay,
    lastDay,
    label.en,
    label.de,
  ]),
});

/** The day that the charts were frozen as of. A freeze has it where one was named; in an engine the table is there all the same, empty. */
export const AS_OF_SCHEMA: FrozenSchema = {
  name: "freeze_as_of",
  columns: [
    { name: "as_of_epoch_day", type: "INTEGER" },
    { name: "as_of_on", type: "VARCHAR" },
  ],
  order: "as_of_epoch_day",
};

export const frozenAsOf = (on: string): LoadTable => ({
  name: AS_OF_SCHEMA.name,
  columns: AS_OF_SCHEMA.columns,
  rows: [[parsePartialDate(on)?.first ?? null, on]],
});

/** What a freeze may do without; in an engine each is there, empty. */
export const OPTIONAL_SCHEMAS: readonly FrozenSchema[] = [PLAN_SCHEMA, AS_OF_SCHEMA];

/** Every table of a freeze, but for those that it may do without. */
export const FROZEN_SCHEMAS: readonly FrozenSchema[] = [...CHART_SCHEMAS, ...CODE_TABLES];

/** The tables of a freeze that holds those of the names beside what each holds. */
export const schemasWith = (names: readonly string[]): readonly FrozenSchema[] => [
  ...FROZEN_SCHEMAS,
  ...OPTIONAL_SCHEMAS.filter(({ name }) => names.includes(name)),
];

function codeTable(
  name: string,
  columns: readonly [string, ...string[]],
  rows: readonly (readonly Cell[])[],
): CodeTable {
  return {
    name,
    columns: columns.map((column) => ({ name: column, type: column === "paired" ? "SMALLINT" : "VARCHAR" })),
    order: columns[0],
    rows: rows.toSorted((a, b) => compareText(String(a[0]), String(b[0]))),
  };
}
