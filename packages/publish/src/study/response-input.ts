import type { ResponseFigure, StateCount } from "../figures/response-figure.ts";
import type { StackedShareFigure } from "../figures/stacked-share-figure.ts";
import { CLINICAL_STATES, RADIOLOGICAL_STATES } from "../svg/palette.ts";
import type { Reading } from "./read-results.ts";
import { LINE_NAMES, POINT_NAMES, RESPONSE_LINES, RESPONSE_POINTS } from "./words.ts";

/**
 * Children of one group of a breakdown, in each of the named states and beside them; `null` where the study has no such
 * group. A level that is not named has a row only where a child stands in it.
 */
function countedStates(reading: Reading, group: string, states: readonly string[], others: readonly string[]) {
  const { has, value, count } = reading;
  if (!has(`${group}.N`)) return { n: null, beside: 0, states: [] };
  const n = count(`${group}.N`);
  const beside = others.map((level) => `${group}.other:${level}`).filter(has);
  return {
    n,
    beside: beside.reduce((sum, id) => sum + count(id), 0),
    states: states.map((state): StateCount => {
      const id = `${group}.${state}`;
      const percent = value(`${id}-percent`);
      if (percent === null && n > 0) throw new Error(`a figure needs ${id}-percent, which is not estimable`);
      return { state, n: count(id), percent: percent ?? 0, result: id };
    }),
  };
}

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
        const counted = countedStates(reading, group, states, ["not_seen", "undetermined"]);
        return { label: POINT_NAMES[point] ?? point, n: counted.n, notSeen: counted.beside, states: counted.states };
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
      const counted = countedStates(reading, `radiological-response.${line}`, states, ["no_mri"]);
      return {
        label: LINE_NAMES[line] ?? line,
        n: counted.n,
        without: counted.beside === 0 ? "" : `${counted.beside} without MRI`,
        states: counted.states,
      };
    }),
  };
}
