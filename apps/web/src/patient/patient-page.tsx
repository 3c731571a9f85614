import { CODEBOOK } from "@osteon/codebook";
import { getRouteApi, Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { may, useMe } from "../api/me.ts";
import type { Chart } from "../api/shapes.ts";
import { useGet } from "../api/use-get.ts";
import { Page } from "../design/page.tsx";
import { Tabs } from "../design/tabs.tsx";
import { Problems, Waiting } from "../design/told.tsx";
import { useBook } from "../words/codebook-words.ts";
import { useWords } from "../words/words.ts";
import { ChartPanel } from "./chart-panel.tsx";
import type { Course } from "./course.ts";
import { LesionsPanel } from "./lesions-panel.tsx";
import { OpenPanel } from "./open-panel.tsx";
import { PatientFacts } from "./patient-facts.tsx";
import { PATIENT_WORDS } from "./patient-words.ts";
import { ScorePanel } from "./score-panel.tsx";
import { StatePanel } from "./state-panel.tsx";
import { Timeline } from "./timeline/timeline.tsx";
import "./patient.css";

const PatientSchedule = lazy(async () => ({
  default: (await import("../schedule/patient-schedule.tsx")).PatientSchedule,
}));
const IdentityPanel = lazy(async () => ({ default: (await import("./identity-panel.tsx")).IdentityPanel }));

const route = getRouteApi("/inside/patients/$patient");

/** What is entered most, in the order in which a visit goes. */
const OFTEN = ["visit", "laboratory", "imaging", "treatment"];

/** A child: course, state, lesions, score, schedule; and the chart behind all of it. */
export function PatientPage() {
  const { patient } = route.useParams();
  const { tab = "overview" } = route.useSearch();
  const says = useWords(PATIENT_WORDS);
  const book = useBook();
  const me = useMe();
  const chart = useGet<Chart>(`/api/patients/${encodeURIComponent(patient)}`);
  const course = useGet<Course>(`/api/patients/${encodeURIComponent(patient)}/course`, { keep: true });
  if (chart.data === undefined) {
    return <Page title={patient}>{chart.isPending ? <Waiting /> : <Problems error={chart.error} />}</Page>;
  }
  const writes = may(me, "chart write", chart.data.centre);
  const identity = may(me, "identity read", chart.data.centre);
  const tabs = [
    { key: "overview", label: says.overview },
    { key: "chart", label: says.chart },
    ...(identity ? [{ key: "identity", label: says.identity }] : []),
  ];
  const known = course.data?.ready === true ? course.data : undefined;
  return (
    <Page
      title={patient}
      lead={<PatientFacts chart={chart.data} />}
      actions={
        writes
          ? OFTEN.filter((table) => CODEBOOK.some(({ name }) => name === table)).map((table) => (
              <Link
                key={table}
                to="/patients/$patient/$table/$key"
                params={{ patient, table, key: "new" }}
                className="button"
              >
                + {book.one(table)}
              </Link>
            ))
          : undefined
      }
    >
      <Tabs label={says.parts} tabs={tabs} chosen={tab} />
      {tab === "chart" ? <ChartPanel chart={chart.data} writes={writes} /> : null}
      {tab === "identity" && identity ? (
        <Suspense fallback={<Waiting />}>
          <IdentityPanel patient={patient} centre={chart.data.centre} />
        </Suspense>
      ) : null}
      {tab === "overview" ? (
        <>
          <OpenPanel chart={chart.data} />
          <Timeline chart={chart.data} course={known} />
          <div className="overview">
            <div className="stack">
              {course.isPending ? <Waiting /> : <StatePanel patient={patient} course={known ?? NOTHING_KNOWN} />}
            </div>
            {known?.score ? <ScorePanel score={known.score} /> : null}
          </div>
          <Suspense fallback={<Waiting />}>
            <PatientSchedule patient={patient} />
          </Suspense>
          <LesionsPanel chart={chart.data} />
        </>
      ) : null}
    </Page>
  );
}

const NOTHING_KNOWN: Course = { ready: false, lines: [], states: [], relapses: [], radiology: [], score: null };
