import type { Problem } from "@osteon/codebook";
import { type DataFile, withCellChoices } from "@osteon/interop";
import { Refusal } from "../refusal.ts";
import type { RowChoices } from "../shared-asked.ts";
import { wordsBetween } from "./cells.ts";
import { summedNotes } from "./odd-values.ts";
import { readDataFile } from "./read-data-file.ts";
import { type ChosenRows, rowsWhere } from "./rows-where.ts";

/** The rows that a question is about, read as it is asked to read them; or everything that is wrong with the file. */
export async function readRows(
  path: string,
  choices: RowChoices,
): Promise<
  { readonly ok: true; readonly rows: ChosenRows } | { readonly ok: false; readonly problems: readonly Problem[] }
> {
  const read = await readDataFile(path);
  if (!read.ok) return read;
  const data = asChosen(read.data, choices);
  const rows = rowsWhere(data, { path, choices });
  return { ok: true, rows: { ...rows, notes: [...encodingNote(data), ...summedNotes(rows.data), ...rows.notes] } };
}

function asChosen(read: DataFile, { missing, belowLimit, aboveLimit }: RowChoices): DataFile {
  const { data, unneeded } = withCellChoices(read, {
    missing: wordsBetween(missing ?? "", ","),
    ...(belowLimit && { belowLimit }),
    ...(aboveLimit && { aboveLimit }),
  });
  const vain = [
    ...unneeded.missing.map((word) => `--missing ${word}: no cell of ${read.file} holds it`),
    ...(unneeded.belowLimit ? [`--below-limit: no cell among the numbers of ${read.file} stands below a limit`] : []),
    ...(unneeded.aboveLimit ? [`--above-limit: no cell among the numbers of ${read.file} stands above a limit`] : []),
  ];
  if (vain.length > 0) throw new Refusal("asked", `${vain.join(".\n")}.`);
  return data;
}

const encodingNote = ({ file, written }: DataFile): readonly string[] =>
  written === undefined || written.encoding === "UTF-8"
    ? []
    : [`${file} is no UTF-8 and was read as ${written.encoding}: look at its letters beyond A to Z.`];
