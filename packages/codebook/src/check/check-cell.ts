import type { Field, FieldType, Limits } from "../field.ts";
import { missingReasonOf } from "../missing-reason.ts";
import { parsePartialDate } from "../partial-date.ts";
import type { Problem } from "../problem.ts";
import { nearest, type Row, raise } from "./raise.ts";

type Of<Kind extends FieldType["kind"]> = Extract<FieldType, { kind: Kind }>;

/** What is wrong with one cell by itself. */
export function checkCell(at: Row, field: Field): readonly Problem[] {
  const { name, type, required } = field;
  const cell = at.cells[name] ?? "";
  if (cell !== cell.trim()) {
    return [
      raise(at, name, "stray-space", "The value begins or ends with a space.", `Write ${JSON.stringify(cell.trim())}.`),
    ];
  }
  const reason = missingReasonOf(cell);
  if (reason !== undefined) {
    if (!required) return [];
    return [
      raise(
        at,
        name,
        "required",
        `${name} is required: ${field.says}`,
        "Enter the value; a row without it cannot be used.",
      ),
    ];
  }
  switch (type.kind) {
    case "key":
    case "reference":
    case "text":
      return cell.length > 200
        ? [raise(at, name, "too-long", "The text is longer than 200 characters.", "Shorten it.")]
        : [];
    case "choice":
      return checkChoice(at, name, type, cell);
    case "yes-no":
      return cell === "yes" || cell === "no" ? [] : [unknownChoice(at, name, cell, ["yes", "no"])];
    case "integer":
      return checkNumber(at, field, cell, 0, type.limits);
    case "decimal":
      return checkNumber(at, field, cell, type.decimals, type.limits);
    case "date":
    case "partial-date":
      return checkDate(at, name, type.kind, cell);
  }
}

function checkChoice(at: Row, name: string, { choices }: Of<"choice">, cell: string): readonly Problem[] {
  const codes = choices.map(({ code }) => code);
  return codes.includes(cell) ? [] : [unknownChoice(at, name, cell, codes)];
}

function unknownChoice(at: Row, name: string, cell: string, allowed: readonly string[]): Problem {
  const near = nearest(cell, allowed);
  const guess = near === undefined ? "" : `Did you mean ${near}? `;
  return raise(
    at,
    name,
    "unknown-choice",
    `${JSON.stringify(cell)} is no choice of ${name}.`,
    `${guess}Allowed: ${allowed.join(", ")}.`,
  );
}

function checkNumber(
  at: Row,
  { name, unit }: Field,
  cell: string,
  decimals: number,
  limits: Limits,
): readonly Problem[] {
  if (/^-?\d+,\d+$/.test(cell)) {
    const mended = cell.replace(",", ".");
    return [raise(at, name, "decimal-comma", "The number has a decimal comma.", `Write ${mended}.`)];
  }
  if (!/^-?\d+(\.\d+)?$/.test(cell)) {
    return [
      raise(
        at,
        name,
        "not-a-number",
        `${JSON.stringify(cell)} is not a number.`,
        "Write digits with a decimal point, without the unit.",
      ),
    ];
  }
  const places = cell.split(".")[1]?.length ?? 0;
  if (places > decimals) {
    const allowed = decimals === 0 ? "a whole number" : `at most ${decimals} decimals`;
    return [raise(at, name, "too-many-decimals", `${name} takes ${allowed}.`, "Round as the chart states it.")];
  }
  return checkLimits(at, name, Number(cell), limits, unit ?? "");
}

/** Impossible values are refused, implausible ones become a query. */
export function checkLimits(
  at: Row,
  name: string,
  value: number,
  { possible, plausible }: Limits,
  unit: string,
): readonly Problem[] {
  const range = ([low, high]: readonly [number, number]) => `${low} to ${high}${unit === "" ? "" : ` ${unit}`}`;
  if (value < possible[0] || value > possible[1]) {
    return [
      raise(
        at,
        name,
        "impossible-value",
        `${value} is impossible: ${name} lies between ${range(possible)}.`,
        "Compare with the chart; mind the unit.",
      ),
    ];
  }
  if (value < plausible[0] || value > plausible[1]) {
    return [
      raise(
        at,
        name,
        "implausible-value",
        `${value} is unusual: ${name} mostly lies between ${range(plausible)}.`,
        "Compare with the chart; leave it if it is so.",
        "query",
      ),
    ];
  }
  return [];
}

function checkDate(at: Row, name: string, kind: "date" | "partial-date", cell: string): readonly Problem[] {
  const parsed = parsePartialDate(cell);
  if (parsed === undefined) {
    if (/^\d{4}-\d{2}(-\d{2})?$/.test(cell)) {
      return [raise(at, name, "impossible-date", `${cell} is no day of the calendar.`, "Compare with the chart.")];
    }
    return [raise(at, name, "date-format", `${JSON.stringify(cell)} is not a date as 2009-05-17.`, isoFix(cell))];
  }
  if (kind === "date" && parsed.precision !== "day") {
    return [
      raise(at, name, "day-needed", `${name} needs the whole date, ${cell} has no day.`, "Enter year, month and day."),
    ];
  }
  const year = Number(cell.slice(0, 4));
  if (year < 1950 || year > 2100) {
    return [raise(at, name, "impossible-date", `The year ${year} cannot be.`, "Compare with the chart.")];
  }
  return [];
}

/** The ISO form of a German or American date, where only one reading is possible. */
function isoFix(cell: string): string {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(cell);
  if (german !== null) return `Write ${iso(german[3], german[2], german[1])}.`;
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(cell);
  if (slashed !== null && Number(slashed[1]) > 12) return `Write ${iso(slashed[3], slashed[2], slashed[1])}.`;
  if (slashed !== null && Number(slashed[2]) > 12) return `Write ${iso(slashed[3], slashed[1], slashed[2])}.`;
  return "Write year-month-day, as 2009-05-17; where the day is not known 2009-05, if the field takes it.";
}

const iso = (year = "", month = "", day = ""): string => `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
