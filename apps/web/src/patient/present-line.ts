import type { ReadCourse, State } from "./course.ts";

/** Lines that the rules say something of. */
export const givenLines = (course: ReadCourse): ReadCourse["lines"] =>
  course.lines.filter(({ line }) => course.states.some((state) => state.line === line));

/** The line a child is treated with now, of those that the rules say something of. */
export const presentLine = (course: ReadCourse): string | undefined => presentOf(givenLines(course))?.line;

/** Of the lines that go on the one begun last, else the one begun last of all, else that from diagnosis. */
export function presentOf<L extends ReadCourse["lines"][number]>(given: readonly L[]): L | undefined {
  const drugs = given
    .filter(({ line }) => line !== "any" && line !== "antibiotic")
    .toSorted((a, b) => b.startedOn.localeCompare(a.startedOn));
  return drugs.find(({ stoppedOn }) => stoppedOn === null) ?? drugs[0] ?? given[0];
}

/** The states of a line, from the first time point on, as the course tells them. */
export const statesOf = (course: ReadCourse, line: string | undefined): readonly State[] =>
  course.states.filter((state) => state.line === line);

/** The last state at a time point at which the child was seen. */
export const lastState = (states: readonly State[]): State | undefined =>
  states.findLast(({ state }) => state !== "not_seen");
