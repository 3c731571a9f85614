import type { Chart, Row } from "@osteon/api";
import { BONES, missingReasonOf } from "@osteon/codebook";
import { LESION_STATES, type LesionState, placeKey, type SkeletonMark } from "../skeleton/place.ts";
import { byDay, rowsOf } from "./chart-rows.ts";

/** A lesion and how it looks on one examination; without a state that examination did not look at it. */
export interface LesionSeen {
  readonly lesion: Row;
  readonly state: LesionState | undefined;
  readonly observation: Row | undefined;
  /** How it looked the time before, and when. */
  readonly before: { readonly state: LesionState; readonly imaging: Row } | undefined;
}

/** Examinations that looked at lesions, from the earliest on. */
export function examinationsOf(chart: Chart): readonly Row[] {
  const looked = new Set(rowsOf(chart, "lesion_observation").map(({ cells }) => cells.imaging));
  return byDay(rowsOf(chart, "imaging")).filter(({ key }) => looked.has(key));
}

/** Every lesion of a child, as one examination shows it. */
export function lesionsAt(chart: Chart, imaging: string): readonly LesionSeen[] {
  const examinations = byDay(rowsOf(chart, "imaging"));
  const place = examinations.findIndex(({ key }) => key === imaging);
  const observations = rowsOf(chart, "lesion_observation");
  const find = (examination: string, lesion: string) =>
    observations.find(({ cells }) => cells.imaging === examination && cells.lesion === lesion);
  return rowsOf(chart, "lesion").map((lesion) => {
    const observation = find(imaging, lesion.key);
    const earlier = examinations.slice(0, Math.max(0, place)).reverse();
    const seen = earlier.find(({ key }) => find(key, lesion.key) !== undefined);
    const before = seen && find(seen.key, lesion.key)?.cells.state;
    return {
      lesion,
      observation,
      state: observation?.cells.state as LesionState | undefined,
      before: seen === undefined || before === undefined ? undefined : { state: before as LesionState, imaging: seen },
    };
  });
}

const PAIRED = new Map(BONES.map(({ code, paired }) => [code, paired]));

/** Where a lesion lies on the skeleton. */
export function placeOf({ cells }: Pick<Row, "cells">): Pick<SkeletonMark, "bone" | "side" | "level"> {
  const bone = cells.bone ?? "";
  const side = PAIRED.get(bone) === false ? "midline" : cells.side === "right" ? "right" : "left";
  const level = (cells.level ?? "").trim();
  return { bone, side, ...(missingReasonOf(level) === undefined ? { level: level.toUpperCase() } : {}) };
}

/** Marks for the skeleton: lesions of the same bone count together, the worst state shows. */
export function marksOf(seen: readonly LesionSeen[]): readonly SkeletonMark[] {
  const marks = new Map<string, SkeletonMark>();
  for (const { lesion, state } of seen) {
    if (state === undefined) continue;
    const place = placeOf(lesion);
    const name = placeKey(place);
    const same = marks.get(name);
    const worst =
      same !== undefined && LESION_STATES.indexOf(same.state) < LESION_STATES.indexOf(state) ? same.state : state;
    marks.set(name, { ...place, state: worst, count: (same?.count ?? 0) + 1 });
  }
  return [...marks.values()];
}
