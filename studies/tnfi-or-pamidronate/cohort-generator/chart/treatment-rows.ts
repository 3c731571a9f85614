import { isoDate } from "@osteon/codebook";
import {
  chartDate,
  chartDay,
  NOT_APPLICABLE,
  UNKNOWN,
} from "../../../schnabel-2017/cohort-generator/chart/chart-date.ts";
import type { ChartLedger } from "../../../schnabel-2017/cohort-generator/chart/chart-ledger.ts";
import type { ChildPlan, PlannedDrug } from "../plan/child-plan.ts";

/** Cycles of pamidronate, as the same group gave it: three days each, repeated after 3 and 6 months. */
const CYCLE_DAYS = [0, 91, 183] as const;

/** Writes naproxen from diagnosis on, and the drugs of the plan with the infusions of pamidronate. */
export function writeTreatments(ledger: ChartLedger, patient: string, child: ChildPlan): void {
  ledger.add("treatment", {
    patient,
    ...{ drug: "naproxen", drug_class: "nsaid", dose: "15", dose_unit: "mg/kg/d", route: "oral" },
    started_on: chartDate(child.diagnosed, 0),
    stopped_on: NOT_APPLICABLE,
    stop_reason: NOT_APPLICABLE,
  });
  for (const planned of child.drugs) {
    const stop = planned.stop !== undefined && planned.stop < child.lastDay ? planned.stop : undefined;
    const treatment = ledger.add("treatment", {
      patient,
      ...dosage(planned),
      started_on: chartDate(child.diagnosed, planned.start),
      stopped_on: stop === undefined ? NOT_APPLICABLE : chartDate(child.diagnosed, stop),
      stop_reason: stop === undefined ? NOT_APPLICABLE : (planned.reason ?? NOT_APPLICABLE),
    });
    if (planned.drug === "pamidronate") writeInfusions(ledger, patient, child, treatment, planned);
  }
}

/** Doses of TNF-α inhibitors stand in none of the sources. */
function dosage({ drug }: PlannedDrug) {
  if (drug === "pamidronate")
    return { drug, drug_class: "bisphosphonate", dose: "1", dose_unit: "mg/kg", route: "intravenous" };
  const route = drug === "infliximab" ? "intravenous" : "subcutaneous";
  return { drug, drug_class: "tnf_inhibitor", dose: UNKNOWN, dose_unit: UNKNOWN, route };
}

function writeInfusions(
  ledger: ChartLedger,
  patient: string,
  child: ChildPlan,
  treatment: string,
  { start, stop = child.lastDay }: PlannedDrug,
): void {
  for (const [index, after] of CYCLE_DAYS.entries()) {
    if (start + after + 3 > stop) return;
    for (const cycleDay of [1, 2, 3])
      ledger.add("course", {
        patient,
        treatment,
        cycle: String(index + 1),
        cycle_day: String(cycleDay),
        given_on: isoDate(chartDay(child.diagnosed, start + after) + cycleDay - 1),
        dose: index === 0 && cycleDay === 1 ? "0.5" : "1",
        dose_unit: "mg/kg",
      });
  }
}
