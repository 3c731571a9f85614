import type { Codebook } from "../book.ts";
import type { ChartRow } from "../charts.ts";
import type { Analyte, LimitBand, ReportedUnit } from "../codes/analyte.ts";
import { completedMonths } from "../lists/completed-months.ts";
import { missingReasonOf } from "../missing-reason.ts";
import type { ChartIndex } from "./chart-index.ts";
import { at, type CellFault, NO_FAULTS, queried, refused } from "./fault.ts";
import { meantUnit } from "./meant-unit.ts";
import { limitFaults } from "./number-cell.ts";
import { cellOf, dateOf, numberOf, statedValue } from "./read-cell.ts";
import type { RowCheck } from "./row-check.ts";

const analyteOf = ({ analytes }: Codebook, cells: ChartRow): Analyte | undefined => {
  const code = cellOf(cells, "analyte");
  return analytes.find((analyte) => analyte.code === code);
};

const NUMBERS = ["value", "lower_limit", "upper_limit"] as const;
const LARGEST_REPORTED = 1_000_000;

/** A laboratory row says what its analyte needs: a number in a unit that can be converted, or a finding. */
export function laboratoryCheck(book: Codebook, index: ChartIndex): RowCheck {
  const byCode = new Map(book.analytes.map((analyte) => [analyte.code, analyte]));
  return ({ cells }) => {
    const analyte = byCode.get(cellOf(cells, "analyte"));
    if (analyte === undefined) return NO_FAULTS;
    if (analyte.scale === "finding") return findingFaults(analyte, cells);
    return [
      ...unitFaults(analyte, cells),
      ...contentFaults(analyte, cells),
      ...limitFaultsOf(analyte, cells),
      ...valueFaults(analyte, cells, index),
      ...farLimits(analyte, cells),
      ...maybeThousands(analyte, cells),
    ];
  };
}

function findingFaults(analyte: Analyte, cells: ChartRow): readonly CellFault[] {
  const superfluous = [...NUMBERS, "unit", "comparator"].filter((name) => statedValue(cells, name) !== undefined);
  const faults = superfluous.map((name) =>
    at(name, refused("finding-not-number", { analyte: analyte.says, field: name, finding: "finding" })),
  );
  if (superfluous.includes("value") || cellOf(cells, "finding") !== "") return faults;
  return [...faults, neededFault(analyte, "finding")];
}

function unitFaults(analyte: Analyte, cells: ChartRow): readonly CellFault[] {
  const unit = statedValue(cells, "unit");
  if (unit === undefined) return limitsWithoutUnit(analyte, cells);
  if (unitOf(analyte, unit) !== undefined) return NO_FAULTS;
  const units = analyte.reported.map((reported) => reported.unit);
  const { says, code } = analyte;
  return [at("unit", refused("unknown-unit", { analyte: says, code, unit, meant: meantUnit(unit, units), units }))];
}

/** A rule of the table already asks for the unit of a value. */
function limitsWithoutUnit(analyte: Analyte, cells: ChartRow): readonly CellFault[] {
  if (statedValue(cells, "value") !== undefined) return NO_FAULTS;
  return (["lower_limit", "upper_limit"] as const).flatMap((name) => {
    if (statedValue(cells, name) === undefined) return [];
    return [at(name, refused("number-without-unit", { analyte: analyte.says, field: name }))];
  });
}

function contentFaults(analyte: Analyte, cells: ChartRow): readonly CellFault[] {
  const finding = cellOf(cells, "finding");
  if (analyte.scale === "quantity" && statedValue(cells, "finding") !== undefined) {
    const values = { analyte: analyte.says, finding: "finding", value: "value" };
    return [at("finding", refused("number-not-finding", values))];
  }
  if (cellOf(cells, "value") !== "" || (analyte.scale === "titre" && finding !== "")) return NO_FAULTS;
  return [neededFault(analyte, "value")];
}

const neededFault = ({ says }: Analyte, needs: "finding" | "value"): CellFault =>
  at(needs, refused("result-missing", { analyte: says, needs }));

/** Below nothing there is nothing; and who does not know whether a number is a result or a limit knows no result. */
function limitFaultsOf(analyte: Analyte, cells: ChartRow): readonly CellFault[] {
  const value = statedValue(cells, "value");
  const comparator = cellOf(cells, "comparator");
  const reason = missingReasonOf(comparator);
  if (value !== undefined && (reason === "unknown" || reason === "not-done")) {
    const values = { value, analyte: analyte.says, comparator: "comparator", valueField: "value" };
    return [at("comparator", refused("result-or-limit", values))];
  }
  if (comparator !== "below" || numberOf(cells, "value") !== 0) return NO_FAULTS;
  return [at("value", refused("below-zero", { analyte: analyte.says }))];
}

/** A result in its analyte's own unit, so that 0.5 mg/dL and 5 mg/L are one; nothing where it is no number with a known unit. */
export function ownNumber(book: Codebook, cells: ChartRow): number | undefined {
  const analyte = analyteOf(book, cells);
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
    const values = { field: name, limit, unit: unit.unit, analyte: analyte.says };
    return [at(name, queried("implausible-limit", values))];
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
    return [at(name, queried("maybe-thousands", { analyte: analyte.says, value: cell, thousands, unit: unit.unit }))];
  });
}

/** Limits hold in the analyte's own unit; beyond what the field itself allows, its own check has spoken. */
function valueFaults(analyte: Analyte, cells: ChartRow, index: ChartIndex): readonly CellFault[] {
  const value = numberOf(cells, "value");
  const unit = unitOf(analyte, cellOf(cells, "unit"));
  if (value === undefined || unit === undefined || value < 0 || value > LARGEST_REPORTED) return NO_FAULTS;
  const own = ownValue(value, unit);
  const band = bandOf(analyte, cells, index);
  const limits = band === undefined ? analyte.limits : { ...analyte.limits, plausible: band.plausible };
  const fitting = otherUnits(analyte, value, unit);
  const faults = limitFaults(limits, own, {
    of: analyte.says,
    value,
    unit: unit.unit,
    atAge: band !== undefined,
    ...(unit.unit === analyte.unit ? {} : { own: Number(own.toPrecision(6)), ownUnit: analyte.unit }),
    ...(fitting.length === 0 ? {} : { fitting }),
  });
  return faults.map((fault) => at("value", fault));
}

/** The limits that hold for the child on the day of the sample, if the list has some of its age and sex. */
function bandOf({ bands = [] }: Analyte, cells: ChartRow, { lives }: ChartIndex): LimitBand | undefined {
  if (bands.length === 0) return undefined;
  const life = lives.get(cellOf(cells, "patient"));
  const sampled = dateOf(cells, "sampled_on");
  if (life?.born === undefined || sampled === undefined) return undefined;
  const age = completedMonths(life.born, sampled);
  return bands.find(
    ({ sex, fromMonths, toMonths }) => age >= fromMonths && age < toMonths && (sex === undefined || sex === life.sex),
  );
}

const unitOf = (analyte: Analyte, unit: string): ReportedUnit | undefined =>
  analyte.reported.find((reported) => reported.unit === unit);

const ownValue = (value: number, { numerator, denominator }: ReportedUnit): number => (value * numerator) / denominator;

/** The other units of the analyte in which the value would be plausible. */
function otherUnits(analyte: Analyte, value: number, stated: ReportedUnit): readonly string[] {
  const [low, high] = analyte.limits.plausible;
  return analyte.reported.flatMap((unit) => {
    const own = ownValue(value, unit);
    return unit !== stated && own >= low && own <= high ? [unit.unit] : [];
  });
}
