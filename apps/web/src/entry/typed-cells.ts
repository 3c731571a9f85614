import { type Field, missingReasonOf, parsePartialDate, type Table } from "@osteon/codebook";

/** What stands in the boxes of a form, as it was typed. */
export type Typed = Readonly<Record<string, string>>;

/** The cells that typed words mean: a decimal comma becomes a point, a date of the country an ISO date. What cannot be read stays as it is, and the checks speak of it. */
export function cellsOf({ fields }: Table, typed: Typed): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [field.name, cellOf(field, typed[field.name] ?? "")]));
}

/** One cell from what was typed. */
export function cellOf({ type }: Field, typed: string): string {
  const text = typed.trim();
  if (text === "" || missingReasonOf(text) !== undefined) return text;
  if (type.kind === "decimal" || type.kind === "integer") return numberCell(text);
  if (type.kind === "date" || type.kind === "partial-date") return dateCell(text);
  return text;
}

/** `4,5` and `4.5` are the same; three digits behind a comma may be thousands, so they stay for the check to ask. */
function numberCell(text: string): string {
  const comma = /^([-−]?\d+),(\d{1,2}|\d{4,})$/.exec(text);
  return comma === null ? text.replace("−", "-") : `${comma[1]?.replace("−", "-")}.${comma[2]}`;
}

const DAY_FIRST = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/;
const MONTH_FIRST = /^(\d{1,2})[./-](\d{4})$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;

/** `12.5.2025`, `12/05/2025` (the day first), `5.2025`, `20250512` as ISO dates. */
function dateCell(text: string): string {
  if (parsePartialDate(text) !== undefined) return text;
  const two = (digits = ""): string => digits.padStart(2, "0");
  const day = DAY_FIRST.exec(text);
  const month = MONTH_FIRST.exec(text);
  const compact = COMPACT.exec(text);
  const iso =
    day !== null
      ? `${day[3]}-${two(day[2])}-${two(day[1])}`
      : month !== null
        ? `${month[2]}-${two(month[1])}`
        : compact !== null
          ? `${compact[1]}-${compact[2]}-${compact[3]}`
          : text;
  return parsePartialDate(iso) === undefined ? text : iso;
}

/** Whether two sets of typed words mean the same cells. */
export function sameCells(table: Table, one: Typed, other: Typed): boolean {
  return table.fields.every((field) => cellOf(field, one[field.name] ?? "") === cellOf(field, other[field.name] ?? ""));
}

/** The words with which a form begins: what the cells say, in the manner of the country. */
export function typedOf({ fields }: Table, cells: Typed, language: "en" | "de"): Typed {
  const words = ({ name, type }: Field): string => {
    const cell = cells[name] ?? "";
    if (language === "en") return cell;
    if (type.kind === "decimal") return cell.replace(/^(-?\d+)\.(\d+)$/, "$1,$2");
    if (type.kind === "date" || type.kind === "partial-date")
      return cell.replace(/^(\d{4})-(\d{2})-(\d{2})$/, "$3.$2.$1").replace(/^(\d{4})-(\d{2})$/, "$2.$1");
    return cell;
  };
  return Object.fromEntries(fields.map((field) => [field.name, words(field)]));
}
