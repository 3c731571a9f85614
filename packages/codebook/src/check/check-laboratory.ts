import type { ChartRow } from "../charts.ts";
import { ANALYTES, type Analyte, type ReportedUnit } from "../codes/analyte.ts";
import { missingReasonOf } from "../missing-reason.ts";
import { at, type CellFault, type Fault, NO_FAULTS, queried, refused } from "./fault.ts";
import { meantUnit } from "./meant-unit.ts";
import { limitFaults } from "./number-cell.ts";
import { cellOf, numberOf, statedValue } from "./read-cell.ts";
import type { RowCheck } from "./row-check.ts";

const ANALYTE_BY_CODE = new Map(ANALYTES.map((analyte) => [analyte.code, analyte]));
const NUMBERS = ["value", "lower_limit", "upper_limit"] as const;
const LARGEST_REPORTED = 1_000_000;

/** A laboratory row says what its analyte needs: a number in a unit that can be converted, or a finding. */
export function laboratoryCheck(): RowCheck {
  return ({ cells }) => {
    const analyte = ANALYTE_BY_CODE.get(cellOf(cells, "analyte"));
    if (analyte === undefined) return NO_FAULTS;
    if (analyte.scale === "finding") return findingFaults(analyte, cells);
    return [
      ...unitFaults(analyte, cells),
      ...contentFaults(analyte, cells),
      ...limitFaultsOf(analyte, cells),
      ...valueFaults(analyte, cells),
      ...farLimits(analyte, cells),
      ...maybeThousands(analyte, cells),
    ];
  };
}

function findingFaults(analyte: Analyte, cells: ChartRow): readonly CellFault[] {
  const superfluous = [...NUMBERS, "unit", "comparator"].filter((name) => statedValue(cells, name) !== undefined);
  const faults = superfluous.map((name) => {
    const says = `${analyte.says} is positive or negative; it has no ${name}.`;
    return at(name, refused("finding-not-number", says, `Empty ${name}, and enter positive or negative as finding.`));
  });
  if (superfluous.includes("value") || cellOf(cells, "finding") !== "") return faults;
  return [...faults, neededFault("finding", `${analyte.says} needs a finding.`, "Enter positive or negative")];
}

function unitFaults(analyte: Analyte, cells: ChartRow): readonly CellFault[] {
  const unit = statedValue(cells, "unit");
  if (unit === undefined) return limitsWithoutUnit(analyte, cells);
  if (unitOf(analyte, unit) !== undefined) return NO_FAULTS;
  const units = analyte.reported.map((reported) => reported.unit);
  const meant = meantUnit(unit, units);
  const asked = meant === undefined ? "" : `Did you mean ${meant}? `;
  const fix = `${asked}Known for ${analyte.code}: ${units.join(", ")}. Else convert the result first.`;
  return [at("unit", refused("unknown-unit", `${analyte.says} is not reported in ${JSON.stringify(unit)}.`, fix))];
}

/** A rule of the table already asks for the unit of a value. */
function limitsWithoutUnit(analyte: Analyte, cells: ChartRow): readonly CellFault[] {
  if (statedValue(cells, "value") !== undefined) return NO_FAULTS;
  return (["lower_limit", "upper_limit"] as const).flatMap((name) => {
    if (statedValue(cells, name) === undefined) return [];
    const says = `${analyte.says} has a ${name} but no unit that it is reported in.`;
    return [
      at(name, refused("number-without-unit", says, `Enter the unit of the laboratory report, or empty ${name}.`)),
    ];
  });
}

function contentFaults(analyte: Analyte, cells: ChartRow): readonly CellFault[] {
  const finding = cellOf(cells, "finding");
  if (analyte.scale === "quantity" && statedValue(cells, "finding") !== undefined) {
    const says = `${analyte.says} is a number; positive and negative are for findings.`;
    return [at("finding", refused("number-not-finding", says, "Empty finding, and enter the number as value."))];
  }
  if (cellOf(cells, "value") !== "" || (analyte.scale === "titre" && finding !== "")) return NO_FAULTS;
  return [neededFault("value", `${analyte.says} needs a value.`, "Enter the result as reported")];
}

function neededFault(column: string, says: string, what: string): CellFault {
  return at(column, refused("result-missing", says, `${what}, or write \`unknown\` or \`not done\`.`));
}

/** Below nothing there is nothing; and who does not know whether a number is a result or a limit knows no result. */
function limitFaultsOf(analyte: Analyte, cells: ChartRow): readonly CellFault[] {
  const value = statedValue(cells, "value");
  const comparator = cellOf(cells, "comparator");
  const reason = missingReasonOf(comparator);
  if (value !== undefined && (reason === "unknown" || reason === "not-done")) {
    const says = `Whether ${value} is the result of ${analyte.says} or a limit of measurement is not known.`;
    const fix =
      "Compare with the laboratory's report: leave comparator blank for a result, or write `unknown` as value.";
    return [at("comparator", refused("result-or-limit", says, fix))];
  }
  if (comparator !== "below" || numberOf(cells, "value") !== 0) return NO_FAULTS;
  const fix = "Compare with the laboratory's report: enter the limit that it gives.";
  return [at("value", refused("below-zero", `${analyte.says} cannot lie below 0.`, fix))];
}

/** A result in its analyte's own unit, so that 0.5 mg/dL and 5 mg/L are one; nothing where it is no number with a known unit. */
export function ownNumber(cells: ChartRow): number | undefined {
  const analyte = ANALYTE_BY_CODE.get(cellOf(cells, "analyte"));
  const unit = analyte && unitOf(analyte, cellOf(cells, "unit"));
  const value = numberOf(cells, "value");
  return unit === undefined || value === undefined ? undefined : Number(ownValue(value, unit).toPrecision(9));
}

/** A limit of normal that no result reaches was most likely written in another unit. */
function farLimits(analyte: Analyte, cells: ChartRow): readonly CellFault[] {
  const unit = unitOf(analyte, cellOf(cells, "unit"));
  if (unit === undefined) return NO_FAULTS;
  return (["lower_limit", "upper_limit"] as const).flatMap((name) => {
    const limit = numberOf(cells, name);
    if (limit === undefined || ownValue(limit, unit) <= analyte.limits.plausible[1]) return [];
    const says = `${name} is ${limit} ${unit.unit}; results of ${analyte.says} do not reach that.`;
    return [at(name, queried("implausible-limit", says, "Compare with the laboratory's report, the unit too."))];
  });
}

/** `1.234` from a German report is 1234; asked about where the analyte can be so much. */
function maybeThousands(analyte: Analyte, cells: ChartRow): readonly CellFault[] {
  const unit = unitOf(analyte, cellOf(cells, "unit"));
  if (unit === undefined) return NO_FAULTS;
  return NUMBERS.flatMap((name) => {
    const cell = cellOf(cells, name);
    const thousands = Number(cell.replace(".", ""));
    if (!/^[1-9]\d{0,2}\.\d{3}$/.test(cell) || ownValue(thousands, unit) > analyte.limits.possible[1]) return [];
    const says = `${analyte.says} of ${cell} ${unit.unit} may be ${thousands} ${unit.unit}, its point one between thousands.`;
    return [
      at(name, queried("maybe-thousands", says, "Compare with the laboratory's report; if it says so, leave it.")),
    ];
  });
}

/** Limits hold in the analyte's own unit; beyond what the field itself allows, its own check has spoken. */
function valueFaults(analyte: Analyte, cells: ChartRow): readonly CellFault[] {
  const value = numberOf(cells, "value");
  const unit = unitOf(analyte, cellOf(cells, "unit"));
  if (value === undefined || unit === undefined || value < 0 || value > LARGEST_REPORTED) return NO_FAULTS;
  const own = ownValue(value, unit);
  const converted = unit.unit === analyte.unit ? "" : ` (${Number(own.toPrecision(6))} ${analyte.unit})`;
  const [fault] = limitFaults(analyte.limits, own, `${analyte.says} of ${value} ${unit.unit}${converted}`);
  return fault === undefined ? NO_FAULTS : [at("value", withOtherUnits(fault, analyte, value, unit))];
}

const unitOf = (analyte: Analyte, unit: string): ReportedUnit | undefined =>
  analyte.reported.find((reported) => reported.unit === unit);

const ownValue = (value: number, { numerator, denominator }: ReportedUnit): number => (value * numerator) / denominator;

/** A value that would be plausible in another unit of its analyte was most likely reported in that one. */
function withOtherUnits(fault: Fault, analyte: Analyte, value: number, stated: ReportedUnit): Fault {
  const [low, high] = analyte.limits.plausible;
  const fitting = analyte.reported.filter((unit) => {
    const own = ownValue(value, unit);
    return unit !== stated && own >= low && own <= high;
  });
  if (fitting.length === 0) return fault;
  return {
    ...fault,
    fix: `In ${fitting.map(({ unit }) => unit).join(" or ")} it would be plausible: check the unit. ${fault.fix}`,
  };
}
