import type { Inputs } from "@osteon/estimate";
import { type Assumption, assumptions, methodsSection } from "../prose/methods-section.ts";
import { resultsSection } from "../prose/results-section.ts";
import type { Section } from "../prose/sentence.ts";
import type { CitedNumber, ReportInput } from "../report-input.ts";
import { type Size, sizeOf } from "../svg/sheet.ts";
import { comparisonTable } from "../tables/comparison-table.ts";
import { flowTable } from "../tables/flow-table.ts";
import type { PageTable } from "../tables/page-table.ts";
import { readResults } from "./read-results.ts";
import { type StudyFigure, studyFigures } from "./study-figures.ts";
import { type StudyTables, studyTables } from "./study-tables.ts";
import { type Headline, headlines } from "./summary.ts";
import { NOT_COMPARABLE } from "./words.ts";

/** Everything that the pages of a report show, as data: each number knows its result. Figures stand in files of their own. */
export interface StudyPages {
  readonly inputs: Inputs;
  readonly source: string;
  readonly headlines: readonly Headline[];
  /** What is to be known of headlines that stand side by side. */
  readonly underHeadlines: string;
  readonly tables: Readonly<Record<keyof StudyTables, PageTable>>;
  /** The flow of patients, which the report draws only. */
  readonly flow: PageTable;
  readonly figures: readonly (Omit<StudyFigure, "svg"> & Size)[];
  readonly words: readonly Section[];
  readonly methods: readonly Section[];
  readonly assumptions: readonly Assumption[];
  readonly comparison: PageTable;
  readonly cited: readonly CitedNumber[];
}

/** The pages of a report as data; the HTML report and this read the same results. */
export function studyPages({ protocol, results, comparisons, cited, isOwnCohort }: ReportInput): StudyPages {
  const reading = readResults(results);
  return {
    inputs: results.inputs,
    source: protocol.source,
    headlines: headlines(reading),
    underHeadlines: NOT_COMPARABLE,
    tables: studyTables(reading, protocol),
    flow: flowTable(reading),
    figures: studyFigures(results, isOwnCohort).map(({ svg, ...figure }) => ({ ...figure, ...sizeOf(svg) })),
    words: resultsSection(reading),
    methods: methodsSection(protocol),
    assumptions: assumptions(protocol),
    comparison: comparisonTable(comparisons),
    cited,
  };
}
