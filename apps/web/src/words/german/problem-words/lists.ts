import type { GermanCodes } from "./sentence-form.ts";

/** What is wrong with an entry of a list that grows: a drug, an analyte. */
export const LISTS: GermanCodes = {
  "list-code": {
    says: "So kann ein eigener Eintrag in Dateien nicht heißen.",
    fix: "Mit own_ beginnen; danach kleine Buchstaben, Ziffern und _, höchstens 40, wie own_name.",
    forms: [
      ["{code:quoted} is no code of an entry of one's own.", "{code} kann kein Name eines eigenen Eintrags sein."],
    ],
  },
  "list-code-twice": {
    says: "Zwei Einträge heißen in Dateien gleich.",
    fix: "Einem von beiden einen anderen Namen geben.",
    forms: [["Two entries are called {code:quoted}.", "Zwei Einträge heißen {code}."]],
  },
  "list-name-twice": {
    says: "Ein anderer Eintrag heißt schon so.",
    fix: "Diesen nehmen, oder einen Namen wählen, der nicht verwechselt werden kann.",
    forms: [["{code} is called {name:quoted} already.", "{code} heißt schon {name}."]],
  },
  "list-label": {
    says: "Ein Name des Eintrags fehlt oder lässt sich nicht anzeigen.",
    fix: "In jeder Sprache 1 bis 80 Buchstaben, Ziffern und einfache Zeichen schreiben.",
    forms: [
      ["{code}: the name {words:quoted} is empty.", "{code}: Es fehlt ein Name."],
      ["{code}: the name {words:quoted} {why}.", "{code}: Der Name {words} lässt sich nicht anzeigen."],
    ],
  },
  "list-shipped": {
    says: "Dieser Eintrag kommt mit Osteon und ist überall derselbe.",
    fix: "Ihn lassen, wie er kam; einen eigenen Eintrag daneben anlegen oder ihn stilllegen.",
    forms: [
      [
        "{code} comes with Osteon with {column} {was}, not {is}.",
        "{code} kommt mit Osteon mit {column} {was}, nicht {is}.",
      ],
    ],
  },
  "list-atc": {
    says: "Das ist kein ATC-Kode eines Wirkstoffs.",
    fix: "Ihn wie L04AX03 schreiben oder leer lassen.",
    forms: [["{atc} is no ATC code of a substance.", "{atc} ist kein ATC-Kode eines Wirkstoffs."]],
  },
  "list-loinc": {
    says: "Das ist kein LOINC-Kode: Form oder Prüfziffer stimmt nicht.",
    fix: "Ihn aus seiner Quelle kopieren, etwa 1988-5, oder leer lassen.",
  },
  "list-class": {
    says: "Diese Klasse von Medikamenten gibt es nicht.",
    fix: "Eine der Klassen wählen, oder keine, wo keine passt.",
  },
  "list-units": {
    says: "Eine Einheit fehlt oder lässt sich nicht umrechnen.",
    fix: "Eine UCUM-Einheit ohne Leerzeichen schreiben, etwa mg/L; weitere mit einem Bruch ganzer Zahlen, etwa mg/dL 10/1.",
    forms: [
      ["{unit} is no unit of a dose.", "{unit} ist keine Einheit einer Dosis."],
      ["{code} needs a unit without spaces.", "{code} braucht eine Einheit ohne Leerzeichen."],
    ],
  },
  "list-limits": {
    says: "Die Grenzen passen nicht zueinander.",
    fix: "Vier Zahlen in der Einheit des Laborwerts: Plausibel liegt innerhalb von möglich, möglich beginnt ab 0.",
  },
  "list-band": {
    says: "Die Grenzen nach Alter passen nicht.",
    fix: "Alter in ganzen Monaten von jung nach alt, ohne gemeinsame Monate desselben Geschlechts; die Grenzen liegen innerhalb des Möglichen.",
  },
  "list-left": {
    says: "Die Datei hat Einträge, die das Register nicht kennt. Ein Import nimmt nur Akten auf; die Listen des Registers bleiben.",
    fix: "Brauchen Akten sie, werden sie unter Verwaltung, Listen angelegt.",
  },
  "list-unit-used": {
    says: "In dieser Einheit sind Ergebnisse erfasst: Was sie bedeuten, lässt sich nicht ändern.",
    fix: "Den Laborwert stilllegen und einen anderen daneben anlegen.",
  },
};
