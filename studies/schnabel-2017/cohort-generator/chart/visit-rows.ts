import { type ChartRow, DAYS_PER_YEAR, isoDate } from "@osteon/codebook";
import { type ChildPlan, dayOf } from "../plan/child-plan.ts";
import type { PlannedVisit, VisitState } from "../plan/visit-plan.ts";
import { type Random, seededRandom } from "../seeded-random.ts";
import { bodyWeight } from "./body-weight.ts";
import { chartDay, NOT_APPLICABLE, NOT_DONE, UNKNOWN, yesNo } from "./chart-date.ts";
import type { ChartLedger } from "./chart-ledger.ts";

/** A visit as it was written into the charts. */
export interface WrittenVisit extends PlannedVisit {
  readonly key: string;
  readonly date: string;
  readonly ageYears: number;
}

const YOUNGEST_FOR_PAIN_SCALE = 4.5;

/** Writes the visits of a child. */
export function writeVisits(ledger: ChartLedger, patient: string, child: ChildPlan): readonly WrittenVisit[] {
  const random = seededRandom(`visits of ${child.name}`);
  const born = dayOf(child.bornOn);
  const ofMedian = random.decimal(0.86, 1.22, 2);
  return child.visits.map((visit) => {
    const day = chartDay(child.diagnosed, visit.day);
    const ageYears = (day - born) / DAYS_PER_YEAR;
    const atDiagnosis = visit.state === "baseline" && visit.day > -30;
    const cells = {
      patient,
      visited_on: isoDate(day),
      weight_kg: weightOf(ageYears, ofMedian, atDiagnosis, random),
      ...(atDiagnosis ? diagnosisSigns(child, ageYears, random) : laterSigns(visit.state, ageYears, random)),
      subjective_change: changeOf(child, visit),
      recorded_outcome: outcomeOf(visit.state, random),
    };
    return { ...visit, key: ledger.add("visit", cells), date: isoDate(day), ageYears };
  });
}

function weightOf(ageYears: number, ofMedian: number, always: boolean, random: Random): string {
  const weight = bodyWeight(ageYears, ofMedian) * random.decimal(0.985, 1.015, 3);
  return !always && random.chance(0.06) ? NOT_DONE : weight.toFixed(1);
}

function diagnosisSigns({ signs }: ChildPlan, ageYears: number, random: Random): ChartRow {
  const swelling = signs.local && random.chance(0.85);
  const heat = signs.local && (!swelling || random.chance(0.4));
  const gait = signs.lossOfFunction && signs.painfulLegs && random.chance(0.7);
  const pain = random.integer(3, 9);
  return {
    temperature_cel: (signs.fever ? random.decimal(38.2, 39.4, 1) : random.decimal(36.2, 37.7, 1)).toFixed(1),
    ...scales(pain, ageYears, random),
    swelling: yesNo(swelling),
    redness: yesNo(signs.local && random.chance(0.25)),
    heat: yesNo(heat),
    reduced_range: yesNo(signs.lossOfFunction && (!gait || random.chance(0.5))),
    abnormal_gait: yesNo(gait),
    painful_sites: String(signs.painfulSites),
    painful_lower_extremity: yesNo(signs.painfulLegs),
  };
}

const PAIN: Readonly<Record<VisitState, readonly [number, number]>> = {
  baseline: [3, 8],
  full: [0, 0],
  partial: [1, 3],
  active: [3, 7],
  relapse: [4, 9],
};

function laterSigns(state: VisitState, ageYears: number, random: Random): ChartRow {
  const flaring = state === "active" || state === "relapse" || state === "baseline";
  const sites = state === "full" ? 0 : flaring ? random.integer(1, 3) : 1;
  return {
    temperature_cel: random.chance(0.12) ? NOT_DONE : random.decimal(36.1, 37.6, 1).toFixed(1),
    ...scales(random.integer(...PAIN[state]), ageYears, random),
    swelling: yesNo(flaring && random.chance(0.5)),
    redness: yesNo(flaring && random.chance(0.15)),
    heat: yesNo(flaring && random.chance(0.25)),
    reduced_range: state === "full" ? "no" : random.chance(0.05) ? UNKNOWN : yesNo(flaring && random.chance(0.4)),
    abnormal_gait: yesNo(flaring && random.chance(0.3)),
    painful_sites: String(sites),
    painful_lower_extremity: yesNo(sites > 0 && random.chance(0.6)),
  };
}

/** Scales follow the pain; small children have no pain scale, questionnaires are often not filled in or not yet entered. */
function scales(pain: number, ageYears: number, random: Random): ChartRow {
  const near = (spread: number): string => String(Math.max(0, Math.min(10, pain + random.integer(-spread, spread))));
  const none = pain === 0;
  return {
    pain_nrs: ageYears < YOUNGEST_FOR_PAIN_SCALE ? NOT_APPLICABLE : String(pain),
    patient_global_nrs: random.chance(0.1)
      ? random.pick([NOT_DONE, ""])
      : none
        ? String(random.integer(0, 1))
        : near(2),
    physician_global_nrs: random.chance(0.05) ? NOT_DONE : none ? "0" : near(1),
    chaq: random.chance(0.45) ? NOT_DONE : String(none ? 0 : Math.round(pain * random.decimal(0.05, 0.25, 2) * 8) / 8),
  };
}

/** The change since the start of the present treatment; antibiotics before the diagnosis changed nothing in those who failed. */
function changeOf(child: ChildPlan, { day, state }: PlannedVisit): string {
  if (state === "full" || state === "partial") return "improved";
  if (state === "active") return "unchanged";
  if (state === "relapse") return "worse";
  const treatedBefore = child.visits.some((other) => other.day < -30) && day > -30;
  return treatedBefore ? "unchanged" : NOT_APPLICABLE;
}

function outcomeOf(state: VisitState, random: Random): string {
  if (state === "baseline" || random.chance(0.45)) return NOT_APPLICABLE;
  return { full: "full_remission", partial: "partial_remission", active: "no_remission", relapse: "relapse" }[state];
}
