import { type Field, FORM_NOTATION, readCell } from "@osteon/codebook";
import type { Format, Language } from "@osteon/words";

/** A number or a day as it was read, in the words of the page; nothing where it stands so already, or was not read. */
export function readBack({ type }: Field, cell: string, typed: string, format: Format): string {
  const words = typed.trim();
  if (type.kind === "date" || type.kind === "partial-date") {
    const day = format.longDate(cell);
    return day === cell || day === words ? "" : day;
  }
  if ((type.kind !== "integer" && type.kind !== "decimal") || !/^-?\d+(\.\d+)?$/.test(cell)) return "";
  const number = format.decimal(cell);
  return number === words || cell === words ? "" : number;
}

/** Whether the words name a day of which the cell holds the month alone, since no day is kept there. */
export const losesDay = (field: Field, typed: string, cell: string, language: Language): boolean =>
  field.type.kind === "partial-date" &&
  field.type.finest !== undefined &&
  readCell(field, typed, FORM_NOTATION[language]).length > cell.length;
