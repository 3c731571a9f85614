import type { Cell } from "./cell.ts";
import { identifier, literal } from "./sql-text.ts";

/**
 * A condition on one column. `is` and `isNot` divide all rows between them: null is a value like another.
 * `from` and `to` are inclusive, and a null lies in no range.
 */
export type Predicate =
  | { readonly column: string; readonly is: Cell | readonly Cell[] }
  | { readonly column: string; readonly isNot: Cell }
  | { readonly column: string; readonly from?: number; readonly to?: number };

/** What to count: the rows of `from` that satisfy every predicate, by the columns `by`. */
export interface TallySpec {
  readonly id: string;
  readonly from: string;
  readonly by: readonly string[];
  readonly where: readonly Predicate[];
}

/** The statement of a tally, the only shape of SQL that is generated. */
export function tallySql({ from, by, where }: TallySpec): string {
  if (by.includes("n")) throw new Error("a tally cannot count by a column named n: n is the count");
  const keys = by.map(identifier);
  const select = `SELECT ${[...keys, "COUNT(*) AS n"].join(", ")} FROM ${identifier(from)}${whereSql(where)}`;
  if (keys.length === 0) return select;
  const order = keys.map((key) => `${key} ASC NULLS LAST`).join(", ");
  return `${select} GROUP BY ${keys.join(", ")} ORDER BY ${order}`;
}

/** ` WHERE ...`, or nothing where there is no predicate. */
export function whereSql(where: readonly Predicate[]): string {
  return where.length === 0 ? "" : ` WHERE ${where.map(predicateSql).join(" AND ")}`;
}

function predicateSql(predicate: Predicate): string {
  const column = identifier(predicate.column);
  if ("is" in predicate) return isSql(column, [predicate.is].flat());
  if ("isNot" in predicate) return `${column} IS DISTINCT FROM ${literal(predicate.isNot)}`;
  const { from, to } = predicate;
  if (from === undefined && to === undefined) throw new Error(`the range of ${predicate.column} has no limit`);
  const lower = from === undefined ? [] : [`${column} >= ${literal(from)}`];
  const upper = to === undefined ? [] : [`${column} <= ${literal(to)}`];
  return [...lower, ...upper].join(" AND ");
}

function isSql(column: string, cells: readonly Cell[]): string {
  if (cells.length === 0) return "1 = 0";
  const values = cells.filter((cell) => cell !== null).map(literal);
  const isNull = `${column} IS NULL`;
  if (values.length === 0) return isNull;
  const isValue = values.length === 1 ? `${column} = ${values[0]}` : `${column} IN (${values.join(", ")})`;
  return values.length === cells.length ? isValue : `(${isValue} OR ${isNull})`;
}
