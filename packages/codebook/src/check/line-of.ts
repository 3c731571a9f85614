/** Rows that are in no file, as those that a registry holds beside one, are counted from here. */
export const ASIDE = 1_000_000_000;

/** The line of a row in its file; none where it is in no file. */
export const lineOf = (row: number): number | undefined => (row < ASIDE ? row : undefined);

/** Stands for the number that a new row gets only when it is written; no problem tells it. */
export const UNNUMBERED = "new";
