import type { CnoProtocol } from "@osteon/cno";
import type { Entry } from "@osteon/protocol";
import type { Chart } from "./chart.ts";
import { studyPatient } from "./study-patient.ts";

export type Exposure = {
  readonly patient_no: number;
  readonly line_class: string;
  readonly start_epoch_day: number;
  readonly stop_epoch_day: number | null;
  readonly stop_known: number;
  readonly ineffective_epoch_day: number | null;
  readonly first_source_no: number | null;
};

export type Line = Exposure & {
  readonly cohort: string;
  readonly entry: "diagnosis" | "antibiotic" | "drug";
  readonly escalated_epoch_day: number | null;
  readonly concomitant: number;
  readonly in_response: number;
};

interface Given {
  readonly no: number;
  readonly start: number;
  readonly stop: number | null;
  readonly isStopKnown: boolean;
  readonly stopReason: string | null;
}

/** What was given, by the group that it opens: from the first start to the last stop; still running where one has no stop. */
export function exposures(chart: Chart, { groups }: CnoProtocol): readonly Exposure[] {
  const byClass = new Map<string, Given[]>();
  const add = (lineClass: string, given: Given) => byClass.set(lineClass, [...(byClass.get(lineClass) ?? []), given]);
  for (const [name, { entry }] of Object.entries(groups)) {
    for (const row of chart.treatment) {
      const { treatment_no: no, started_epoch_day: start, stopped_epoch_day: stop, stop_reason: stopReason } = row;
      if (opens(entry, row)) add(name, { no, start, stop, isStopKnown: isStopKnown(row), stopReason });
    }
    for (const row of chart.antibiotic) {
      const { antibiotic_no: no, started_epoch_day: start, stopped_epoch_day: stop } = row;
      if (entry === "antibiotic") add(name, { no, start, stop, isStopKnown: isStopKnown(row), stopReason: null });
    }
  }
  return [...byClass].map(([line_class, all]) => exposure(chart.patient.patient_no, line_class, all));
}

/** A stop is known by its day, or as none where the drug goes on. */
const isStopKnown = (given: {
  readonly stopped_epoch_day: number | null;
  readonly stopped_on_missing: string | null;
}): boolean => given.stopped_epoch_day !== null || given.stopped_on_missing === "not-applicable";

/** Does a drug that was given open a group with this entry? */
export function opens(entry: Entry, given: { readonly drug: string; readonly drug_class: string }): boolean {
  if (typeof entry === "string") return false;
  return "drugs" in entry
    ? entry.drugs.includes(given.drug)
    : entry.drugClasses.some((drugClass) => drugClass === given.drug_class);
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
    stop_known: Number(all.every((given) => given.isStopKnown)),
    ineffective_epoch_day: stop !== null && failed ? stop : null,
    first_source_no: Math.min(...all.map(({ no }) => no)),
  };
}

/** The lines that a patient of the study stands in; that of a group from diagnosis runs whatever is given. */
export function linesOf(chart: Chart, protocol: CnoProtocol): readonly Line[] {
  const patient = studyPatient(chart, protocol);
  if (patient === undefined) return [];
  const fromDiagnosis = Object.entries(protocol.groups).flatMap(([name, { entry }]): readonly Exposure[] =>
    entry === "diagnosis"
      ? [
          {
            patient_no: patient.patient_no,
            line_class: name,
            start_epoch_day: patient.diagnosed_epoch_day,
            stop_epoch_day: null,
            stop_known: 1,
            ineffective_epoch_day: null,
            first_source_no: null,
          },
        ]
      : [],
  );
  const known = [...exposures(chart, protocol), ...fromDiagnosis];
  return known.map((own) => lineOf(own, known, patient.cohort, protocol));
}

const ruleOf = (lineClass: string, { groups }: CnoProtocol) =>
  Object.entries(groups).find(([name]) => name === lineClass)?.[1];

function lineOf(own: Exposure, all: readonly Exposure[], cohort: string, protocol: CnoProtocol): Line {
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
    entry: typeof rule?.entry === "string" ? rule.entry : "drug",
    escalated_epoch_day: escalated,
    concomitant: Number(concomitant),
    in_response: Number(inResponse),
  };
}
