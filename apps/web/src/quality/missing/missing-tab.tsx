import { quality } from "@osteon/api";
import { useGet } from "../../api/use-get.ts";
import { Field } from "../../design/field.tsx";
import { Panel } from "../../design/page.tsx";
import { Empty, Problems, Waiting } from "../../design/told.tsx";
import { useWords } from "../../words/words.ts";
import { CentreChoice } from "../centre-choice.tsx";
import { type Search, useSearchChange } from "../search.ts";
import { MissingMap } from "./missing-map.tsx";
import { WANTED } from "./missing-map-data.ts";
import { MissingTable } from "./missing-table.tsx";
import { MissingVisits } from "./missing-visits.tsx";
import { MISSING_WORDS } from "./missing-words.ts";
import "./missing.css";

/** What is missing at visits: as a map, the visits behind a cell of it, and as a plain table. */
export function MissingTab({ search }: { readonly search: Search }) {
  const says = useWords(MISSING_WORDS);
  const change = useSearchChange();
  const { data, error, isPending } = useGet(
    quality.readMissingByVisit,
    { query: { centre: search.centre } },
    { keep: true },
  );
  const wanted = WANTED.find((one) => one === search.reason) ?? "missing";
  return (
    <>
      <search className="quality-filters wide">
        <Field label={says.count}>
          <select value={wanted} onChange={(event) => change({ reason: event.target.value })}>
            {WANTED.map((one) => (
              <option key={one} value={one}>
                {says[one]}
              </option>
            ))}
          </select>
        </Field>
        <CentreChoice search={search} ability="chart read" />
      </search>
      <Problems error={error} />
      {isPending ? <Waiting /> : null}
      {data?.classes.length === 0 ? <Empty says={says.none} /> : null}
      {data === undefined || data.classes.length === 0 ? null : (
        <>
          <div className={search.field === undefined ? "missing-parts" : "missing-parts beside"}>
            <Panel title={says.map}>
              <p className="quiet-text small">
                {says.about} <span className="no-print">{says.keys}</span>
              </p>
              <MissingMap data={data} wanted={wanted} search={search} />
            </Panel>
            <MissingVisits key={`${search.field} ${search.class}`} data={data} wanted={wanted} search={search} />
          </div>
          <details className="panel as-table">
            <summary>{says.table}</summary>
            <MissingTable data={data} />
          </details>
        </>
      )}
    </>
  );
}
