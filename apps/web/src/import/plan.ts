import type { ImportPlan } from "@osteon/api";
import type { Meanings, Problem, Written } from "@osteon/codebook";
import type { RenamedFile } from "./csv-file.ts";
import type { Kind } from "./steps.ts";

export type TableCount = ImportPlan["tables"][number];
export type CellChange = ImportPlan["changes"][number];

/** What is sent: the file itself, or a CSV under the codebook's names. */
export interface Prepared {
  readonly body: Blob;
  readonly kind: Kind;
  readonly source: string;
  readonly table: string | undefined;
  readonly renamed: RenamedFile | undefined;
  readonly written: Written;
  /** What values of whole charts mean; those of a CSV were translated in it. */
  readonly meanings: Meanings;
  /** The values that were translated, for the note of the import; empty where none were. */
  readonly translated: string;
}

/** How it is sent. What a CSV leaves out stays as it is in the registry. */
export const queryOf = (
  { source, table, written, meanings }: Prepared,
  more: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> => ({
  source: source.slice(0, 200),
  ...more,
  ...(written === "codebook" ? {} : { written }),
  ...(Object.keys(meanings).length === 0 ? {} : { values: JSON.stringify(meanings) }),
  ...(table === undefined ? {} : { table, absent: "keep" }),
});

/** Problems in the order in which a file is mended, speaking of the file as it is on the person's disk. */
export function ownProblems(problems: readonly Problem[], { kind, source, renamed }: Prepared): readonly Problem[] {
  const own = problems.map((problem) => {
    const where = kind === "csv" ? { ...problem.where, file: source } : problem.where;
    const cells = problem.code === "ragged-row" ? renamed?.ragged.get(where.row ?? 0) : undefined;
    if (cells === undefined) return { ...problem, where };
    return { ...problem, where, values: { ...problem.values, cells, width: renamed?.width } };
  });
  const refused = own.filter(isRefused);
  return [refused, own.filter((problem) => !isRefused(problem))].flatMap((list) => list.sort(byPlace));
}

const byPlace = (a: Problem, b: Problem): number =>
  (a.where.file ?? "").localeCompare(b.where.file ?? "") || (a.where.row ?? 0) - (b.where.row ?? 0);

export const isRefused = ({ severity }: Problem): boolean => severity === "refused";

export function totalOf(tables: readonly TableCount[]): Omit<TableCount, "table"> {
  const sum = (name: keyof Omit<TableCount, "table">): number => tables.reduce((total, one) => total + one[name], 0);
  return {
    new: sum("new"),
    changed: sum("changed"),
    unchanged: sum("unchanged"),
    rejected: sum("rejected"),
    removed: sum("removed"),
    lacking: sum("lacking"),
  };
}
