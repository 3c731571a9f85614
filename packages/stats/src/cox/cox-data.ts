import type { FollowUpColumns } from "../survival/follow-up.ts";

/** A covariate as a column: numbers, with null or NaN where it is missing. */
export interface Covariate {
  readonly name: string;
  readonly values: ArrayLike<number | null>;
  /** The factor a dummy belongs to; tests of a whole factor put its dummies together. */
  readonly term?: string;
  /** The level a dummy stands for. */
  readonly level?: string;
}

/** Follow-up in columns of equal length, and covariates beside it. A row with a gap anywhere is left out and counted. */
export interface CoxData extends FollowUpColumns {
  readonly covariates: readonly Covariate[];
  /** Strata have baseline hazards of their own. */
  readonly stratum?: ArrayLike<string | number | null>;
  /** Added to the linear predictor as it stands. */
  readonly offset?: ArrayLike<number | null>;
  /** Rows of one subject; asks for the robust variance. */
  readonly cluster?: ArrayLike<string | number | null>;
}

/** What to do with events on one time. R takes Efron, SAS and SPSS Breslow; `exact` is R's, SAS calls it discrete. */
export type CoxTies = "efron" | "breslow" | "exact";

/**
 * Dummies of a factor against its first level. Levels come in the order given, or in code-point order; a value that is not among
 * them throws. R: model.matrix(~ factor(values, levels))[, -1]
 */
export function dummies(
  name: string,
  values: ArrayLike<string | null>,
  levels: readonly string[] = levelsOf(values),
): readonly Covariate[] {
  const places = new Map(levels.map((level, place) => [level, place]));
  const codes = Array.from(values, (value, row) => {
    const place = value === null ? null : places.get(value);
    if (place === undefined)
      throw new RangeError(`${name} has the value ${value} (row ${row + 1}), which is not a level`);
    return place;
  });
  return levels.slice(1).map((level, i) => ({
    name: `${name}${level}`,
    term: name,
    level,
    values: codes.map((code) => (code === null ? null : code === i + 1 ? 1 : 0)),
  }));
}

/** Values that occur, in code-point order. */
export function levelsOf(values: ArrayLike<string | null>): readonly string[] {
  return [...new Set(Array.from(values))].filter((value) => value !== null).sort();
}
