import type { CnoProtocol, PedcnoProtocol } from "@osteon/cno";
import { lineBaselines } from "./baseline-visit.ts";
import type { Chart, Imaging } from "./chart.ts";
import { within } from "./closest.ts";
import type { Bounds } from "./laboratory-bounds.ts";
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

/** What an item can be; null where nothing is known. */
type Values = readonly (Bounds | null)[];

const measured = (value: number | null | undefined): Bounds | null =>
  value === null || value === undefined ? null : { lowest: value, highest: value };

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
    const before = [...valuesAt(chart, start, protocol), measured(point.lesions_at_start)];
    const now = [...valuesAt(chart, point.visit_no, protocol), measured(point.lesions)];
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
  const esr = sign?.esr_lowest_x1000 ?? null;
  return [
    esr === null ? null : { lowest: esr, highest: sign?.esr_highest_x1000 ?? Number.MAX_SAFE_INTEGER },
    measured(scales?.physician_global_nrs),
    measured(scales?.patient_global_nrs),
    measured(scales?.chaq_x1000),
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
    const isBetter = alike(was, is, (one, other) => one > 0 && -change(one, other) >= percent);
    const isWorse = alike(was, is, (one, other) =>
      one === 0 ? other > 0 : change(one, other) > rules.pedcno.worseByMoreThanPercent,
    );
    if (isBetter === null || isWorse === null) continue;
    known++;
    if (isBetter) better++;
    if (isWorse) worse++;
  }
  const responds = better >= rules.pedcno.itemsBetterAtLeast && worse <= rules.pedcno.itemsWorseAtMost;
  const state = responds ? "response" : "no_response";
  const isTooFew = known < rules.pedcno.itemsKnownAtLeast;
  return { items_known: known, pedcno_state: isUnseen ? "not_seen" : isTooFew ? "too_few_items" : state };
}

const change = (was: number, is: number): number => Math.round(((is - was) / was) * 1e12) / 1e10;

/** Yes or no where every two values that an item can have had answer alike; both questions turn at ends alone. */
function alike(was: Bounds, is: Bounds, asked: (was: number, is: number) => boolean): boolean | null {
  const all = [was.lowest, was.highest].flatMap((one) => [is.lowest, is.highest].map((other) => asked(one, other)));
  return all.every((yes) => yes) ? true : all.some((yes) => yes) ? null : false;
}
