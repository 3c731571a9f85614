import { bilingual } from "../../words/words.ts";

export const KEPT_TABLES_WORDS = bilingual({
  lead: [
    "Which roles neither see nor enter rows of a table, such as nurses the laboratory, or whoever reads images blind. It holds at every centre and at every door: chart, lists, questions, trail, export. Children and visits are seen by all who see charts.",
    "Welche Rollen Zeilen einer Tabelle weder sehen noch eintragen, etwa die Studienpflege das Labor oder wer Bilder verblindet befundet. Das gilt an jedem Zentrum und überall: Akte, Listen, Rückfragen, Protokoll, Export. Kinder und Visiten sehen alle, die Akten sehen.",
  ],
  runs: [
    "Who is kept from any table runs no studies, sees no runs and no whole trail: these are made of whole charts. Whoever has two roles at a centre sees only what both see.",
    "Wem eine Tabelle vorenthalten ist, startet keine Studien und sieht keine Läufe und kein ganzes Protokoll: Sie entstehen aus ganzen Akten. Wer an einem Zentrum zwei Rollen hat, sieht nur, was beide sehen.",
  ],
  title: ["Kept from roles", "Rollen vorenthalten"],
  table: ["Table", "Tabelle"],
  keep: [
    (table: string, role: string) => `${table} kept from ${role}`,
    (table: string, role: string) => `${table} vorenthalten: ${role}`,
  ],
  with: [(table: string) => `with ${table}`, (table: string) => `mit ${table}`],
  reason: ["Reason", "Grund"],
  reasonHint: [
    "Why these roles do not see these tables; the trail keeps it.",
    "Warum diese Rollen diese Tabellen nicht sehen; das Änderungsprotokoll behält es.",
  ],
  save: ["Save", "Speichern"],
  saved: ["Saved. It holds at once.", "Gespeichert. Es gilt sofort."],
  history: ["How it became so", "Wie es dazu kam"],
  version: [(n: string) => `Version ${n}`, (n: string) => `Fassung ${n}`],
  nothing: ["nothing kept", "nichts vorenthalten"],
  none: ["No table was ever kept from a role.", "Keiner Rolle wurde je eine Tabelle vorenthalten."],
});
