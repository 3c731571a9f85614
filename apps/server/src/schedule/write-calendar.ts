import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import {
  type ChildName,
  dayOf,
  listSchedules,
  noteInTrail,
  readFollowUpPlan,
  type Session,
  type VisitWindow,
} from "@osteon/registry";
import { CALENDAR_END, type CalendarLanguage, calendarEvent, calendarHead } from "./calendar-file.ts";

const IN_CALENDAR = ["due", "late", "upcoming"] as const;
const AHEAD_DAYS = 365;
const PAGE = 500;

export interface CalendarWanted {
  readonly asOf: string;
  readonly centre?: string | undefined;
  readonly language: CalendarLanguage;
}

/** Writes the calendar of every child in studies that the reader may see, a page at a time, and notes in the trail that it was taken. */
export async function writeCalendar(
  session: Session,
  path: string,
  { asOf, centre, language }: CalendarWanted,
): Promise<void> {
  await noteInTrail(session, { action: "export", entity: "schedule.ics", told: { asOf, centre } });
  await pipeline(calendarLines(session, { asOf, centre, language }), createWriteStream(path));
}

async function* calendarLines(session: Session, { asOf, centre, language }: CalendarWanted): AsyncGenerator<string> {
  const { points } = await readFollowUpPlan(session);
  const writtenAt = new Date();
  yield calendarHead(language);
  let after: ChildName | undefined;
  do {
    const wanted = { asOf, centre, states: IN_CALENDAR, leaves: true, after, limit: PAGE } as const;
    const children = await listSchedules(session, points, wanted);
    for (const { patient, centre: at, windows } of children) {
      for (const window of windows.filter((one) => isInCalendar(one, asOf)))
        yield calendarEvent({ patient, centre: at, window }, writtenAt, language);
    }
    after = children.length === PAGE ? children.at(-1) : undefined;
  } while (after !== undefined);
  yield CALENDAR_END;
}

const isInCalendar = ({ state, opensOn }: VisitWindow, asOf: string): boolean =>
  (IN_CALENDAR as readonly string[]).includes(state) && dayOf(opensOn) - dayOf(asOf) <= AHEAD_DAYS;
