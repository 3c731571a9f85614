import { bilingual } from "../words/words.ts";

export const PATIENTS_WORDS = bilingual({
  title: ["Patients", "Kinder"],
  enter: ["Enter a patient", "Kind erfassen"],
  search: ["Pseudonym", "Pseudonym"],
  any: ["All", "Alle"],
  disease: ["Disease", "Erkrankung"],
  form: ["Form", "Form"],
  unifocal: ["Unifocal", "Unifokal"],
  multifocal: ["Multifocal", "Multifokal"],
  treatment: ["Treated with", "Behandelt mit"],
  openQueries: ["Open queries", "Offene Rückfragen"],
  withQueries: ["With open queries", "Mit offenen Rückfragen"],
  visit: ["Visit", "Visite"],
  late: ["Overdue", "Überfällig"],
  due: ["Due now", "Jetzt fällig"],
  columns: ["Columns", "Spalten"],
  drugs: ["Present drugs", "Jetzige Medikamente"],
  lastVisit: ["Last visit", "Letzte Visite"],
  draftsTitle: ["Drafts", "Entwürfe"],
  drafts: [
    (n: number) => `${n} ${n === 1 ? "draft" : "drafts"}`,
    (n: number) => `${n} ${n === 1 ? "Entwurf" : "Entwürfe"}`,
  ],
  queries: [
    (n: number) => `${n} ${n === 1 ? "query" : "queries"}`,
    (n: number) => `${n} ${n === 1 ? "Rückfrage" : "Rückfragen"}`,
  ],
  none: ["No child fits.", "Kein Kind passt dazu."],
  clear: ["Clear the filters", "Filter aufheben"],
  list: ["Children", "Kinder"],
  shown: [
    (n: number, more: boolean) => (more ? `${n} shown, more below` : `${n} ${n === 1 ? "child" : "children"}`),
    (n: number, more: boolean) => (more ? `${n} gezeigt, weitere darunter` : `${n} ${n === 1 ? "Kind" : "Kinder"}`),
  ],
  sortBy: [(column: string) => `Sort by ${column}`, (column: string) => `Sortieren nach ${column}`],
  keys: ["Arrow keys move, Enter opens.", "Pfeiltasten bewegen, Eingabe öffnet."],
});
