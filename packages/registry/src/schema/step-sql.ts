import { type Field, keyOf, type Table } from "@osteon/codebook";
import { type ChartColumn, chartColumns } from "./chart-columns.ts";
import { columnLines, columnNames, completeness, isReferredTo, valueCheck, view } from "./chart-table-parts.ts";
import { indexSql, newTableSql, readChartSql, referenceLines, viewRights } from "./chart-table-sql.ts";
import { listRowsSql } from "./list-rows-sql.ts";

/** The step that brings a registry from one codebook to another; it only ever adds and widens. */
export function stepSql(was: readonly Table[], is: readonly Table[]): string {
  const before = new Map(was.map((table) => [table.name, table]));
  const parts = is.flatMap((table) => {
    const old = before.get(table.name);
    return old === undefined ? [newTableSql(table, is)] : grownTable(old, table);
  });
  const newlyReferred = was.filter(({ name }) => {
    const table = is.find((one) => one.name === name);
    return table !== undefined && name !== "patient" && !isReferredTo(table, was) && isReferredTo(table, is);
  });
  return [
    "-- Generated from the codebook by `npm run codebook`; do not edit.",
    // Before the tables that refer to them.
    ...newlyReferred.map(referredTo),
    ...parts,
    ...is.flatMap((table) => newEntries(before.get(table.name), table)),
    ...(is.length > was.length ? [readChartSql(is)] : []),
    "",
  ].join("\n\n");
}

/** What a version ships more of a list: rows of the list's table, beside those that a registry has added. */
const newEntries = (was: Table | undefined, is: Table): readonly string[] =>
  is.fields.flatMap(({ name, type }) => {
    const old = was?.fields.find((field) => field.name === name)?.type;
    if (type.kind !== "choice" || type.list === undefined || old?.kind !== "choice") return [];
    const stood = new Set(old.choices.map(({ code }) => code));
    const added = type.choices.filter(({ code }) => !stood.has(code));
    return added.length === 0 ? [] : [`-- ${type.list}\n${listRowsSql(type.list, added)}`];
  });

/** A table that others begin to refer to: its key with the child, in place of the index by child. */
const referredTo = ({ name }: Table): string =>
  `drop index chart.${name}_centre_patient_idx;\nalter table chart.${name} add unique (centre, patient, ${name});`;

function grownTable(was: Table, is: Table): readonly string[] {
  const of = `chart.${is.name}`;
  const fieldsBefore = new Map(was.fields.map((field) => [field.name, field]));
  const added = chartColumns(is).filter(({ name }) => !fieldsBefore.has(name));
  const rechecked = is.fields.filter((field) => {
    const before = fieldsBefore.get(field.name);
    return before !== undefined && valueCheck(before) !== valueCheck(field);
  });
  const alterations = [
    ...added.flatMap((column) => columnLines(column, keyOf(is).name).map((line) => `add column ${line}`)),
    ...added.flatMap(({ field }) => referenceLines(field).map((line) => `add ${line}`)),
    ...rechecked.map((field) => `drop constraint ${checkName(is, field)}`),
    ...rechecked.map((field) => `add constraint ${checkName(is, field)} check (${valueCheck(field)})`),
    ...(completeness(was) === completeness(is)
      ? []
      : ["drop constraint complete_rows_obey", `add constraint complete_rows_obey ${completeness(is)}`]),
  ];
  if (alterations.length === 0) return [];
  const says = [...added.map(({ name }) => name), ...rechecked.map(({ name }) => name)];
  return [
    [
      `-- ${is.name}${says.length > 0 ? `: ${says.join(", ")}` : ""}`,
      `alter table ${of}\n  ${alterations.join(",\n  ")};`,
      ...(added.length > 0 ? grownView(is, added) : []),
    ].join("\n"),
  ];
}

function grownView(table: Table, added: readonly ChartColumn[]): readonly string[] {
  const of = `chart.${table.name}`;
  const columns = added.flatMap(columnNames).join(", ");
  return [
    ...added.filter(({ name }) => name === "visit").map(({ field }) => indexSql(table, field)),
    `grant insert (${columns}), update (${columns}) on ${of} to osteon_member;`,
    `drop view ${of}_cells;`,
    view(table),
    viewRights(table),
  ];
}

const checkName = ({ name }: Table, field: Field): string => `${name}_${field.name}_check`;
