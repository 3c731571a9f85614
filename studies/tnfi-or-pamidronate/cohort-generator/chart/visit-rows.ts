import { type ChartRow, DAYS_PER_YEAR, isoDate } from "@osteon/codebook";
import { CRP, ESR } from "../../../schnabel-2017/cohort-generator/chart/assay.ts";
import { bodyWeight } from "../../../schnabel-2017/cohort-generator/chart/body-weight.ts";
import { chartDay, NOT_APPLICABLE, NOT_DONE, yesNo } from "../../../schnabel-2017/cohort-generator/chart/chart-date.ts";
import type { ChartLedger } from "../../../schnabel-2017/cohort-generator/chart/chart-ledger.ts";
import { type Random, seededRandom } from "../../../schnabel-2017/cohort-generator/seeded-random.ts";
import type { ChildPlan } from "../plan/child-plan.ts";
import type { PlannedVisit, VisitState } from "../plan/course-plan.ts";

type Span = readonly [low: number, high: number];

/** What a visit shows by its state: pain, painful sites, ESR; whether local signs are possible. */
const SHOWS: Readonly<
  Record<VisitState, { readonly pain: Span; readonly sites: Span; readonly esr: Span; readonly local: number }>
> = {
  baseline: { pain: [3, 8], sites: [1, 4], esr: [12, 48], local: 0.4 },
  start: { pain: [3, 8], sites: [1, 4], esr: [12, 48], local: 0.4 },
  active: { pain: [3, 7], sites: [1, 3], esr: [14, 40], local: 0.35 },
  partial: { pain: [1, 3], sites: [1, 1], esr: [3, 12], local: 0 },
  full: { pain: [0, 0], sites: [0, 0], esr: [2, 11], local: 0 },
  flare: { pain: [4, 9], sites: [1, 4], esr: [16, 50], local: 0.4 },
};

const CHANGE: Readonly<Record<VisitState, readonly string[]>> = {
  baseline: [NOT_APPLICABLE],
  start: ["unchanged", "worse"],
  active: ["unchanged", "unchanged", "worse"],
  partial: ["improved"],
  full: ["improved"],
  flare: ["worse"],
};

/** Writes the visits of a child with their CRP and ESR; on day 0 of the first drug stand the printed findings. */
export function writeVisits(
  ledger: ChartLedger,
  patient: string,
  child: ChildPlan,
  visits: readonly PlannedVisit[],
): void {
  const random = seededRandom(`visits of ${child.name}`);
  const ofMedian = random.decimal(0.86, 1.22, 2);
  for (const { day, state } of visits) {
    const on = chartDay(child.diagnosed, day);
    const isFirstStart = state === "start" && day === child.drugs[0].start;
    const weight = bodyWeight((on - child.born) / DAYS_PER_YEAR, ofMedian);
    const visit = ledger.add("visit", {
      patient,
      visited_on: isoDate(on),
      weight_kg: weight.toFixed(1),
      temperature_cel: random.decimal(36.2, 37.6, 1).toFixed(1),
      ...signs(random, state, isFirstStart ? child.fatigue : undefined),
      subjective_change: random.pick(CHANGE[state]),
      visit_type: state === "flare" ? "unscheduled" : "scheduled",
    });
    const markers = { patient, visit, sampled_on: isoDate(on) };
    const crp = isFirstStart ? child.crp : crpOf(random, state);
    if (isFirstStart || !random.chance(0.08)) addResult(ledger, markers, CRP, crp);
    if (!random.chance(0.08)) addResult(ledger, markers, ESR, random.integer(...SHOWS[state].esr));
    if (state === "flare")
      ledger.add("relapse", { patient, noticed_on: isoDate(on), new_symptoms: "yes", new_lesion: "yes" });
  }
}

function signs(random: Random, state: VisitState, fatigue: boolean | undefined): ChartRow {
  const { pain, sites, local } = SHOWS[state];
  const felt = random.integer(...pain);
  const near = (): string => String(Math.max(0, Math.min(10, felt === 0 ? 0 : felt + random.integer(-1, 1))));
  const tired = fatigue ?? (felt > 2 && random.chance(0.3));
  return {
    pain_nrs: String(felt),
    patient_global_nrs: random.chance(0.1) ? NOT_DONE : near(),
    physician_global_nrs: random.chance(0.05) ? NOT_DONE : near(),
    chaq: random.chance(0.15) ? NOT_DONE : String(Math.min(3, felt * 0.125)),
    swelling: yesNo(random.chance(local)),
    redness: yesNo(random.chance(local / 3)),
    heat: yesNo(random.chance(local / 2)),
    painful_sites: String(random.integer(...sites)),
    fatigue_nrs: String(tired ? random.integer(3, 8) : 0),
  };
}

const crpOf = (random: Random, state: VisitState): number =>
  state === "partial" || state === "full" ? random.decimal(0.3, 4.6, 1) : random.decimal(1, 26, 1);

function addResult(
  ledger: ChartLedger,
  markers: ChartRow,
  { analyte, unit, decimals, upper }: typeof CRP,
  value: number,
): void {
  ledger.add("laboratory", {
    ...markers,
    ...{ analyte, value: value.toFixed(decimals), unit, finding: NOT_APPLICABLE },
    ...{ lower_limit: NOT_APPLICABLE, upper_limit: String(upper) },
  });
}
