import type { Fault } from "@osteon/words";
import { type WrittenLimit, writtenLimit } from "../reading/limits.ts";
import type { Notation } from "../reading/notation.ts";
import { meantNumbers, type NumberType, numberIn } from "../reading/number-readings.ts";
import { refused } from "./fault.ts";

/** How the units of fields are written behind a number. */
const UNIT_WORDS: Readonly<Record<string, RegExp>> = { kg: /\s?kg$/i, Cel: /\s?(?:°\s?C?|C|Cel)$/i };

const TITRE = /^1\s?[:/]\s?(\d+)$/;

/** The fault of a cell that means no number. A number is named only where it surely is the one that is meant. */
export function noNumber(type: NumberType, unit: string | undefined, cell: string, notation: Notation): Fault {
  const limit = writtenLimit(cell);
  if (limit !== undefined && /^\d/.test(limit.limit)) return limitFault(type, cell, limit);
  const titre = type.kind === "decimal" && type.reciprocal === true ? TITRE.exec(cell) : null;
  const wanted = type.kind === "integer" ? "whole" : notation.decimal;
  if (titre !== null) return refused("not-a-number", { cell, titre: titre[1], wanted });
  const bare = withoutUnit(type, unit, cell);
  return refused("not-a-number", {
    cell,
    wanted,
    unit,
    perhaps: bare === undefined ? undefined : numberIn(bare, notation),
  });
}

/** A limit of measurement is no result: who writes it as one changes the value. */
function limitFault(type: NumberType, cell: string, { comparator, limit }: WrittenLimit): Fault {
  const side = /[<≤]/.test(comparator.sign) ? "below" : "above";
  const beside = type.kind === "decimal" ? type.comparator : undefined;
  return refused("limit-not-value", {
    cell,
    side,
    limit,
    ...(beside === undefined ? {} : { beside, sign: comparator.code }),
  });
}

/** The number before the field's own unit; of any other unit it would be another value. */
function withoutUnit(type: NumberType, unit: string | undefined, cell: string): string | undefined {
  const words = unit === undefined ? undefined : UNIT_WORDS[unit];
  if (words === undefined || !words.test(cell)) return undefined;
  const [only, ...others] = meantNumbers(type, cell.replace(words, ""), "point");
  return others.length === 0 ? only : undefined;
}
