import { exported } from "@osteon/api";
import { getRouteApi, Link } from "@tanstack/react-router";
import { centresOf, may, useMe } from "../api/me.ts";
import { useGet } from "../api/use-get.ts";
import { Field } from "../design/field.tsx";
import { Page, Panel } from "../design/page.tsx";
import { Problems, Waiting } from "../design/told.tsx";
import { KeptNote } from "../frame/kept-note.tsx";
import { NotYours } from "../frame/not-yours.tsx";
import { noticeIn } from "../frame/notice-words.ts";
import { useSearchChange } from "../quality/search.ts";
import { useFormat } from "../words/format.ts";
import { useLanguage, useWords } from "../words/words.ts";
import { EXPORT_WORDS } from "./export-words.ts";
import { TableFiles } from "./table-files.tsx";
import { useTaking } from "./take-file.tsx";
import "./export.css";

const route = getRouteApi("/inside/export");

/** The charts as files, for those whose role may take them away. */
export function ExportPage() {
  const says = useWords(EXPORT_WORDS);
  const language = useLanguage();
  const format = useFormat();
  const me = useMe();
  const search = route.useSearch();
  const change = useSearchChange();
  const centres = centresOf(me, "export take");
  const centre = centres.find((one) => one === search.centre);
  const narrowed = centre === undefined ? "" : `?centre=${encodeURIComponent(centre)}`;
  const typed = `${narrowed === "" ? "?" : `${narrowed}&`}form=typed`;
  const held = useGet(exported.lookAtExport, centres.length === 0 ? undefined : { query: { centre: search.centre } }, {
    keep: true,
  });
  const { take, told } = useTaking();
  if (centres.length === 0)
    return (
      <Page title={says.title}>
        <NotYours says={says.notYours} />
      </Page>
    );
  const sum = (what: "rows" | "drafts"): number => held.data?.tables.reduce((all, one) => all + one[what], 0) ?? 0;
  const children = held.data?.tables.find(({ table }) => table === "patient")?.rows ?? 0;
  const file = (path: string, name: string, label: string) => (
    <button type="button" onClick={() => take(path, name)}>
      {label}
    </button>
  );
  return (
    <Page title={says.title} lead={says.lead}>
      {centres.length < 2 ? null : (
        <search className="export-centre">
          <Field label={says.centre}>
            <select value={centre ?? ""} onChange={(event) => change({ centre: event.target.value })}>
              <option value="">{says.allCentres}</option>
              {centres.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </Field>
        </search>
      )}
      {told}
      <KeptNote centre={centre}>{says.kept}</KeptNote>
      <Problems error={held.error} />
      <div className="grid">
        <Panel title={says.charts}>
          {held.data === undefined ? (
            <Waiting />
          ) : (
            <>
              <p>{says.holds(format.number(children), format.number(sum("rows")))}</p>
              <p className={sum("drafts") === 0 ? "quiet-text" : "notice warn"}>
                {sum("drafts") === 0 ? says.noDrafts : says.drafts(format.number(sum("drafts")), sum("drafts") === 1)}
              </p>
              {held.data.notice === "" ? null : (
                <p className="notice">
                  {held.data.notice.split("\n").map((line) => {
                    const { words, ...lang } = noticeIn(line, language);
                    return (
                      <span key={line} className="notice-line" {...lang}>
                        {words}
                      </span>
                    );
                  })}
                </p>
              )}
              <div className="export-files">
                {file(`/api/exports/charts.zip${narrowed}`, "charts.zip", says.zip)}
                {file(`/api/exports/charts.xlsx${narrowed}`, "charts.xlsx", says.xlsx)}
              </div>
              <p>{says.typed}</p>
              <div className="export-files">
                {file(`/api/exports/charts.zip${typed}`, "typed-charts.zip", says.typedZip)}
                {file(`/api/exports/charts.xlsx${typed}`, "typed-charts.xlsx", says.typedXlsx)}
              </div>
            </>
          )}
        </Panel>
        <Panel title={says.reading}>
          <p>{says.codebook}</p>
          <div className="export-files">
            {file("/api/exports/codebook.csv", "codebook.csv", says.codebookCsv)}
            {file("/api/exports/codebook.json", "codebook.json", says.codebookJson)}
            {file("/api/exports/codebook.md", "codebook.md", says.codebookMd)}
          </div>
          <p>{says.inR}</p>
          <pre className="export-code">
            <code>{'source("read-charts.R")\ncharts <- read_charts("charts.zip")'}</code>
          </pre>
          <div className="export-files">{file("/api/exports/read-charts.R", "read-charts.R", says.script)}</div>
        </Panel>
      </div>
      {held.data === undefined ? null : (
        <Panel title={says.single} flush>
          <TableFiles
            tables={held.data.tables.filter(({ table }) => !held.data.kept.includes(table))}
            onTake={(table) => take(`/api/exports/tables/${table}${narrowed}`, `${table}.csv`)}
          />
        </Panel>
      )}
      {may(me, "audit read") ? (
        <Panel title={says.trail}>
          <p>{says.trailLead}</p>
          <div className="row">
            <Link to="/quality" search={{ tab: "changes" }} className="button">
              {says.toChanges}
            </Link>
          </div>
        </Panel>
      ) : null}
    </Page>
  );
}
