import { fileText, separatorOf, swallowedRows } from "@osteon/codebook";

/** A CSV file as it was read: texts, rows counted as a spreadsheet counts them. */
export interface CsvFile {
  readonly headers: readonly string[];
  /** Every record below the header, blank ones too. */
  readonly records: readonly (readonly string[])[];
  /** Set where the file is not UTF-8 and was read as something else. */
  readonly encoding: string | undefined;
  /** Rows whose quotation marks do not pair, or pair with those of a later row. */
  readonly broken: readonly number[];
}

/** A file with the codebook's names in its header, ready to be sent. */
export interface RenamedFile {
  readonly body: Blob;
  /** The file's own name of each field's column. */
  readonly ownNames: ReadonlyMap<string, string>;
  /** Rows with too few or too many cells, and how many they have. */
  readonly ragged: ReadonlyMap<number, number>;
  readonly width: number;
  /** The child of each row, where the file names one. */
  readonly children: ReadonlyMap<number, string>;
}

/** Of a column, by its place: what each value of the file means in the codebook. */
export type ValueMap = ReadonlyMap<number, ReadonlyMap<string, string>>;

/**
 * Reads a CSV, whatever its separator; the reader is loaded when it is first needed. It is Papa Parse and not the csv-parse of the server: 7 kB
 * packed that read and write, beside 14 kB of csv-parse's build for browsers that only reads, and ends at marks that do not pair,
 * which are shown here row by row.
 */
export async function readCsv(file: File): Promise<CsvFile> {
  const { default: papa } = await import("papaparse");
  const { text, encoding } = fileText(new Uint8Array(await file.arrayBuffer()));
  const { data, errors, meta } = papa.parse<string[]>(text, {
    delimiter: separatorOf(text),
    skipEmptyLines: false,
  });
  const [headers = [], ...records] = data;
  while (records.length > 0 && isBlank(records.at(-1) ?? [])) records.pop();
  const broken = errors.flatMap(({ type, row }) => (type === "Quotes" ? [(row ?? 0) + 1] : []));
  const swallowing = records.flatMap((record, index) =>
    swallowedRows(record, meta.delimiter, headers.length) === undefined ? [] : [index + 2],
  );
  return {
    headers,
    records,
    encoding: encoding === "UTF-8" ? undefined : encoding,
    broken: [...new Set([...broken, ...swallowing])],
  };
}

export const isBlank = (record: readonly string[]): boolean => record.every((cell) => cell.trim() === "");

/**
 * The file under the codebook's names, without the columns that are left out. Rows keep their numbers. A row with too few
 * or too many cells keeps one too many, so that the server refuses it too: its cells may stand in the wrong columns.
 */
export async function renamed(
  csv: CsvFile,
  fields: readonly (string | undefined)[],
  values: ValueMap = new Map(),
): Promise<RenamedFile> {
  const { default: papa } = await import("papaparse");
  const kept = fields.flatMap((field, place) => (field === undefined ? [] : [{ field, place }]));
  const ragged = new Map<number, number>();
  const records = csv.records.map((record, index) => {
    if (isBlank(record)) return [""];
    const cells = kept.map(({ place }) => {
      const cell = record[place] ?? "";
      return values.get(place)?.get(cell.trim()) ?? cell;
    });
    if (record.length === csv.headers.length) return cells;
    ragged.set(index + 2, record.length);
    return [...cells, "?"];
  });
  const text = papa.unparse([kept.map(({ field }) => field), ...records], { newline: "\n" });
  return {
    body: new Blob([`${text}\n`]),
    ownNames: new Map(kept.map(({ field, place }) => [field, csv.headers[place] ?? ""])),
    ragged,
    width: csv.headers.length,
    children: childrenOf(csv, fields.indexOf("patient")),
  };
}

const childrenOf = ({ records }: CsvFile, place: number): ReadonlyMap<number, string> =>
  new Map(place < 0 ? [] : records.map((record, index) => [index + 2, record[place] ?? ""] as const));
