import type { Block, Pages, PageTable, Part } from "@osteon/api";
import { Fragment } from "react";
import { keyed } from "../design/keyed.ts";
import { Panel } from "../design/page.tsx";
import { Shown } from "./behind.tsx";
import { FigurePanel } from "./figure-panel.tsx";
import { TablePanel } from "./page-table.tsx";
import { useReportLanguage } from "./report-language.ts";
import { Sections } from "./sections.tsx";
import { SurvivalPanel } from "./survival/survival-panel.tsx";

/** A part of a report as its study's outline has it. A table that says what a figure draws stands under it; curves of a part share a panel. */
export function ReportPart({ run, part, pages }: { readonly run: string; readonly part: Part; readonly pages: Pages }) {
  const { blocks } = part;
  const figures = blocks.flatMap((block) => ("figure" in block ? [block.figure] : []));
  const curves = (pages.curves ?? []).filter(({ figure }) => figure !== undefined && figures.includes(figure));
  const prose = blocks.flatMap((block) => ("section" in block ? [block.section] : []));
  const draw = (block: Block) => {
    if ("headlines" in block) return <Headlines pages={pages} />;
    if ("section" in block) return block.section === prose[0] ? <Words title={part.title} sections={prose} /> : null;
    if ("table" in block) {
      const table = pages.tables[block.table];
      return table === undefined || figures.includes(block.table) ? null : <TablePanel table={table} />;
    }
    if (curves.some(({ figure }) => figure === block.figure))
      return curves[0]?.figure === block.figure ? (
        <SurvivalPanel run={run} figures={pages.figures} curves={curves} />
      ) : null;
    const figure = pages.figures.find(({ id }) => id === block.figure);
    return <FigurePanel run={run} figure={figure} table={tableUnder(pages, block.figure)} />;
  };
  return keyed(blocks, nameOf).map(({ key, item }) => <Fragment key={key}>{draw(item)}</Fragment>);
}

/** The same numbers as a figure: a table of its id, or the flow of patients, which a report draws only. */
function tableUnder({ tables, flow }: Pages, figure: string): PageTable | undefined {
  return tables[figure] ?? (flow?.id === figure ? flow : undefined);
}

function nameOf(block: Block): string {
  if ("headlines" in block) return "headlines";
  if ("figure" in block) return `figure ${block.figure}`;
  return "table" in block ? `table ${block.table}` : `section ${block.section.heading}`;
}

function Words({ title, sections }: { readonly title: string; readonly sections: Pages["words"] }) {
  const lang = useReportLanguage();
  return (
    <Panel title={title} lang={lang}>
      <Sections sections={sections} />
    </Panel>
  );
}

/** The numbers that a reader asks for first. */
function Headlines({ pages }: { readonly pages: Pages }) {
  const lang = useReportLanguage();
  return (
    <>
      {(pages.chartsSay ?? []).map((sentence) => (
        <p key={sentence} className="notice" lang={lang}>
          {sentence}
        </p>
      ))}
      <ul className="headlines" lang={lang}>
        {pages.headlines.map(({ label, number, below }) => (
          <li key={label} className="panel">
            <span className="quiet-text small">{label}</span>
            <strong>
              <Shown cell={number} />
            </strong>
            <span className="quiet-text small">{below}</span>
          </li>
        ))}
      </ul>
      {pages.underHeadlines === undefined ? null : (
        <p className="quiet-text small" lang={lang}>
          {pages.underHeadlines}
        </p>
      )}
    </>
  );
}
