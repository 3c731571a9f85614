import type { ResponseFigure, StateCount } from "../figures/response-figure.ts";
import type { StackedShareFigure } from "../figures/stacked-share-figure.ts";
import { missingIn } from "../tables/states-table.ts";
import type { Outline, StackedBarsSpec, StackedSharesSpec } from "./outline.ts";
import type { Reading } from "./read-results.ts";
import { titled } from "./titled.ts";

/** Counts of each state in one group of a breakdown; in an empty group all are 0. */
export function stateCounts({ value }: Reading, group: string, states: readonly string[]): readonly StateCount[] {
  return states.map((state) => ({
    state,
    n: value(`${group}.${state}`) ?? 0,
    percent: value(`${group}.${state}-percent`) ?? 0,
    result: `${group}.${state}`,
  }));
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
          n: reading.value(`${group}.N`) ?? 0,
          notSeen: missingIn(reading, group, spec.unknown).missing,
          states: stateCounts(reading, group, Object.keys(colours)),
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
        n: reading.value(`${group}.N`) ?? 0,
        without: missing === 0 ? "" : `${missing} ${spec.unknown.says}`,
        states: stateCounts(reading, group, Object.keys(colours)),
      };
    }),
  };
}
