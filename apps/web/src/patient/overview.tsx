import type { Chart, VisitWindow } from "@osteon/api";
import { lazy, Suspense } from "react";
import { useMe } from "../api/me.ts";
import { Waiting } from "../design/told.tsx";
import { usePrinting } from "../design/use-printing.ts";
import { keptTables } from "../frame/kept-note.tsx";
import { UnlessKept } from "../frame/unless-kept.tsx";
import { useWords } from "../words/words.ts";
import type { ReadCourse } from "./course.ts";
import { FirstSteps, isSeen } from "./first-steps.tsx";
import { GlanceStrip } from "./glance/glance-strip.tsx";
import { useGlance } from "./glance/use-glance.ts";
import { LESION_WORDS } from "./lesion-words.ts";
import { LesionsPanel } from "./lesions-panel.tsx";
import { OpenPanel } from "./open-panel.tsx";
import { ScorePanel } from "./score-panel.tsx";
import { CourseSheet } from "./sheet/course-sheet.tsx";
import { StatePanel } from "./state-panel.tsx";
import { Timeline } from "./timeline/timeline.tsx";

const PatientSchedule = lazy(async () => ({
  default: (await import("../schedule/patient-schedule.tsx")).PatientSchedule,
}));

interface Parts {
  readonly chart: Chart;
  readonly course: ReadCourse | undefined;
  /** While the course is being derived. */
  readonly waits: boolean;
  readonly windows: readonly VisitWindow[] | undefined;
}

/** What follows from a chart, from the shortest answer to the longest; of a child without a visit what is to be done first. */
export function Overview({ chart, course, waits, windows }: Parts) {
  const items = useGlance(chart, course, windows);
  const schedule = (
    <Suspense fallback={<Waiting />}>
      <PatientSchedule centre={chart.centre} patient={chart.patient} />
    </Suspense>
  );
  const seen = isSeen(chart);
  const isWhole = keptTables(useMe(), { centre: chart.centre }).length === 0;
  const printing = usePrinting();
  const lesions = useWords(LESION_WORDS);
  return (
    <>
      <GlanceStrip centre={chart.centre} patient={chart.patient} items={items} />
      <OpenPanel chart={chart} />
      {seen ? null : (
        <div className="overview halves">
          {schedule}
          <FirstSteps chart={chart} />
        </div>
      )}
      <Timeline chart={chart} course={course} />
      {seen ? (
        <>
          {isWhole ? (
            <div className="overview">
              <div className="stack">
                {waits ? (
                  <Waiting />
                ) : (
                  <StatePanel centre={chart.centre} patient={chart.patient} course={course ?? NOTHING_KNOWN} />
                )}
              </div>
              {course?.score ? <ScorePanel score={course.score} /> : null}
            </div>
          ) : null}
          {schedule}
        </>
      ) : null}
      <UnlessKept centre={chart.centre} of={["imaging", "lesion", "lesion_observation"]} title={lesions.title}>
        <LesionsPanel chart={chart} />
      </UnlessKept>
      {printing ? <CourseSheet chart={chart} course={course} items={items} /> : null}
    </>
  );
}

const NOTHING_KNOWN: ReadCourse = { ready: true, lines: [], states: [], relapses: [], radiology: [], score: null };
