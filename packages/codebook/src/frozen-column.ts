import type { Field, Table } from "./field.ts";

export type ColumnType = "SMALLINT" | "INTEGER" | "BIGINT" | "VARCHAR";

/** A column of a frozen table and where its values come from. */
export interface FrozenColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly field: Field;
  /** What of the field it holds. */
  readonly holds: "text" | "number" | "scaled" | "row-number" | "epoch-day" | "missing-reason";
}

/** Laboratory values are frozen in the analyte's own unit, in thousandths. */
export const LABORATORY_DECIMALS = 3;

/**
 * The columns that a freeze writes for a field. Nothing is a float or a date:
 * `patient` -> `patient` (text) and `patient_no` (its place in the sorted list, from 1; references hold only this);
 * `visited_on` -> `visited_on` (as written) and `visited_epoch_day` (resolved; days since 1970-01-01);
 * `weight_kg` with one decimal -> `weight_kg_x10`; yes/no -> 1 and 0;
 * any field that may be missing -> also `<field>_missing`, the reason, null where a value is present.
 */
export function frozenColumns(table: Table): readonly FrozenColumn[] {
  return table.fields.flatMap((field) => {
    const columns = valueColumns(field);
    if (field.required) return columns;
    return [...columns, { name: `${field.name}_missing`, type: "VARCHAR", field, holds: "missing-reason" } as const];
  });
}

function valueColumns(field: Field): readonly FrozenColumn[] {
  const { name, type } = field;
  switch (type.kind) {
    case "key":
      return [
        { name, type: "VARCHAR", field, holds: "text" },
        { name: `${name}_no`, type: "INTEGER", field, holds: "row-number" },
      ];
    case "reference":
      return [{ name: `${type.table}_no`, type: "INTEGER", field, holds: "row-number" }];
    case "text":
    case "choice":
      return [{ name, type: "VARCHAR", field, holds: "text" }];
    case "yes-no":
      return [{ name, type: "SMALLINT", field, holds: "number" }];
    case "integer":
      return [{ name, type: "INTEGER", field, holds: "number" }];
    case "decimal":
      return [{ name: `${name}_x${10 ** type.decimals}`, type: "BIGINT", field, holds: "scaled" }];
    case "date":
    case "partial-date":
      return [
        { name, type: "VARCHAR", field, holds: "text" },
        { name: `${name.replace(/_on$/, "")}_epoch_day`, type: "INTEGER", field, holds: "epoch-day" },
      ];
  }
}
