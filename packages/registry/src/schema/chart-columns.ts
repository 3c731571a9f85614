import { type Field, type FieldType, keyOf, type Table } from "@osteon/codebook";

/** How a field of the codebook stands in the database. */
export interface ChartColumn {
  readonly field: Field;
  readonly name: string;
  readonly sqlType: string;
  /** The column of the missing reason; keys and required fields have none. */
  readonly missing?: string;
}

/** The columns of a chart table that come from the codebook, in its order; fields of the registry's own stand together in `own`. */
export function chartColumns({ fields }: Table): readonly ChartColumn[] {
  return ofCodebook(fields).map((field) => ({
    field,
    name: field.name,
    sqlType: sqlType(field.type),
    ...(field.required ? {} : { missing: `${field.name}_missing` }),
  }));
}

const ofCodebook = (fields: readonly Field[]): readonly Field[] => fields.filter(({ own }) => own === undefined);

/** Cells of the registry's own fields by their names; those that cannot be read yet stand in for what is not there. */
const OWN_CELLS = "own || as_typed as own";

function sqlType(type: FieldType): string {
  switch (type.kind) {
    case "yes-no":
      return "boolean";
    case "integer":
      return "integer";
    case "decimal":
      return "numeric";
    case "date":
      return "chart.full_date";
    case "partial-date":
      return "chart.partial_date";
    default:
      return "text";
  }
}

/** The column as the codebook writes it: `yes`, `2009-05`, `3.5`. */
export function writtenSql({ field, name }: ChartColumn): string {
  switch (field.type.kind) {
    case "yes-no":
      return `case ${name} when true then 'yes' when false then 'no' end`;
    case "date":
      return `to_char(${name}, 'YYYY-MM-DD')`;
    default:
      return `${name}::text`;
  }
}

/** The columns of the `_cells` view of a table as expressions over the table itself: cells as written, then what the registry keeps. */
export function cellExpressions(table: Table): readonly string[] {
  const key = keyOf(table).name;
  const cells = chartColumns(table).map((column) => {
    const { name, missing } = column;
    if (name === key || name === "patient" || name === "centre") return name;
    return `chart.typed(as_typed, '${name}', ${writtenSql(column)}, ${missing ?? "null"}) as ${name}`;
  });
  return [
    ...cells,
    ...(table.name === "patient" ? [] : ["centre"]),
    "row_status",
    "version",
    "written_at",
    "written_by",
    OWN_CELLS,
  ];
}
