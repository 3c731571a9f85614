import type { Field, Limits } from "../field.ts";
import { type Fault, NO_FAULTS, queried, refused } from "./fault.ts";

type NumberType = Extract<Field["type"], { readonly kind: "integer" | "decimal" }>;

const WHOLE = /^-?\d+$/;
const DECIMAL = /^-?\d+(?:\.(\d+))?$/;
const COMMA = /^(-?\d+),(\d+)$/;
const LEADING = /(-?\d+(?:[.,]\d+)?)/;

/** Everything wrong with the cell of a number: its notation, its decimals, and whether it can be and is likely. */
export function numberFaults(type: NumberType, unit: string | undefined, cell: string): readonly Fault[] {
  const comma = COMMA.exec(cell);
  if (comma !== null) return commaFaults(type, unit, cell, comma);
  const decimal = DECIMAL.exec(cell);
  if (decimal === null) return [notANumber(type, unit, cell)];
  return [...shapeFaults(type, cell, decimal[1] ?? ""), ...limitFaults(type.limits, Number(cell), inUnit(cell, unit))];
}

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

function commaFaults(
  type: NumberType,
  unit: string | undefined,
  cell: string,
  [, whole = "", fraction = ""]: readonly string[],
): readonly Fault[] {
  const mended = `${whole}.${fraction}`;
  const thousands = fraction.length === 3 ? `, or ${whole}${fraction} if the comma separates thousands` : "";
  const comma = refused("decimal-comma", `${cell} is written with a comma.`, `Write ${mended}${thousands}.`);
  if (thousands !== "") return [comma];
  return [
    comma,
    ...shapeFaults(type, mended, fraction),
    ...limitFaults(type.limits, Number(mended), inUnit(mended, unit)),
  ];
}

function notANumber(type: NumberType, unit: string | undefined, cell: string): Fault {
  const wanted = type.kind === "integer" ? "a whole number" : "a number with a decimal point";
  const bare = LEADING.exec(cell)?.[1]?.replace(",", ".");
  const hint = bare === undefined ? "" : `, perhaps ${bare}`;
  const alone = unit === undefined ? "alone" : `alone, in ${unit}`;
  return refused("not-a-number", `${JSON.stringify(cell)} is not a number.`, `Write ${wanted} ${alone}${hint}.`);
}
