import { bilingual } from "../../words/words.ts";

export const SHEET_WORDS = bilingual({
  printed: [(day: string) => `printed ${day}`, (day: string) => `gedruckt ${day}`],
  complete: ["from complete rows", "aus vollständigen Zeilen"],
  drafts: [
    (n: number) => `${n} ${n === 1 ? "draft is" : "drafts are"} left out`,
    (n: number) => `${n} ${n === 1 ? "Entwurf fehlt" : "Entwürfe fehlen"}`,
  ],
  drug: ["Drug and dose", "Medikament und Dosis"],
  from: ["From", "Von"],
  until: ["Until", "Bis"],
  why: ["Stopped for", "Beendet wegen"],
  states: ["States", "Zustände"],
  values: ["Last values", "Letzte Werte"],
  lesions: ["Lesions now", "Läsionen jetzt"],
  events: ["Events", "Ereignisse"],
  none: ["none entered", "keine erfasst"],
  noStates: ["none derived yet", "noch keine ableitbar"],
  score: ["Score at diagnosis", "Score bei Diagnose"],
  noScore: ["not known", "nicht bekannt"],
  outOf: [
    (points: string, most: number) => `${points} of ${most} points`,
    (points: string, most: number) => `${points} von ${most} Punkten`,
  ],
});
