import type { ResponseFigure, StateCount } from "../figures/response-figure.ts";
import type { StackedShareFigure } from "../figures/stacked-share-figure.ts";
import { missingIn } from "../tables/states-table.ts";
import type { Outline, StackedBarsSpec, StackedSharesSpec } from "./outline.ts";
import type { Reading } from "./read-results.ts";
import { titled } from "./titled.ts";

/** Children of one group of a breakdown in each of the named states; `null` where the study has no such group. */
function countedStates({ has, value, count }: Reading, group: string, states: readonly string[]) {
  if (!has(`${group}.N`)) return { n: null, states: [] };
  const n = count(`${group}.N`);
  const counted = states.map((state): StateCount => {
    const id = `${group}.${state}`;
    const percent = value(`${id}-percent`);
    if (percent === null && n > 0) throw new Error(`a figure needs ${id}-percent, which is not estimable`);
    return { state, n: count(id), percent: percent ?? 0, result: id };
  });
  return { n, states: counted };
}

/** A panel for each group, a bar for each time point. */
export function stackedBarsInput(reading: Reading, outline: Outline, spec: StackedBarsSpec): ResponseFigure {
  const colours = outline.states[spec.states] ?? {};
  const label = (level: string) => outline.labels[level] ?? level;
  return {
    ...titled(reading, spec),
    colours,
    panels: spec.panels.map((panel) => ({
      title: label(panel),
      bars: spec.bars.map((bar) => {
        const group = `${spec.of}.${panel}/${bar}`;
        return {
          label: label(bar),
          notSeen: missingIn(reading, group, spec.unknown).missing,
          ...countedStates(reading, group, Object.keys(colours)),
        };
      }),
    })),
  };
}

/** One bar for each group. */
export function stackedSharesInput(reading: Reading, outline: Outline, spec: StackedSharesSpec): StackedShareFigure {
  const colours = outline.states[spec.states] ?? {};
  return {
    ...titled(reading, spec),
    colours,
    rows: spec.rows.map((row) => {
      const group = `${spec.of}.${row}`;
      const { missing } = missingIn(reading, group, spec.unknown.levels);
      return {
        label: outline.labels[row] ?? row,
        without: missing === 0 ? "" : `${missing} ${spec.unknown.says}`,
        ...countedStates(reading, group, Object.keys(colours)),
      };
    }),
  };
}
