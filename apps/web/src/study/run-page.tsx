import type { Pages } from "@osteon/api";
import { runPages, runs } from "@osteon/api";
import { getRouteApi, Link } from "@tanstack/react-router";
import { ApiProblem } from "../api/request.ts";
import { useGet } from "../api/use-get.ts";
import { Page } from "../design/page.tsx";
import { Tabs } from "../design/tabs.tsx";
import { Empty, Problems, Waiting } from "../design/told.tsx";
import { useFormat } from "../words/format.ts";
import { useLanguage, useWords } from "../words/words.ts";
import { Behind } from "./behind.tsx";
import { ComparePanel } from "./compare-panel.tsx";
import { DownloadsPanel } from "./downloads-panel.tsx";
import { ProtocolPanel } from "./protocol-panel.tsx";
import { PublishedPanel } from "./published-panel.tsx";
import { ReportLanguageContext } from "./report-language.ts";
import { ReportPart } from "./report-part.tsx";
import { RunActions } from "./run-actions.tsx";
import { ownParts, reportParts } from "./run-parts.ts";
import { RUNS_WORDS } from "./runs-words.ts";
import { SensitivityPanel } from "./sensitivity-panel.tsx";
import { STUDY_WORDS } from "./study-words.ts";
import "./study.css";

const route = getRouteApi("/inside/study/$run");

/** A finished run: the report with every number open. */
export function RunPage() {
  const { run } = route.useParams();
  const { tab: asked } = route.useSearch();
  const says = useWords(STUDY_WORDS);
  const { asOfDay } = useWords(RUNS_WORDS);
  const format = useFormat();
  const language = useLanguage();
  const pages = useGet(runPages.readPages, { params: { run }, query: { language } });
  const told = useGet(runs.readRun, { params: { run } });
  if (pages.data === undefined)
    return (
      <Page title={says.title}>
        {pages.isPending ? <Waiting /> : isNoRun(pages.error) ? <NoRun /> : <Problems error={pages.error} />}
      </Page>
    );
  const { inputs } = pages.data;
  const lang = pages.data.language ?? "en";
  const report = reportParts(pages.data, says.wholeReport).map(({ key, title }) => ({ key, label: title, lang }));
  const tabs = [...report, ...ownParts(pages.data).map((key) => ({ key, label: says[key] }))];
  const tab = tabs.some(({ key }) => key === asked) ? (asked ?? "") : (tabs[0]?.key ?? "");
  return (
    <Page
      title={says.title}
      lead={
        <>
          {told.data?.name == null ? null : <strong>{told.data.name} · </strong>}
          <span lang={pages.data.title === undefined ? "en" : lang}>{pages.data.title ?? inputs.title}</span> ·{" "}
          {told.data === undefined ? "" : format.dateTime(told.data.askedAt)} ·{" "}
          {told.data === undefined || told.data.asOf === null ? null : (
            <>
              <strong>{asOfDay(format.date(told.data.asOf))}</strong> ·{" "}
            </>
          )}
          <span className="mono">{inputs.freezeHash?.slice(0, 12)}</span>
        </>
      }
      actions={
        <>
          {told.data === undefined ? null : <RunActions run={told.data} />}
          <Link to="/study" className="button">
            {says.runs}
          </Link>
        </>
      }
    >
      {inputs.notice === undefined ? null : (
        <p className="notice" lang="en">
          {inputs.notice}
        </p>
      )}
      <Tabs label={says.parts} tabs={tabs} chosen={tab} />
      <ReportLanguageContext value={lang}>
        <Behind run={run}>
          <RunPart run={run} tab={tab} pages={pages.data} />
        </Behind>
      </ReportLanguageContext>
    </Page>
  );
}

/** An address that names no run, or none that is there any more. */
const isNoRun = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.status === 400 || error.status === 404);

function NoRun() {
  const says = useWords(RUNS_WORDS);
  return (
    <Empty says={says.noRun}>
      <p>
        <Link to="/study">{says.toStudies}</Link>
      </p>
    </Empty>
  );
}

function RunPart({ run, tab, pages }: { readonly run: string; readonly tab: string; readonly pages: Pages }) {
  const says = useWords(STUDY_WORDS);
  const parts = reportParts(pages, says.wholeReport);
  switch (tab) {
    case "sensitivity":
      return <SensitivityPanel run={run} />;
    case "published":
      return <PublishedPanel pages={pages} />;
    case "protocol":
      return <ProtocolPanel pages={pages} />;
    case "downloads":
      return <DownloadsPanel run={run} pages={pages} />;
    case "compare":
      return <ComparePanel run={run} />;
    default: {
      const part = parts.find(({ key }) => key === tab) ?? parts[0];
      return part === undefined ? null : <ReportPart run={run} part={part} pages={pages} />;
    }
  }
}
