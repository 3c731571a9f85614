import type { Notation } from "../reading/notation.ts";
import { meantNumbers, type NumberType, numberIn } from "../reading/number-readings.ts";
import { type Fault, refused } from "./fault.ts";

/** How the units of fields are written behind a number. */
const UNIT_WORDS: Readonly<Record<string, RegExp>> = { kg: /\s?kg$/i, Cel: /\s?(?:°\s?C?|C|Cel)$/i };

/** `<0,6`, `≤ 5`: which side, and of what. */
const BOUND = /^(<|>|≤|≥|<=|>=)\s*(\d[\d.,]*)/;
const TITRE = /^1\s?[:/]\s?(\d+)$/;

/** The fault of a cell that means no number. A number is named only where it surely is the one that is meant. */
export function noNumber(type: NumberType, unit: string | undefined, cell: string, notation: Notation): Fault {
  const bound = BOUND.exec(cell);
  if (bound !== null) return boundFault(cell, bound);
  const titre = type.kind === "decimal" && type.reciprocal === true ? TITRE.exec(cell) : null;
  if (titre !== null) {
    const says = `${JSON.stringify(cell)} is a titre, and here its reciprocal is kept.`;
    return refused("not-a-number", says, `Write ${titre[1]}.`);
  }
  const wanted = type.kind === "integer" ? "a whole number" : `a number with a decimal ${notation.decimal}`;
  const bare = withoutUnit(type, unit, cell);
  const hint = bare === undefined ? "" : `, perhaps ${numberIn(bare, notation)}`;
  const alone = unit === undefined ? "alone" : `alone, in ${unit}`;
  return refused("not-a-number", `${JSON.stringify(cell)} is not a number.`, `Write ${wanted} ${alone}${hint}.`);
}

/** A limit of measurement is no result: who writes it as one changes the value. */
function boundFault(cell: string, [, sign = "", limit = ""]: readonly string[]): Fault {
  const side = /[<≤]/.test(sign) ? "below" : "above";
  return refused(
    "limit-not-value",
    `${JSON.stringify(cell)} says only that the value lies ${side} ${limit}.`,
    "There is no place for limits of measurement: never write the limit as the result. Write `unknown`, unless the study says how such results are entered.",
  );
}

/** The number before the field's own unit; of any other unit it would be another value. */
function withoutUnit(type: NumberType, unit: string | undefined, cell: string): string | undefined {
  const words = unit === undefined ? undefined : UNIT_WORDS[unit];
  if (words === undefined || !words.test(cell)) return undefined;
  const [only, ...others] = meantNumbers(type, cell.replace(words, ""), "point");
  return others.length === 0 ? only : undefined;
}
