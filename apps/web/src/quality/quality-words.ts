import { bilingual } from "../words/words.ts";

export const QUALITY_WORDS = bilingual({
  title: ["Data quality", "Datenqualität"],
  lead: [
    "What is missing, what is asked, where two readers differ, and who changed what.",
    "Was fehlt, was gefragt ist, wo sich zwei Lesungen unterscheiden und wer was geändert hat.",
  ],
  parts: ["Parts of data quality", "Teile der Datenqualität"],
  missing: ["Missing data", "Fehlende Daten"],
  queries: ["Queries", "Rückfragen"],
  readings: ["Double reading", "Doppelte Lesung"],
  trail: ["Trail of a row", "Verlauf einer Zeile"],
  images: ["MRI readings", "MRT-Befundungen"],
  changes: ["What changed", "Änderungen"],
  centre: ["Centre", "Zentrum"],
  allCentres: ["All centres", "Alle Zentren"],
});
