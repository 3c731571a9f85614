import { type Separator, type SwallowedRows, swallowedRows } from "@osteon/codebook";
import { CsvError, parse } from "csv-parse/sync";

/** One record of a CSV file. */
export interface CsvRecord {
  /** Counts as a spreadsheet does, the first record being row 1. */
  readonly row: number;
  readonly cells: readonly string[];
  /** Its quotation marks do not pair, so its cells are a guess. */
  readonly broken: boolean;
  readonly swallowed?: SwallowedRows;
}

/** Every record that says anything; blank lines and rows of blank cells, or of spaces alone, count as rows but are left out. */
export function csvRecords(text: string, separator: Separator): readonly CsvRecord[] {
  const records = strictRecords(text, separator) ?? lineByLine(text, separator);
  return records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
}

function strictRecords(text: string, separator: Separator): readonly CsvRecord[] | undefined {
  if (hasLongLine(text)) return undefined;
  const cells = parsed(text, separator);
  const width = cells?.[0]?.length ?? 0;
  return cells?.map((record, index) => {
    const swallowed = swallowedRows(record, separator, width);
    return { row: index + 1, cells: record, broken: false, ...(swallowed === undefined ? {} : { swallowed }) };
  });
}

/** Characters of a record: a hundred times what the widest table holds. What is longer is no record, whatever its marks say. */
const LONGEST_RECORD = 1_000_000;

/** The library counts the characters of a cell, not those of a record of millions of cells. */
function hasLongLine(text: string): boolean {
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf("\n", from);
    const to = end < 0 ? text.length : end;
    if (to - from > LONGEST_RECORD) return true;
    from = to + 1;
  }
  return false;
}

/** Lines at fault after which the rest of a file is not read line by line. */
const MOST_BROKEN = 300;

/** Characters that are kept of a line that is too long. */
const LONGEST_SHOWN = 200;

/** Where a quotation mark is left open everything after it would be one cell; read alone, only the lines at fault are lost. */
function lineByLine(text: string, separator: Separator): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  let broken = 0;
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const tooLong = line.length > LONGEST_RECORD;
    const cells = tooLong ? undefined : line.includes('"') ? parsed(line, separator) : [line.split(separator)];
    if (cells === undefined) broken += 1;
    const guess = tooLong ? [line.slice(0, LONGEST_SHOWN)] : line.split(separator);
    records.push({ row: index + 1, cells: cells?.[0] ?? guess, broken: cells === undefined });
    if (broken >= MOST_BROKEN) break;
  }
  return records;
}

function parsed(text: string, separator: Separator): readonly (readonly string[])[] | undefined {
  try {
    return parse(text, {
      delimiter: separator,
      record_delimiter: ["\r\n", "\n", "\r"],
      max_record_size: LONGEST_RECORD,
      relax_column_count: true,
      skip_empty_lines: false,
    });
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}
