import type { Limits } from "../field.ts";
import { CODEBOOK_NOTATION, type Notation } from "../reading/notation.ts";
import { meantNumbers, type NumberType, numberIn, PLAIN } from "../reading/number-readings.ts";
import { type Fault, NO_FAULTS, queried, refused } from "./fault.ts";
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
  ...limitFaults(type.limits, Number(cell), inUnit(cell, unit)),
];

/** A value beyond its limits: refused where it cannot be, queried where it is unlikely. `shown` is the value in words. */
export function limitFaults({ possible, plausible }: Limits, value: number, shown: string): readonly Fault[] {
  if (value < possible[0] || value > possible[1]) {
    return [
      refused(
        "impossible-value",
        `${shown} cannot be: possible is ${possible[0]} to ${possible[1]}.`,
        "Compare with the chart and correct the value, or write `unknown`.",
      ),
    ];
  }
  if (value >= plausible[0] && value <= plausible[1]) return NO_FAULTS;
  return [
    queried(
      "implausible-value",
      `${shown} is unusual: plausible is ${plausible[0]} to ${plausible[1]}.`,
      "Compare with the chart; if the chart says so, leave it.",
    ),
  ];
}

const inUnit = (number: string, unit: string | undefined): string =>
  unit === undefined ? number : `${number} ${unit}`;

function shapeFaults(type: NumberType, cell: string, fraction: string): readonly Fault[] {
  const significant = fraction.replace(/0+$/, "").length;
  if (type.kind === "decimal") {
    if (significant <= type.decimals) return NO_FAULTS;
    return [
      refused(
        "too-many-decimals",
        `${cell} has ${significant} decimals; this field keeps ${type.decimals}.`,
        `Round it to ${type.decimals} decimal${type.decimals === 1 ? "" : "s"}.`,
      ),
    ];
  }
  if (WHOLE.test(cell)) return NO_FAULTS;
  return [refused("too-many-decimals", `${cell} is not a whole number.`, "Write a whole number, without decimals.")];
}

/** It means one number, and is not written as the codebook writes it. */
function otherwise(cell: string, number: string): Fault {
  if (COMMA.test(cell)) return refused("decimal-comma", `${cell} is written with a comma.`, `Write ${number}.`);
  return refused("number-format", `${JSON.stringify(cell)} is not written as digits and a point.`, `Write ${number}.`);
}

function eitherNumber(cell: string, readings: readonly string[], notation: Notation): Fault {
  const [decimal = "", thousands = ""] = readings.map((reading) => numberIn(reading, notation));
  if (COMMA.test(cell)) {
    const fix = `Write ${decimal}, or ${thousands} if the comma separates thousands.`;
    return refused("decimal-comma", `${cell} is written with a comma.`, fix);
  }
  return refused(
    "number-format",
    `${cell} may mean ${decimal} or ${thousands}: decimals and thousands cannot be told apart.`,
    `Look it up in the chart and write ${decimal} or ${thousands}.`,
  );
}
