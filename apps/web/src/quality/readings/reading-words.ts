import { bilingual } from "../../words/words.ts";

export const READING_WORDS = bilingual({
  table: ["Table", "Tabelle"],
  option: [
    (name: string, rows: number, undecided: number) => `${name}: ${rows} rows, ${undecided} to decide`,
    (name: string, rows: number, undecided: number) => `${name}: ${rows} Zeilen, ${undecided} zu entscheiden`,
  ],
  none: ["No row has been read twice yet.", "Noch keine Zeile wurde zweimal gelesen."],
  agreement: ["Agreement by field", "Übereinstimmung je Feld"],
  about: [
    "Cohen's kappa, unweighted: 1 is full agreement, 0 what chance alone would give. “Not entered” counts as an answer of its own.",
    "Cohens Kappa, ungewichtet: 1 ist volle Übereinstimmung, 0 was der Zufall allein ergäbe. „Nicht erfasst“ zählt als eigene Antwort.",
  ],
  field: ["Field", "Feld"],
  agreeing: ["Read alike", "Gleich"],
  kappa: ["Kappa", "Kappa"],
  oneCategory: ["one answer alone", "nur eine Antwort"],
  of: [(n: string, all: string) => `${n} of ${all}`, (n: string, all: string) => `${n} von ${all}`],
  rows: ["Rows read twice", "Doppelt gelesene Zeilen"],
  row: ["Row", "Zeile"],
  differ: ["Differences", "Unterschiede"],
  state: ["State", "Stand"],
  toDecide: ["to decide", "zu entscheiden"],
  decided: ["decided", "entschieden"],
  agree: ["no difference", "kein Unterschied"],
  compare: ["Compare", "Vergleich"],
  alike: [
    (n: number) => `${n} ${n === 1 ? "field was" : "fields were"} read alike`,
    (n: number) => `${n} ${n === 1 ? "Feld wurde" : "Felder wurden"} gleich gelesen`,
  ],
  blank: ["not entered", "nicht erfasst"],
  another: ["Another value", "Anderer Wert"],
  keep: ["Keep the decision", "Entscheidung festhalten"],
  chooseAll: ["Choose a value for every field that differs.", "Bitte für jedes abweichende Feld einen Wert wählen."],
  decidedBy: [
    (who: string) => `Decided by ${who}. Both readings stay.`,
    (who: string) => `Entschieden von ${who}. Beide Lesungen bleiben erhalten.`,
  ],
  decision: ["Decision", "Entscheidung"],
  chooseRow: ["Choose a row to compare what was read.", "Eine Zeile wählen, um die Lesungen zu vergleichen."],
  readsOnly: ["Your role does not decide here.", "Ihre Rolle entscheidet hier nicht."],
  kept: ["The decision is kept; both readings stay.", "Die Entscheidung ist festgehalten; beide Lesungen bleiben."],
});
