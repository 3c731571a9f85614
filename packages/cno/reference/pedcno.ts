import type { CnoProtocol, PedcnoProtocol } from "@osteon/cno";
import { lineBaselines } from "./baseline-visit.ts";
import type { Chart, Imaging } from "./chart.ts";
import { within } from "./closest.ts";
import { imagingFindings } from "./lesions.ts";
import { linesOf } from "./lines.ts";
import { lineTimePoints } from "./response.ts";
import { visitSigns } from "./visit-signs.ts";

/** The visit fields of the core set, as frozen; this package's charts name them where a study reads them. */
type Scales = {
  readonly visit_no: number;
  readonly physician_global_nrs: number | null;
  readonly patient_global_nrs: number | null;
  readonly chaq_x1000: number | null;
};

type Values = readonly (number | null)[];

/** Lesions visible on the MRI around the start of each line, and on that of each time point of the same kind. */
export function lineLesionCounts(chart: Chart, protocol: CnoProtocol & PedcnoProtocol) {
  const lines = linesOf(chart, protocol);
  return lineTimePoints(chart, protocol).map((point) => {
    const line = lines.find(({ line_class }) => line_class === point.line_class);
    const window = protocol.timePoints[point.time_point]?.window ?? [0, 0];
    const zero = line?.start_epoch_day ?? 0;
    const first = nearest(chart, zero, (day) => within(day - zero, protocol.rules.coreSetImaging.window));
    const later = nearest(
      chart,
      zero + point.target_day,
      (day) => within(day - zero, window),
      ({ modality }) => modality === first?.modality,
    );
    return {
      ...point,
      lesions_at_start: first?.visible ?? null,
      lesions: first === undefined ? null : (later?.visible ?? null),
    };
  });
}

/** PedCNO of each line at each time point, item by item. */
export function pedcnos(chart: Chart, protocol: CnoProtocol & PedcnoProtocol) {
  const baselines = lineBaselines(chart, protocol);
  return lineLesionCounts(chart, protocol).flatMap((point) => {
    const start = baselines.find(({ line_class }) => line_class === point.line_class)?.baseline_visit_no ?? null;
    const before = [...valuesAt(chart, start, protocol), point.lesions_at_start];
    const now = [...valuesAt(chart, point.visit_no, protocol), point.lesions];
    return Object.entries(protocol.tables.pedcno_level.rows).map(([level, { percent }]) => ({
      patient_no: point.patient_no,
      line_class: point.line_class,
      time_point: point.time_point,
      level,
      ...judged(before, now, percent, point.visit_no === null, protocol),
    }));
  });
}

/** ESR, both globals and CHAQ of a visit. */
function valuesAt(chart: Chart, visit_no: number | null, protocol: CnoProtocol): Values {
  const scales = (chart.visit as unknown as readonly Scales[]).find((visit) => visit.visit_no === visit_no);
  const sign = visitSigns(chart, protocol).find((own) => own.visit_no === visit_no);
  return [
    sign?.esr_x1000 ?? null,
    scales?.physician_global_nrs ?? null,
    scales?.patient_global_nrs ?? null,
    scales?.chaq_x1000 ?? null,
  ];
}

/** Of the MRIs on which lesions were looked for, the closest to a day. */
function nearest(
  chart: Chart,
  target: number,
  isIn: (day: number) => boolean,
  fits: (imaging: Imaging) => boolean = () => true,
) {
  const visible = new Map(imagingFindings(chart).map(({ imaging_no, visible_count }) => [imaging_no, visible_count]));
  return chart.imaging
    .filter(({ imaging_no }) => visible.has(imaging_no))
    .filter(({ modality }) => modality === "whole_body_mri" || modality === "regional_mri")
    .filter((imaging) => isIn(imaging.imaged_epoch_day) && fits(imaging))
    .map((imaging) => ({ ...imaging, visible: visible.get(imaging.imaging_no) ?? null }))
    .sort(
      (a, b) =>
        Math.abs(a.imaged_epoch_day - target) - Math.abs(b.imaged_epoch_day - target) ||
        a.imaged_epoch_day - b.imaged_epoch_day ||
        a.imaging_no - b.imaging_no,
    )[0];
}

function judged(before: Values, now: Values, percent: number, isUnseen: boolean, { rules }: PedcnoProtocol) {
  let known = 0;
  let better = 0;
  let worse = 0;
  for (const [item, was] of before.entries()) {
    const is = now[item] ?? null;
    if (was === null || is === null) continue;
    known++;
    if (was === 0) {
      if (is > 0) worse++;
      continue;
    }
    const change = Math.round(((is - was) / was) * 1e12) / 1e10;
    if (-change >= percent) better++;
    if (change > rules.pedcno.worseByMoreThanPercent) worse++;
  }
  const responds = better >= rules.pedcno.itemsBetterAtLeast && worse <= rules.pedcno.itemsWorseAtMost;
  const state = responds ? "response" : "no_response";
  const isTooFew = known < rules.pedcno.itemsKnownAtLeast;
  return { items_known: known, pedcno_state: isUnseen ? "not_seen" : isTooFew ? "too_few_items" : state };
}
