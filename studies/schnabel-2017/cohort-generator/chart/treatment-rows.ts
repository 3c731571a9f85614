import { isoDate } from "@osteon/codebook";
import { ANTIBIOTICS } from "../plan/antibiotic-plan.ts";
import type { ChildPlan } from "../plan/child-plan.ts";
import {
  ADVERSE_EFFECTS,
  NSAID,
  PAMIDRONATE,
  PREDNISOLONE,
  SECOND_LINE,
  type StopReason,
} from "../plan/treatment-plan.ts";
import { seededRandom } from "../seeded-random.ts";
import { chartDate, chartDay, NOT_APPLICABLE } from "./chart-date.ts";
import type { ChartLedger } from "./chart-ledger.ts";

interface Given {
  readonly drug: string;
  readonly drugClass: string;
  readonly dose: string;
  readonly unit: string;
  readonly route: string;
  readonly start: number;
  readonly stop: number | undefined;
  readonly reason: StopReason | undefined;
}

const SECOND_LINE_DOSES = {
  methotrexate: { drugClass: "dmard", dose: "15", unit: "mg/m2", route: "subcutaneous" },
  sulfasalazine: { drugClass: "dmard", dose: "40", unit: "mg/kg/d", route: "oral" },
  etanercept: { drugClass: "tnf_inhibitor", dose: "0.8", unit: "mg/kg", route: "subcutaneous" },
  adalimumab: { drugClass: "tnf_inhibitor", dose: "24", unit: "mg/m2", route: "subcutaneous" },
} as const;

/** Writes every treatment of a child, its infusions and adverse effects. */
export function writeTreatments(ledger: ChartLedger, patient: string, child: ChildPlan): void {
  const given = [...nsaid(child), ...prednisolone(child), ...secondLine(child), ...pamidronate(child)];
  for (const one of given) {
    const treatment = ledger.add("treatment", treatmentCells(patient, child, one));
    if (one.drug === "pamidronate") writeInfusions(ledger, patient, child, treatment);
    writeAdverseEffects(ledger, patient, child, treatment, one);
  }
  writeAntibiotics(ledger, patient, child);
}

function treatmentCells(patient: string, child: ChildPlan, one: Given): Readonly<Record<string, string>> {
  const { drug, drugClass, dose, unit, route, start, stop, reason } = one;
  return {
    patient,
    drug,
    drug_class: drugClass,
    dose,
    dose_unit: unit,
    route,
    started_on: chartDate(child.diagnosed, start),
    stopped_on: stop === undefined ? NOT_APPLICABLE : isoDate(stopDay(child, one, stop)),
    stop_reason: reason ?? NOT_APPLICABLE,
  };
}

/** A course of prednisolone keeps its length, whatever weekday it begins on. */
function stopDay(child: ChildPlan, { drug, start }: Given, stop: number): number {
  if (drug !== "prednisolone") return chartDay(child.diagnosed, stop);
  return chartDay(child.diagnosed, start) + stop - start;
}

function nsaid({ name }: ChildPlan): readonly Given[] {
  const plan = NSAID[name];
  if (plan === undefined) return [];
  const random = seededRandom(`NSAID of ${name}`);
  const naproxen = name !== "pamidronate6" && random.chance(0.68);
  const dose = naproxen ? random.pick(["10", "10", "12", "12.5", "15", "15"]) : "30";
  const [start, stop, reason] = plan;
  return [
    {
      drug: naproxen ? "naproxen" : "ibuprofen",
      drugClass: "nsaid",
      dose,
      unit: "mg/kg/d",
      route: "oral",
      start,
      stop: stop === "ongoing" ? undefined : stop,
      reason,
    },
  ];
}

function prednisolone({ name }: ChildPlan): readonly Given[] {
  const courses = PREDNISOLONE[name]?.split(" ") ?? [];
  return courses.map((course) => {
    const [start = 0, days = 0] = course.split("+").map(Number);
    const reason = "planned_end" as const;
    const dosage = { dose: "2", unit: "mg/kg/d", route: "oral" };
    return { drug: "prednisolone", drugClass: "steroid", ...dosage, start, stop: start + days, reason };
  });
}

function secondLine({ name }: ChildPlan): readonly Given[] {
  return SECOND_LINE.filter(({ child }) => child === name).map(({ drug, start, stop, reason }) => ({
    drug,
    ...SECOND_LINE_DOSES[drug],
    start,
    stop,
    reason,
  }));
}

const DAYS_OF_CYCLE = [1, 2, 3];

function pamidronate({ name }: ChildPlan): readonly Given[] {
  const cycles = PAMIDRONATE[name];
  const [start] = cycles ?? [];
  if (cycles === undefined || start === undefined) return [];
  const dosage = { dose: "1", unit: "mg/kg", route: "intravenous" };
  const stop = (cycles.at(-1) ?? start) + DAYS_OF_CYCLE.length - 1;
  return [{ drug: "pamidronate", drugClass: "bisphosphonate", ...dosage, start, stop, reason: "planned_end" }];
}

function writeInfusions(ledger: ChartLedger, patient: string, child: ChildPlan, treatment: string): void {
  for (const [index, day] of (PAMIDRONATE[child.name] ?? []).entries()) {
    for (const cycleDay of DAYS_OF_CYCLE) {
      ledger.add("course", {
        patient,
        treatment,
        cycle: String(index + 1),
        cycle_day: String(cycleDay),
        given_on: isoDate(chartDay(child.diagnosed, day) + cycleDay - 1),
        dose: index === 0 && cycleDay === 1 ? "0.5" : "1",
        dose_unit: "mg/kg",
      });
    }
  }
}

function writeAdverseEffects(
  ledger: ChartLedger,
  patient: string,
  child: ChildPlan,
  treatment: string,
  one: Given,
): void {
  for (const { child: name, drug, after, effect, severity } of ADVERSE_EFFECTS) {
    if (name !== child.name || drug !== one.drug) continue;
    const noticed_on = isoDate(chartDay(child.diagnosed, one.start) + after);
    ledger.add("adverse_effect", { patient, treatment, noticed_on, effect, severity });
  }
}

function writeAntibiotics(ledger: ChartLedger, patient: string, { name, diagnosed }: ChildPlan): void {
  const plan = ANTIBIOTICS[name];
  if (plan === undefined) return;
  const begin = chartDay(diagnosed, plan.start);
  const change = begin + plan.intravenous;
  const [intravenous, oral] = plan.substances;
  const { indication } = plan;
  const row = (route: string, substance: string, from: number, to: number): void => {
    const dates = { started_on: isoDate(from), stopped_on: isoDate(to) };
    ledger.add("antibiotic", { patient, substance, route, ...dates, indication });
  };
  row("intravenous", intravenous, begin, change);
  row("oral", oral, change, change + plan.oral);
}
