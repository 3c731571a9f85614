import { bilingual } from "../../words/words.ts";

export const LOCKS_WORDS = bilingual({
  lead: [
    "What is locked can be read and not changed, by nobody, until a data manager lifts the lock.",
    "Gesperrtes kann gelesen, aber von niemandem geändert werden, bis das Datenmanagement die Sperre aufhebt.",
  ],
  scope: ["Locked", "Gesperrt"],
  study: ["Study at the centre", "Studie am Zentrum"],
  patient: ["Chart", "Akte"],
  visit: ["Visit", "Visite"],
  setBy: ["Set by", "Gesetzt von"],
  setAt: ["Set", "Gesetzt"],
  actions: ["Actions", "Aktionen"],
  lift: ["Lift", "Aufheben"],
  liftLock: [(what: string) => `Lift the lock: ${what}`, (what: string) => `Aufheben: Sperre ${what}`],
  liftSays: ["From then on it can be changed again by those who may.", "Danach kann wieder ändern, wer das darf."],
  lock: ["Lock the study at a centre", "Studie an einem Zentrum sperren"],
  lockSays: [
    "Every chart of the centre is closed to changes, imports too.",
    "Alle Akten des Zentrums sind für Änderungen geschlossen, auch für Importe.",
  ],
  lockAct: ["Lock", "Sperren"],
  none: ["Nothing is locked.", "Nichts ist gesperrt."],
});
