import { patients } from "@osteon/api";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { may, useMe } from "../api/me.ts";
import { useGet } from "../api/use-get.ts";
import { Page } from "../design/page.tsx";
import { Tabs } from "../design/tabs.tsx";
import { Problems, Waiting } from "../design/told.tsx";
import { KeptNote, keptTables } from "../frame/kept-note.tsx";
import { NotYours } from "../frame/not-yours.tsx";
import { useChildSchedule } from "../schedule/use-child-schedule.ts";
import { useWords } from "../words/words.ts";
import { ChartPanel } from "./chart-panel.tsx";
import { ChildActions } from "./child-actions.tsx";
import { Overview } from "./overview.tsx";
import { PatientActions } from "./patient-actions.tsx";
import { PatientFacts } from "./patient-facts.tsx";
import { PATIENT_WORDS } from "./patient-words.ts";
import "./patient.css";

const IdentityPanel = lazy(async () => ({ default: (await import("./identity-panel.tsx")).IdentityPanel }));

const route = getRouteApi("/inside/centres/$centre/patients/$patient");

/** A child: at a glance, course, state, lesions, score, schedule; and the chart behind all of it. */
export function PatientPage() {
  const { centre, patient } = route.useParams();
  const { tab: asked = "overview" } = route.useSearch();
  const tab = ["chart", "identity"].includes(asked) ? asked : "overview";
  const says = useWords(PATIENT_WORDS);
  const me = useMe();
  const chart = useGet(patients.readPatient, { params: { centre, patient } });
  // What follows from a chart is not made of a part of it.
  const isWhole = keptTables(me, { centre }).length === 0;
  const course = useGet(patients.readCourse, isWhole ? { params: { centre, patient } } : undefined, { keep: true });
  const schedule = useChildSchedule({ centre, patient });
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
        <>
          <PatientActions centre={centre} patient={patient} writes={writes} />
          {writes ? <ChildActions chart={chart.data} /> : null}
        </>
      }
    >
      <Tabs label={says.parts} tabs={tabs} chosen={tab} />
      {tab === "overview" ? <KeptNote centre={centre}>{says.notOfAPart}</KeptNote> : null}
      {tab === "chart" ? <ChartPanel chart={chart.data} writes={writes} /> : null}
      {tab === "identity" && !identity ? <NotYours /> : null}
      {tab === "identity" && identity ? (
        <Suspense fallback={<Waiting />}>
          <IdentityPanel patient={patient} centre={chart.data.centre} />
        </Suspense>
      ) : null}
      {tab === "overview" ? (
        <Overview
          chart={chart.data}
          course={known}
          waits={isWhole && course.isPending}
          windows={schedule.data?.windows}
        />
      ) : null}
    </Page>
  );
}
