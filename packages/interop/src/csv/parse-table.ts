import {
  type FileText,
  fileText,
  type Problem,
  placed,
  type Separator,
  separatorOf,
  type Table,
} from "@osteon/codebook";
import { type CsvRecord, csvRecords } from "./csv-records.ts";
import { refused } from "./file-problem.ts";
import { type ParsedTable, readRecords } from "./read-records.ts";

/** Reads the bytes of one CSV file against its table of the codebook, as the version has it that the file is of. */
export function parseTable(bytes: Uint8Array, file: string, book: Table, version = 1): ParsedTable {
  const { text, encoding } = fileText(bytes);
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
  encoding: FileText["encoding"],
  records: readonly CsvRecord[],
): readonly Problem[] {
  if (encoding === "UTF-8") return [];
  const names = records[0]?.cells ?? [];
  const foreign = records.flatMap(({ row, cells }) =>
    cells.flatMap((value, place) => (isAscii(value) ? [] : [{ row, column: names[place] ?? "", value }])),
  );
  if (encoding === "UTF-16" || foreign.length === 0) return [placed(refused("not-utf-8", { encoding }), { file })];
  return foreign.slice(0, SHOWN).map((place, index) => {
    const more = index === SHOWN - 1 && foreign.length > SHOWN ? foreign.length - SHOWN : undefined;
    return placed(refused("not-utf-8", { encoding, cell: place.value, more }), { file, ...place });
  });
}

/** Compared letter by letter, since a pattern may hold no control characters. */
const isAscii = (text: string): boolean => {
  for (let place = 0; place < text.length; place++) if (text.charCodeAt(place) > 127) return false;
  return true;
};

function separatorProblems(file: string, separator: Separator): readonly Problem[] {
  if (separator === ",") return [];
  return [placed(refused("not-comma-separated", { by: separator === ";" ? "semicolons" : "tabs" }), { file })];
}
