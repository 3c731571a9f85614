import type { Cell, Tally } from "@osteon/engine";
import type { Estimate } from "@osteon/stats";
import type { Result } from "../result.ts";

/** Why there is no number where nobody is there to give one. */
export const NOBODY = { estimable: false, because: "nobody" } as const;

/** A number on its way to a result row. `cells` are the keys of the tally cells that a count is the sum of. */
export interface Statistic {
  readonly statistic: string;
  readonly value: number | Estimate | typeof NOBODY;
  readonly method: string;
  readonly unit?: string;
  readonly at?: number;
  readonly cells?: readonly (readonly Cell[])[];
  /** The statistic of its group that counts its children, where that is not the group's own `n` or `N`. */
  readonly of?: string;
}

/** An estimator: a tally and its analysis in, numbers by group out. */
export interface Group {
  readonly group: string;
  readonly statistics: readonly Statistic[];
}

/** Result rows of one analysis. Where nobody stands in a group that is why, whatever an estimator says of no values. */
export function rowsOf({ spec }: Tally, groups: readonly Group[]): readonly Result[] {
  return groups.flatMap(({ group, statistics }) => {
    const counts = statistics.filter(({ cells }) => cells !== undefined);
    const isEmpty = counts.length > 0 && counts.every(({ value }) => value === 0);
    const whole = counts.find(({ statistic }) => statistic === "n" || statistic === "N")?.statistic;
    return statistics.map((statistic) => rowOf(spec.id, group, { of: whole, ...statistic }, isEmpty));
  });
}

function rowOf(
  analysis: string,
  group: string,
  { statistic, value, method, unit = "", at, cells, of }: Omit<Statistic, "of"> & { readonly of?: string | undefined },
  isEmpty: boolean,
): Result {
  const estimate = typeof value === "number" ? { estimable: true as const, value } : value;
  const because = estimate.estimable ? {} : { because: isEmpty ? NOBODY.because : estimate.because };
  return {
    id: `${analysis}.${group}.${statistic}${at === undefined ? "" : `@${at}`}`,
    analysis,
    group,
    statistic,
    ...(at === undefined ? {} : { at }),
    value: estimate.estimable ? rounded(estimate.value) : null,
    ...because,
    unit,
    method,
    ...(cells !== undefined || of === undefined ? {} : { of: `${analysis}.${group}.${of}` }),
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
