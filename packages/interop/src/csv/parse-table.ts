import type { ChartTable, PlacedRow, Problem, Table } from "@osteon/codebook";
import { type CsvRecord, csvRecords, type Separator, separatorOf } from "./csv-records.ts";
import { type Decoded, decode } from "./decode.ts";
import { fileProblem, SAVE_AS } from "./file-problem.ts";
import { type Header, readHeader } from "./read-header.ts";
import { recordProblems } from "./record-problems.ts";

/** A table as far as it could be read, and everything that is wrong with its file. */
export interface ParsedTable {
  /** Left out where not even the header can be read. */
  readonly table?: ChartTable;
  readonly problems: readonly Problem[];
}

/** Reads the bytes of one CSV file against its table of the codebook. */
export function parseTable(bytes: Uint8Array, file: string, book: Table): ParsedTable {
  const { text, encoding } = decode(bytes);
  const separator = separatorOf(text);
  const [first, ...records] = csvRecords(text, separator);
  if (first === undefined) return { problems: [emptyFile(file, book)] };
  const header = readHeader(file, first.cells, book);
  const asWhole = [...encodingProblems(file, encoding, [first, ...records]), ...separatorProblems(file, separator)];
  if (header === undefined) return { problems: [...asWhole, noHeader(file, first, book)] };
  const width = first.cells.length;
  return {
    table: {
      name: book.name,
      file,
      rows: records.map((record) => chartRow(record, header, width)),
      ...(header.absent.length > 0 ? { absent: header.absent } : {}),
    },
    problems: [...asWhole, ...header.problems, ...records.flatMap((record) => recordProblems(file, record, width))],
  };
}

function chartRow({ row, cells, broken }: CsvRecord, { columns }: Header, width: number): PlacedRow {
  const byField: Record<string, string> = {};
  for (const [name, place] of columns) byField[name] = cells[place] ?? "";
  return broken || cells.length !== width ? { row, cells: byField, ragged: true } : { row, cells: byField };
}

/** How many cells show what a wrong encoding does to letters. */
const SHOWN = 5;

function encodingProblems(
  file: string,
  encoding: Decoded["encoding"],
  records: readonly CsvRecord[],
): readonly Problem[] {
  if (encoding === "UTF-8") return [];
  const says = `The file is not UTF-8 but looks like ${encoding}.`;
  const fix = `${SAVE_AS}.`;
  const names = records[0]?.cells ?? [];
  const foreign = records.flatMap(({ row, cells }) =>
    cells.flatMap((value, place) => (isAscii(value) ? [] : [{ row, column: names[place] ?? "", value }])),
  );
  if (encoding === "UTF-16" || foreign.length === 0) return [fileProblem("not-utf-8", { file }, says, fix)];
  return foreign.slice(0, SHOWN).map((place, index) => {
    const rest = index === SHOWN - 1 && foreign.length > SHOWN ? ` So do ${foreign.length - SHOWN} more cells.` : "";
    const shown = `This cell would read ${JSON.stringify(place.value)}: is that what was written?`;
    return fileProblem("not-utf-8", { file, ...place }, `${says} ${shown}${rest}`, fix);
  });
}

/** Compared letter by letter, since a pattern may hold no control characters. */
const isAscii = (text: string): boolean => {
  for (let place = 0; place < text.length; place++) if (text.charCodeAt(place) > 127) return false;
  return true;
};

function separatorProblems(file: string, separator: Separator): readonly Problem[] {
  if (separator === ",") return [];
  const says = `Its columns are separated by ${separator === ";" ? "semicolons" : "tabs"}, not by commas.`;
  const fix = `${SAVE_AS}; where the spreadsheet still writes semicolons, set its decimal separator to a point first.`;
  return [fileProblem("not-comma-separated", { file }, says, fix)];
}

function emptyFile(file: string, { fields }: Table): Problem {
  const fix = `Begin it with: ${fields.map(({ name }) => name).join(",")}`;
  return fileProblem("empty-file", { file }, "The file is empty: not even the header is there.", fix);
}

function noHeader(file: string, { row, cells }: CsvRecord, { fields }: Table): Problem {
  const fix = `Begin the file with: ${fields.map(({ name }) => name).join(",")}`;
  const says = "The first row names none of the columns.";
  return fileProblem("no-header", { file, row, value: cells.join(",").slice(0, 80) }, says, fix);
}
