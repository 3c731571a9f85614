import { getRouteApi, Link } from "@tanstack/react-router";
import { useGet } from "../api/use-get.ts";
import { Page, Panel } from "../design/page.tsx";
import { Tabs } from "../design/tabs.tsx";
import { Problems, Waiting } from "../design/told.tsx";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { Behind, Shown } from "./behind.tsx";
import { DownloadsPanel } from "./downloads-panel.tsx";
import { FigurePanel } from "./figure-panel.tsx";
import { TablePanel } from "./page-table.tsx";
import type { Pages, PageTable, Run } from "./pages-data.ts";
import { ProtocolPanel } from "./protocol-panel.tsx";
import { PublishedPanel } from "./published-panel.tsx";
import { RUN_PARTS } from "./run-parts.ts";
import { Sections } from "./sections.tsx";
import { SensitivityPanel } from "./sensitivity-panel.tsx";
import { STUDY_WORDS } from "./study-words.ts";
import { SurvivalPanel } from "./survival/survival-panel.tsx";
import "./study.css";

const route = getRouteApi("/inside/study/$run");

/** A finished run: the report with every number open. */
export function RunPage() {
  const { run } = route.useParams();
  const { tab = "summary" } = route.useSearch();
  const says = useWords(STUDY_WORDS);
  const format = useFormat();
  const pages = useGet<Pages>(`/api/runs/${run}/pages`);
  const told = useGet<Run>(`/api/runs/${run}`);
  if (pages.data === undefined)
    return <Page title={says.title}>{pages.isPending ? <Waiting /> : <Problems error={pages.error} />}</Page>;
  const { inputs } = pages.data;
  return (
    <Page
      title={says.title}
      lead={
        <>
          <span lang="en">{inputs.title}</span> · {told.data === undefined ? "" : format.dateTime(told.data.askedAt)} ·{" "}
          <span className="mono">{inputs.freezeHash?.slice(0, 12)}</span>
        </>
      }
      actions={
        <Link to="/study" className="button">
          {says.runs}
        </Link>
      }
    >
      {inputs.notice === undefined ? null : (
        <p className="notice" lang="en">
          {inputs.notice}
        </p>
      )}
      <Tabs label={says.parts} tabs={RUN_PARTS.map((key) => ({ key, label: says[key] }))} chosen={tab} />
      <Behind run={run}>
        <Part run={run} tab={tab} pages={pages.data} />
      </Behind>
    </Page>
  );
}

function Part({ run, tab, pages }: { readonly run: string; readonly tab: string; readonly pages: Pages }) {
  const says = useWords(STUDY_WORDS);
  const { tables } = pages;
  const table = (name: string) => (tables[name] === undefined ? null : <TablePanel table={tables[name]} />);
  const figure = (id: string, under: PageTable | undefined) => (
    <FigurePanel run={run} figure={pages.figures.find((one) => one.id === id)} table={under} />
  );
  switch (tab) {
    case "baseline":
      return (
        <>
          {/* Runs of before name it otherwise. */}
          {table("table-1") ?? table("tableOne")}
          {table("normality")}
        </>
      );
    case "response":
      return figure("response", tables.response);
    case "relapse":
      return (
        <>
          {pages.curves === undefined ? (
            figure("kaplan-meier", undefined)
          ) : (
            <SurvivalPanel
              run={run}
              figure={pages.figures.find(({ id }) => id === "kaplan-meier")}
              curves={pages.curves}
            />
          )}
          {table("survival")}
        </>
      );
    case "radiology":
      return figure("radiology", tables.radiology);
    case "predictors":
      return (
        <>
          {table("predictors")}
          {table("markers")}
          {table("score")}
          {figure("antibiotics", tables.antibiotics)}
        </>
      );
    case "sensitivity":
      return <SensitivityPanel run={run} />;
    case "published":
      return <PublishedPanel pages={pages} />;
    case "protocol":
      return <ProtocolPanel pages={pages} />;
    case "downloads":
      return <DownloadsPanel run={run} pages={pages} />;
    default:
      return (
        <>
          <ul className="headlines" lang="en">
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
            <p className="quiet-text small" lang="en">
              {pages.underHeadlines}
            </p>
          )}
          {figure("flow", pages.flow)}
          <Panel title={says.words}>
            <Sections sections={pages.words} />
          </Panel>
        </>
      );
  }
}
