import { createHash } from "node:crypto";
import { dayOf, isoOf, type VisitWindow } from "@osteon/registry";

/** Languages of a calendar. */
export type CalendarLanguage = "en" | "de";

/** One expected visit of one child. */
export interface CalendarEntry {
  readonly patient: string;
  readonly centre: string;
  readonly window: VisitWindow;
}

const SAYS = {
  en: { window: "Window", overdue: "Overdue", name: "Visits expected" },
  de: { window: "Fenster", overdue: "Überfällig", name: "Erwartete Visiten" },
} as const;

export function calendarHead(language: CalendarLanguage): string {
  return lines([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Osteon//Schedule//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(SAYS[language].name)}`,
  ]);
}

export const CALENDAR_END = "END:VCALENDAR\r\n";

/**
 * A visit as an event of one whole day, its target; the window stands in the description. Its UID is the same in every
 * export, so that a calendar moves an event instead of adding it again. RFC 5545.
 */
export function calendarEvent(entry: CalendarEntry, writtenAt: Date, language: CalendarLanguage): string {
  const { patient, centre, window } = entry;
  const says = SAYS[language];
  const overdue = window.state === "late" ? `${says.overdue}: ` : "";
  const uid = createHash("sha256").update(`${centre}\n${patient}\n${window.timePoint}`).digest("hex").slice(0, 32);
  return lines([
    "BEGIN:VEVENT",
    `UID:${uid}@osteon`,
    `DTSTAMP:${writtenAt.toISOString().replaceAll(/[-:]|\.\d+/g, "")}`,
    `DTSTART;VALUE=DATE:${compact(window.targetOn)}`,
    `DTEND;VALUE=DATE:${compact(isoOf(dayOf(window.targetOn) + 1))}`,
    `SUMMARY:${escaped(`${overdue}${patient}, ${window.label[language]}`)}`,
    `DESCRIPTION:${escaped(`${says.window}: ${window.opensOn} – ${window.closesOn}`)}`,
    `LOCATION:${escaped(centre)}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ]);
}

const compact = (iso: string): string => iso.replaceAll("-", "");

const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, "\\$&").replaceAll(/\r\n|\r|\n/g, "\\n");

const lines = (contents: readonly string[]): string => contents.map((line) => `${folded(line)}\r\n`).join("");

const LONGEST = 75;

/** Lines have at most 75 octets; what is longer goes on behind a space. No letter is cut in two. */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece = "";
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > LONGEST) {
      pieces.push(piece);
      piece = "";
      octets = 1;
    }
    piece += letter;
    octets += size;
  }
  return [...pieces, piece].join("\r\n ");
}
