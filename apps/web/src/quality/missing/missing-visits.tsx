import { addressOf, type MissingByVisit, quality } from "@osteon/api";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import { read } from "../../api/request.ts";
import { Panel } from "../../design/page.tsx";
import { Empty, Problems, Waiting } from "../../design/told.tsx";
import { useFormat } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { type Search, withSearch } from "../search.ts";
import { sumOf, type Wanted } from "./missing-map-data.ts";
import { MISSING_WORDS } from "./missing-words.ts";
import { ReasonBar } from "./reason-bar.tsx";
import { useMissingLabels } from "./use-missing-labels.ts";

interface Parts {
  readonly data: MissingByVisit;
  readonly wanted: Wanted;
  readonly search: Search;
}

const PAGE = 200;
const LINE = 38;
const START: string | undefined = undefined;

/** The visits behind the chosen cell of the map, each opening where its values are entered; brought into sight as it is drawn. */
export function MissingVisits({ data, wanted, search }: Parts) {
  const says = useWords(MISSING_WORDS);
  const labels = useMissingLabels(data.timePoints);
  const panel = useRef<HTMLDivElement>(null);
  const field = data.fields.find((one) => one.field === search.field);
  const wantedRows = {
    ...{ field: search.field ?? "", reason: wanted, limit: PAGE },
    ...{ class: search.class, centre: search.centre },
  };
  const list = useInfiniteQuery({
    queryKey: ["get", addressOf(quality.listMissingVisits, {}, wantedRows)],
    queryFn: ({ pageParam, signal }) =>
      read(quality.listMissingVisits, { query: { ...wantedRows, after: pageParam } }, signal),
    initialPageParam: START,
    getNextPageParam: ({ next }) => next,
    enabled: field !== undefined,
  });
  useEffect(() => panel.current?.scrollIntoView({ block: "nearest" }), []);
  if (field === undefined) return null;
  const counts = sumOf(field.classes.filter((one) => search.class === undefined || one.class === search.class));
  const visits = list.data?.pages.flatMap((page) => page.visits) ?? [];
  return (
    <div className="missing-behind" ref={panel}>
      <Panel
        title={`${labels.field(field.table, field.field)} · ${labels.time(search.class)}`}
        actions={
          <Link
            to="."
            search={withSearch({ field: undefined, class: undefined })}
            resetScroll={false}
            className="button quiet"
            activeOptions={{ exact: true }}
          >
            {says.close}
          </Link>
        }
      >
        <ReasonBar counts={counts} />
        <h3>
          {says.behind}: {says[wanted]}
        </h3>
        <Problems error={list.error} />
        {list.isPending ? <Waiting /> : null}
        {list.isSuccess && visits.length === 0 ? <Empty says={says.noneBehind} /> : null}
        {visits.length > 0 ? <VisitLines visits={visits} list={list} /> : null}
      </Panel>
    </div>
  );
}

interface LinesParts {
  readonly visits: readonly quality.MissingVisit[];
  readonly list: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
  };
}

function VisitLines({ visits, list: { hasNextPage, isFetchingNextPage, fetchNextPage } }: LinesParts) {
  const says = useWords(MISSING_WORDS);
  const format = useFormat();
  const box = useRef<HTMLDivElement>(null);
  const sight = useVirtualizer({
    count: visits.length,
    getScrollElement: () => box.current,
    estimateSize: () => LINE,
    overscan: 10,
  });
  const drawn = sight.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last > visits.length - 30) void fetchNextPage();
  }, [last, visits.length, hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <>
      <p className="quiet-text small" role="status">
        {says.shown(visits.length, hasNextPage)}
      </p>
      <div className="line-box" ref={box}>
        <ul style={{ height: sight.getTotalSize() }}>
          {drawn.map(({ index, start }) => {
            const visit = visits[index];
            return visit === undefined ? null : (
              <li key={`${visit.centre} ${visit.visit}`} style={{ transform: `translateY(${start}px)`, height: LINE }}>
                <Link
                  to="/centres/$centre/patients/$patient/$table/$key"
                  params={{ centre: visit.centre, patient: visit.patient, table: "visit", key: visit.visit }}
                >
                  <span className="mono">{visit.patient}</span>
                  <span>{visit.visitedOn === null ? says.noDay : format.date(visit.visitedOn)}</span>
                  <span className="missing-reason" title={says[visit.reason]}>
                    <span className={`reason-key reason-${visit.reason}`} aria-hidden="true" />
                    {says[visit.reason]}
                  </span>
                </Link>
              </li>
            );
          })}
        </ul>
      </div>
    </>
  );
}
