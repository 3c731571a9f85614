import { bilingual } from "../../words/words.ts";

export const FOLLOW_UP_WORDS = bilingual({
  lead: [
    "When the registry expects visits. Schedule, calendar, missing values by visit and who is due read this plan; the time points of a study are its own.",
    "Wann das Register Visiten erwartet. Termine, Kalender, fehlende Werte nach Visite und wer fällig ist richten sich danach; die Zeitpunkte einer Studie sind ihre eigenen.",
  ],
  picture: ["Windows from the start of treatment", "Fenster ab Beginn der Behandlung"],
  pictureSays: [
    "The days are counted from the start of the present line of treatment, or else from the diagnosis. The dot is the target.",
    "Gezählt wird ab Beginn der jetzigen Behandlungslinie, sonst ab der Diagnose. Der Punkt ist der Zieltag.",
  ],
  monthsAxis: ["Months", "Monate"],
  window: [
    (label: string, first: string, target: string, last: string) =>
      `${label}: days ${first} to ${last}, target day ${target}`,
    (label: string, first: string, target: string, last: string) =>
      `${label}: Tag ${first} bis ${last}, Zieltag ${target}`,
  ],
  days: [
    (first: string, last: string) => `days ${first} to ${last}`,
    (first: string, last: string) => `Tag ${first} bis ${last}`,
  ],
  overlaps: ["shares days with another", "hat Tage mit einem anderen gemeinsam"],
  empty: ["empty window", "leeres Fenster"],
  change: ["Change the plan", "Plan ändern"],
  points: ["Time points", "Zeitpunkte"],
  name: ["Name in files", "Name in Dateien"],
  labelEn: ["Label in English", "Bezeichnung auf Englisch"],
  labelDe: ["Label in German", "Bezeichnung auf Deutsch"],
  firstDay: ["First day", "Erster Tag"],
  targetDay: ["Target day", "Zieltag"],
  lastDay: ["Last day", "Letzter Tag"],
  of: [(what: string, label: string) => `${what}, ${label}`, (what: string, label: string) => `${what}, ${label}`],
  newPoint: ["new time point", "neuer Zeitpunkt"],
  actions: ["Actions", "Aktionen"],
  remove: ["Remove", "Entfernen"],
  removeOf: [(label: string) => `Remove ${label}`, (label: string) => `${label} entfernen`],
  add: ["Add a time point", "Zeitpunkt hinzufügen"],
  save: ["Save the plan", "Plan speichern"],
  cancel: ["Cancel", "Abbrechen"],
  saved: ["Saved. The schedule follows the new plan now.", "Gespeichert. Die Termine folgen jetzt dem neuen Plan."],
  reason: ["Why is the plan changed?", "Warum wird der Plan geändert?"],
  reasonHint: [
    "The trail and the list below keep it. The windows of all centres move at once; charts stay as they are.",
    "Der Grund bleibt im Änderungsprotokoll und in der Liste unten. Die Fenster aller Zentren verschieben sich sofort; die Akten bleiben, wie sie sind.",
  ],
  wrong: ["So the plan cannot be saved:", "So lässt sich der Plan nicht speichern:"],
  unchanged: ["Nothing is changed yet.", "Noch ist nichts geändert."],
  willChange: ["This will change", "Das ändert sich"],
  versions: ["Versions", "Fassungen"],
  version: [(n: string) => `Version ${n}`, (n: string) => `Fassung ${n}`],
  began: ["as the registry began", "womit das Register begann"],
  added: [
    (label: string, days: string) => `${label} added, ${days}`,
    (label: string, days: string) => `${label} hinzugefügt, ${days}`,
  ],
  removed: [(label: string) => `${label} taken away`, (label: string) => `${label} weggenommen`],
  moved: [
    (label: string, before: string, after: string) => `${label}: ${before}, now ${after}`,
    (label: string, before: string, after: string) => `${label}: ${before}, jetzt ${after}`,
  ],
  aimed: [
    (label: string, before: string, after: string) => `${label}: target day ${before}, now ${after}`,
    (label: string, before: string, after: string) => `${label}: Zieltag ${before}, jetzt ${after}`,
  ],
  renamed: [
    (before: string, after: string) => `${before} is now called ${after}`,
    (before: string, after: string) => `${before} heißt jetzt ${after}`,
  ],
});
