import type { ChosenRows } from "../rows/rows-where.ts";
import { dataInR } from "./data-in-r.ts";
import { rName, rVector } from "./r-words.ts";

/** The lines of R that read the same rows, with all their columns, into a data frame `d`. */
export const rowsInR = (rows: ChosenRows, count?: string): readonly string[] => [
  ...dataInR(
    rows,
    rows.whole.columns.map(({ name }) => name),
  ),
  ...(count === undefined ? [] : [`d <- d[rep(seq_len(nrow(d)), d$${rName(count)}), ] # a row stands for so many`]),
];

/** A column of `d` as a factor with its levels in their order. */
export const factorInR = (name: string, levels: readonly string[]): string =>
  `d$${rName(name)} <- factor(d$${rName(name)}, levels = ${rVector(levels)})`;
