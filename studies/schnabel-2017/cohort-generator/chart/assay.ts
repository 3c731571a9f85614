import type { Blood } from "../plan/blood-plan.ts";

/** How the laboratory reports an analyte: unit, decimals and its own limits of normal. */
export interface Assay {
  readonly analyte: string;
  readonly unit: string;
  readonly decimals: number;
  readonly lower?: number;
  readonly upper: number;
}

type Span = readonly [low: number, high: number];

interface CountAssay extends Assay {
  readonly analyte: keyof Blood;
  /** Where values of a treated child lie. */
  readonly range: Span;
}

interface ChemistryAssay extends Assay {
  readonly usual: Span;
  readonly unusual: Span;
  /** Share of children in whom it was not measured at diagnosis. */
  readonly missing: number;
}

const CELLS = "10*9/L";

/** Limits as in Table 1 of the paper. */
export const COUNTS: readonly CountAssay[] = [
  { analyte: "leukocytes", unit: CELLS, decimals: 1, lower: 4.5, upper: 12.5, range: [4.8, 11.6] },
  { analyte: "thrombocytes", unit: CELLS, decimals: 0, lower: 150, upper: 400, range: [190, 420] },
  { analyte: "neutrophils", unit: "%", decimals: 1, lower: 43, upper: 57, range: [40, 60] },
  { analyte: "lymphocytes", unit: "%", decimals: 1, lower: 30, upper: 45, range: [28, 46] },
  { analyte: "monocytes", unit: "%", decimals: 1, lower: 0, upper: 6, range: [3, 8] },
];

export const CRP: Assay = { analyte: "crp", unit: "mg/L", decimals: 1, upper: 5 };
export const ESR: Assay = { analyte: "esr", unit: "mm/h", decimals: 0, upper: 15 };
export const MG_PER_DL = "mg/dL";

const chemistry = (
  analyte: string,
  unit: string,
  decimals: number,
  [lower, upper]: Span,
  usual: Span,
  unusual: Span,
  missing: number,
): ChemistryAssay => ({ analyte, unit, decimals, lower, upper, usual, unusual, missing });

/** "Clinical chemistry was not significantly altered": within limits but for one value in 25. */
export const CHEMISTRY: readonly ChemistryAssay[] = [
  chemistry("haemoglobin", "g/dL", 1, [11, 15.5], [11.2, 14.6], [10.2, 10.9], 0),
  chemistry("alt", "U/L", 0, [5, 35], [9, 32], [37, 60], 0.05),
  chemistry("ast", "U/L", 0, [10, 50], [15, 42], [51, 66], 0.05),
  chemistry("ggt", "U/L", 0, [4, 25], [6, 22], [26, 34], 0.15),
  chemistry("ldh", "U/L", 0, [120, 300], [150, 285], [301, 350], 0.08),
  chemistry("alp", "U/L", 0, [60, 400], [110, 370], [401, 450], 0.08),
  chemistry("calcium", "mmol/L", 2, [2.1, 2.7], [2.22, 2.6], [2.71, 2.78], 0.06),
  chemistry("phosphate", "mmol/L", 2, [1.1, 1.95], [1.2, 1.85], [0.98, 1.08], 0.1),
  chemistry("ferritin", "ng/mL", 0, [10, 140], [18, 120], [141, 260], 0.3),
  chemistry("igg", "g/L", 1, [6.5, 15], [7.2, 14.2], [15.1, 17.8], 0.12),
  chemistry("iga", "g/L", 2, [0.4, 3.2], [0.6, 2.7], [3.25, 3.9], 0.12),
  chemistry("igm", "g/L", 2, [0.4, 2.5], [0.5, 2.1], [2.55, 2.8], 0.12),
];
