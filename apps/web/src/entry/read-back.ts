import type { Field } from "@osteon/codebook";
import type { Format } from "@osteon/words";

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
