import type { Pages } from "@osteon/api";
import { Panel } from "../design/page.tsx";
import { useWords } from "../words/words.ts";
import { FigureFiles } from "./figure-panel.tsx";
import { reportPath, useReportLanguage } from "./report-language.ts";
import { STUDY_WORDS } from "./study-words.ts";

/** Every file of a run. */
export function DownloadsPanel({ run, pages }: { readonly run: string; readonly pages: Pages }) {
  const lang = useReportLanguage();
  const says = useWords(STUDY_WORDS);
  const base = `/api/runs/${run}`;
  const report = reportPath(run, lang);
  const files = [
    [`${report}report.docx`, says.docx],
    [`${report}results.csv`, says.csv],
    [`${base}/results.json`, says.json],
  ] as const;
  return (
    <div className="grid">
      <Panel title={says.downloads}>
        <ul className="files">
          <li>
            <a href={`${report}index.html`} target="_blank" rel="noopener">
              {says.report}
            </a>
          </li>
          {files.map(([href, label]) => (
            <li key={href}>
              <a href={href} download>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={says.figures}>
        <ul className="files" lang={lang}>
          {pages.figures.map(({ id, title }) => (
            <li key={id}>
              {title}:{" "}
              <span className="row">
                <FigureFiles run={run} id={id} title={title} />
              </span>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={says.tables}>
        <ul className="files" lang={lang}>
          {[...Object.values(pages.tables), ...(pages.comparison.rows.length === 0 ? [] : [pages.comparison])].map(
            ({ id, title }) => (
              <li key={id}>
                <a href={`${report}tables/${id}.csv`} download>
                  {title}, CSV
                </a>
              </li>
            ),
          )}
        </ul>
      </Panel>
    </div>
  );
}
