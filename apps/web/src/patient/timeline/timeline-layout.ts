import { labelLines } from "./label-lines.ts";
import type { Track } from "./tracks.ts";

/** Height of a curve, in pixels. */
export const CURVE_HEIGHT = 46;
/** Height of the two lines of the axis, months and dates. */
export const AXIS = 48;
const LINE_HEIGHT = 24;
const LETTER = 6.6;
const LABEL_LINE = 13;

/** Where a track stands and how its label is broken. */
export interface TrackPlace {
  readonly track: Track;
  readonly top: number;
  /** From the top of the track to that of its marks: on a narrow drawing the label stands above them. */
  readonly marks: number;
  readonly height: number;
  readonly lines: readonly string[];
}

export interface TimelineLayout {
  /** The days begin and end here. */
  readonly left: number;
  readonly right: number;
  readonly height: number;
  readonly narrow: boolean;
  readonly places: readonly TrackPlace[];
}

/** Where everything stands on a drawing of a width: labels beside the tracks, or above them where it is narrow. */
export function timelineLayout(tracks: readonly Track[], width: number): TimelineLayout {
  const narrow = width < 560;
  const left = narrow ? 30 : 176;
  const right = width - (narrow ? 12 : 92);
  const places: TrackPlace[] = [];
  let top = AXIS;
  for (const track of tracks) {
    const lines = narrow ? [track.label] : labelLines(track.label, Math.floor((left - 44) / LETTER));
    const marks = narrow ? LABEL_LINE + 4 : 0;
    const own = track.shape === "curve" ? CURVE_HEIGHT + 10 : LINE_HEIGHT;
    const height = marks + Math.max(own, lines.length * LABEL_LINE + 6);
    places.push({ track, top, marks, height, lines });
    top += height;
  }
  return { left, right, height: top + 6, narrow, places };
}
