import type { Protocol } from "@osteon/protocol";
import type { Chart } from "./chart.ts";
import { studyPatient } from "./study-patient.ts";

export type Exposure = {
  readonly patient_no: number;
  readonly line_class: string;
  readonly start_epoch_day: number;
  readonly stop_epoch_day: number | null;
  readonly ineffective_epoch_day: number | null;
  readonly first_source_no: number | null;
};

export type Line = Exposure & {
  readonly cohort: string;
  readonly escalated_epoch_day: number | null;
  readonly concomitant: number;
  readonly in_response: number;
};

interface Given {
  readonly no: number;
  readonly start: number;
  readonly stop: number | null;
  readonly stopReason: string | null;
}

/** What was given, by class: from the first start to the last stop; still running where one has no stop. */
export function exposures(chart: Chart): readonly Exposure[] {
  const byClass = new Map<string, Given[]>();
  const add = (lineClass: string, given: Given) => byClass.set(lineClass, [...(byClass.get(lineClass) ?? []), given]);
  for (const { drug_class, treatment_no, started_epoch_day, stopped_epoch_day, stop_reason } of chart.treatment) {
    add(drug_class, { no: treatment_no, start: started_epoch_day, stop: stopped_epoch_day, stopReason: stop_reason });
  }
  for (const { antibiotic_no, started_epoch_day, stopped_epoch_day } of chart.antibiotic) {
    add("antibiotic", { no: antibiotic_no, start: started_epoch_day, stop: stopped_epoch_day, stopReason: null });
  }
  return [...byClass].map(([line_class, all]) => exposure(chart.patient.patient_no, line_class, all));
}

function exposure(patient_no: number, line_class: string, all: readonly Given[]): Exposure {
  const stops = all.flatMap(({ stop }) => (stop === null ? [] : [stop]));
  const stop = stops.length === all.length ? Math.max(...stops) : null;
  const failed = all.some((given) => given.stop === stop && given.stopReason === "inefficacy");
  return {
    patient_no,
    line_class,
    start_epoch_day: Math.min(...all.map(({ start }) => start)),
    stop_epoch_day: stop,
    ineffective_epoch_day: stop !== null && failed ? stop : null,
    first_source_no: Math.min(...all.map(({ no }) => no)),
  };
}

/** The lines that a patient of the study stands in; `any` runs from diagnosis, whatever is given. */
export function linesOf(chart: Chart, protocol: Protocol): readonly Line[] {
  const patient = studyPatient(chart, protocol);
  if (patient === undefined) return [];
  const any: Exposure = {
    patient_no: patient.patient_no,
    line_class: "any",
    start_epoch_day: patient.diagnosed_epoch_day,
    stop_epoch_day: null,
    ineffective_epoch_day: null,
    first_source_no: null,
  };
  const known = [...exposures(chart), any].filter(({ line_class }) => ruleOf(line_class, protocol) !== undefined);
  return known.map((own) => lineOf(own, known, patient.cohort, protocol));
}

const ruleOf = (lineClass: string, { lines }: Protocol) =>
  Object.entries(lines).find(([name]) => name === lineClass)?.[1];

function lineOf(own: Exposure, all: readonly Exposure[], cohort: string, protocol: Protocol): Line {
  const rule = ruleOf(own.line_class, protocol);
  const step = rule?.step ?? 0;
  const { withinDays } = protocol.rules.concomitant;
  let escalated: number | null = null;
  let concomitant = false;
  for (const other of all) {
    const otherStep = ruleOf(other.line_class, protocol)?.step ?? 0;
    if (other === own || step === 0 || otherStep === 0) continue;
    const startsTogether = other.start_epoch_day <= own.start_epoch_day + withinDays;
    const stillRuns = other.stop_epoch_day === null || other.stop_epoch_day >= own.start_epoch_day;
    if (startsTogether && stillRuns) concomitant = true;
    if (!startsTogether && otherStep > step)
      escalated = Math.min(escalated ?? other.start_epoch_day, other.start_epoch_day);
  }
  const inResponse = rule?.inResponse === true && !(rule.aloneOnly && concomitant);
  return {
    ...own,
    cohort,
    escalated_epoch_day: escalated,
    concomitant: Number(concomitant),
    in_response: Number(inResponse),
  };
}
