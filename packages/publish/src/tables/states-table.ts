import { textOf } from "../outline/fill.ts";
import type { Outline, StatesTable } from "../outline/outline.ts";
import type { Reading } from "../outline/read-results.ts";
import { type PageCell, type PageRow, type PageTable, plain, shown } from "./page-table.ts";

/** States of a breakdown, n (%), group by group and time point by time point. */
export function statesTable(reading: Reading, { labels, states }: Outline, spec: StatesTable): PageTable {
  const { id, title, of, rows, within, known, unknown, notes } = spec;
  const shownStates = Object.entries(states[spec.states] ?? {});
  const row = (group: string, level: string, depth: number) =>
    stateRow(
      reading,
      `${of}.${group}`,
      labels[level] ?? level,
      shownStates.map(([state]) => state),
      unknown.levels,
      depth,
    );
  return {
    id,
    title,
    heads: ["", ...shownStates.map(([, { label }]) => label), known, unknown.head],
    rows: rows.flatMap((group): readonly PageRow[] =>
      within === undefined
        ? [row(group, group, 0)]
        : [{ label: labels[group] ?? group, cells: [] }, ...within.map((level) => row(`${group}/${level}`, level, 1))],
    ),
    notes: notes.map((note) => textOf(reading, note)),
  };
}

function stateRow(
  reading: Reading,
  group: string,
  label: string,
  states: readonly string[],
  unknown: readonly string[],
  level: number,
): PageRow {
  const share = (state: string): PageCell => {
    const percent = reading.count(`${group}.${state}`) === 0 ? "" : ` (${reading.text(`${group}.${state}-percent`)})`;
    return shown(`${reading.text(`${group}.${state}`)}${percent}`, `${group}.${state}`);
  };
  const { missing, only } = missingIn(reading, group, unknown);
  return {
    label,
    level,
    cells: [
      ...states.map(share),
      shown(reading.text(`${group}.N`), `${group}.N`),
      only === undefined ? plain(String(missing)) : shown(String(missing), only),
    ],
  };
}

/** How many are counted apart as unknown, and the result that counts them where it is one. Levels that nobody has may have no row. */
export function missingIn({ has, count }: Reading, group: string, levels: readonly string[]) {
  const counted = levels.flatMap((level) => {
    const id = `${group}.other:${level}`;
    const n = has(id) ? count(id) : 0;
    return n > 0 ? [{ id, n }] : [];
  });
  const [first, ...others] = counted;
  const missing = counted.reduce((sum, { n }) => sum + n, 0);
  return { missing, only: others.length === 0 ? first?.id : undefined };
}
