import type { Change } from "@osteon/api";
import { Link } from "@tanstack/react-router";
import { centresOf, useMe } from "../../api/me.ts";
import { Panel } from "../../design/page.tsx";
import { Empty, Problems, Waiting } from "../../design/told.tsx";
import { useTaking } from "../../export/take-file.tsx";
import { useBook } from "../../words/codebook-words.ts";
import { useFormat } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { EpisodeTold } from "../episode-told.tsx";
import type { Search } from "../search.ts";
import { ChangeFilters } from "./change-filters.tsx";
import { CHANGES_WORDS } from "./changes-words.ts";
import { dayOf, filterOf, useChanges } from "./use-changes.ts";
import "../field-story.css";
import "./changes.css";

/** What changed in the charts of one's centres, day by day, and the same as a file. */
export function ChangesTab({ search }: { readonly search: Search }) {
  const says = useWords(CHANGES_WORDS);
  const format = useFormat();
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useChanges(search);
  const changes = data?.pages.flatMap((page) => page.changes) ?? [];
  const days = Map.groupBy(changes, ({ at }) => dayOf(new Date(at)));
  return (
    <>
      <p className="quiet-text">{says.about}</p>
      <ChangeFilters search={search} />
      <Problems error={error} />
      {isPending ? <Waiting /> : null}
      {changes.length === 0 && data !== undefined && !hasNextPage ? <Empty says={says.none} /> : null}
      {[...days].map(([day, of]) => (
        <Panel key={day} title={format.date(day)}>
          <ol className="story">
            {of.map((change) => (
              <li key={change.seq} className={`story-${change.kind}`}>
                <About change={change} />
                <EpisodeTold table={change.table} episode={change} />
              </li>
            ))}
          </ol>
        </Panel>
      ))}
      {hasNextPage ? (
        <div className="row">
          <button type="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {says.more}
          </button>
        </div>
      ) : null}
      <Files search={search} />
    </>
  );
}

/** Which child and row it happened to; a deleted row has no page of its own. */
function About({ change: { patient, table, key, kind, centre } }: { readonly change: Change }) {
  const book = useBook();
  const several = centresOf(useMe(), "audit read").length > 1;
  const row = `${book.one(table)} ${key === patient ? "" : key}`.trim();
  return (
    <p className="change-about">
      <Link to="/centres/$centre/patients/$patient" params={{ centre, patient }} className="mono">
        {patient}
      </Link>
      {" · "}
      {kind === "deleted" ? (
        row
      ) : (
        <Link to="/centres/$centre/patients/$patient/$table/$key" params={{ centre, patient, table, key }}>
          {row}
        </Link>
      )}
      {several ? <span className="chip">{centre}</span> : null}
    </p>
  );
}

function Files({ search }: { readonly search: Search }) {
  const says = useWords(CHANGES_WORDS);
  const { take, told } = useTaking();
  const filter = filterOf(search);
  const recorded = new URLSearchParams(
    ["centre", "from", "to"].flatMap((name) => (filter.has(name) ? [[name, filter.get(name) ?? ""]] : [])),
  );
  return (
    <Panel title={says.files}>
      <p>{says.filesAbout}</p>
      {told}
      <div className="row">
        <button type="button" onClick={() => take(`/api/audit/changes.csv?${filter}`, "changes.csv")}>
          {says.csv}
        </button>
        <button type="button" onClick={() => take(`/api/audit/trail.ndjson?${recorded}`, "trail.ndjson")}>
          {says.ndjson}
        </button>
      </div>
    </Panel>
  );
}
