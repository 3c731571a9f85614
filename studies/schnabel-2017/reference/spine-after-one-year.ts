import type { Chart, Imaging } from "../../../packages/cno/reference/chart.ts";
import { closest, within } from "../../../packages/cno/reference/closest.ts";
import { lesionPlaces } from "../../../packages/cno/reference/lesions.ts";
import { IMAGING, isMri } from "../../../packages/cno/reference/line-radiology.ts";
import { studyPatient } from "../../../packages/cno/reference/study-patient.ts";
import type { ReadProtocol } from "./read-protocol.ts";

/** What the spine shows a year after diagnosis, in children whose MRI then looked at it. */
export function spinesAfterOneYear(chart: Chart, protocol: ReadProtocol) {
  const patient = studyPatient(chart, protocol);
  if (patient === undefined) return [];
  const vertebral_active = spineAfterOneYear(chart, patient.diagnosed_epoch_day, protocol);
  return vertebral_active === null ? [] : [{ patient_no: patient.patient_no, vertebral_active }];
}

/** The MRI in the window closest to one year, among those that looked at a vertebral lesion. */
function spineAfterOneYear(chart: Chart, diagnosed: number, protocol: ReadProtocol): number | null {
  const { window, targetDay } = protocol.rules.oneYearImaging;
  const spine = new Set(
    lesionPlaces(chart, protocol)
      .filter(({ region }) => region === "spine")
      .map(({ lesion_no }) => lesion_no),
  );
  const seenOn = (entry: Imaging) =>
    chart.lesion_observation.filter(
      ({ imaging_no, lesion_no }) => imaging_no === entry.imaging_no && spine.has(lesion_no),
    );
  const fit = chart.imaging.filter(
    (entry) => isMri(entry) && within(entry.imaged_epoch_day - diagnosed, window) && seenOn(entry).length > 0,
  );
  const chosen = closest(fit, IMAGING, diagnosed + targetDay, protocol);
  if (chosen === undefined) return null;
  return Number(seenOn(chosen).some(({ state }) => ["new", "active", "remaining"].includes(state)));
}
