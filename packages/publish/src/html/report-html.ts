import { readFileSync } from "node:fs";
import { type DrawnBlock, drawReport, type Headline } from "../outline/draw-report.ts";
import { chartsSentences } from "../prose/charts-sentences.ts";
import { emptySentence } from "../prose/empty-sentence.ts";
import { frameWords, sourceLine } from "../prose/frame-words.ts";
import type { ReportInput } from "../report-input.ts";
import { letters, type Markup } from "../svg/markup.ts";
import { comparisonElement } from "./comparison-element.ts";
import { element } from "./element.ts";
import { withCalls } from "./in-r.ts";
import { assumptionsPart, citedPart, methodsPart, provenancePart } from "./method-parts.ts";
import { figureElement, type PagePart, partElement, sectionElements } from "./page-parts.ts";
import { numberElement, type Trace, tableElement } from "./table-element.ts";

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), "utf8");

/** The whole report as one HTML document that asks for no other file. Equal inputs give equal bytes. */
export function reportHtml(input: ReportInput): string {
  const { protocol, results, language, hasPaper } = input;
  const says = frameWords(language);
  const { notice } = results.inputs;
  const empty = emptySentence(results, language);
  const parts = reportParts(input);
  const head = element(
    "head",
    {},
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">' as Markup,
    element("title", {}, letters(protocol.title)),
    element(
      "style",
      {},
      ...["report.css", "comparison.css", "print.css"].map((sheet) => read(sheet) as Markup),
      noticeOnEachPage(notice),
    ),
  );
  const links = parts.map(({ id, title }) => element("li", {}, element("a", { href: `#${id}` }, letters(title))));
  const body = element(
    "body",
    {},
    element("a", { class: "skip", href: "#content" }, letters(says.toContent)),
    element(
      "header",
      {},
      notice === undefined ? undefined : element("p", { class: "notice" }, letters(notice)),
      element(
        "p",
        { class: "source" },
        letters(`Osteon ${results.inputs.version} · ${protocol.id} ${protocol.version}`),
      ),
      element("h1", {}, letters(protocol.title)),
      element("p", { class: "source" }, letters(sourceLine(protocol.source, hasPaper, language))),
      empty === undefined ? undefined : element("p", { class: "empty" }, letters(empty)),
      ...chartsSentences(results.inputs, language).map((sentence) =>
        element("p", { class: "charts-say" }, letters(sentence)),
      ),
    ),
    element("nav", { "aria-label": says.parts }, element("ul", {}, ...links)),
    element("main", { id: "content" }, ...parts.map(partElement)),
    element("script", {}, read("filter-script.js") as Markup),
  );
  return `<!doctype html>\n${element("html", { lang: language }, head, body)}\n`;
}

/** Printed pages carry the notice in their head. */
function noticeOnEachPage(notice: string | undefined): Markup | undefined {
  if (notice === undefined) return undefined;
  const text = notice.replaceAll(/["\\<>\n]/g, " ");
  return `@page{@top-center{content:"${text}";font:8pt sans-serif}}` as Markup;
}

function reportParts(input: ReportInput): readonly PagePart[] {
  const { comparisons, cited, language } = input;
  const says = frameWords(language);
  const report = drawReport(input);
  const trace: Trace = (id) => {
    const { method, tally, value } = report.reading.row(id);
    return `${id} = ${value ?? says.notEstimable} · ${method} · tally ${tally}`;
  };
  const published: PagePart = {
    id: "published",
    title: says.published,
    content: withCalls((traced) => [comparisonElement(comparisons, traced, language)], trace, input),
  };
  return [
    ...report.parts.map(({ id, title, blocks }) => ({
      id,
      title,
      content: blocks.flatMap((block) => withCalls((traced) => blockElements(block, traced), trace, input)),
    })),
    methodsPart(report.methods, trace, language),
    assumptionsPart(input),
    ...(comparisons.length === 0 ? [] : [published]),
    ...(comparisons.length === 0 || cited.length === 0 ? [] : [citedPart(cited, language)]),
    provenancePart(input.results, language),
  ];
}

function blockElements(block: DrawnBlock, trace: Trace): readonly Markup[] {
  if ("headlines" in block) {
    const cards = cardsElement(block.headlines, trace);
    return block.warning === undefined ? [cards] : [cards, element("p", { class: "note" }, letters(block.warning))];
  }
  if ("figure" in block) return [figureElement(block.figure)];
  if ("table" in block) return [tableElement(block.table, trace)];
  return sectionElements([block.section], trace);
}

function cardsElement(headlines: readonly Headline[], trace: Trace): Markup {
  const cards = headlines.map(({ label, number, below }) =>
    element(
      "li",
      {},
      element("span", { class: "label" }, letters(label)),
      element("strong", {}, numberElement(number, trace)),
      element("span", { class: "below" }, letters(below)),
    ),
  );
  return element("ul", { class: "cards" }, ...cards);
}
