import type { Fault } from "@osteon/words";
import type { Limits } from "../field.ts";
import { CODEBOOK_NOTATION, type Notation } from "../reading/notation.ts";
import { meantNumbers, type NumberType, numberIn, PLAIN } from "../reading/number-readings.ts";
import { NO_FAULTS, queried, refused } from "./fault.ts";
import { noNumber } from "./no-number.ts";

const WHOLE = /^-?\d+$/;
const COMMA = /^-?\d+,\d+$/;

/**
 * Everything wrong with the cell of a number: its notation, its decimals, and whether it can be and is likely. What is to be
 * written instead is told in the notation of whoever reads it.
 */
export function numberFaults(
  { type, unit }: { readonly type: NumberType; readonly unit: string | undefined },
  cell: string,
  notation: Notation = CODEBOOK_NOTATION,
): readonly Fault[] {
  const plain = PLAIN.exec(cell);
  if (plain !== null) return valueFaults(type, unit, cell, plain[1] ?? "");
  const [only, ...others] = meantNumbers(type, cell, CODEBOOK_NOTATION.decimal);
  if (only === undefined) return [noNumber(type, unit, cell, notation)];
  if (others.length > 0) return [eitherNumber(cell, [only, ...others], notation)];
  return [otherwise(cell, only), ...valueFaults(type, unit, only, PLAIN.exec(only)?.[1] ?? "")];
}

const valueFaults = (type: NumberType, unit: string | undefined, cell: string, fraction: string): readonly Fault[] => [
  ...shapeFaults(type, cell, fraction),
  ...limitFaults(type.limits, Number(cell), { value: Number(cell), unit }),
];

/** The value as it is told: of an analyte, in its own unit too, or of a field. */
export interface ShownValue {
  readonly value: number;
  readonly unit?: string | undefined;
  readonly of?: string;
  readonly own?: number;
  readonly ownUnit?: string;
  readonly atAge?: boolean;
  readonly fitting?: readonly string[];
}

/** A value beyond its limits: refused where it cannot be, queried where it is unlikely. */
export function limitFaults({ possible, plausible }: Limits, value: number, shown: ShownValue): readonly Fault[] {
  const told = { atAge: false, ...shown };
  if (value < possible[0] || value > possible[1])
    return [refused("impossible-value", { ...told, low: possible[0], high: possible[1] })];
  if (value >= plausible[0] && value <= plausible[1]) return NO_FAULTS;
  return [queried("implausible-value", { ...told, low: plausible[0], high: plausible[1] })];
}

function shapeFaults(type: NumberType, cell: string, fraction: string): readonly Fault[] {
  const significant = fraction.replace(/0+$/, "").length;
  if (type.kind === "decimal") {
    if (significant <= type.decimals) return NO_FAULTS;
    return [refused("too-many-decimals", { cell, decimals: significant, kept: type.decimals })];
  }
  return WHOLE.test(cell) ? NO_FAULTS : [refused("too-many-decimals", { cell })];
}

/** It means one number, and is not written as the codebook writes it. */
function otherwise(cell: string, number: string): Fault {
  return refused(COMMA.test(cell) ? "decimal-comma" : "number-format", { cell, write: number });
}

function eitherNumber(cell: string, readings: readonly string[], notation: Notation): Fault {
  const [write = "", thousands = ""] = readings.map((reading) => numberIn(reading, notation));
  return refused(COMMA.test(cell) ? "decimal-comma" : "number-format", { cell, write, thousands });
}
