import type { Codebook } from "../book.ts";
import type { ChartRow } from "../charts.ts";
import { DOSE_CEILINGS } from "../codes/dose-ceiling.ts";
import { DRUG_CLASSES } from "../codes/drug.ts";
import { isOwnCode } from "../lists/own-code.ts";
import type { ChartIndex } from "./chart-index.ts";
import { at, type CellFault, NO_FAULTS, queried, refused } from "./fault.ts";
import { cellOf, numberOf } from "./read-cell.ts";
import type { RowCheck } from "./row-check.ts";

const CLASSES: ReadonlySet<string> = new Set(DRUG_CLASSES.map(({ code }) => code));

/** A treatment's class is its drug's, and its dose one that is given. `other` may be of any class; a drug without one is `other`. */
export function treatmentCheck({ drugs }: Codebook): RowCheck {
  const classes = new Map<string, string>(drugs.map(({ code, drugClass = "other" }) => [code, drugClass]));
  return ({ cells }) => [...classFaults(classes, cells), ...doseFaults(cellOf(cells, "drug"), cells)];
}

/** The dose of an infusion is one that is given of its treatment's drug. */
export function courseCheck(index: ChartIndex): RowCheck {
  return ({ cells }) => {
    const treatment = index.rows.get("treatment")?.get(cellOf(cells, "treatment"));
    return treatment === undefined ? NO_FAULTS : doseFaults(cellOf(treatment.cells, "drug"), cells);
  };
}

/**
 * What is wrong with a dose that is said to change, from one row to the next: none is said, or it is the one before. Either
 * would end a drug and begin it again, and nothing else would ask: charts may hold a drug without its dose.
 */
export function doseChangeFaults(was: ChartRow, now: ChartRow): readonly CellFault[] {
  if (cellOf(now, "dose") === "") return [at("dose", refused("dose-change", { what: "unsaid" }))];
  const [dose, unit] = [numberOf(now, "dose"), cellOf(now, "dose_unit")];
  if (dose === undefined || dose !== numberOf(was, "dose") || unit !== cellOf(was, "dose_unit")) return NO_FAULTS;
  return [at("dose", refused("dose-change", { what: "same", dose, unit }))];
}

function classFaults(classes: ReadonlyMap<string, string>, cells: ChartRow): readonly CellFault[] {
  const drug = cellOf(cells, "drug");
  const stated = cellOf(cells, "drug_class");
  const known = classes.get(drug);
  if (known === undefined || known === stated || !CLASSES.has(stated)) return NO_FAULTS;
  // The class of a drug of one's own may have been changed since the row was written; studies go by the list.
  const ofList = isOwnCode(drug);
  if (ofList && stated === "other") return NO_FAULTS;
  return [at("drug_class", (ofList ? queried : refused)("drug-class", { drug, known, stated, ofList }))];
}

function doseFaults(drug: string, cells: ChartRow): readonly CellFault[] {
  const dose = numberOf(cells, "dose");
  const unit = cellOf(cells, "dose_unit");
  const ceiling = DOSE_CEILINGS.find((known) => known.drug === drug && known.unit === unit);
  if (dose === undefined || ceiling === undefined || dose <= ceiling.most) return NO_FAULTS;
  return [at("dose", queried("unusual-dose", { dose, unit, drug, most: ceiling.most }))];
}
