import { formatFor } from "@osteon/words";
import { Document, HeadingLevel, Packer, Paragraph, type Table } from "docx";
import type { StudyFigure } from "../outline/draw-figure.ts";
import { type DrawnBlock, drawnSections, drawReport } from "../outline/draw-report.ts";
import { chartsSentences } from "../prose/charts-sentences.ts";
import { consentSentence } from "../prose/consent-sentence.ts";
import { emptySentence } from "../prose/empty-sentence.ts";
import { frameWords, sourceLine } from "../prose/frame-words.ts";
import type { ReportInput } from "../report-input.ts";
import type { PageTable } from "../tables/page-table.ts";
import { body, figure, heading, note, pageFooter, pageHeader, sections, tableTitle } from "./docx-parts.ts";
import { DocxTable, rowsOf } from "./docx-table.ts";
import { sameBytes } from "./same-bytes.ts";

type Block = Paragraph | Table;

/** The report as a Word document; `png` draws a figure for it. Equal inputs give equal bytes. */
export async function reportDocx(input: ReportInput, png: (figure: StudyFigure) => Uint8Array): Promise<Uint8Array> {
  const { protocol, results } = input;
  const children = blocks(input, png);
  const document = new Document({
    title: protocol.title,
    creator: `Osteon ${results.inputs.version}`,
    styles: { default: { document: { run: { font: "Calibri", size: 21 } } } },
    sections: [
      {
        properties: { page: { margin: { top: 1130, bottom: 1000, left: 1130, right: 1130 } } },
        headers: { default: pageHeader(results.inputs.notice) },
        footers: { default: pageFooter() },
        children,
      },
    ],
  });
  return sameBytes(await Packer.toBuffer(document), rowsOf(children));
}

function blocks(input: ReportInput, png: (figure: StudyFigure) => Uint8Array): readonly Block[] {
  const { protocol, results, comparisons, language, hasPaper } = input;
  const says = frameWords(language);
  const consent = consentSentence(results.inputs.consent, language);
  const empty = emptySentence(results, language);
  const report = drawReport(input);
  return [
    new Paragraph({ text: protocol.title, heading: HeadingLevel.TITLE }),
    body(`${sourceLine(protocol.source, hasPaper, language)}.`),
    ...(empty === undefined ? [] : [body(empty)]),
    ...(consent === undefined ? [] : [body(consent)]),
    ...chartsSentences(results.inputs, language).map((sentence) => body(sentence)),
    heading(says.methods),
    ...sections(report.methods),
    heading(says.results),
    ...sections(drawnSections(report)),
    heading(says.tablesAndFigures, HeadingLevel.HEADING_1, true),
    ...report.parts.flatMap(({ blocks }) => blocks.flatMap((block) => shownBlocks(block, png))),
    heading(says.assumptions, HeadingLevel.HEADING_1, true),
    ...report.assumptions.map(({ says: sentence, paths }, place) =>
      body(`${place + 1}. ${sentence} [${paths.join(", ")}]`),
    ),
    ...(comparisons.length === 0
      ? []
      : [
          heading(says.published, HeadingLevel.HEADING_1, true),
          new DocxTable(report.comparison, [24, 8, 10, 12, 23, 23]),
        ]),
    heading(says.provenance),
    ...provenance(input),
  ];
}

/** Figures and tables; words stand before them, and headlines are for a page. */
function shownBlocks(block: DrawnBlock, png: (figure: StudyFigure) => Uint8Array): readonly Block[] {
  if ("figure" in block) return figure(block.figure, png(block.figure));
  return "table" in block ? tableBlocks(block.table) : [];
}

const tableBlocks = (table: PageTable): readonly Block[] => [
  tableTitle(table.title),
  new DocxTable(table),
  ...table.notes.map(note),
];

function provenance({ results: { inputs }, language }: ReportInput): readonly Paragraph[] {
  const says = frameWords(language);
  return [
    ...(inputs.asOf === undefined ? [] : [body(`${says.asOf} ${formatFor(language).longDate(inputs.asOf)}.`)]),
    body(`${says.freeze} ${inputs.freezeHash}`),
    body(`${says.protocol} ${inputs.protocolHash}`),
    body(`${says.models} ${inputs.modelsHash}`),
    body(`${says.partialDates} ${says.resolvedTo(inputs.resolutionPolicy)}; Osteon ${inputs.version}.`),
  ];
}
