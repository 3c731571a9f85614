import { readFileSync } from "node:fs";
import { letters, type Markup } from "../svg/markup.ts";
import type { PageTable } from "../tables/page-table.ts";
import { element } from "./element.ts";
import { tableElement } from "./table-element.ts";

const STYLE = readFileSync(new URL("report.css", import.meta.url), "utf8");

/** Tables as one HTML document that asks for no other file, in the clothes of the report. Equal inputs give equal bytes. */
export function tablesHtml(title: string, tables: readonly PageTable[], notes: readonly string[]): string {
  const head = element(
    "head",
    {},
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">' as Markup,
    element("title", {}, letters(title)),
    element("style", {}, STYLE as Markup),
  );
  const main = element(
    "main",
    { id: "content" },
    element("h1", {}, letters(title)),
    ...tables.map((table) => tableElement(table, () => "")),
    ...notes.map((note) => element("p", { class: "note" }, letters(note))),
  );
  return `<!doctype html>\n${element("html", { lang: "en" }, head, element("body", {}, main))}\n`;
}
