import type { Problem } from "@osteon/codebook";
import type { DataFile } from "@osteon/interop";
import { Refusal } from "../refusal.ts";
import { columnList } from "../rows/column-list.ts";
import { columnNamed, groupValues, namesOf } from "../rows/columns.ts";
import { orderedLevels, requireUsed, type SaidLevels, saidLevels } from "../rows/factors.ts";
import { type Groups, requireFew } from "../rows/group-columns.ts";
import { countsOf } from "../rows/row-weights.ts";
import type { SharedAsked } from "../shared-asked.ts";
import type { Comparison, SaidKinds } from "./compare-columns.ts";

/** What the commands that compare columns are asked beside the columns. */
export interface ComparisonAsked extends SharedAsked {
  readonly numeric?: string;
}

/** What the columns are said to be; a column that is not among those compared is refused. */
export function kindsOf(
  data: DataFile,
  { factor, numeric }: ComparisonAsked,
  compared: readonly string[] | undefined,
  group?: string,
): SaidKinds {
  const named = (list: string | undefined, option: string) =>
    columnList(data, list).map((name) => {
      const column = columnNamed(data, name).name;
      if (compared === undefined ? column !== group : compared.includes(column)) return column;
      throw new Refusal("asked", `${option} ${column}: it is not among the columns that are compared.`);
    });
  const kinds = { factor: named(factor, "--factor"), numeric: named(numeric, "--numeric") };
  const both = kinds.factor.find((name) => kinds.numeric.includes(name));
  if (both === undefined) return kinds;
  throw new Refusal("asked", `${both} cannot be both --factor and --numeric.`);
}

/** The groups of a column in their order; all rows as one group where none is named. */
export function groupsIn(data: DataFile, name: string | undefined, said: SaidLevels): Groups {
  if (name === undefined)
    return { column: "all", names: ["all"], of: Array.from({ length: data.rowCount }, () => "all"), missing: 0 };
  const column = columnNamed(data, name).name;
  requireFew(data, column);
  const names = orderedLevels(data, column, said);
  if (names.length < 2) throw new Refusal("data", `${column} has ${names.length} group; a comparison needs two.`);
  const of = groupValues(data, column).map((value) => (value === null ? null : String(value)));
  return { column, names, of, missing: of.filter((group) => group === null).length };
}

/** Everything that columns are compared with; levels may be said of the groups and of the columns that are categories. */
export function comparisonOf(
  data: DataFile,
  group: string | undefined,
  options: ComparisonAsked,
  compared: readonly string[] | undefined,
  problems: Problem[],
): Comparison {
  const said = saidLevels(data, options);
  const groups = groupsIn(data, group, said);
  const columns = compared?.map((name) => columnNamed(data, name).name);
  requireUsed(
    said,
    [...(columns ?? data.columns.map(({ name }) => name)), groups.column],
    "it is not among the columns that are compared.",
  );
  const kinds = kindsOf(data, options, columns, groups.column);
  // Whoever puts the levels of a column in order says that it has levels.
  const ordered = [...said.order.keys()].filter((name) => name !== groups.column);
  const numeric = ordered.find((name) => kinds.numeric.includes(name));
  if (numeric !== undefined) throw new Refusal("asked", `--levels ${numeric}: --numeric says that it has none.`);
  return {
    ...{ data, groups, kinds: { ...kinds, factor: [...kinds.factor, ...ordered] } },
    levelsOf: (name) => orderedLevels(data, name, said),
    count: options.count === undefined ? undefined : countsOf(data, options.count, problems),
  };
}

/** One stratum for each combination of values of the columns; a row without one of them has none. */
export function strataOf(data: DataFile, list: string): readonly (string | null)[] {
  const columns = columnList(data, list).map((name) => namesOf(data, name));
  return Array.from({ length: data.rowCount }, (_, row) => {
    const parts = columns.map((column) => column[row] ?? null);
    return parts.includes(null) ? null : JSON.stringify(parts);
  });
}
