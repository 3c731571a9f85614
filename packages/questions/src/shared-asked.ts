import type { ABOVE_LIMIT, BELOW_LIMIT } from "./choices.ts";

/** What means the same in every kind of question; each takes what it honours, and columns by their names in the file. */
export interface SharedAsked {
  /** Conditions that a row must all meet, such as `age >= 18`. */
  readonly where?: readonly string[];
  /** Words that are missing values, separated by commas. */
  readonly missing?: string;
  readonly belowLimit?: (typeof BELOW_LIMIT)[number];
  readonly aboveLimit?: (typeof ABOVE_LIMIT)[number];
  readonly factor?: string;
  readonly reference?: readonly string[];
  readonly levels?: readonly string[];
  readonly per?: string;
  readonly count?: string;
  readonly weights?: string;
  readonly level?: number;
}

/** Which rows of a file take part, and how their cells are read. */
export const OF_ROWS = ["where", "missing", "belowLimit", "aboveLimit"] as const;
export type RowChoices = Pick<SharedAsked, (typeof OF_ROWS)[number]>;
