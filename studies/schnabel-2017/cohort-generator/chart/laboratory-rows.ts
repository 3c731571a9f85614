import type { ChartRow } from "@osteon/codebook";
import type { ChildPlan } from "../plan/child-plan.ts";
import { ANA_TITRE, HLA_B27_POSITIVE, WITHOUT_ANA, WITHOUT_HLA_B27 } from "../plan/manifestation-plan.ts";
import type { VisitState } from "../plan/visit-plan.ts";
import { type Random, seededRandom } from "../seeded-random.ts";
import { type Assay, CHEMISTRY, COUNTS, CRP, ESR, MG_PER_DL } from "./assay.ts";
import { NOT_APPLICABLE, NOT_DONE, UNKNOWN } from "./chart-date.ts";
import type { ChartLedger } from "./chart-ledger.ts";
import type { WrittenVisit } from "./visit-rows.ts";

/** Until then the laboratory reported CRP in mg/dL. */
const CRP_IN_MG_PER_DL_UNTIL = "2005-12-31";

/** Writes the laboratory of every visit of a child. */
export function writeLaboratory(
  ledger: ChartLedger,
  patient: string,
  child: ChildPlan,
  visits: readonly WrittenVisit[],
): void {
  const random = seededRandom(`laboratory of ${child.name}`);
  let lowestFlare = child.blood.esr;
  for (const visit of visits) {
    const at = { patient, visit: visit.key, sampled_on: visit.date };
    const add = (row: ChartRow): string => ledger.add("laboratory", { ...at, ...row });
    if (visit.state === "baseline" && visit.day > -30) {
      diagnosisRows(child, visit.date, random).forEach(add);
    } else {
      const esr = laterEsr(visit.state, lowestFlare, random);
      if (!isCalm(visit.state)) lowestFlare = Math.min(lowestFlare, esr);
      laterRows(visit.state, visit.date, esr, random).forEach(add);
    }
  }
}

function diagnosisRows({ blood, name }: ChildPlan, date: string, random: Random): readonly ChartRow[] {
  const counts = COUNTS.map((assay) => resultRow(assay, blood[assay.analyte]));
  const hla = WITHOUT_HLA_B27.has(name) ? [] : [findingRow("hla_b27", HLA_B27_POSITIVE.has(name))];
  const ana = WITHOUT_ANA.has(name) ? [] : [anaRow(ANA_TITRE[name])];
  return [...counts, crpRow(blood.crp, date), resultRow(ESR, blood.esr), ...chemistryRows(random), ...hla, ...ana];
}

function chemistryRows(random: Random): readonly ChartRow[] {
  return CHEMISTRY.map((assay) => {
    if (random.chance(assay.missing)) return missingRow(assay, random.chance(0.5) ? UNKNOWN : NOT_DONE);
    const [low, high] = random.chance(0.04) ? assay.unusual : assay.usual;
    return resultRow(assay, random.decimal(low, high, assay.decimals));
  });
}

const isCalm = (state: VisitState): boolean => state === "full" || state === "partial";

/**
 * Full remission has a normal ESR. In partial remission it may stay raised, if it is lower than at every flare before:
 * whichever line's start it is compared with, it is reduced.
 */
function laterEsr(state: VisitState, lowestFlare: number, random: Random): number {
  if (!isCalm(state)) return random.chance(0.65) ? random.integer(17, 68) : random.integer(5, 15);
  if (state === "partial" && lowestFlare >= 20 && random.chance(0.4)) return random.integer(12, lowestFlare - 4);
  return random.integer(3, 14);
}

/** CRP and ESR are measured wherever a remission may rest on them. */
function laterRows(state: VisitState, date: string, esr: number, random: Random): readonly ChartRow[] {
  const calm = isCalm(state);
  if (state === "full" && random.chance(0.12)) return [];
  const crp = calm
    ? random.decimal(0.3, 4.8, 1)
    : random.chance(0.55)
      ? random.decimal(6, 48, 1)
      : random.decimal(0.5, 4.9, 1);
  const rows = [crpRow(crp, date), resultRow(ESR, esr)];
  if (!random.chance(0.5)) return rows;
  const counts = COUNTS.slice(0, 2).map((assay) => resultRow(assay, random.decimal(...assay.range, assay.decimals)));
  const liver = CHEMISTRY.filter(({ analyte }) => analyte === "alt").map((assay) =>
    resultRow(assay, random.decimal(...assay.usual, assay.decimals)),
  );
  return [...counts, ...rows, ...liver];
}

function crpRow(mgPerL: number, date: string): ChartRow {
  if (date > CRP_IN_MG_PER_DL_UNTIL) return resultRow(CRP, mgPerL);
  return { ...resultRow(CRP, mgPerL), value: (mgPerL / 10).toFixed(2), unit: MG_PER_DL, upper_limit: "0.5" };
}

function resultRow({ analyte, unit, decimals, lower, upper }: Assay, value: number): ChartRow {
  return {
    analyte,
    value: value.toFixed(decimals),
    unit,
    finding: NOT_APPLICABLE,
    lower_limit: lower === undefined ? NOT_APPLICABLE : String(lower),
    upper_limit: String(upper),
  };
}

const missingRow = ({ analyte, unit }: Assay, reason: string): ChartRow => ({
  analyte,
  value: reason,
  unit,
  finding: NOT_APPLICABLE,
  lower_limit: reason,
  upper_limit: reason,
});

const findingRow = (analyte: string, positive: boolean): ChartRow => ({
  analyte,
  value: NOT_APPLICABLE,
  unit: NOT_APPLICABLE,
  finding: positive ? "positive" : "negative",
  lower_limit: NOT_APPLICABLE,
  upper_limit: NOT_APPLICABLE,
});

function anaRow(titre: number | undefined): ChartRow {
  const negative = findingRow("ana", false);
  return titre === undefined ? negative : { ...negative, value: String(titre), unit: "{titer}", finding: "positive" };
}
