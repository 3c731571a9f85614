/** Where a problem stands: as much of it as is known. Rows count as a spreadsheet does, the header being row 1. */
export interface Place {
  readonly file?: string;
  readonly row?: number;
  readonly column?: string;
  readonly value?: string;
}

/** `refused` stops the work; `query` is a question to the centre that the data may answer with "yes, it is so". */
export type Severity = "refused" | "query";

/** One thing that is wrong with data or with a study definition, and how to mend it. Problems are returned, never thrown. */
export interface Problem {
  /** Stable, kebab-case; documented in docs/reference/problems.md. */
  readonly code: string;
  readonly severity: Severity;
  readonly where: Place;
  /** What was found, against which rule. */
  readonly says: string;
  /** What to do about it. */
  readonly fix: string;
}

/** A value, or every reason why there is none. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T; readonly queries: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };
