export { resultsCsv, tableCsv } from "./csv/csv-text.ts";
export { reportDocx } from "./docx/report-docx.ts";
export { tablesDocx } from "./docx/tables-docx.ts";
export * from "./figures/flow-figure.ts";
export * from "./figures/kaplan-meier-figure.ts";
export * from "./figures/proportion-figure.ts";
export * from "./figures/response-figure.ts";
export { roundAxis } from "./figures/round-axis.ts";
export * from "./figures/specification-figure.ts";
export * from "./figures/stacked-share-figure.ts";
export { reportHtml } from "./html/report-html.ts";
export { tablesHtml } from "./html/tables-html.ts";
export { tablesMarkdown } from "./markdown/tables-markdown.ts";
export * from "./outline/catalogue.ts";
export { type OutlineProblem, outlineProblems } from "./outline/check-outline.ts";
export { DEFAULT_GERMAN } from "./outline/default-german.ts";
export { defaultOutline } from "./outline/default-outline.ts";
export type { StudyFigure } from "./outline/draw-figure.ts";
export {
  type DrawnReport,
  drawHeadline,
  drawnFigures,
  drawnTables,
  drawReport,
  type Headline,
} from "./outline/draw-report.ts";
export * from "./outline/outline.ts";
export { readResults } from "./outline/read-results.ts";
export { type StudyPages, studyPages } from "./outline/study-pages.ts";
export { type Assumption, assumptions, methodsSection } from "./prose/methods-section.ts";
export type { Section } from "./prose/sentence.ts";
export type { CitedNumber, ReportInput } from "./report-input.ts";
export { CLINICAL_STATES, RADIOLOGICAL_STATES } from "./svg/palette.ts";
export { type Size, sizeOf } from "./svg/sheet.ts";
export { comparisonTable } from "./tables/comparison-table.ts";
export type { PageRow, PageTable } from "./tables/page-table.ts";
