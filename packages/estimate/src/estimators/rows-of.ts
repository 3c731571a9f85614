import type { Cell, Tally } from "@osteon/engine";
import type { Estimate } from "@osteon/stats";
import type { Result } from "../result.ts";

/** A number on its way to a result row. `cells` are the keys of the tally cells that a count is the sum of. */
export interface Statistic {
  readonly statistic: string;
  readonly value: number | Estimate;
  readonly method: string;
  readonly unit?: string;
  readonly at?: number;
  readonly cells?: readonly (readonly Cell[])[];
}

/** An estimator: a tally and its analysis in, numbers by group out. */
export interface Group {
  readonly group: string;
  readonly statistics: readonly Statistic[];
}

/** Result rows of one analysis. */
export function rowsOf({ spec }: Tally, groups: readonly Group[]): readonly Result[] {
  return groups.flatMap(({ group, statistics }) => statistics.map((statistic) => rowOf(spec.id, group, statistic)));
}

function rowOf(analysis: string, group: string, { statistic, value, method, unit = "", at, cells }: Statistic): Result {
  const estimate = typeof value === "number" ? { estimable: true as const, value } : value;
  return {
    id: `${analysis}.${group}.${statistic}${at === undefined ? "" : `@${at}`}`,
    analysis,
    group,
    statistic,
    ...(at === undefined ? {} : { at }),
    value: estimate.estimable ? rounded(estimate.value) : null,
    ...(estimate.estimable ? {} : { because: estimate.because }),
    unit,
    method,
    tally: analysis,
    ...(cells === undefined ? {} : { cells }),
  };
}

/** Twelve significant digits: more than any reader needs, fewer than machines disagree about. */
function rounded(value: number): number {
  if (!Number.isFinite(value)) throw new Error(`an estimator handed on ${value}`);
  const digits = Number(value.toPrecision(12));
  return digits === 0 ? 0 : digits;
}
