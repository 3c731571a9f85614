import { ANALYTES } from "../codes/analyte.ts";
import { missingReasonOf } from "../missing-reason.ts";
import type { Problem } from "../problem.ts";
import { checkLimits } from "./check-cell.ts";
import { type Row, raise } from "./raise.ts";

const byCode = new Map(ANALYTES.map((analyte) => [analyte.code, analyte]));
const isNumber = (cell: string): boolean => /^-?\d+(\.\d+)?$/.test(cell);

/** What the codebook's analytes say of a result: its unit, its scale, its limits. */
export function checkLaboratory(at: Row): readonly Problem[] {
  const analyte = byCode.get(at.cells.analyte ?? "");
  if (analyte === undefined) return [];
  const value = at.cells.value ?? "";
  const unit = at.cells.unit ?? "";
  if (analyte.scale === "finding") {
    if (isNumber(value))
      return [
        raise(at, "value", "finding-not-number", `${analyte.says} is positive or negative.`, "Enter it under finding."),
      ];
    return [];
  }
  if (!isNumber(value)) return [];
  const reported = analyte.reported.find((candidate) => candidate.unit === unit);
  if (reported === undefined) {
    if (missingReasonOf(unit) !== undefined) return [];
    const units = analyte.reported.map((candidate) => candidate.unit).join(", ");
    return [
      raise(
        at,
        "unit",
        "unknown-unit",
        `${unit} is no unit of ${analyte.says}.`,
        `Allowed: ${units}. Mind that the value belongs to its unit.`,
      ),
    ];
  }
  const own = (Number(value) * reported.numerator) / reported.denominator;
  return checkLimits(at, "value", own, analyte.limits, analyte.unit);
}
