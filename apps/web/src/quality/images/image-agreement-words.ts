import { bilingual } from "../../words/words.ts";

export const AGREEMENT_WORDS = bilingual({
  lead: [
    "MRIs are read again by readers who see no chart. The first reading, as the chart has it, counts as one more reader.",
    "MRTs werden von Personen noch einmal befundet, die keine Akte sehen. Der erste Befund, wie er in der Akte steht, zählt als eine weitere Befundung.",
  ],
  unread: [
    "Kappa is not estimable: no MRI has been read a second time yet. An administrator gives the role “Reader of images” to whoever shall read.",
    "Kappa ist nicht bestimmbar: Noch wurde kein MRT ein zweites Mal befundet. Die Verwaltung gibt die Rolle „Bildbefundung“ denen, die befunden sollen.",
  ],
  single: [
    "Kappa is not estimable: each MRI that was read again has one reading alone, since its chart has no first one.",
    "Kappa ist nicht bestimmbar: Von jedem noch einmal befundeten MRT gibt es nur eine Befundung, da die Akte keine erste hat.",
  ],
  noWhole: [
    "Kappa is not estimable: only regional MRIs were read twice, and where nothing is marked on these nobody knows whether it was looked at.",
    "Kappa ist nicht bestimmbar: Nur regionale MRTs wurden doppelt befundet, und wo auf ihnen nichts markiert ist, weiß niemand, ob hingesehen wurde.",
  ],
  examinations: [
    (n: number) => (n === 1 ? "one whole-body MRI" : `${n} whole-body MRIs`).concat(" with two readings or more"),
    (n: number) => (n === 1 ? "ein Ganzkörper-MRT" : `${n} Ganzkörper-MRTs`).concat(" mit zwei Befundungen oder mehr"),
  ],
  readers: [
    (n: number) => `${n === 1 ? "one reader" : `${n} readers`} beside the first`,
    (n: number) => `${n === 1 ? "eine Person" : `${n} Personen`} neben dem ersten Befund`,
  ],
  handedIn: [
    (n: number) => `${n === 1 ? "one reading" : `${n} readings`} handed in`,
    (n: number) => `${n === 1 ? "eine Befundung" : `${n} Befundungen`} abgegeben`,
  ],
  regional: [
    (n: number) => `${n === 1 ? "one regional MRI" : `${n} regional MRIs`}, of which differences alone are told`,
    (n: number) => `${n === 1 ? "ein regionales MRT" : `${n} regionale MRTs`}, davon werden nur Unterschiede gezeigt`,
  ],
  withdrawn: [
    (n: number) => (n === 1 ? "one withdrawn" : `${n} withdrawn`),
    (n: number) => (n === 1 ? "eine zurückgezogen" : `${n} zurückgezogen`),
  ],
  kappa: ["Agreement by bone", "Übereinstimmung je Knochen"],
  about: [
    "Free-marginal kappa (Randolph) of any number of readers, with 95 % limits over children: 1 is full agreement, 0 what chance alone would give if each answer were as likely. A bone without a mark is one without a lesion. By state: new, active, remaining, no longer visible, none. Visible: new, active or remaining against the rest.",
    "Kappa mit freien Rändern (Randolph) für beliebig viele Befundende, mit 95-%-Grenzen über Kinder: 1 ist volle Übereinstimmung, 0 was der Zufall ergäbe, wenn jede Antwort gleich wahrscheinlich wäre. Ein Knochen ohne Zeichen ist einer ohne Läsion. Nach Zustand: neu, aktiv, Restaktivität, nicht mehr sichtbar, keine. Sichtbar: neu, aktiv oder Restaktivität gegen den Rest.",
  ],
  overall: ["All bones", "Alle Knochen"],
  bone: ["Bone", "Knochen"],
  places: ["Read twice", "Doppelt befundet"],
  byState: ["Kappa by state", "Kappa nach Zustand"],
  visible: ["Kappa visible", "Kappa sichtbar"],
  notEstimable: ["not estimable", "nicht bestimmbar"],
  oneChild: ["no limits: one child alone", "keine Grenzen: nur ein Kind"],
  limits: [(low: string, high: string) => `${low} to ${high}`, (low: string, high: string) => `${low} bis ${high}`],
  differences: ["Where readers differ", "Wo Befundende sich unterscheiden"],
  differencesLead: [
    "Each leads to the examination in the chart; a question about it is asked there.",
    "Jeder führt zur Untersuchung in der Akte; dort lässt sich eine Rückfrage stellen.",
  ],
  noDifferences: ["Readers agree everywhere.", "Die Befundenden stimmen überall überein."],
  child: ["Child", "Kind"],
  examination: ["Examination", "Untersuchung"],
  readings: ["Readings", "Befundungen"],
  first: ["first reading", "erster Befund"],
  none: ["no lesion", "keine Läsion"],
  more: [(n: string) => `Show ${n} more`, (n: string) => `${n} weitere zeigen`],
});
