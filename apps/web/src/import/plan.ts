import type { Meanings, Problem, Written } from "@osteon/codebook";
import type { RenamedFile } from "./csv-file.ts";
import type { Kind } from "./steps.ts";

export interface TableCount {
  readonly table: string;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly removed: number;
  readonly lacking: number;
}

export interface CellChange {
  readonly table: string;
  readonly key: string;
  readonly row: number;
  readonly field: string;
  readonly was: string;
  readonly becomes: string;
}

/** What an import would do, as the server tells it. */
export interface Plan {
  readonly plan: string;
  readonly tables: readonly TableCount[];
  readonly changes: readonly CellChange[];
  readonly moreChanges: number;
  readonly problems: readonly Problem[];
  /** What should be known and is no question: drafts completed, signatures voided, older values. */
  readonly notes: readonly Problem[];
}

/** What was done, and the centres at which it can be taken back. */
export interface Imported extends Plan {
  readonly batch: string;
  readonly centres: readonly string[];
}

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

/** Where it is sent. What a CSV leaves out stays as it is in the registry. */
export function addressOf(
  { source, table, written, meanings }: Prepared,
  more: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams({ source: source.slice(0, 200), ...more });
  if (written !== "codebook") query.set("written", written);
  if (Object.keys(meanings).length > 0) query.set("values", JSON.stringify(meanings));
  if (table !== undefined) {
    query.set("table", table);
    query.set("absent", "keep");
  }
  return `/api/imports?${query}`;
}

/** Problems in the order in which a file is mended, speaking of the file as it is on the person's disk. */
export function ownProblems(problems: readonly Problem[], { kind, source, renamed }: Prepared): readonly Problem[] {
  const own = problems.map((problem) => {
    const where = kind === "csv" ? { ...problem.where, file: source } : problem.where;
    const cells = problem.code === "ragged-row" ? renamed?.ragged.get(where.row ?? 0) : undefined;
    if (cells === undefined) return { ...problem, where };
    return { ...problem, where, says: `The row has ${cells} cells, the header has ${renamed?.width}.` };
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
