import {
  choice,
  count,
  field,
  flag,
  number,
  oneOf,
  optional,
  problem,
  quoted,
  sentence,
  several,
  text,
} from "@osteon/words";
import { KEY_FAULTS, keyFaultWords } from "../keys/key-fault-words.ts";

/** What can be wrong with a cell of any kind. */
export const CELL_PROBLEMS = {
  "key-shape": problem(
    { because: optional(oneOf(...KEY_FAULTS)), most: optional(number) },
    {
      en: (v) =>
        v.because === undefined
          ? {
              says: "This key or name cannot be read everywhere.",
              fix: "Write 1 to 64 letters, digits and plain signs that can be seen; no / or \\, and no word such as NA or null.",
            }
          : {
              says: `This key ${keyFaultWords(v.because, v.most, "en")}.`,
              fix: "Write letters, digits and plain signs that can be seen, at most 64, such as A-001.",
            },
      de: (v) =>
        v.because === undefined
          ? {
              says: "Diese Nummer oder dieser Name lässt sich nicht überall lesen.",
              fix: "1 bis 64 Buchstaben, Ziffern und einfache Zeichen schreiben, die man sieht; kein / oder \\ und kein Wort wie NA.",
            }
          : {
              says: `Diese Nummer oder dieser Name ${keyFaultWords(v.because, v.most, "de")}.`,
              fix: "Buchstaben, Ziffern und einfache Zeichen, die man sieht, höchstens 64, etwa A-001.",
            },
    },
  ),
  "rounded-key": problem(
    { key: text },
    {
      en: (v) => ({
        says: `${v.key} is how a spreadsheet shortens a long number: several numbers may have become this one.`,
        fix: "Compare with the list that the numbers came from; if this is the number, leave it.",
      }),
      de: (v) => ({
        says: `${v.key}: So kürzt eine Tabellenkalkulation eine lange Zahl; mehrere Nummern können zu dieser geworden sein.`,
        fix: "Mit der Liste vergleichen, aus der die Nummern stammen; ist es diese, so lassen.",
      }),
    },
  ),
  "lost-character": problem(
    {},
    {
      en: () => ({
        says: "The text holds a control character or half a letter, which files do not keep.",
        fix: "Type the text anew.",
      }),
      de: () => ({
        says: "Der Text enthält ein Steuerzeichen oder einen halben Buchstaben; Dateien behalten das nicht.",
        fix: "Den Text neu tippen.",
      }),
    },
  ),
  "line-break": problem(
    { lines: count },
    {
      en: (v, { inForm }) => ({
        says: `The text has ${v.lines({ one: "line", other: "lines" })}; a text of a chart is one line.`,
        fix: inForm
          ? "Write it in one line."
          : "Write it in one line. In a CSV file a quotation mark may be open in this row, which takes the rows after it into this cell: close it, or double it.",
      }),
      de: (v, { inForm }) => ({
        says: `Der Text hat ${v.lines({ one: "Zeile", other: "Zeilen" })}; ein Text einer Akte ist eine Zeile.`,
        fix: inForm
          ? "In eine Zeile schreiben."
          : "In eine Zeile schreiben. In einer CSV-Datei ist vielleicht ein Anführungszeichen in dieser Zeile offen, das die folgenden Zeilen in diese Zelle nimmt: schließen oder verdoppeln.",
      }),
    },
  ),
  required: problem(
    { field, found: quoted, asks: sentence, blank: flag },
    {
      en: (v) => ({
        says: `${v.field} ${v.blank ? "is blank" : `is ${v.found}`}, and every row needs it.`,
        fix: `Enter it: ${v.asks}`,
      }),
      de: (v) => ({
        says: v.blank
          ? `${v.field} ist leer, wird aber in jeder Zeile gebraucht.`
          : `${v.field} ist ${v.found}, aber jede Zeile braucht einen Wert.`,
        fix: `Eintragen: ${v.asks}`,
      }),
    },
  ),
  "stray-space": problem(
    { cell: quoted, blank: flag },
    {
      en: (v) => ({
        says: "There is space before or after the value.",
        fix: v.blank ? "Empty the cell." : `Write ${v.cell}.`,
      }),
      de: (v) => ({
        says: "Vor oder nach dem Wert steht ein Leerzeichen.",
        fix: v.blank ? "Die Zelle leeren." : `Nur ${v.cell} schreiben.`,
      }),
    },
  ),
  "missing-reason": problem(
    { cell: quoted, meant: optional(oneOf("unknown", "not done", "not applicable")) },
    {
      en: (v, { inForm }) => ({
        says: `${v.cell} does not say in a known way why the value is missing.`,
        fix: inForm
          ? "Empty the field, and choose beside it why there is no value; leave it empty if it is not yet entered."
          : v.meant === undefined
            ? "Write `not done`, `unknown`, `not applicable`, or leave the cell empty if it is not yet entered."
            : `Write \`${v.meant}\`.`,
      }),
      de: (v, { inForm }) => ({
        says: `${v.cell} sagt nicht in bekannter Weise, warum der Wert fehlt.`,
        fix: inForm
          ? "Das Feld leeren und daneben wählen, warum es keinen Wert gibt; leer lassen, wenn noch nicht erfasst."
          : v.meant === undefined
            ? "`not done` (nicht gemacht), `unknown` (unbekannt) oder `not applicable` (trifft nicht zu) schreiben, oder leer lassen, wenn noch nicht erfasst."
            : `\`${v.meant}\` schreiben.`,
      }),
    },
  ),
  "unknown-choice": problem(
    { cell: quoted, meant: optional(choice), all: several(choice), grows: optional(oneOf("drug", "analyte")) },
    {
      en: (v, { inForm }) => ({
        says: `${v.cell} is not one of the choices.`,
        fix: [
          v.meant === undefined ? "" : `Did you mean ${v.meant}? `,
          v.grows === undefined
            ? ""
            : `${v.grows === "drug" ? "A drug" : "An analyte"} that is missing is added by an administrator, under Administration, Lists. `,
          inForm ? "Choose one of the menu." : `Allowed: ${v.all}.`,
        ].join(""),
      }),
      de: (v, { inForm }) => ({
        says: `${v.cell} gehört nicht zur Auswahl.`,
        fix: [
          v.meant === undefined ? "" : `Ist ${v.meant} gemeint? `,
          v.grows === undefined
            ? ""
            : `${v.grows === "drug" ? "Ein fehlendes Medikament" : "Einen fehlenden Laborwert"} ergänzt die Verwaltung unter Verwaltung, Listen. `,
          inForm ? "Einen Eintrag der Auswahl nehmen." : `Erlaubt: ${v.all}.`,
        ].join(""),
      }),
    },
  ),
  "retired-choice": problem(
    { cell: choice },
    {
      en: (v) => ({
        says: `${v.cell} was retired from the list: it is no longer offered, and stays where it stands.`,
        fix: "Compare with the chart; if the chart says so, leave it, else choose an entry that is offered.",
      }),
      de: (v) => ({
        says: `${v.cell} ist in der Liste stillgelegt: Der Eintrag wird nicht mehr angeboten und bleibt, wo er steht.`,
        fix: "Mit der Akte vergleichen; steht es dort so, lassen, sonst einen angebotenen Eintrag wählen.",
      }),
    },
  ),
  "too-long": problem(
    { letters: count, most: count, what: oneOf("text", "pseudonym") },
    {
      en: (v) => ({
        says: `The ${v.what} has ${v.letters({ one: "letter", other: "letters" })}.`,
        fix: `Shorten it to ${v.most({ one: "letter", other: "letters" })}.`,
      }),
      de: (v) => ({
        says: `${v.what === "text" ? "Der Text" : "Das Pseudonym"} hat ${v.letters()} Zeichen.`,
        fix: `Auf ${v.most()} Zeichen kürzen.`,
      }),
    },
  ),
} as const;
