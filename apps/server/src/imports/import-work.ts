import type { Meanings, OwnField, Problem, WRITTEN } from "@osteon/codebook";
import type { CellChange } from "@osteon/registry";

/** What the thread of an import is asked to do, in this order. */
export type ImportWork =
  | {
      readonly does: "read";
      readonly path: string;
      /** A folder that is there already, to unpack into. */
      readonly folder: string;
      readonly type: "zip" | "xlsx" | "csv";
      readonly table: string | undefined;
      /** How the file writes dates and numbers. */
      readonly written: (typeof WRITTEN)[number];
      readonly meanings: Meanings;
      /** The fields that the registry added: columns of a file are theirs, whatever the file says of its own. */
      readonly own: readonly OwnField[];
    }
  /** `keep`: columns that the file has not stay as the registry holds them. */
  | {
      readonly does: "plan";
      readonly absent: "refuse" | "keep";
      /** Whether rows go that the registry has and the file has not. */
      readonly lacking: "keep" | "delete";
      /** Of the children that the file has no row of. */
      readonly centre: string | undefined;
    }
  | { readonly does: "apply"; readonly batch: string; readonly source: string }
  /** Nothing of a file stays in a thread that waits for the next one. */
  | { readonly does: "forget" };

/** What is wrong with a file; unfit where nothing of it could be read at all. */
export interface ReadTold {
  readonly fit: boolean;
  readonly problems: readonly Problem[];
}

/** What an import would do, as it is told. */
export interface PlanTold {
  /** Names what would be done, so that what was looked at is what is done. */
  readonly plan: string;
  /** The centres at which something is written; each takes its part back by itself. */
  readonly centres: readonly string[];
  readonly tables: readonly {
    readonly table: string;
    readonly new: number;
    readonly changed: number;
    readonly unchanged: number;
    readonly rejected: number;
    /** Rows that go, since they were asked to where the file has them not. */
    readonly removed: number;
    /** Rows that an export would hold and the file has not. */
    readonly lacking: number;
  }[];
  readonly changes: readonly CellChange[];
  readonly moreChanges: number;
  readonly problems: readonly Problem[];
  /** What should be known and is no question: drafts completed, signatures voided, values older than the registry's. */
  readonly notes: readonly Problem[];
  /** The first of the rows that the file has not. */
  readonly lacking: readonly { readonly table: string; readonly key: string; readonly patient: string }[];
}

export const isRefused = ({ severity }: Problem): boolean => severity === "refused";

/** Said by the thread between two statements: how many rows are written. */
export interface ProgressTold {
  readonly progress: { readonly done: number; readonly of: number; readonly table: string };
}

export const isProgress = (question: unknown): question is ProgressTold =>
  typeof question === "object" && question !== null && "progress" in question;
