import type { Charts } from "@osteon/codebook";
import { chartDate } from "./chart/chart-date.ts";
import { type ChartLedger, chartLedger } from "./chart/chart-ledger.ts";
import { writeBiopsy, writeEvents } from "./chart/event-rows.ts";
import { writeImaging } from "./chart/imaging-rows.ts";
import { writeLaboratory } from "./chart/laboratory-rows.ts";
import { writeTreatments } from "./chart/treatment-rows.ts";
import { writeVisits } from "./chart/visit-rows.ts";
import { planControls } from "./controls/control-plan.ts";
import { dateControl, writeControl } from "./controls/control-rows.ts";
import { biopsyFindings } from "./plan/biopsy-plan.ts";
import { type ChildPlan, planChildren } from "./plan/child-plan.ts";

/** Children diagnosed from this day on were not yet part of the centre's earlier publication; there are seven. */
const NEW_FROM = "2014-01-01";

/** The charts of 56 invented children with CNO and 56 with bacterial osteomyelitis, the same whenever they are made. */
export function cohortCharts(): Charts {
  const ledger = chartLedger();
  const findings = biopsyFindings();
  const children = planChildren().map((child) => ({
    ...child,
    write: (patient: string) => writeChild(ledger, patient, child, findings.get(child.name)),
  }));
  const controls = planControls()
    .map(dateControl)
    .map((control) => ({ ...control, write: (patient: string) => writeControl(ledger, patient, control) }));
  const all = [...children, ...controls].map(({ name, diagnosedOn, write }) => ({ name, diagnosedOn, write }));
  all.sort((a, b) => (`${a.diagnosedOn} ${a.name}` < `${b.diagnosedOn} ${b.name}` ? -1 : 1));
  for (const [index, { write }] of all.entries()) write(`DD-${String(index + 1).padStart(3, "0")}`);
  return ledger.charts();
}

function writeChild(ledger: ChartLedger, patient: string, child: ChildPlan, biopsy: string | undefined): void {
  const { sex, bornOn, onsetOn, diagnosedOn, diagnosed, lastDay } = child;
  ledger.enter("patient", {
    patient,
    centre: "Dresden",
    cohort: "cno",
    sex,
    born_on: bornOn,
    onset_on: onsetOn,
    diagnosed_on: diagnosedOn,
    consent: "waived",
    status: lastDay < 200 ? "lost" : "alive",
    last_contact_on: chartDate(diagnosed, lastDay),
    published_before: diagnosedOn < NEW_FROM ? "yes" : "no",
  });
  const visits = writeVisits(ledger, patient, child);
  writeLaboratory(ledger, patient, child, visits);
  writeImaging(ledger, patient, child);
  writeBiopsy(ledger, patient, child, biopsy);
  writeTreatments(ledger, patient, child);
  writeEvents(ledger, patient, child, visits);
}
