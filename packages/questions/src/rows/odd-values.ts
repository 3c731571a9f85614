import type { DataColumn, DataFile } from "@osteon/interop";
import { rowsText } from "../shown/number-text.ts";

/** Nines, eights, sevens: what statistics programs and forms put for a missing number, REDCap and SPSS among them. */
const CODE = /^-?(?:9{1,5}|9*8|8{1,4}|9*7|7{1,4})$/;
/** A positive code is so many times as large as every other value: 99 beside a pain of 0 to 10, 9 beside 0 and 1. */
const TIMES = 4;

/** What is told of numbers that may be codes for missing: they counted as they are written, and what says otherwise. */
export function codeNotes(column: DataColumn): readonly string[] {
  if (column.kind === "text") return [];
  const rows = new Map<number, number>();
  for (const value of column.values) if (value !== null) rows.set(value, (rows.get(value) ?? 0) + 1);
  const codes = [...rows.keys()].filter((value) => CODE.test(String(value)));
  const others = [...rows.keys()].filter((value) => !codes.includes(value));
  // One other value alone has no range that something could lie outside of.
  if (codes.length === 0 || others.length < 2) return [];
  const [least, most] = [Math.min(...others.slice(0, 1e5)), Math.max(...others.slice(0, 1e5))];
  const apart = codes
    .filter((code) => (code < 0 ? least >= 0 : most > 0 && code >= Math.max(9, TIMES * most)))
    .sort((one, other) => one - other);
  if (apart.length === 0) return [];
  return apart.map((code) => {
    const said = `${column.name}: ${code} in ${rowsText(rows.get(code) ?? 0)} lies far from all other values, as codes for missing do, and counted as a number`;
    // Nine may be a value in another column, and --missing speaks of all of them.
    return code < 0
      ? `${said}; --missing ${code} makes it missing in every column.`
      : `${said}; --where '${column.name}!=${code}' leaves such rows out.`;
  });
}

/** What rows of sums and means are called, in the languages of hospitals that we know of. */
const SUMMED =
  /^(?:(?:grand )?totals?|sums?|means?|averages?|avg|median|sd|std|summen?|gesamt|gesamtsumme|insgesamt|mittel|mittelwert|durchschnitt|ergebnis|gesamtergebnis|somme|moyenne|totale|somma|suma|razem|średnia|toplam|ortalama|totaal|gemiddelde)[ :.]*$/i;
/** So many rows at the end are looked at. */
const LAST = 5;

/** What is told of rows at the end that call themselves a sum or a mean: they count as subjects. */
export function summedNotes({ file, columns, rowCount, rowNumbers }: DataFile): readonly string[] {
  const notes: string[] = [];
  for (let row = rowCount - 1; row >= Math.max(1, rowCount - LAST); row--) {
    const column = columns.find(({ kind, values }) => kind === "text" && SUMMED.test(String(values[row] ?? "")));
    const word = String(column?.values[row] ?? "");
    // A category that stands in other rows too is one.
    if (column === undefined || column.values.some((value, other) => value === word && other !== row)) break;
    notes.unshift(
      `Row ${rowNumbers[row]} of ${file} says ${word} in ${column.name} and counts like every other; --where '${column.name}!=${word}' leaves it out.`,
    );
  }
  return notes;
}
