import { type Attributes, letters, type Markup } from "../svg/markup.ts";
import type { PageCell, PageRow, PageTable } from "../tables/page-table.ts";
import { element } from "./element.ts";

/** What a reader sees who points at a number: its method and where it was counted. */
export type Trace = (result: string) => string;

/** A number that knows its result. */
export function numberElement({ text, result }: PageCell, trace: Trace): Markup {
  if (result === undefined) return letters(text);
  return element("data", { "data-result": result, title: trace(result) }, letters(text));
}

/** A table that scrolls within its own box; heading rows begin a body of their own so that pages break between them. */
export function tableElement(
  table: PageTable,
  trace: Trace,
  rowAttributes: (row: PageRow) => Attributes = () => ({}),
): Markup {
  const { id, title, heads, notes } = table;
  const columns = heads.length;
  const bodies = groupsOf(table.rows).map((rows) =>
    element("tbody", {}, ...rows.map((row) => rowElement(row, columns, trace, rowAttributes(row)))),
  );
  return element(
    "div",
    { class: "table", role: "group", tabindex: "0", "aria-labelledby": `${id}-caption` },
    element(
      "table",
      { id: `table-${id}` },
      element("caption", { id: `${id}-caption` }, letters(title)),
      element("thead", {}, element("tr", {}, ...heads.map((head, place) => headElement(head, place)))),
      ...bodies,
    ),
    ...notes.map((note) => element("p", { class: "note" }, letters(note))),
  );
}

function headElement(head: string, place: number): Markup {
  if (head === "") return element("td", {});
  return element("th", { scope: "col", class: place === 0 ? "label" : undefined }, letters(head));
}

function groupsOf(rows: readonly PageRow[]): readonly (readonly PageRow[])[] {
  const groups: PageRow[][] = [];
  for (const row of rows) {
    if (row.cells.length === 0 || groups.length === 0) groups.push([]);
    groups.at(-1)?.push(row);
  }
  return groups;
}

function rowElement(
  { label, level = 0, cells }: PageRow,
  columns: number,
  trace: Trace,
  attributes: Attributes,
): Markup {
  if (cells.length === 0) {
    return element("tr", { class: "group" }, element("th", { scope: "rowgroup", colspan: columns }, letters(label)));
  }
  return element(
    "tr",
    attributes,
    element("th", { scope: "row", class: level > 0 ? "inner" : undefined }, letters(label)),
    ...cells.map((cell) =>
      element("td", { class: isNumeric(cell.text) ? "number" : undefined }, numberElement(cell, trace)),
    ),
  );
}

/** Numbers stand to the right, words to the left. */
const isNumeric = (text: string): boolean => /^[−<]?\s?\d|^(NE|–)$/.test(text) && text.length < 30;
