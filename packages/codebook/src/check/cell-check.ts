import type { Fault } from "@osteon/words";
import type { Field } from "../field.ts";
import { missingReasonOf } from "../missing-reason.ts";
import { CODEBOOK_NOTATION, type Notation } from "../reading/notation.ts";
import { choiceFaults } from "./choice-cell.ts";
import { dateFaults } from "./date-cell.ts";
import { NO_FAULTS, refused } from "./fault.ts";
import { keyFaults } from "./key-cell.ts";
import { misspeltReason } from "./missing-cell.ts";
import { numberFaults } from "./number-cell.ts";
import { roundedKey } from "./rounded-key.ts";

type CellCheck = (cell: string) => readonly Fault[];

/** Checks the cells of one field, whatever their row says; what is to be written is told in the notation of who is to write it. */
export function cellCheck(field: Field, notation: Notation = CODEBOOK_NOTATION): CellCheck {
  const checkValue = valueCheck(field, notation);
  const named = field.type.kind === "key" || field.type.kind === "reference";
  const check: CellCheck = (cell) => {
    const reason = missingReasonOf(cell);
    if (reason !== undefined) return field.required ? [requiredFault(field, cell)] : NO_FAULTS;
    const faults = checkValue(cell);
    if (named || (faults.length === 0 && field.type.kind !== "text")) return faults;
    const misspelt = misspeltReason(cell);
    return misspelt === undefined ? faults : [misspelt];
  };
  return (written) => {
    const cell = written.trim();
    return cell === written ? check(cell) : [spaceFault(cell), ...check(cell)];
  };
}

function valueCheck(field: Field, notation: Notation): CellCheck {
  const { type, unit } = field;
  switch (type.kind) {
    case "key":
      return (cell) => [...keyFaults(cell), ...roundedKey(cell)];
    case "reference":
      return () => NO_FAULTS;
    case "text":
      return (cell) => textFaults(cell, type.maxLength);
    case "choice":
    case "yes-no":
      return choiceFaults(field);
    case "integer":
    case "decimal":
      return (cell) => numberFaults({ type, unit }, cell, notation);
    case "date":
    case "partial-date":
      return (cell) => dateFaults(type.kind, cell);
  }
}

/** Controls but tab and line breaks: no file keeps them, and no page shows them. */
const LOST = /(?![\t\n\r])\p{Cc}|\p{Cs}/u;
const LINE_BREAK = /[\n\r\u2028\u2029]/;

function textFaults(cell: string, maxLength: number): readonly Fault[] {
  const faults = LOST.test(cell) ? [refused("lost-character")] : NO_FAULTS;
  const all = LINE_BREAK.test(cell) ? [...faults, lineBreak(cell)] : faults;
  return cell.length > maxLength ? [...all, tooLong(cell, maxLength)] : all;
}

/** Every text of a chart is one line: with more, a quotation mark left open in a CSV file has swallowed the rows after it. */
function lineBreak(cell: string): Fault {
  const lines = cell.split(/\r\n|[\n\r\u2028\u2029]/).length;
  return refused("line-break", { lines });
}

function requiredFault(field: Field, cell: string): Fault {
  return refused("required", { field: field.name, found: cell, blank: cell === "", asks: field.says });
}

function spaceFault(cell: string): Fault {
  return refused("stray-space", { cell, blank: cell === "" });
}

function tooLong(cell: string, maxLength: number): Fault {
  return refused("too-long", { what: "text", letters: cell.length, most: maxLength });
}
