import type { Reading } from "../study/read-results.ts";
import { LINE_NAMES, POINT_NAMES, RESPONSE_LINES } from "../study/words.ts";
import { CLINICAL_STATES, RADIOLOGICAL_STATES } from "../svg/palette.ts";
import { type PageCell, type PageRow, type PageTable, plain, shown } from "./page-table.ts";

const POINTS = ["week2", "month3", "month6", "month12", "month24", "last"] as const;

/** Clinical outcome of each line at each time point. */
export function responseTable(reading: Reading): PageTable {
  const states = Object.entries(CLINICAL_STATES);
  return {
    id: "response",
    title: "Clinical outcome by treatment and time point, n (%)",
    heads: ["", ...states.map(([, { label }]) => label), "Known", "Not seen"],
    rows: RESPONSE_LINES.flatMap((line) => [
      { label: LINE_NAMES[line] ?? line, cells: [] },
      ...POINTS.map((point) =>
        stateRow(
          reading,
          `response.${line}/${point}`,
          POINT_NAMES[point] ?? point,
          states.map(([state]) => state),
          ["not_seen", "undetermined"],
        ),
      ),
    ]),
    notes: [
      "Percentages are of the children whose state is known at the time point. At the last visit only that visit counts.",
    ],
  };
}

/** Radiological response of each line. */
export function radiologyTable(reading: Reading): PageTable {
  const states = Object.entries(RADIOLOGICAL_STATES);
  return {
    id: "radiology",
    title: "Radiological response by treatment, n (%)",
    heads: ["", ...states.map(([, { label }]) => label), "With MRI", "Without MRI"],
    rows: RESPONSE_LINES.map((line) =>
      stateRow(
        reading,
        `radiological-response.${line}`,
        LINE_NAMES[line] ?? line,
        states.map(([state]) => state),
        ["no_mri"],
        0,
      ),
    ),
    notes: [],
  };
}

function stateRow(
  reading: Reading,
  group: string,
  label: string,
  states: readonly string[],
  unknown: readonly string[],
  level = 1,
): PageRow {
  if (!reading.has(`${group}.N`)) return { label, level, cells: [...states, "N", "unknown"].map(() => plain("–")) };
  // A level that is not named has a row only where a child stands in it.
  const beside = (level: string): number =>
    reading.has(`${group}.other:${level}`) ? reading.count(`${group}.other:${level}`) : 0;
  const share = (state: string): PageCell => {
    const percent = reading.count(`${group}.${state}`) === 0 ? "" : ` (${reading.text(`${group}.${state}-percent`)})`;
    return shown(`${reading.text(`${group}.${state}`)}${percent}`, `${group}.${state}`);
  };
  const reasons = unknown.filter((state) => beside(state) > 0);
  const missing = String(reasons.reduce((sum, state) => sum + beside(state), 0));
  const [only, ...others] = reasons;
  return {
    label,
    level,
    cells: [
      ...states.map(share),
      shown(reading.text(`${group}.N`), `${group}.N`),
      only === undefined || others.length > 0 ? plain(missing) : shown(missing, `${group}.other:${only}`),
    ],
  };
}
