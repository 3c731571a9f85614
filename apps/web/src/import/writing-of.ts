import {
  CODEBOOK_NOTATION,
  cellCheck,
  comparatorOf,
  FILE_NOTATION,
  type Field,
  readCell,
  readingsOf,
  type Written,
  writtenLimit,
} from "@osteon/codebook";
import { tableNamed } from "../book/registry-book.ts";
import type { CsvFile } from "./csv-file.ts";

/** How a file writes dates and numbers, as far as it tells by itself. */
export interface Writing {
  /** Nothing where the file alone does not tell and a person must. */
  readonly written: Written | undefined;
  /** Cells that are not as the codebook writes them. */
  readonly examples: readonly string[];
  /** The examples as they would be read. */
  readonly readings: (written: Written | undefined) => readonly (readonly [string, string])[];
}

interface Foreign {
  readonly field: Field;
  readonly cell: string;
}

const SHOWN = 4;

/** Looks at every cell that stands for a date or a number. `05/06/2025` and `1,234` alone tell nothing, so that it is asked, never guessed. */
export function writingOf(csv: CsvFile, table: string, fields: readonly (string | undefined)[]): Writing {
  const own = tableNamed(table).fields;
  const foreign = fields.flatMap((name, place) => {
    const field = own.find((one) => one.name === name);
    if (field === undefined) return [];
    const cells = new Set(csv.records.map((record) => withoutSign(field, (record[place] ?? "").trim())));
    return [...cells].filter((cell) => isForeign(field, cell)).map((cell) => ({ field, cell }));
  });
  const ambiguous = foreign.filter((one) => !isSettled(one, foreign));
  const monthFirst = foreign.filter(
    ({ field, cell }) => /[/-]/.test(cell) && readingsOf(field, cell, FILE_NOTATION["day-first"]).length === 0,
  );
  const asked = ambiguous.length > 0 || monthFirst.length > 0;
  const shown = [...ambiguous, ...foreign.filter((one) => !ambiguous.includes(one))].slice(0, SHOWN);
  return {
    written:
      foreign.length === 0
        ? "codebook"
        : asked
          ? undefined
          : pointed(csv, own, fields)
            ? "day-first-point"
            : "day-first",
    examples: shown.map(({ cell }) => cell),
    readings: (written) =>
      written === undefined
        ? []
        : shown.map(({ field, cell }) => [cell, readCell(field, cell, FILE_NOTATION[written])] as const),
  };
}

/** Whether numbers of the file have decimal points, beyond doubt, and none has a decimal comma. */
function pointed(csv: CsvFile, own: readonly Field[], fields: readonly (string | undefined)[]): boolean {
  const numbers = fields.flatMap((name, place) => {
    const field = own.find((one) => one.name === name);
    return field?.type.kind === "decimal" || field?.type.kind === "integer" ? [{ field, place }] : [];
  });
  const cells = csv.records.flatMap((record) =>
    numbers.map(({ field, place }) => withoutSign(field, (record[place] ?? "").trim())),
  );
  return cells.some((cell) => POINTED.test(cell)) && !cells.some((cell) => cell.includes(","));
}

/** A point that cannot stand between thousands. */
const POINTED = /^-?(?!\d{1,3}\.\d{3}$)\d*\.\d+$|^-?0\.\d+$/;

/** The number of a limit: `0,5` of `<0,5`. */
const withoutSign = (field: Field, cell: string): string =>
  comparatorOf(field) === undefined ? cell : (writtenLimit(cell)?.limit ?? cell);

/** Whether a cell says a date or a number, and not as the codebook does. */
function isForeign(field: Field, cell: string): boolean {
  const readings = readingsOf(field, cell, CODEBOOK_NOTATION);
  return readings.length > 0 && readings[0] !== cell && cellCheck(field)(cell).length > 0;
}

/** Whether it is known what a cell means: by itself, or, `1,234`, because other numbers of the file have decimal commas. */
function isSettled({ field, cell }: Foreign, others: readonly Foreign[]): boolean {
  if (readingsOf(field, cell, CODEBOOK_NOTATION).length < 2) return true;
  return /^\d+,\d+$/.test(cell) && others.some((one) => hasDecimalComma(one));
}

const hasDecimalComma = ({ cell }: Foreign): boolean =>
  /^[-−]?(?:[\d.]*,(?:\d{1,2}|\d{4,})|0,\d+|[\d.]+\.\d{3},\d+)$/.test(cell);
