import { readFileSync } from "node:fs";
import { emptySentence } from "../prose/empty-sentence.ts";
import { resultsSection } from "../prose/results-section.ts";
import type { ReportInput } from "../report-input.ts";
import { readResults } from "../study/read-results.ts";
import { studyFigures } from "../study/study-figures.ts";
import { studyTables } from "../study/study-tables.ts";
import { headlines } from "../study/summary.ts";
import { NOT_COMPARABLE } from "../study/words.ts";
import { letters, type Markup } from "../svg/markup.ts";
import { comparisonElement } from "./comparison-element.ts";
import { element } from "./element.ts";
import { assumptionsPart, citedPart, methodsPart, provenancePart } from "./method-parts.ts";
import { figureElement, type PagePart, partElement, sectionElements } from "./page-parts.ts";
import { numberElement, type Trace, tableElement } from "./table-element.ts";

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), "utf8");

/** The whole report as one HTML document that asks for no other file. Equal inputs give equal bytes. */
export function reportHtml(input: ReportInput): string {
  const { protocol, results } = input;
  const { notice } = results.inputs;
  const empty = emptySentence(results);
  const parts = reportParts(input);
  const head = element(
    "head",
    {},
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">' as Markup,
    element("title", {}, letters(protocol.title)),
    element("style", {}, read("report.css") as Markup, read("print.css") as Markup, noticeOnEachPage(notice)),
  );
  const links = parts.map(({ id, title }) => element("li", {}, element("a", { href: `#${id}` }, letters(title))));
  const body = element(
    "body",
    {},
    element("a", { class: "skip", href: "#content" }, letters("To the content")),
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
      element("p", { class: "source" }, letters(`Recomputed from charts after ${protocol.source}`)),
      empty === undefined ? undefined : element("p", { class: "empty" }, letters(empty)),
    ),
    element("nav", { "aria-label": "Parts of the report" }, element("ul", {}, ...links)),
    element("main", { id: "content" }, ...parts.map(partElement)),
    element("script", {}, read("filter-script.js") as Markup),
  );
  return `<!doctype html>\n${element("html", { lang: "en" }, head, body)}\n`;
}

/** Printed pages carry the notice in their head. */
function noticeOnEachPage(notice: string | undefined): Markup | undefined {
  if (notice === undefined) return undefined;
  const text = notice.replaceAll(/["\\<>\n]/g, " ");
  return `@page{@top-center{content:"${text}";font:8pt sans-serif}}` as Markup;
}

function reportParts(input: ReportInput): readonly PagePart[] {
  const { protocol, results, comparisons, cited } = input;
  const reading = readResults(results);
  const trace: Trace = (id) => {
    const { method, tally, value } = reading.row(id);
    return `${id} = ${value ?? "not estimable"} · ${method} · tally ${tally}`;
  };
  const tables = studyTables(reading, protocol);
  const drawn = new Map(studyFigures(results, input.isOwnCohort).map((figure) => [figure.id, figureElement(figure)]));
  const figure = (id: string): Markup => drawn.get(id) ?? ("" as Markup);
  const table = (name: keyof typeof tables): Markup => tableElement(tables[name], trace);
  const part = (id: string, title: string, ...content: readonly Markup[]): PagePart => ({ id, title, content });
  return [
    part(
      "summary",
      "Summary",
      summaryElement(reading, trace),
      element("p", { class: "note" }, letters(NOT_COMPARABLE)),
    ),
    part("flow", "Patient flow", figure("flow")),
    part("baseline", "Table 1", table("tableOne"), table("normality")),
    part("outcome", "Response", figure("response"), table("response")),
    part(
      "relapse",
      "Relapse",
      figure("kaplan-meier"),
      table("survival"),
      figure("relapse-free-by-focality"),
      figure("relapse-free-by-presentation"),
    ),
    part("imaging", "Radiology", figure("radiology"), table("radiology")),
    part("antibiotic", "Antibiotics", figure("antibiotics"), table("antibiotics")),
    part("predictor", "Predictors", table("predictors"), table("markers")),
    part("clinical-score", "Score", table("score")),
    part("results", "Results in words", ...sectionElements(resultsSection(reading), trace)),
    methodsPart(protocol, trace),
    assumptionsPart(protocol),
    ...(comparisons.length === 0
      ? []
      : [part("published", "Published beside recomputed", comparisonElement(comparisons, trace)), citedPart(cited)]),
    provenancePart(results.inputs),
  ];
}

function summaryElement(reading: ReturnType<typeof readResults>, trace: Trace): Markup {
  const cards = headlines(reading).map(({ label, number, below }) =>
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
