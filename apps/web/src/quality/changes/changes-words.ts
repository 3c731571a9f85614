import { bilingual } from "../../words/words.ts";

export const CHANGES_WORDS = bilingual({
  about: [
    "Every row of a chart that was entered, changed or deleted, newest first.",
    "Jede Zeile einer Akte, die erfasst, geändert oder gelöscht wurde, die neueste zuerst.",
  ],
  filters: ["Narrow the list", "Liste eingrenzen"],
  from: ["From", "Von"],
  to: ["To", "Bis"],
  today: ["Today", "Heute"],
  yesterday: ["Yesterday", "Gestern"],
  week: ["Last seven days", "Letzte sieben Tage"],
  ever: ["Any time", "Gesamte Zeit"],
  person: ["Person", "Person"],
  anyone: ["Everyone", "Alle"],
  table: ["Table", "Tabelle"],
  anyTable: ["All tables", "Alle Tabellen"],
  action: ["What happened", "Was geschah"],
  anyAction: ["Anything", "Alles"],
  entered: ["Entered", "Erfasst"],
  changed: ["Changed", "Geändert"],
  deleted: ["Deleted", "Gelöscht"],
  child: ["Child (pseudonym)", "Kind (Pseudonym)"],
  none: ["Nothing changed that fits.", "Keine Änderung passt dazu."],
  more: ["Show more", "Mehr zeigen"],
  files: ["As a file", "Als Datei"],
  filesAbout: [
    "The list as it is narrowed, to be read in a spreadsheet; or the trail of the period and centre as it was recorded, exports and locks included. A whole trail, without a period, can be verified elsewhere.",
    "Die Liste, wie sie eingegrenzt ist, zum Lesen in einer Tabellenkalkulation; oder der Verlauf von Zeitraum und Zentrum, wie er aufgezeichnet wurde, mit Exporten und Sperren. Ein ganzer Verlauf, ohne Zeitraum, lässt sich anderswo prüfen.",
  ],
  csv: ["For reading (CSV)", "Zum Lesen (CSV)"],
  ndjson: ["As recorded (NDJSON)", "Wie aufgezeichnet (NDJSON)"],
});
