import type { Catalogue } from "./catalogue.ts";

/** The German of what `defaultOutline` says itself; the rest of its texts are the protocol's, and in the study's own catalogue. */
export const DEFAULT_GERMAN: Catalogue = {
  Children: "Kinder",
  All: "Alle",
  Groups: "Gruppen",
  Counts: "Anzahlen",
  "Counts by level": "Anzahlen nach Stufe",
  Tests: "Tests",
  "Tests named in the protocol": "Tests, die das Protokoll nennt",
  "Time points": "Zeitpunkte",
  Rules: "Regeln",
  Tables: "Tabellen",
  Months: "Monate",
  "Free of the event": "Ohne das Ereignis",
  n: "n",
  p: "p",
  "n of N (%)": "n von N (%)",
  "Median (quartiles)": "Median (Quartile)",
};
