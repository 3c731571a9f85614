import { type CnoProtocol, OUTCOME_DEFINITIONS, type OutcomeRules, type PedcnoProtocol } from "@osteon/cno";
import { lineBaselines } from "./baseline-visit.ts";
import type { Chart, Imaging } from "./chart.ts";
import { within } from "./closest.ts";
import { imagingFindings } from "./lesions.ts";
import { isMri } from "./line-radiology.ts";
import { type Line, linesOf } from "./lines.ts";
import { lineLesionCounts, pedcnos } from "./pedcno.ts";
import { responses } from "./response.ts";

/** A protocol that states the rules of every outcome definition. */
export type OutcomeProtocol = CnoProtocol & PedcnoProtocol & { readonly rules: OutcomeRules };

type Answer = number | null;

/** The visit fields of the scales, as frozen; this package's charts name them where a study reads them. */
export type Scales = {
  readonly pain_nrs: Answer;
  readonly patient_global_nrs: Answer;
  readonly physician_global_nrs: Answer;
  readonly clinical_lesions: Answer;
  readonly chaq_x1000: Answer;
};

/** What there is to read of each line at each time point. */
export function readings(chart: Chart, protocol: OutcomeProtocol) {
  const lines = linesOf(chart, protocol);
  const starts = lineBaselines(chart, protocol);
  const counts = lineLesionCounts(chart, protocol);
  return responses(chart, protocol).map((response) => {
    const { line_class, time_point, visit_no } = response;
    const isOwn = (own: { readonly line_class: string }) => own.line_class === line_class;
    const line = lines.find(isOwn);
    if (line === undefined) throw new Error(`a response of the line ${line_class}, which is none of the child's`);
    const start_no = starts.find(isOwn)?.baseline_visit_no ?? null;
    return {
      response,
      start_no,
      now: scalesOf(chart, visit_no),
      start: scalesOf(chart, start_no),
      lesions: counts.find((own) => isOwn(own) && own.time_point === time_point),
      mri: mriOf(chart, line, protocol.timePoints[time_point]),
    };
  });
}

export type Reading = ReturnType<typeof readings>[number];

/** 1 or 0, or null where one of the values that it asks for is not known. */
const asked = (values: readonly Answer[], holds: (...known: readonly number[]) => boolean): Answer => {
  const known = values.filter((value) => value !== null);
  return known.length < values.length ? null : Number(holds(...known));
};

/** Every outcome definition of each line at each time point, one after the other. */
export function outcomeProfiles(chart: Chart, protocol: OutcomeProtocol) {
  const responded = pedcnos(chart, protocol);
  const { cdasFall, lowPain, severeDisease } = protocol.rules;
  return readings(chart, protocol).map(({ response, now, start, mri }) => {
    const { patient_no, line_class, time_point, cohort, in_response, outcome_state } = response;
    const told = outcome_state === "not_seen" || outcome_state === "undetermined" ? null : outcome_state;
    const is = (...states: readonly string[]): Answer => (told === null ? null : Number(states.includes(told)));
    const atLevel = (level: string): Answer => {
      const own = responded.find(
        (one) => one.line_class === line_class && one.time_point === time_point && one.level === level,
      );
      return own?.pedcno_state === "response" ? 1 : own?.pedcno_state === "no_response" ? 0 : null;
    };
    const [cdas, before] = [cdasOf(now), cdasOf(start)];
    return {
      ...{ patient_no, line_class, time_point, cohort, in_response },
      full_remission: is("full_remission"),
      partial_remission: is("partial_remission"),
      any_remission: is("full_remission", "partial_remission"),
      relapse: is("relapse"),
      inefficacy: is("inefficacy"),
      pedcno30: atLevel("pedcno30"),
      pedcno50: atLevel("pedcno50"),
      pedcno70: atLevel("pedcno70"),
      pedcno90: atLevel("pedcno90"),
      cdas,
      cdas_fall: asked([before, cdas], (was = 0, is = 0) => was - is >= cdasFall.atLeast.value),
      severe_disease: asked([now.physician_global_nrs], (own = 0) => own >= severeDisease.physicianGlobalAtLeast),
      mri_inactive: mri.inactive,
      low_pain: asked([now.pain_nrs], (own = 0) => own <= lowPain.atMost),
    };
  });
}

const NOTHING: Scales = {
  pain_nrs: null,
  patient_global_nrs: null,
  physician_global_nrs: null,
  clinical_lesions: null,
  chaq_x1000: null,
};

function scalesOf(chart: Chart, visit_no: number | null): Scales {
  const visits = chart.visit as unknown as readonly (Scales & { readonly visit_no: number })[];
  return visits.find((visit) => visit.visit_no === visit_no) ?? NOTHING;
}

function cdasOf({ pain_nrs, patient_global_nrs, clinical_lesions }: Scales): Answer {
  if (pain_nrs === null || patient_global_nrs === null || clinical_lesions === null) return null;
  return pain_nrs + patient_global_nrs + clinical_lesions;
}

/** What the MRI of a time point says, or what is missing. */
function mriOf(chart: Chart, line: Line, point: OutcomeProtocol["timePoints"][string] | undefined) {
  if (point === undefined) throw new Error("the protocol has no such time point");
  const far = ({ imaged_epoch_day }: Imaging) => Math.abs(imaged_epoch_day - line.start_epoch_day - point.targetDay);
  const looked = imagingFindings(chart);
  const read = chart.imaging
    .filter((own) => isMri(own) && looked.some(({ imaging_no }) => imaging_no === own.imaging_no))
    .filter(({ imaged_epoch_day }) => within(imaged_epoch_day - line.start_epoch_day, point.window))
    .sort((a, b) => far(a) - far(b) || a.imaged_epoch_day - b.imaged_epoch_day || a.imaging_no - b.imaging_no);
  const wholeBody = read.find(({ modality }) => modality === "whole_body_mri");
  const chosen = wholeBody ?? read[0];
  if (chosen === undefined) return { inactive: null, missing: "mri" };
  const shown = looked.find(({ imaging_no }) => imaging_no === chosen.imaging_no);
  if ((shown?.new_count ?? 0) > 0 || (shown?.active_count ?? 0) > 0) return { inactive: 0, missing: null };
  return wholeBody === undefined ? { inactive: null, missing: "whole_body_mri" } : { inactive: 1, missing: null };
}

/** Definitions that are not known of a line at a time point. */
export const unknownOf = (profile: ReturnType<typeof outcomeProfiles>[number]) =>
  OUTCOME_DEFINITIONS.filter(({ id }) => profile[id as keyof typeof profile] === null);
