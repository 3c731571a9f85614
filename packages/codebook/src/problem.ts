import type { Fault, Severity, Values } from "@osteon/words";

/** Where a problem stands: as much of it as is known. Rows count as a spreadsheet does, the header being row 1. */
export interface Place {
  /** A file; the name of a table where the row is typed in a form. */
  readonly file?: string;
  readonly row?: number;
  readonly column?: string;
  readonly value?: string;
  /** The row that the problem is of, where it is told at another, which caused it. */
  readonly beside?: { readonly table: string; readonly key: string };
}

/** One thing that is wrong with data or with a study definition, and how to mend it. Problems are returned, never thrown. */
export interface Problem {
  /** Stable, kebab-case; documented in docs/reference/problems.md. */
  readonly code: string;
  readonly severity: Severity;
  readonly where: Place;
  /** What its sentences are made of, in any language; a problem without was told by an older version, and is shown by its text. */
  readonly values?: Values;
  /** In English, as of a file, for readers that know no codes: what was found, against which rule. */
  readonly says: string;
  /** What to do about it. */
  readonly fix: string;
}

/** A fault at its place. */
export const placed = ({ code, severity, values, says, fix }: Fault, where: Place): Problem => ({
  code,
  severity,
  where,
  values,
  says,
  fix,
});

/** A value, or every reason why there is none. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T; readonly queries: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };
