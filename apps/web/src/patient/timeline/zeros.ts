import type { Chart } from "@osteon/api";
import type { EpochDay } from "@osteon/codebook";
import { useMemo } from "react";
import { useWords } from "../../words/words.ts";
import { dayOf, ownRow } from "../chart-rows.ts";
import type { ReadCourse } from "../course.ts";

import { useLineName } from "../state-words.ts";
import { TIMELINE_WORDS } from "./timeline-words.ts";

/** A day from which months are counted. */
export interface Zero {
  readonly name: string;
  readonly label: string;
  readonly day: EpochDay;
}

/** The days a child's course can be counted from: onset, diagnosis, the start of each line of treatment. */
export function useZeros(chart: Chart, course: ReadCourse | undefined): readonly Zero[] {
  const says = useWords(TIMELINE_WORDS);
  const lineName = useLineName();
  return useMemo(() => {
    const cells = ownRow(chart)?.cells ?? {};
    const lines = (course?.lines ?? []).filter(({ line }) => line !== "any");
    return [
      { name: "diagnosis", label: says.diagnosis, day: dayOf(cells.diagnosed_on) },
      { name: "onset", label: says.onset, day: dayOf(cells.onset_on) },
      ...lines.map(({ line, startedOn }) => ({
        name: line,
        label: says.startOf(lineName(line)),
        day: dayOf(startedOn),
      })),
    ].flatMap(({ name, label, day }) => (day === undefined ? [] : [{ name, label, day }]));
  }, [chart, course, says, lineName]);
}
