import { CODEBOOK, type Table } from "@osteon/codebook";

/** Codes that came to the codebook after the first release, by table and field, and the step that lets them in. */
export const CODES_SINCE: readonly {
  readonly table: string;
  readonly field: string;
  readonly codes: readonly string[];
  readonly step: string;
}[] = [
  {
    table: "lesion",
    field: "part",
    codes: ["proximal_metaphysis", "distal_metaphysis"],
    step: "step_26_metaphysis_told_apart",
  },
];

/** The codebook as the first release had it, from which its step was made. */
export function firstCodebook(): readonly Table[] {
  const since = (table: string, field: string) =>
    CODES_SINCE.flatMap((one) => (one.table === table && one.field === field ? one.codes : []));
  return CODEBOOK.map((table) => ({
    ...table,
    fields: table.fields.map((field) => {
      const later = since(table.name, field.name);
      if (later.length === 0 || field.type.kind !== "choice") return field;
      const choices = field.type.choices.filter(({ code }) => !later.includes(code));
      return { ...field, type: { ...field.type, choices } };
    }),
  }));
}
