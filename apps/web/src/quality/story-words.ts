import { bilingual } from "../words/words.ts";

export const STORY_WORDS = bilingual({
  contactFollows: ["The last contact follows the visits.", "Der letzte Kontakt folgt den Visiten."],
  chooseRow: [
    "Choose a child and a row to read its story: who entered it, who changed what, and why.",
    "Ein Kind und eine Zeile wählen, um den Verlauf zu lesen: wer sie erfasst, wer was geändert hat und warum.",
  ],
  story: ["Story", "Verlauf"],
  none: ["Nothing is noted here.", "Hier ist nichts vermerkt."],
  notYours: ["Your role does not read the trail.", "Ihre Rolle liest den Verlauf nicht."],
  blank: ["not entered", "nicht erfasst"],
  entered: [
    (when: string, who: string) => `On ${when}, ${who} entered the row`,
    (when: string, who: string) => `Am ${when} hat ${who} die Zeile erfasst`,
  ],
  enteredField: [
    (when: string, who: string, what: string, is: string) => `On ${when}, ${who} entered ${what}: ${is}`,
    (when: string, who: string, what: string, is: string) => `Am ${when} hat ${who} ${what} erfasst: ${is}`,
  ],
  imported: [
    (when: string, who: string) => `On ${when}, ${who} imported the row`,
    (when: string, who: string) => `Am ${when} hat ${who} die Zeile importiert`,
  ],
  changed: [
    (when: string, who: string, what: string, was: string, is: string) =>
      `On ${when}, ${who} changed ${what} from ${was} to ${is}`,
    (when: string, who: string, what: string, was: string, is: string) =>
      `Am ${when} hat ${who} ${what} von ${was} auf ${is} geändert`,
  ],
  changedMany: [
    (when: string, who: string, n: number) => `On ${when}, ${who} changed ${n} fields`,
    (when: string, who: string, n: number) => `Am ${when} hat ${who} ${n} Felder geändert`,
  ],
  kept: [
    (when: string, who: string) => `On ${when}, ${who} saved the row`,
    (when: string, who: string) => `Am ${when} hat ${who} die Zeile gespeichert`,
  ],
  deleted: [
    (when: string, who: string) => `On ${when}, ${who} deleted the row`,
    (when: string, who: string) => `Am ${when} hat ${who} die Zeile gelöscht`,
  ],
  deletedField: [
    (when: string, who: string, what: string, was: string) =>
      `On ${when}, ${who} deleted the row, in which ${what} was ${was}`,
    (when: string, who: string, what: string, was: string) =>
      `Am ${when} hat ${who} die Zeile gelöscht, in der ${what} ${was} war`,
  ],
  because: [(reason: string) => `, because “${reason}”.`, (reason: string) => `, weil „${reason}“.`],
  byImport: [" by an import", " durch einen Import"],
  asDraft: ["draft", "Entwurf"],
  asComplete: ["complete", "vollständig"],
  fields: [(n: number) => `${n} ${n === 1 ? "field" : "fields"}`, (n: number) => `${n} ${n === 1 ? "Feld" : "Felder"}`],
  field: ["Field", "Feld"],
  was: ["Was", "Vorher"],
  is: ["Became", "Nachher"],
});
