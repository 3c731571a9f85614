import { bilingual } from "../words/words.ts";

/** What the parts on drugs and their effects say. */
export const DRUG_WORDS = bilingual({
  unchanged: ["Unchanged", "Unverändert"],
  dose: ["Dose changed", "Dosis geändert"],
  stopped: ["Stopped", "Abgesetzt"],
  since: [(day: string) => `since ${day}`, (day: string) => `seit ${day}`],
  none: ["No drug is going on.", "Keine laufende Behandlung."],
  newDose: ["New dose", "Neue Dosis"],
  doseUnit: ["Unit", "Einheit"],
  from: ["From", "Ab"],
  lastDay: ["Last day", "Letzter Tag"],
  why: ["Why stopped", "Warum abgesetzt"],
  unsaid: ["not stated", "nicht angegeben"],
  start: ["Drug started", "Medikament begonnen"],
  startedTitle: ["Started at this visit", "Bei dieser Visite begonnen"],
  ends: [
    (dose: string, last: string) => `${dose} ends on ${last}`,
    (dose: string, last: string) => `${dose} endet am ${last}`,
  ],
  byWeight: [
    (perKg: string, whole: string, weight: string) => `${perKg} = ${whole} at ${weight} kg`,
    (perKg: string, whole: string, weight: string) => `${perKg} = ${whole} bei ${weight} kg`,
  ],
  noWeight: ["no weight known", "kein Gewicht bekannt"],
  usual: [(range: string) => `usual ${range}`, (range: string) => `üblich ${range}`],
  high: ["higher than usual", "höher als üblich"],
  low: ["lower than usual", "niedriger als üblich"],
  effect: ["Adverse effect", "Unerwünschte Wirkung"],
  noEffects: ["None entered.", "Keine erfasst."],
  ofDrug: ["Of which drug", "Von welchem Medikament"],
  asDrug: ["Drug", "Medikament"],
  alone: ["Correct this row", "Diese Zeile berichtigen"],
});

/** What the part on the examination says. */
export const MRI_WORDS = bilingual({
  none: ["No MRI since the last visit.", "Kein MRT seit der letzten Visite."],
  last: [
    (what: string, day: string) => `Last: ${what}, ${day}`,
    (what: string, day: string) => `Zuletzt: ${what}, ${day}`,
  ],
  asBefore: ["MRI: all as before", "MRT: alles wie zuvor"],
  asBeforeRest: [(n: number) => `The other ${n} as before`, (n: number) => `Die anderen ${n} wie zuvor`],
  begin: ["MRI: enter what it shows", "MRT: erfassen, was es zeigt"],
  lead: [
    "Choose a bone for a new lesion or one that looks otherwise; the list says how each known lesion looks now.",
    "Knochen wählen für eine neue oder veränderte Läsion; die Liste sagt, wie jede bekannte Läsion jetzt aussieht.",
  ],
  more: ["Sequences and more", "Sequenzen und mehr"],
  here: ["New lesion here", "Neue Läsion hier"],
  found: ["found now", "jetzt gefunden"],
  noLesions: ["No lesion is known yet.", "Noch ist keine Läsion bekannt."],
  place: ["Bone by name", "Knochen nach Namen"],
  enter: ["Enter", "Erfassen"],
  removed: ["No MRI after all", "Doch kein MRT"],
});
