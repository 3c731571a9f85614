import type { Figure, PageTable } from "@osteon/api";
import { Panel } from "../design/page.tsx";
import { ReportTable } from "./page-table.tsx";
import { reportPath, useReportLanguage } from "./report-language.ts";

interface Parts {
  readonly run: string;
  readonly figure: Figure | undefined;
  /** The same numbers as a table; each can be opened. */
  readonly table: PageTable | undefined;
}

/** A figure of the report with its caption and files, and its numbers in a table beneath. */
export function FigurePanel({ run, figure, table }: Parts) {
  const lang = useReportLanguage();
  if (figure === undefined) return null;
  const { id, title, caption } = figure;
  const path = `${reportPath(run, lang)}figures/${id}`;
  return (
    <Panel title={title} lang={lang} flush actions={<FigureFiles run={run} id={id} title={title} />}>
      <DrawnFigure path={`${path}.svg`} alt={`${title}. ${caption}`} caption={caption} size={figure} />
      {table === undefined ? null : (
        <ReportTable table={table} {...(table.title === title ? {} : { caption: table.title })} />
      )}
    </Panel>
  );
}

/** The files of a figure of the report. */
export function FigureFiles({ run, id, title }: { readonly run: string; readonly id: string; readonly title: string }) {
  const lang = useReportLanguage();
  return ["svg", "png"].map((type) => (
    <a
      key={type}
      className="small"
      href={`${reportPath(run, lang)}figures/${id}.${type}`}
      download
      lang={lang}
      aria-label={`${title}, ${type.toUpperCase()}`}
    >
      {type.toUpperCase()}
    </a>
  ));
}

interface Drawn {
  readonly path: string;
  readonly alt: string;
  readonly caption?: string;
  /** In any unit: its place is kept until it is there. */
  readonly size: { readonly width: number; readonly height: number };
}

/** A drawing of the report, which opens large; on a narrow screen it is moved sideways, not made small. */
export function DrawnFigure({ path, alt, caption, size }: Drawn) {
  const lang = useReportLanguage();
  return (
    <figure className="report-figure" lang={lang}>
      <a className="scrolls" href={path}>
        <img src={path} alt={alt} width={size.width} height={size.height} />
      </a>
      {caption === undefined ? null : <figcaption className="quiet-text small">{caption}</figcaption>}
    </figure>
  );
}
