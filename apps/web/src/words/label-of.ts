import { CODEBOOK, fieldLabel, type Place } from "@osteon/codebook";

/** The short name of a field in both languages: of the table that the place names, else of the first that has it. */
export function labelOf(field: string, { file = "" }: Place): readonly [english: string, german: string] | undefined {
  const named = fieldLabel(file.replace(/\.\w+$/, ""), field);
  if (named !== undefined) return named;
  const table = CODEBOOK.find(({ fields }) => fields.some(({ name }) => name === field));
  return table && fieldLabel(table.name, field);
}
