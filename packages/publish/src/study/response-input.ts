import type { ResponseFigure, StateCount } from "../figures/response-figure.ts";
import type { StackedShareFigure } from "../figures/stacked-share-figure.ts";
import { CLINICAL_STATES, RADIOLOGICAL_STATES } from "../svg/palette.ts";
import type { Reading } from "./read-results.ts";
import { LINE_NAMES, POINT_NAMES, RESPONSE_LINES, RESPONSE_POINTS } from "./words.ts";

/** Counts of each state in one group of a breakdown; a group that does not occur has none. */
export function stateCounts({ has, value }: Reading, group: string, states: readonly string[]): readonly StateCount[] {
  if (!has(`${group}.N`)) return [];
  return states.map((state) => ({
    state,
    n: value(`${group}.${state}`) ?? 0,
    percent: value(`${group}.${state}-percent`) ?? 0,
    result: `${group}.${state}`,
  }));
}

const countOf = ({ has, value }: Reading, id: string): number => (has(id) ? (value(id) ?? 0) : 0);

/** Figure 1 of the paper: clinical outcome by treatment over 3 to 24 months. */
export function responseInput(reading: Reading): ResponseFigure {
  const states = Object.keys(CLINICAL_STATES);
  return {
    ...reading.said,
    name: "response",
    title: "Clinical outcome by treatment",
    description:
      "Stacked bars of clinical states at 3, 6, 12 and 24 months after the start of NSAID, corticosteroids, TNF-α inhibitors and bisphosphonates. The table of responses gives the same numbers.",
    panels: RESPONSE_LINES.map((line) => ({
      title: LINE_NAMES[line] ?? line,
      bars: RESPONSE_POINTS.map((point) => {
        const group = `response.${line}/${point}`;
        return {
          label: POINT_NAMES[point] ?? point,
          n: countOf(reading, `${group}.N`),
          notSeen: countOf(reading, `${group}.other:not_seen`) + countOf(reading, `${group}.other:undetermined`),
          states: stateCounts(reading, group, states),
        };
      }),
    })),
  };
}

/** Radiological response by treatment. */
export function radiologyInput(reading: Reading): StackedShareFigure {
  const states = Object.keys(RADIOLOGICAL_STATES);
  return {
    ...reading.said,
    name: "radiology",
    title: "Radiological response by treatment",
    description:
      "Shares of children with no visible lesion, remaining activity and new lesions on the MRI about one year after the start of each treatment.",
    colours: RADIOLOGICAL_STATES,
    rows: RESPONSE_LINES.map((line) => {
      const group = `radiological-response.${line}`;
      const without = countOf(reading, `${group}.other:no_mri`);
      return {
        label: LINE_NAMES[line] ?? line,
        n: countOf(reading, `${group}.N`),
        without: without === 0 ? "" : `${without} without MRI`,
        states: stateCounts(reading, group, states),
      };
    }),
  };
}
