import type { CnoProtocol } from "@osteon/cno";
import { BONES } from "@osteon/codebook";
import type { Chart } from "./chart.ts";
import { within } from "./closest.ts";
import { studyPatient } from "./study-patient.ts";

export type LesionPlace = {
  readonly lesion_no: number;
  readonly patient_no: number;
  readonly cohort: string;
  readonly bone: string;
  readonly side: string | null;
  readonly region: string;
  readonly at_diagnosis: number;
};

/** What each imaging that looked at a lesion shows. */
export function imagingFindings({ imaging, lesion_observation }: Chart) {
  return imaging.flatMap(({ imaging_no }) => {
    const seen = lesion_observation.filter((observation) => observation.imaging_no === imaging_no);
    if (seen.length === 0) return [];
    const count = (...states: readonly string[]) => seen.filter(({ state }) => states.includes(state)).length;
    const sclerosis = seen.flatMap(({ marginal_sclerosis }) =>
      marginal_sclerosis === null ? [] : [marginal_sclerosis],
    );
    return [
      {
        imaging_no,
        lesion_count: seen.length,
        new_count: count("new"),
        active_count: count("active", "remaining"),
        visible_count: seen.length - count("not_visible"),
        marginal_sclerosis: sclerosis.length === 0 ? null : Math.max(...sclerosis),
        new_lesion_observation_no: seen.find(({ state }) => state === "new")?.lesion_observation_no ?? null,
      },
    ];
  });
}

/** Where each lesion is, and whether it was visible around diagnosis. */
export function lesionPlaces(chart: Chart, protocol: CnoProtocol): readonly LesionPlace[] {
  const patient = studyPatient(chart, protocol);
  if (patient === undefined) return [];
  const around = new Set(
    chart.imaging
      .filter(({ imaged_epoch_day }) =>
        within(imaged_epoch_day - patient.diagnosed_epoch_day, protocol.rules.diagnosisImaging.window),
      )
      .map(({ imaging_no }) => imaging_no),
  );
  return chart.lesion.map(({ lesion_no, patient_no, bone, side }) => ({
    lesion_no,
    patient_no,
    cohort: patient.cohort,
    bone,
    side,
    region: BONES.find(({ code }) => code === bone)?.region ?? "",
    at_diagnosis: Number(
      chart.lesion_observation.some(
        (seen) => seen.lesion_no === lesion_no && seen.state !== "not_visible" && around.has(seen.imaging_no),
      ),
    ),
  }));
}

/** How many lesions, where, and whether one paired bone has them on both sides at diagnosis. */
export function lesionPatterns(chart: Chart, protocol: CnoProtocol) {
  const places = lesionPlaces(chart, protocol);
  const [first] = places;
  if (first === undefined) return [];
  const early = places.filter(({ at_diagnosis }) => at_diagnosis === 1);
  const sides = (bone: string) => new Set(early.filter((place) => place.bone === bone).map(({ side }) => side));
  const isSpine = ({ region }: LesionPlace) => region === "spine";
  return [
    {
      patient_no: first.patient_no,
      lesion_count: places.length,
      lesions_at_diagnosis: early.length,
      vertebral_at_diagnosis: Number(early.some(isSpine)),
      vertebral_ever: Number(places.some(isSpine)),
      typical_place: Number(early.some((place) => isSpine(place) || ["clavicle", "sternum"].includes(place.bone))),
      symmetric_lesions: Number(early.some(({ bone }) => sides(bone).has("left") && sides(bone).has("right"))),
    },
  ];
}
