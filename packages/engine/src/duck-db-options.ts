export interface DuckDbOptions {
  /** Database file; in memory without one. */
  readonly file?: string;
  readonly threads?: number;
  /** As DuckDB writes it: `4GB`. */
  readonly memoryLimit?: string;
  /** Where a query that outgrows the memory limit spills to; an empty text: nowhere, it fails. */
  readonly temporaryDirectory?: string;
  /** So long after it was opened whatever runs is cut off, and nothing runs any more: for SQL that somebody else wrote. */
  readonly milliseconds?: number;
}

/** A statement was cut off, or not begun, since the engine's time was over. */
export class TimeIsOver extends Error {
  constructor() {
    super("the engine's time is over");
  }
}
