import { Document, HeadingLevel, Packer, Paragraph, type Table } from "docx";
import { consentSentence } from "../prose/consent-sentence.ts";
import { emptySentence } from "../prose/empty-sentence.ts";
import { assumptions, methodsSection } from "../prose/methods-section.ts";
import { resultsSection } from "../prose/results-section.ts";
import type { ReportInput } from "../report-input.ts";
import { readResults } from "../study/read-results.ts";
import { type StudyFigure, studyFigures } from "../study/study-figures.ts";
import { studyTables } from "../study/study-tables.ts";
import { comparisonTable } from "../tables/comparison-table.ts";
import type { PageTable } from "../tables/page-table.ts";
import { body, figure, heading, note, pageFooter, pageHeader, sections, tableTitle } from "./docx-parts.ts";
import { docxTable } from "./docx-table.ts";
import { sameBytes } from "./same-bytes.ts";

type Block = Paragraph | Table;

/** The report as a Word document; `png` draws a figure for it. Equal inputs give equal bytes. */
export async function reportDocx(input: ReportInput, png: (figure: StudyFigure) => Uint8Array): Promise<Uint8Array> {
  const { protocol, results } = input;
  const document = new Document({
    title: protocol.title,
    creator: `Osteon ${results.inputs.version}`,
    styles: { default: { document: { run: { font: "Calibri", size: 21 } } } },
    sections: [
      {
        properties: { page: { margin: { top: 1130, bottom: 1000, left: 1130, right: 1130 } } },
        headers: { default: pageHeader(results.inputs.notice) },
        footers: { default: pageFooter() },
        children: [...blocks(input, png)],
      },
    ],
  });
  return sameBytes(await Packer.toBuffer(document));
}

function blocks(input: ReportInput, png: (figure: StudyFigure) => Uint8Array): readonly Block[] {
  const { protocol, results, comparisons } = input;
  const reading = readResults(results);
  const consent = consentSentence(results.inputs.consent);
  const empty = emptySentence(results);
  const tables = studyTables(reading, protocol);
  const figures = new Map(studyFigures(results, input.isOwnCohort).map((drawn) => [drawn.id, drawn]));
  const drawn = (id: string): readonly Block[] => {
    const found = figures.get(id);
    return found === undefined ? [] : figure(found, png(found));
  };
  return [
    new Paragraph({ text: protocol.title, heading: HeadingLevel.TITLE }),
    body(`Recomputed from charts after ${protocol.source}.`),
    ...(empty === undefined ? [] : [body(empty)]),
    ...(consent === undefined ? [] : [body(consent)]),
    heading("Methods"),
    ...sections(methodsSection(protocol)),
    heading("Results"),
    ...sections(resultsSection(reading)),
    heading("Tables and figures", HeadingLevel.HEADING_1, true),
    ...drawn("flow"),
    ...tableBlocks(tables.tableOne),
    ...tableBlocks(tables.normality),
    ...drawn("response"),
    ...tableBlocks(tables.response),
    ...drawn("kaplan-meier"),
    ...tableBlocks(tables.survival),
    ...drawn("relapse-free-by-focality"),
    ...drawn("relapse-free-by-presentation"),
    ...drawn("radiology"),
    ...tableBlocks(tables.radiology),
    ...drawn("antibiotics"),
    ...tableBlocks(tables.antibiotics),
    ...tableBlocks(tables.predictors),
    ...tableBlocks(tables.markers),
    ...tableBlocks(tables.score),
    heading("Assumptions", HeadingLevel.HEADING_1, true),
    ...assumptions(protocol).map(({ says, paths }, place) => body(`${place + 1}. ${says} [${paths.join(", ")}]`)),
    ...(comparisons.length === 0
      ? []
      : [
          heading("Published beside recomputed", HeadingLevel.HEADING_1, true),
          docxTable(comparisonTable(comparisons), [24, 8, 10, 12, 23, 23]),
        ]),
    heading("Provenance"),
    ...provenance(input),
  ];
}

const tableBlocks = (table: PageTable): readonly Block[] => [
  tableTitle(table.title),
  docxTable(table),
  ...table.notes.map(note),
];

const provenance = ({ results: { inputs } }: ReportInput): readonly Paragraph[] => [
  body(`Freeze of the charts ${inputs.freezeHash}`),
  body(`Protocol ${inputs.protocolHash}`),
  body(`Models ${inputs.modelsHash}`),
  body(`Partial dates resolved to the ${inputs.resolutionPolicy} of their period; Osteon ${inputs.version}.`),
];
