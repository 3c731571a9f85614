import { dateReadings, parsePartialDate } from "@osteon/codebook";

type Texts = readonly (string | number | null)[];

/** What stands between separators, those in quotation marks left alone; marks stay. */
export function partsBetween(list: string, separator: "," | ";"): readonly string[] {
  const parts = list.match(separator === "," ? /(?:"(?:[^"]|"")*"|[^,])+/g : /(?:"(?:[^"]|"")*"|[^;])+/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

/** Words between separators, without the quotation marks that some may need. */
export const wordsBetween = (list: string, separator: "," | ";"): readonly string[] =>
  partsBetween(list, separator).map(unquoted);

/** A text without the quotation marks around it. */
export function unquoted(text: string): string {
  const bare = text.trim();
  return /^"(?:[^"]|"")*"$/.test(bare) ? bare.slice(1, -1).replaceAll('""', '"') : bare;
}

/**
 * Days since 1970 of a column of dates, whole days all; undefined where a text of it is none. What 05/06/2024 means is settled by
 * the other cells of the column (a 13th of something), and a column that does not settle it holds no dates.
 */
export function daysOf({ values }: { readonly values: Texts }): readonly (number | null)[] | undefined {
  const known = remembered.get(values);
  if (known !== undefined) return known.days;
  const days = readDays(values);
  remembered.set(values, { days });
  return days;
}

const remembered = new WeakMap<Texts, { readonly days: readonly (number | null)[] | undefined }>();

function readDays(values: Texts): readonly (number | null)[] | undefined {
  if (values.every((value) => value === null)) return undefined;
  for (const strokes of ["asked", "day-first", "month-first"] as const) {
    const other = strokes === "day-first" ? "month-first" : "day-first";
    const days = allDays(values, strokes);
    if (days === undefined) continue;
    return strokes !== "asked" && allDays(values, other) !== undefined ? undefined : days;
  }
  return undefined;
}

function allDays(
  values: Texts,
  strokes: "asked" | "day-first" | "month-first",
): readonly (number | null)[] | undefined {
  const days: (number | null)[] = [];
  for (const value of values) {
    if (value === null) {
      days.push(null);
      continue;
    }
    const [only, ...others] = typeof value === "string" && LOOKS_DATED.test(value) ? dateReadings(value, strokes) : [];
    const date = only === undefined || others.length > 0 ? undefined : parsePartialDate(only);
    if (date?.precision !== "day") return undefined;
    days.push(date.first);
  }
  return days;
}

/** Eight digits alone are a number. */
const LOOKS_DATED = /^\d{1,4}\s?[./-].*\d/;
