import type { PageTable } from "@osteon/publish";

/** A table of an answer from rows of texts, the first of each being its label. */
export function answerTable(
  id: string,
  title: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  notes: readonly string[] = [],
): PageTable {
  return {
    ...{ id, title, heads, notes },
    rows: rows.map(([label = "", ...cells]) => ({ label, cells: cells.map((text) => ({ text })) })),
  };
}
