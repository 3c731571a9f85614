import type { Field } from "../field.ts";
import { parsePartialDate } from "../partial-date.ts";

/** A cell as a registry keeps it: of a date whose day is not to be kept, such as a birth, its month. Every way into a registry asks it. */
export function keptCell({ type }: Field, cell: string): string {
  if (type.kind !== "partial-date" || type.finest === undefined) return cell;
  const date = parsePartialDate(cell.trim());
  return date?.precision === "day" ? date.text.slice(0, "2012-05".length) : cell;
}
