import type { Leveled, Protocol, Where } from "@osteon/protocol";
import { levelsOf } from "@osteon/protocol";

type Value = string | number;

/** A value as R writes it. */
const inR = (value: Value): string => (typeof value === "number" ? String(value) : JSON.stringify(value));

/** A vector of values in R. */
export const vector = (values: readonly Value[]): string => `c(${values.map(inR).join(", ")})`;

/** The rows of an analysis table that an analysis counts, as conditions of R's `subset`; a missing value fulfils none. */
export function conditionsOf(where: Where): readonly string[] {
  return Object.entries(where).flatMap(([column, condition]): readonly string[] => {
    if (typeof condition === "string" || typeof condition === "number") return [`${column} == ${inR(condition)}`];
    if (isList(condition)) return [`${column} %in% ${vector(condition)}`];
    const { from, to } = condition;
    return [
      ...(from === undefined ? [] : [`${column} >= ${from}`]),
      ...(to === undefined ? [] : [`${column} <= ${to}`]),
    ];
  });
}

const isList = (condition: Where[string]): condition is readonly Value[] => Array.isArray(condition);

/** The rows of one group of a result, `all` being all of them. */
export function groupConditions(group: string, by: readonly Leveled[], protocol: Protocol): readonly string[] {
  if (by.length === 0) return [];
  const declared = by.filter(({ levels }) => levels !== "found");
  const isLevel = declared.some(({ levels }) => levelsOf(protocol, levels).includes(group));
  if (group === "other" && declared.length > 0 && !isLevel) {
    const inside = declared.map(({ column, levels }) => `${column} %in% ${vector(levelsOf(protocol, levels))}`);
    return [`!(${inside.join(" & ")})`];
  }
  const values = group.split("/");
  return by.map(({ column, levels }, place) => {
    const value = values[place] ?? "";
    const is = `${column} == ${inR(value)}`;
    return levels === "found" && value === "unknown" ? `(is.na(${column}) | ${is})` : is;
  });
}

/** `rows`, an analysis table as it is offered, with the rows that count. */
export function rowsInR(from: string, conditions: readonly string[]): readonly string[] {
  const read = `rows <- read.csv("${from}.csv", na.strings = "", fileEncoding = "UTF-8")`;
  return conditions.length === 0 ? [read] : [read, `rows <- subset(rows, ${conditions.join(" & ")})`];
}
