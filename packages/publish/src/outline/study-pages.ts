import type { Inputs } from "@osteon/estimate";
import { chartsSentences } from "../prose/charts-sentences.ts";
import type { Assumption } from "../prose/methods-section.ts";
import type { Section } from "../prose/sentence.ts";
import type { CitedNumber, ReportInput } from "../report-input.ts";
import { type Size, sizeOf } from "../svg/sheet.ts";
import { flowTable } from "../tables/flow-table.ts";
import type { PageTable } from "../tables/page-table.ts";
import type { StudyFigure } from "./draw-figure.ts";
import { type DrawnBlock, drawnFigures, drawnSections, drawnTables, drawReport, type Headline } from "./draw-report.ts";
import { type CurvesSpec, figuresOf } from "./outline.ts";

/** Everything that the pages of a report show, as data: each number knows its result. Figures stand in files of their own. */
export interface StudyPages {
  readonly inputs: Inputs;
  readonly source: string;
  readonly headlines: readonly Headline[];
  /** What is to be known of headlines that stand side by side. */
  readonly underHeadlines?: string;
  /** What is to be known of the charts: what was not collected then, where no more than a limit is known. */
  readonly chartsSay?: readonly string[];
  readonly tables: Readonly<Record<string, PageTable>>;
  /** The flow of patients, which the report draws only. */
  readonly flow?: PageTable;
  readonly figures: readonly (Omit<StudyFigure, "svg"> & Size)[];
  /** The curves that are drawn, each in its figure, by analysis, and what their groups are a column of. */
  readonly curves: readonly {
    readonly figure: string;
    readonly analysis: string;
    readonly title: string;
    readonly by?: string;
  }[];
  /** The parts of the outline in its order; figures and tables by their ids. */
  readonly parts: readonly { readonly id: string; readonly title: string; readonly blocks: readonly PageBlock[] }[];
  readonly words: readonly Section[];
  readonly methods: readonly Section[];
  readonly assumptions: readonly Assumption[];
  readonly comparison: PageTable;
  readonly cited: readonly CitedNumber[];
}

/** What stands in a part of the pages. */
export type PageBlock =
  | { readonly headlines: true }
  | { readonly figure: string }
  | { readonly table: string }
  | { readonly section: Section };

/** The pages of a report as data; the HTML report and this read the same results. */
export function studyPages(input: ReportInput): StudyPages {
  const report = drawReport(input);
  const said = chartsSentences(input.results.inputs, input.language);
  const flow = figuresOf(input.outline).find((figure) => figure.kind === "flow");
  return {
    inputs: report.inputs,
    source: input.protocol.source,
    headlines: report.headlines,
    ...(report.underHeadlines === undefined ? {} : { underHeadlines: report.underHeadlines }),
    ...(said.length === 0 ? {} : { chartsSay: said }),
    tables: Object.fromEntries(drawnTables(report).map((table) => [table.id, table])),
    ...(flow === undefined ? {} : { flow: flowTable(report.reading, flow) }),
    figures: drawnFigures(report).map(({ svg, ...figure }) => ({ ...figure, ...sizeOf(svg) })),
    curves: figuresOf(input.outline).flatMap((figure) =>
      figure.kind === "kaplan-meier" ? [curveOf(input, figure)] : [],
    ),
    parts: report.parts.map(({ id, title, blocks }) => ({ id, title, blocks: blocks.map(pageBlock) })),
    words: drawnSections(report),
    methods: report.methods,
    assumptions: report.assumptions,
    comparison: report.comparison,
    cited: report.cited,
  };
}

function pageBlock(block: DrawnBlock): PageBlock {
  if ("headlines" in block) return { headlines: true };
  if ("figure" in block) return { figure: block.figure.id };
  return "table" in block ? { table: block.table.id } : { section: block.section };
}

function curveOf({ protocol }: ReportInput, { id, of, title }: CurvesSpec): StudyPages["curves"][number] {
  const analysis = protocol.analyses[of];
  const by = analysis?.kind === "survival" ? analysis.by?.column : undefined;
  return { figure: id, analysis: of, title, ...(by === undefined ? {} : { by }) };
}
