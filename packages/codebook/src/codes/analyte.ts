import type { Choice, Limits } from "../field.ts";

/** A unit in which laboratories report an analyte, as a fraction of the analyte's own unit: own = reported × numerator / denominator. */
export interface ReportedUnit {
  readonly unit: string;
  readonly numerator: number;
  readonly denominator: number;
}

/** A laboratory test. `scale: "quantity"` is a number with a unit; `finding` is positive or negative; `titre` is the reciprocal of a dilution. */
export interface Analyte extends Choice {
  readonly scale: "quantity" | "finding" | "titre";
  /** UCUM unit in which analyses count; empty for findings. */
  readonly unit: string;
  readonly reported: readonly ReportedUnit[];
  readonly limits: Limits;
  /** Narrower plausible limits at an age, of a sex; the first band that fits a child holds. */
  readonly bands?: readonly LimitBand[];
}

/** What is plausible at an age in completed months, from the first to before the last, of one sex or of either. */
export interface LimitBand {
  readonly sex?: "female" | "male";
  readonly fromMonths: number;
  readonly toMonths: number;
  readonly plausible: readonly [number, number];
}

const same = (unit: string): ReportedUnit => ({ unit, numerator: 1, denominator: 1 });
const factor = (unit: string, numerator: number, denominator: number): ReportedUnit => ({
  unit,
  numerator,
  denominator,
});

function quantity(
  code: string,
  says: string,
  loinc: string,
  unit: string,
  possible: readonly [number, number],
  plausible: readonly [number, number],
  ...others: readonly ReportedUnit[]
): Analyte {
  return {
    code,
    says,
    scale: "quantity",
    unit,
    codes: { loinc },
    reported: [same(unit), ...others],
    limits: { possible, plausible },
  };
}

/** An analyte of the second version. Its LOINC code was not verified and no range of it, so that nothing but nonsense is asked about. */
const later = (
  code: string,
  says: string,
  german: string,
  unit: string,
  most: number,
  ...others: readonly ReportedUnit[]
): Analyte => ({
  code,
  says,
  german,
  since: 2,
  scale: "quantity",
  unit,
  reported: [same(unit), ...others],
  limits: { possible: [0, most], plausible: [0, most] },
});

const CELLS = ["10*9/L", [0, 2000]] as const;
const PER_CENT = ["%", [0, 100], [0, 95]] as const;
const IMMUNOGLOBULIN = factor("mg/dL", 1, 100);

/** Of molar masses 400.65 g/mol (calcifediol, C27H44O2) and 176.12 g/mol (ascorbic acid, C6H8O6), from the standard atomic weights. */
const CALCIFEDIOL = factor("ng/mL", 100_000, 40_065);
const ASCORBIC_ACID = factor("mg/L", 100_000, 17_612);

/** The list of analytes that a registry begins with. LOINC codes pass the check digit and were verified against the MII value set, loinc2hpo or HL7 CH. */
export const ANALYTES: readonly Analyte[] = [
  quantity("leukocytes", "Leukocytes", "26464-8", CELLS[0], [0, 200], [1, 40], same("GPt/L")),
  quantity("thrombocytes", "Thrombocytes (platelets)", "26515-7", CELLS[0], CELLS[1], [20, 1200], same("GPt/L")),
  quantity("neutrophils", "Neutrophils, share of leukocytes", "26511-6", ...PER_CENT),
  quantity("lymphocytes", "Lymphocytes, share of leukocytes", "26478-8", ...PER_CENT),
  quantity("monocytes", "Monocytes, share of leukocytes", "26485-3", ...PER_CENT),
  quantity("haemoglobin", "Haemoglobin", "718-7", "g/dL", [1, 30], [5, 20], factor("mmol/L", 161, 100)),
  quantity("crp", "C-reactive protein (CRP)", "1988-5", "mg/L", [0, 1000], [0, 400], factor("mg/dL", 10, 1)),
  quantity("esr", "Erythrocyte sedimentation rate (ESR), first hour", "30341-2", "mm/h", [0, 200], [0, 140]),
  quantity("alt", "Alanine aminotransferase (ALT)", "1742-6", "U/L", [0, 20000], [1, 1000]),
  quantity("ast", "Aspartate aminotransferase (AST)", "1920-8", "U/L", [0, 20000], [1, 1000]),
  quantity("ggt", "Gamma-glutamyl transferase (GGT)", "2324-2", "U/L", [0, 10000], [1, 1000]),
  quantity("ldh", "Lactate dehydrogenase (LDH)", "2532-0", "U/L", [0, 20000], [50, 2000]),
  quantity("alp", "Alkaline phosphatase (ALP)", "6768-6", "U/L", [0, 10000], [20, 2000]),
  quantity("calcium", "Calcium", "2000-8", "mmol/L", [0.5, 6], [1.5, 3.5], factor("mg/dL", 2495, 10000)),
  quantity("phosphate", "Phosphate", "14879-1", "mmol/L", [0.1, 6], [0.5, 3], factor("mg/dL", 1000, 3097)),
  quantity("ferritin", "Ferritin", "2276-4", "ng/mL", [0, 200000], [1, 5000], same("ug/L")),
  quantity("igg", "Immunoglobulin G", "2465-3", "g/L", [0, 100], [1, 40], IMMUNOGLOBULIN),
  quantity("iga", "Immunoglobulin A", "2458-8", "g/L", [0, 50], [0, 15], IMMUNOGLOBULIN),
  quantity("igm", "Immunoglobulin M", "2472-9", "g/L", [0, 50], [0, 10], IMMUNOGLOBULIN),
  {
    code: "hla_b27",
    says: "HLA-B27",
    scale: "finding",
    unit: "",
    codes: { loinc: "4821-5" },
    reported: [],
    limits: { possible: [0, 0], plausible: [0, 0] },
  },
  {
    code: "ana",
    says: "Antinuclear antibodies (ANA), reciprocal titre",
    scale: "titre",
    unit: "{titer}",
    codes: { loinc: "29953-7" },
    reported: [same("{titer}")],
    limits: { possible: [0, 1_000_000], plausible: [0, 20480] },
  },
  later(
    "band_neutrophils",
    "Band neutrophils, absolute",
    "Stabkernige Neutrophile, absolut",
    "10*9/L",
    200,
    factor("/uL", 1, 1000),
  ),
  later("saa", "Serum amyloid A (SAA)", "Serum-Amyloid A (SAA)", "mg/L", 10_000),
  later("s100a8_a9", "S100A8/A9 (calprotectin) in serum", "S100A8/A9 (Calprotectin) im Serum", "ng/mL", 1_000_000),
  later("vitamin_c", "Vitamin C", "Vitamin C", "umol/L", 1000, ASCORBIC_ACID),
  later("vitamin_d", "25-hydroxyvitamin D", "25-Hydroxy-Vitamin D", "nmol/L", 2000, CALCIFEDIOL),
  later("il_6", "Interleukin 6 (IL-6)", "Interleukin-6 (IL-6)", "pg/mL", 1_000_000),
  later("il_12", "Interleukin 12 (IL-12)", "Interleukin-12 (IL-12)", "pg/mL", 1_000_000),
  later(
    "mcp_1",
    "Monocyte chemoattractant protein 1 (MCP-1, CCL2)",
    "Monozyten-Chemoattraktor-Protein 1 (MCP-1, CCL2)",
    "pg/mL",
    1_000_000,
  ),
  later(
    "sil_2r",
    "Soluble interleukin 2 receptor (sIL-2R)",
    "Löslicher Interleukin-2-Rezeptor (sIL-2R)",
    "U/mL",
    1_000_000,
  ),
  later("ccl11", "Eotaxin 1 (CCL11)", "Eotaxin-1 (CCL11)", "pg/mL", 1_000_000),
  later(
    "il_1ra",
    "Interleukin 1 receptor antagonist (IL-1RA)",
    "Interleukin-1-Rezeptorantagonist (IL-1RA)",
    "pg/mL",
    1_000_000,
  ),
];
