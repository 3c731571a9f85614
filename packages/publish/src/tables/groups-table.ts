import type { Pair } from "@osteon/words";
import { cellOf, needsOf, piecesOf, textOf } from "../outline/fill.ts";
import type { GroupsTable, Outline, Template } from "../outline/outline.ts";
import type { Reading } from "../outline/read-results.ts";
import { type PageCell, type PageTable, plain } from "./page-table.ts";

const NOBODY: Pair = { en: "Nobody", de: "Niemand" };

/** A row for each group that an analysis has, in the order of its results; where nobody is in any that stands instead. */
export function groupsTable(
  reading: Reading,
  { labels }: Pick<Outline, "labels">,
  { id, title, of, heads, cells, notes }: GroupsTable,
): PageTable {
  const own = reading.results.results.filter(({ analysis }) => analysis === of);
  const groups = [...new Set(own.map(({ group }) => group))];
  const rows = groups.map((group) => ({
    label:
      labels[group] ??
      group
        .split("/")
        .map((level) => labels[level] ?? level)
        .join(", "),
    cells: cells.map((cell) => groupCell(reading, cell, group)),
  }));
  return {
    id,
    title,
    heads,
    rows: rows.length === 0 ? [{ label: NOBODY[reading.language], cells: [] }] : rows,
    notes: notes.map((note) => textOf(reading, note)),
  };
}

/** A dash where an analysis of other children has nobody in the group. */
function groupCell(reading: Reading, template: Template, group: string): PageCell {
  const needed = piecesOf(template, group).flatMap((piece) => (typeof piece === "string" ? [] : needsOf(piece)));
  return needed.every(reading.has) ? cellOf(reading, template, group) : plain("–");
}
