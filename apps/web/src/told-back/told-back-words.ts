import { bilingual } from "../words/words.ts";

export const TOLD_BACK_WORDS = bilingual({
  title: ["What follows from it", "Was daraus folgt"],
  lead: [
    "By the registry's rules, as if the visit were saved as it is typed. Nothing of this is stored.",
    "Nach den Regeln des Registers, als wäre die Visite so gespeichert, wie sie dasteht. Nichts davon wird abgelegt.",
  ],
  asking: ["Being worked out …", "Wird ermittelt …"],
  failed: [
    "It could not be worked out just now. What you type is kept all the same.",
    "Das ließ sich gerade nicht ermitteln. Was Sie eingeben, bleibt trotzdem erhalten.",
  ],
  "no-day": ["Enter the day of the visit first.", "Bitte zuerst den Tag der Visite eingeben."],
  "draft-child": [
    "Nothing can be said while the child's own row is a draft: complete it first.",
    "Solange die eigene Zeile des Kindes ein Entwurf ist, lässt sich nichts sagen: bitte zuerst abschließen.",
  ],
  "chart-unreadable": [
    "The chart contradicts itself in complete rows; mend what its questions name first.",
    "Die Akte widerspricht sich in vollständigen Zeilen; bitte zuerst beheben, was ihre Rückfragen nennen.",
  ],
  diagnosis: [
    "No remission and no comparison with day 0: until this day the chart has no diagnosis.",
    "Keine Remission und kein Vergleich mit Tag 0: bis zu diesem Tag hat die Akte keine Diagnose.",
  ],
  consent: [
    "No study counts this child: consent was withdrawn.",
    "Keine Studie zählt dieses Kind: die Einwilligung ist widerrufen.",
  ],
  cdas: ["CDAS", "CDAS"],
  cdasSays: [
    "pain, patient global and clinical lesions, added",
    "Schmerz, Globalurteil Familie und klinische Läsionen, addiert",
  ],
  cdasBefore: [(value: string) => `at the visit before: ${value}`, (value: string) => `bei der Visite davor: ${value}`],
  remission: ["State", "Zustand"],
  pedcno: ["PedCNO", "PedCNO"],
  dose: ["Dose per kg", "Dosis je kg"],
  noDrugs: ["no drug goes on", "kein Medikament läuft"],
  notKnown: ["not known", "nicht bekannt"],
  since: [(line: string, on: string) => `${line}, since ${on}`, (line: string, on: string) => `${line}, seit ${on}`],
  standsFor: [(point: string) => `stands for: ${point}`, (point: string) => `steht für: ${point}`],
  againstStart: [
    (line: string, on: string) => `against the start (${line}, ${on})`,
    (line: string, on: string) => `gegen den Beginn (${line}, ${on})`,
  ],
  againstVisit: [(on: string) => `against the visit of ${on}`, (on: string) => `gegen die Visite vom ${on}`],
  noVisitBefore: ["no complete visit before this one", "keine vollständige Visite vor dieser"],
  dayZero: [
    (line: string) => `This is day 0 of ${line}: there is nothing yet to compare with.`,
    (line: string) => `Das ist Tag 0 (${line}): noch gibt es nichts zum Vergleich.`,
  ],
  otherVisit: [
    "Another visit of this day counts in its place.",
    "An ihrer Stelle zählt eine andere Visite dieses Tages.",
  ],
  response: ["yes", "ja"],
  no_response: ["no", "nein"],
  too_few_items: [
    "fewer than 3 of the 5 items are known at both times",
    "weniger als 3 der 5 Größen sind zu beiden Zeitpunkten bekannt",
  ],
  levels: ["Improved by at least", "Gebessert um mindestens"],
  item: ["Item", "Größe"],
  before: ["Before", "Davor"],
  now: ["Now", "Jetzt"],
  missing: ["missing", "fehlt"],
  start: [(item: string) => `${item}: missing around day 0`, (item: string) => `${item}: fehlt um Tag 0`],
  time_point: [
    (item: string) => `${item}: missing at this visit`,
    (item: string) => `${item}: fehlt bei dieser Visite`,
  ],
  both: [(item: string) => `${item}: missing at both`, (item: string) => `${item}: fehlt beide Male`],
  weight: ["not known: no body weight", "nicht bekannt: kein Körpergewicht"],
  noDose: ["not known: no dose", "nicht bekannt: keine Dosis"],
  bySurface: ["given by body surface", "nach Körperoberfläche gegeben"],
  others: ["The other lines of treatment", "Die anderen Behandlungslinien"],
  leftOut: [
    (fields: string) => `Not counted, since it could not be saved so: ${fields}.`,
    (fields: string) => `Nicht mitgezählt, weil es so nicht gespeichert werden könnte: ${fields}.`,
  ],
});

export type ToldBackWords = typeof TOLD_BACK_WORDS;
