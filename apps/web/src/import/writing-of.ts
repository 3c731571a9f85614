import {
  cellAsWritten,
  type Field,
  isoReadings,
  missingReasonOf,
  parsePartialDate,
  tableNamed,
  type Written,
} from "@osteon/codebook";
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

const SHOWN = 4;

/** Looks at every cell that stands for a date or a number. `05/06/2025` tells nothing, so that it is asked, never guessed. */
export function writingOf(csv: CsvFile, table: string, fields: readonly (string | undefined)[]): Writing {
  const own = tableNamed(table).fields;
  const foreign = fields.flatMap((name, place) => {
    const field = own.find((one) => one.name === name);
    if (field === undefined) return [];
    const cells = new Set(csv.records.map((record) => (record[place] ?? "").trim()));
    return [...cells].filter((cell) => isForeign(field, cell)).map((cell) => ({ field, cell }));
  });
  const ambiguous = foreign.filter(({ cell }) => isoReadings(cell).length > 1);
  const monthFirst = foreign.filter(
    ({ field, cell }) => /[/-]/.test(cell) && cellAsWritten(field, cell, "day-first") === cell,
  );
  const asked = ambiguous.length > 0 || monthFirst.length > 0;
  const shown = [...ambiguous, ...foreign.filter((one) => !ambiguous.includes(one))].slice(0, SHOWN);
  return {
    written: foreign.length === 0 ? "codebook" : asked ? undefined : "day-first",
    examples: shown.map(({ cell }) => cell),
    readings: (written) =>
      written === undefined ? [] : shown.map(({ field, cell }) => [cell, cellAsWritten(field, cell, written)] as const),
  };
}

function isForeign({ type }: Field, cell: string): boolean {
  if (cell === "" || missingReasonOf(cell) !== undefined) return false;
  if (type.kind === "date" || type.kind === "partial-date")
    return parsePartialDate(cell) === undefined && isoReadings(cell).length > 0;
  return (type.kind === "integer" || type.kind === "decimal") && /^[-−]?[\d.]+,\d+$/.test(cell);
}
