import { bilingual } from "../words/words.ts";

/** What is said before something is deleted. */
export const REMOVAL_WORDS = bilingual({
  title: [(name: string) => `Delete: ${name}`, (name: string) => `Löschen: ${name}`],
  delete: ["Delete", "Löschen"],
  remove: ["Remove", "Entfernen"],
  cancel: ["Cancel", "Abbrechen"],
  why: ["Why is it deleted?", "Warum wird gelöscht?"],
  kept: ["The trail keeps what it was.", "Das Protokoll behält, was es war."],
  takes: ["It takes with it:", "Mit gelöscht wird:"],
  signatures: [
    (n: number) => `Signatures that become void: ${n}`,
    (n: number) => `Unterschriften, die ungültig werden: ${n}`,
  ],
  queries: [(n: number) => `Open queries: ${n}`, (n: number) => `Offene Rückfragen: ${n}`],
  identity: ["The identity: name, birth date, record number", "Die Identität: Name, Geburtsdatum, Aktennummer"],
  notAllowed: [
    "You may delete own drafts that nobody else wrote in, and own lesions; not all of this is. An investigator or the data manager of the centre may.",
    "Löschen dürfen Sie eigene Entwürfe, in die niemand sonst schrieb, und eigene Läsionen; nicht alles davon ist das. Prüfärztin, Prüfarzt oder Datenmanagement des Zentrums dürfen es.",
  ],
  locked: [
    (who: string, at: string) => `Locked by ${who}, ${at}: nothing can be deleted. A data manager lifts the lock.`,
    (who: string, at: string) =>
      `Gesperrt von ${who}, ${at}: Nichts lässt sich löschen. Das Datenmanagement hebt die Sperre auf.`,
  ],
  whatGoes: ["What is to go?", "Was soll gelöscht werden?"],
  onlyHere: ["Only what this examination shows of it", "Nur, was diese Untersuchung davon zeigt"],
  altogether: [
    (others: number) =>
      `The lesion altogether; ${others} other ${others === 1 ? "examination has" : "examinations have"} looked at it`,
    (others: number) =>
      `Die ganze Läsion; ${others} ${others === 1 ? "andere Untersuchung hat" : "andere Untersuchungen haben"} sie beurteilt`,
  ],
  ofChild: [(row: string, child: string) => `${row}, ${child}`, (row: string, child: string) => `${row}, ${child}`],
  child: [
    (child: string) => `the child ${child} with its whole chart`,
    (child: string) => `das Kind ${child} mit der ganzen Akte`,
  ],
  deleteChild: ["Delete the child", "Kind löschen"],
});
