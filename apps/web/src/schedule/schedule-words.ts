import { bilingual } from "../words/words.ts";

export const SCHEDULE_WORDS = bilingual({
  title: ["Schedule", "Termine"],
  lead: [
    "Visits are expected in the windows of the follow-up plan, counted from the first day of the line of treatment begun last, or from the diagnosis.",
    "Visiten werden in den Zeitfenstern des Nachsorgeplans erwartet, gezählt ab dem ersten Tag der zuletzt begonnenen Therapielinie oder ab der Diagnose.",
  ],
  asOf: ["As of", "Stand"],
  today: ["Today", "Heute"],
  calendar: ["Calendar file", "Kalenderdatei"],
  calendarHint: [
    "Due, overdue and expected visits of twelve months, for any calendar; pseudonyms only",
    "Fällige, überfällige und erwartete Visiten von zwölf Monaten für jeden Kalender; nur Pseudonyme",
  ],
  counts: ["Visits by window", "Visiten nach Zeitfenster"],
  centre: ["Centre", "Zentrum"],
  allCentres: ["All centres", "Alle Zentren"],
  timePoint: ["Time point", "Zeitpunkt"],
  state: ["State", "Stand der Visite"],
  any: ["All", "Alle"],
  clear: ["Clear the filters", "Filter aufheben"],
  done: ["Done", "Erfolgt"],
  part: ["Draft", "Entwurf"],
  due: ["Due", "Fällig"],
  upcoming: ["Upcoming", "Später"],
  late: ["Overdue", "Überfällig"],
  missed: ["Missed", "Versäumt"],
  children: ["Children", "Kinder"],
  patient: ["Pseudonym", "Pseudonym"],
  windows: ["Windows", "Zeitfenster"],
  window: ["Window", "Zeitfenster"],
  visit: ["Visit", "Visite"],
  next: ["Next visit", "Nächste Visite"],
  until: [(day: string) => `until ${day}`, (day: string) => `bis ${day}`],
  since: [(day: string) => `window closed ${day}`, (day: string) => `Fenster endete ${day}`],
  from: [(day: string) => `from ${day}`, (day: string) => `ab ${day}`],
  seen: [(day: string) => `visit ${day}`, (day: string) => `Visite ${day}`],
  nothing: ["No visit is expected any more.", "Es wird keine Visite mehr erwartet."],
  noWindows: [
    "No visits are expected of this child: it has no day of diagnosis yet, or its follow-up ended before.",
    "Für dieses Kind werden keine Visiten erwartet: Es fehlt der Tag der Diagnose, oder die Beobachtung endete vorher.",
  ],
  none: ["No child fits.", "Kein Kind passt dazu."],
  noCounts: [
    "On this day no visits are expected. Choose another day.",
    "An diesem Tag werden keine Visiten erwartet. Bitte einen anderen Tag wählen.",
  ],
  noVisits: [
    "No visits are expected yet. They are counted from the day of diagnosis or of the first drug: as soon as a child is entered with it, its windows stand here.",
    "Noch werden keine Visiten erwartet. Sie zählen ab dem Tag der Diagnose oder des ersten Medikaments: Sobald ein Kind damit erfasst ist, stehen hier seine Zeitfenster.",
  ],
  enter: ["Enter a patient", "Kind erfassen"],
  print: ["Print", "Drucken"],
  printHint: [
    "The whole list as it is narrowed now, with the windows of each child",
    "Die ganze Liste, wie sie jetzt gefiltert ist, mit den Zeitfenstern jedes Kindes",
  ],
  shown: [
    (n: number, more: boolean) => (more ? `${n} shown, more below` : `${n} ${n === 1 ? "child" : "children"}`),
    (n: number, more: boolean) => (more ? `${n} gezeigt, weitere darunter` : `${n} ${n === 1 ? "Kind" : "Kinder"}`),
  ],
  keys: ["Arrow keys move, Enter opens.", "Pfeiltasten bewegen, Eingabe öffnet."],
  expected: ["Expected visits", "Erwartete Visiten"],
  scale: [
    "Days since the start of treatment; the line is the day of reference.",
    "Tage seit Therapiebeginn; die Linie ist der Stichtag.",
  ],
});

/** `Month 3` as `M3`, where there is no room; other labels cut. */
export function shortLabel(label: string): string {
  const [, letter, count] = /^(\p{L})\p{L}*\s+(\d+)$/u.exec(label) ?? [];
  if (letter !== undefined) return `${letter}${count}`;
  return label.length <= LONGEST ? label : `${label.slice(0, LONGEST - 1)}…`;
}

const LONGEST = 6;
