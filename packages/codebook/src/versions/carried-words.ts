import { CODEBOOK } from "../codebook.ts";
import type { Pair } from "../field.ts";

/** The German that entries since the second version carry, by their English sentence. */
export const CARRIED_GERMAN: Readonly<Record<string, string>> = Object.fromEntries(
  CODEBOOK.flatMap((table) => [
    table,
    ...table.fields.flatMap((field) => [field, ...(field.type.kind === "choice" ? field.type.choices : [])]),
    ...table.rules,
  ]).flatMap((entry) => ("german" in entry && entry.german !== undefined ? [[entry.says, entry.german]] : [])),
);

/** The short names that fields carry, by table and field. */
export const CARRIED_LABELS: Readonly<Record<string, Readonly<Record<string, Pair>>>> = Object.fromEntries(
  CODEBOOK.map(({ name, fields }) => [
    name,
    Object.fromEntries(fields.flatMap((field) => (field.label === undefined ? [] : [[field.name, field.label]]))),
  ]),
);
