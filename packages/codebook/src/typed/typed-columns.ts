import type { Field, Table } from "../field.ts";
import { MISSING_REASONS, missingReasonOf } from "../missing-reason.ts";
import { parsePartialDate } from "../partial-date.ts";
import { guarded, unguarded } from "./formula-guard.ts";

/** A column of the form of charts that statistics programs read: one kind of value, blank where there is none. */
export interface TypedColumn {
  readonly name: string;
  readonly field: Field;
  /** A partial date stands as written, with the first and the last day that it can mean beside it. */
  readonly holds: "value" | "first-day" | "last-day" | "missing-reason";
}

/**
 * The columns of a table: each field, and where it may be missing the reason in a column `<field>_missing` of its own. By those
 * the form is known, so a table that needs every field has one behind its last, always blank.
 */
export const typedColumns = ({ fields }: Table): readonly TypedColumn[] =>
  fields.flatMap((field, place): readonly TypedColumn[] => [
    { name: field.name, field, holds: "value" },
    ...(field.type.kind === "partial-date"
      ? [
          { name: `${field.name}_from`, field, holds: "first-day" as const },
          { name: `${field.name}_to`, field, holds: "last-day" as const },
        ]
      : []),
    ...(field.required && (place + 1 < fields.length || fields.some(({ required }) => !required))
      ? []
      : [{ name: `${field.name}_missing`, field, holds: "missing-reason" as const }]),
  ]);

/** Whether a header is one of the typed form: it has a column of reasons. */
export const isTypedHead = (table: Table, names: readonly string[]): boolean =>
  typedColumns(table).some(({ name, holds }) => holds === "missing-reason" && names.includes(name));

/** What stands in a column for a cell of the codebook: numbers and days alone, TRUE or FALSE, guarded texts, codes of reasons. */
export function typedCell({ field, holds }: TypedColumn, cell: string): string {
  const reason = field.required && cell !== "" ? undefined : missingReasonOf(cell);
  if (holds === "missing-reason") return reason ?? "";
  if (reason !== undefined) return "";
  if (holds !== "value") return dayOf(holds, cell);
  switch (field.type.kind) {
    case "yes-no":
      return cell === "yes" ? "TRUE" : "FALSE";
    case "key":
    case "reference":
    case "text":
      return guarded(cell);
    default:
      return cell;
  }
}

function dayOf(holds: "first-day" | "last-day", cell: string): string {
  const date = parsePartialDate(cell);
  if (date === undefined) return "";
  const day = holds === "first-day" ? date.first : date.last;
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** Words of spreadsheets of several languages for what a typed export writes as TRUE and FALSE. */
const YES_NO: ReadonlyMap<string, string> = new Map([
  ...["TRUE", "WAHR"].map((word) => [word, "yes"] as const),
  ...["FALSE", "FALSCH"].map((word) => [word, "no"] as const),
]);

/** The cell of the codebook that a value and a reason stand for; a reason that is none stays, for the checks to speak of. */
export function cellOfTyped({ type }: Field, value: string, reason: string): string {
  if (value === "") return MISSING_REASONS.find(({ code }) => code === reason)?.token ?? reason;
  if (type.kind === "yes-no") return YES_NO.get(value.toUpperCase()) ?? value;
  return type.kind === "key" || type.kind === "reference" || type.kind === "text" ? unguarded(value) : value;
}
