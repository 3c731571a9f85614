import { isoDate } from "@osteon/codebook";
import { ANTIBIOTICS } from "../plan/antibiotic-plan.ts";
import type { ChildPlan } from "../plan/child-plan.ts";
import { MANIFESTATIONS, SEQUELAE } from "../plan/manifestation-plan.ts";
import { seededRandom } from "../seeded-random.ts";
import { chartDate, chartDay, NOT_APPLICABLE, partialDate, UNKNOWN, yesNo } from "./chart-date.ts";
import type { ChartLedger } from "./chart-ledger.ts";
import type { WrittenVisit } from "./visit-rows.ts";

/** Writes manifestations with their joints, sequelae, and the relapses as the chart itself records them. */
export function writeEvents(
  ledger: ChartLedger,
  patient: string,
  child: ChildPlan,
  visits: readonly WrittenVisit[],
): void {
  for (const { kind, day, precision, distant, joints = [] } of MANIFESTATIONS.filter(
    (one) => one.child === child.name,
  )) {
    const manifestation = ledger.add("manifestation", {
      patient,
      kind,
      noticed_on: partialDate(chartDay(child.diagnosed, day), precision),
      distant_from_lesions: kind === "arthritis" ? yesNo(distant === true) : NOT_APPLICABLE,
    });
    for (const site of joints) ledger.add("joint", { patient, manifestation, site });
  }
  for (const [index, { kind, bone, day }] of SEQUELAE.filter((one) => one.child === child.name).entries()) {
    const known = (day + index) % 5 !== 0 || kind === "vertebral_fracture";
    const noticed_on = known ? partialDate(chartDay(child.diagnosed, day), "month") : UNKNOWN;
    ledger.add("sequela", { patient, kind, bone, noticed_on });
  }
  for (const { date, state } of visits) {
    if (state === "relapse") {
      ledger.add("relapse", { patient, noticed_on: date, new_symptoms: "yes", new_lesion: "yes" });
    }
  }
}

/** Writes the bone biopsy, its culture, and the blood culture of a child given antibiotics. */
export function writeBiopsy(ledger: ChartLedger, patient: string, child: ChildPlan, finding: string | undefined): void {
  const random = seededRandom(`biopsy of ${child.name}`);
  if (finding !== undefined) {
    const on = chartDate(child.diagnosed, random.integer(-8, 6));
    const bone = child.lesions[0]?.bone ?? UNKNOWN;
    ledger.add("biopsy", { patient, taken_on: on, bone, finding });
    addCulture(ledger, patient, on, "bone");
  }
  const antibiotics = ANTIBIOTICS[child.name];
  if (antibiotics === undefined) return;
  addCulture(ledger, patient, isoDate(chartDay(child.diagnosed, antibiotics.start)), "blood");
}

function addCulture(ledger: ChartLedger, patient: string, sampled_on: string, material: string): void {
  ledger.add("culture", { patient, sampled_on, material, growth: "none", organism: NOT_APPLICABLE });
}
