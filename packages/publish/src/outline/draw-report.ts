import type { Inputs } from "@osteon/estimate";
import type { Language, Pair } from "@osteon/words";
import { type Assumption, assumptions, methodsSection } from "../prose/methods-section.ts";
import { reasonWords } from "../prose/reason-words.ts";
import type { Section } from "../prose/sentence.ts";
import { unclassedSection } from "../prose/unclassed-section.ts";
import type { CitedNumber, ReportInput } from "../report-input.ts";
import { comparisonTable } from "../tables/comparison-table.ts";
import { type PageCell, type PageTable, shown } from "../tables/page-table.ts";
import { drawFigure, type StudyFigure, warningOf } from "./draw-figure.ts";
import { drawTable } from "./draw-table.ts";
import { cellOf, needsOf, paragraphOf, piecesOf, textOf } from "./fill.ts";
import type { Block, HeadlineSpec } from "./outline.ts";
import { type Reading, readResults } from "./read-results.ts";

/** A number that a reader asks for first. */
export interface Headline {
  readonly label: string;
  readonly number: PageCell;
  /** What stands below it: limits, counts. */
  readonly below: string;
}

export type DrawnBlock =
  | { readonly headlines: readonly Headline[]; readonly warning?: string }
  | { readonly figure: StudyFigure }
  | { readonly table: PageTable }
  | { readonly section: Section };

export interface DrawnPart {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly DrawnBlock[];
}

/** A report with its numbers, as every form of it is made from: page, Word, CSV, pages of the web. */
export interface DrawnReport {
  readonly inputs: Inputs;
  readonly language: Language;
  readonly reading: Reading;
  readonly headlines: readonly Headline[];
  /** What is to be known of headlines that stand side by side. */
  readonly underHeadlines?: string;
  readonly parts: readonly DrawnPart[];
  readonly methods: readonly Section[];
  readonly assumptions: readonly Assumption[];
  readonly comparison: PageTable;
  readonly cited: readonly CitedNumber[];
}

/** Fills an outline with results. */
export function drawReport(input: ReportInput): DrawnReport {
  const before = DRAWN.get(input);
  if (before !== undefined) return before;
  const report = drawAnew(input);
  DRAWN.set(input, report);
  return report;
}

/** Pages, HTML and Word of a report are made from one drawing of it. */
const DRAWN = new WeakMap<ReportInput, DrawnReport>();

function drawAnew(input: ReportInput): DrawnReport {
  const { protocol, results, comparisons, cited, isOwnCohort, language } = input;
  const outline = withOwnNames(input);
  const reading = readResults(results, language);
  const headlines = outline.headlines.map((headline) => drawHeadline(reading, headline));
  const warning = outline.headlinesCompare === true ? warningOf(outline, language) : undefined;
  const drawn = (block: Block): DrawnBlock => {
    if ("headlines" in block) return warning === undefined ? { headlines } : { headlines, warning };
    if ("figure" in block) return { figure: drawFigure(reading, outline, block.figure, isOwnCohort) };
    if ("table" in block) return { table: drawTable(reading, protocol, outline, block.table) };
    const paragraphs = block.paragraphs.map((paragraph) => paragraphOf(reading, paragraph));
    return { section: { heading: block.heading, paragraphs } };
  };
  return {
    inputs: results.inputs,
    language,
    reading,
    headlines,
    ...(warning === undefined ? {} : { underHeadlines: warning }),
    parts: outline.parts.map(({ id, title, blocks }) => ({ id, title, blocks: blocks.map(drawn) })),
    methods: [...methodsSection(protocol, outline.methods), ...unclassedSection(results.inputs.unclassed, language)],
    assumptions: assumptions(protocol),
    comparison: comparisonTable(comparisons, language),
    cited,
  };
}

/** The labels of a study, and what a registry calls its own drugs and analytes. */
function withOwnNames({ outline, results: { inputs }, language }: ReportInput): ReportInput["outline"] {
  if (inputs.ownNames === undefined) return outline;
  const names = Object.entries(inputs.ownNames).map(([code, name]) => [code, name[language]] as const);
  return { ...outline, labels: { ...Object.fromEntries(names), ...outline.labels } };
}

const NOT_ESTIMABLE: Pair = { en: "not estimable", de: "nicht schätzbar" };

/** The numbers on top of a report. Where there is none a dash stands, and below it why. */
export function drawHeadline(reading: Reading, { label, number, below }: HeadlineSpec): Headline {
  const named = piecesOf(number).find((piece) => typeof piece !== "string");
  const id = named === undefined ? undefined : needsOf(named)[0];
  if (id !== undefined && reading.value(id) === null) {
    const why = reasonWords(reading.row(id).because, reading.language);
    return { label, number: shown("–", id), below: `${NOT_ESTIMABLE[reading.language]}: ${why}` };
  }
  return { label, number: cellOf(reading, number), below: textOf(reading, below) };
}

const blocksOf = ({ parts }: Pick<DrawnReport, "parts">): readonly DrawnBlock[] =>
  parts.flatMap(({ blocks }) => blocks);

export const drawnFigures = (report: Pick<DrawnReport, "parts">): readonly StudyFigure[] =>
  blocksOf(report).flatMap((block) => ("figure" in block ? [block.figure] : []));

export const drawnTables = (report: Pick<DrawnReport, "parts">): readonly PageTable[] =>
  blocksOf(report).flatMap((block) => ("table" in block ? [block.table] : []));

export const drawnSections = (report: Pick<DrawnReport, "parts">): readonly Section[] =>
  blocksOf(report).flatMap((block) => ("section" in block ? [block.section] : []));
