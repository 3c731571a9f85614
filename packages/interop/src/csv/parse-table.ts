import type { Problem, Table } from "@osteon/codebook";
import { type CsvRecord, csvRecords, type Separator, separatorOf } from "./csv-records.ts";
import { type Decoded, decode } from "./decode.ts";
import { fileProblem, SAVE_AS } from "./file-problem.ts";
import { type ParsedTable, readRecords } from "./read-records.ts";

/** Reads the bytes of one CSV file against its table of the codebook, as the version has it that the file is of. */
export function parseTable(bytes: Uint8Array, file: string, book: Table, version = 1): ParsedTable {
  const { text, encoding } = decode(bytes);
  const separator = separatorOf(text);
  const records = csvRecords(text, separator);
  const { table, problems } = readRecords(records, file, book, version);
  const asWhole =
    records.length === 0 ? [] : [...encodingProblems(file, encoding, records), ...separatorProblems(file, separator)];
  return { ...(table === undefined ? {} : { table }), problems: [...asWhole, ...problems] };
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
