import { type Charts, isoDate } from "@osteon/codebook";
import { chartDate, yesNo } from "../../schnabel-2017/cohort-generator/chart/chart-date.ts";
import { type ChartLedger, chartLedger } from "../../schnabel-2017/cohort-generator/chart/chart-ledger.ts";
import { seededRandom } from "../../schnabel-2017/cohort-generator/seeded-random.ts";
import { writeImaging } from "./chart/imaging-rows.ts";
import { writeTreatments } from "./chart/treatment-rows.ts";
import { writeVisits } from "./chart/visit-rows.ts";
import { type ChildPlan, monthOf, planChildren } from "./plan/child-plan.ts";
import { courseOf } from "./plan/course-plan.ts";

/** The charts of 91 invented children, the same whenever they are made. */
export function cohortCharts(): Charts {
  const ledger = chartLedger();
  const children = [...planChildren()].sort((a, b) => a.diagnosed - b.diagnosed || (a.name < b.name ? -1 : 1));
  for (const [index, child] of children.entries())
    writeChild(ledger, `TP-${String(index + 1).padStart(3, "0")}`, child);
  return ledger.charts();
}

function writeChild(ledger: ChartLedger, patient: string, child: ChildPlan): void {
  ledger.enter("patient", {
    patient,
    centre: "Invented",
    cohort: "cno",
    sex: child.girl ? "female" : "male",
    born_on: monthOf(child.born),
    onset_on: monthOf(child.onset),
    diagnosed_on: chartDate(child.diagnosed, 0),
    consent: "waived",
    status: "alive",
    last_contact_on: chartDate(child.diagnosed, child.lastDay),
  });
  const { visits, images } = courseOf(child);
  writeVisits(ledger, patient, child, visits);
  writeImaging(ledger, patient, child, images);
  writeTreatments(ledger, patient, child);
  if (child.arthritis) writeArthritis(ledger, patient, child);
}

function writeArthritis(ledger: ChartLedger, patient: string, child: ChildPlan): void {
  const random = seededRandom(`arthritis of ${child.name}`);
  const manifestation = ledger.add("manifestation", {
    patient,
    kind: "arthritis",
    noticed_on: isoDate(child.diagnosed - random.integer(0, 25)),
    distant_from_lesions: yesNo(random.chance(0.5)),
  });
  ledger.add("joint", { patient, manifestation, site: random.pick(["knee", "ankle", "sacroiliac", "hip"]) });
}
