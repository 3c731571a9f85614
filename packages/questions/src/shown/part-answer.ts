import type { PageTable } from "@osteon/publish";

/** What an analysis of two columns answers, before the command that asked it has a name. */
export interface PartAnswer {
  readonly title: string;
  readonly numbers: Readonly<Record<string, unknown>>;
  readonly tables: readonly PageTable[];
  readonly notes: readonly string[];
  /** How many estimates have limits, and how many of them are shares. */
  readonly limits: number;
  readonly shares: number;
  /** R calls of two columns, as R names them. */
  readonly r: readonly ((x: string, y: string) => string)[];
}
