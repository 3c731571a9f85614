import type { ChartRow, PlacedRow } from "../charts.ts";
import { keyOf } from "../codebook.ts";
import type { Field, Table } from "../field.ts";
import type { ChartIndex } from "./chart-index.ts";
import { at, type CellFault, NO_FAULTS, refused } from "./fault.ts";
import { lineOf } from "./line-of.ts";
import { cellOf, statedValue } from "./read-cell.ts";
import type { RowCheck } from "./row-check.ts";

/** A key stands in one row only. */
export function keyCheck(table: Table, index: ChartIndex): RowCheck {
  const key = keyOf(table).name;
  const rows = index.rows.get(table.name);
  return ({ row, cells }) => {
    const stated = statedValue(cells, key);
    const first = stated === undefined ? undefined : rows?.get(stated);
    if (first === undefined || first.row === row) return NO_FAULTS;
    return [at(key, refused("duplicate-key", { key: stated ?? "", line: lineOf(first.row) }))];
  };
}

/** A reference names a row that exists and belongs to the same child. A table that was not read cannot be missed. */
export function referenceCheck(table: Table, index: ChartIndex): RowCheck {
  const checks = table.fields.flatMap((field) =>
    field.type.kind === "reference" ? [checkOne(field, field.type.table, index)] : [],
  );
  return ({ cells }) => checks.flatMap((check) => check(cells));
}

function checkOne(field: Field, target: string, index: ChartIndex): (cells: ChartRow) => readonly CellFault[] {
  const rows = index.rows.get(target);
  const file = index.files.get(target) ?? target;
  return (cells) => {
    const key = statedValue(cells, field.name);
    if (key === undefined || rows === undefined) return NO_FAULTS;
    const found = rows.get(key);
    if (found !== undefined) return target === "patient" ? NO_FAULTS : ownerFaults(field, cells, found, file, index);
    return [at(field.name, refused("no-such-row", { what: "not-there", file, key }))];
  };
}

function ownerFaults(
  field: Field,
  cells: ChartRow,
  found: PlacedRow,
  file: string,
  { lives }: ChartIndex,
): readonly CellFault[] {
  const patient = cellOf(cells, "patient");
  const owner = cellOf(found.cells, "patient");
  if (found.ragged || patient === owner || !lives.has(patient) || !lives.has(owner)) return NO_FAULTS;
  return [
    at(
      field.name,
      refused("other-patient", {
        patient,
        key: cellOf(cells, field.name),
        file,
        line: lineOf(found.row),
        owner,
        field: field.name,
        patientField: "patient",
      }),
    ),
  ];
}
