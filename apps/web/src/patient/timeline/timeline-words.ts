import { bilingual } from "../../words/words.ts";

export const TIMELINE_WORDS = bilingual({
  title: ["Course", "Verlauf"],
  zero: ["Months from", "Monate ab"],
  diagnosis: ["diagnosis", "Diagnose"],
  onset: ["first symptom", "erstem Symptom"],
  startOf: [(line: string) => `start of ${line}`, (line: string) => `Beginn ${line}`],
  earlier: ["Earlier", "Früher"],
  later: ["Later", "Später"],
  zoomIn: ["Zoom in", "Vergrößern"],
  zoomOut: ["Zoom out", "Verkleinern"],
  whole: ["Whole", "Ganz"],
  derived: ["by the registry's rules", "nach den Regeln des Registers"],
  table: ["As a table", "Als Tabelle"],
  day: ["Day", "Tag"],
  until: ["Until", "Bis"],
  what: ["What", "Was"],
  goesOn: ["goes on", "dauert an"],
  track: ["Track", "Spur"],
  months: ["months", "Monate"],
  limit: [(limit: string) => `limit ${limit}`, (limit: string) => `Grenze ${limit}`],
  normal: ["upper limit of normal", "obere Normgrenze"],
});
