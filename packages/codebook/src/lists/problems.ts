import { field, inQuotes, number, oneOf, optional, problem, quoted, several, text } from "@osteon/words";
import { KEY_FAULTS, keyFaultWords } from "../keys/key-fault-words.ts";

const blankOr = (cell: string | undefined, blank: string): string => (cell === undefined || cell === "" ? blank : cell);

/** What can be wrong with an entry of a list that grows: a drug, an analyte. */
export const LIST_PROBLEMS = {
  "list-code": problem(
    { code: quoted },
    {
      en: (v) => ({
        says: `${v.code} is no code of an entry of one's own.`,
        fix: "Begin with own_; then small letters, digits and _, 40 at most, as own_name.",
      }),
      de: (v) => ({
        says: `${v.code} kann kein Name eines eigenen Eintrags sein.`,
        fix: "Mit own_ beginnen; danach kleine Buchstaben, Ziffern und _, höchstens 40, wie own_name.",
      }),
    },
  ),
  "list-code-twice": problem(
    { code: quoted },
    {
      en: (v) => ({ says: `Two entries are called ${v.code}.`, fix: "Give one another code." }),
      de: (v) => ({ says: `Zwei Einträge heißen ${v.code}.`, fix: "Einem von beiden einen anderen Namen geben." }),
    },
  ),
  "list-label": problem(
    { code: text, name: text, because: oneOf(...KEY_FAULTS), most: number },
    {
      en: (v) => ({
        says: `${v.code}: the name ${inQuotes(v.name, "en")} ${keyFaultWords(v.because, v.most, "en")}.`,
        fix: `Write 1 to ${v.most} letters, digits and plain signs in each language.`,
      }),
      de: (v) => ({
        says: `${v.code}: Der Name ${inQuotes(v.name, "de")} ${keyFaultWords(v.because, v.most, "de")}.`,
        fix: `In jeder Sprache 1 bis ${v.most} Buchstaben, Ziffern und einfache Zeichen schreiben.`,
      }),
    },
  ),
  "list-name-twice": problem(
    { code: text, name: quoted },
    {
      en: (v) => ({
        says: `${v.code} is called ${v.name} already.`,
        fix: "Take that one, or write a name that cannot be confused with it.",
      }),
      de: (v) => ({
        says: `${v.code} heißt schon ${v.name}.`,
        fix: "Diesen nehmen, oder einen Namen wählen, der nicht verwechselt werden kann.",
      }),
    },
  ),
  "list-shipped": problem(
    { code: optional(text), column: optional(field), was: optional(text), is: optional(text) },
    {
      en: (v) => ({
        says:
          v.code === undefined
            ? "This entry comes with Osteon and is the same everywhere."
            : `${v.code} comes with Osteon with ${v.column ?? ""} ${blankOr(v.was, "blank")}, not ${blankOr(v.is, "blank")}.`,
        fix: "Leave it as it came; add an entry of your own beside it, or retire it.",
      }),
      de: (v) => ({
        says:
          v.code === undefined
            ? "Dieser Eintrag kommt mit Osteon und ist überall derselbe."
            : `${v.code} kommt mit Osteon mit ${v.column ?? ""} ${blankOr(v.was, "(leer)")}, nicht ${blankOr(v.is, "(leer)")}.`,
        fix: "Den Eintrag lassen, wie er kam; einen eigenen daneben anlegen oder ihn stilllegen.",
      }),
    },
  ),
  "list-atc": problem(
    { atc: text },
    {
      en: (v) => ({ says: `${v.atc} is no ATC code of a substance.`, fix: "Write it as L04AX03, or leave it blank." }),
      de: (v) => ({
        says: `${v.atc} ist kein ATC-Kode eines Wirkstoffs.`,
        fix: "Ihn wie L04AX03 schreiben oder leer lassen.",
      }),
    },
  ),
  "list-loinc": problem(
    { loinc: text },
    {
      en: (v) => ({
        says: `${v.loinc} is no LOINC code: its shape or its check digit is wrong.`,
        fix: "Copy it from its source, as 1988-5, or leave it blank.",
      }),
      de: (v) => ({
        says: `${v.loinc} ist kein LOINC-Kode: Form oder Prüfziffer stimmt nicht.`,
        fix: "Ihn aus seiner Quelle kopieren, etwa 1988-5, oder leer lassen.",
      }),
    },
  ),
  "list-class": problem(
    { drugClass: text, classes: several(text) },
    {
      en: (v, { inForm }) => ({
        says: `${v.drugClass} is no class of drugs.`,
        fix: inForm ? "Choose one, or none where none fits." : `Classes: ${v.classes}; blank where none fits.`,
      }),
      de: (v, { inForm }) => ({
        says: `${v.drugClass} ist keine Klasse von Medikamenten.`,
        fix: inForm ? "Eine wählen, oder keine, wo keine passt." : `Klassen: ${v.classes}; leer, wo keine passt.`,
      }),
    },
  ),
  "list-units": problem(
    { of: oneOf("dose", "unit", "factor"), code: text, unit: text, units: optional(several(text)) },
    {
      en: (v) => {
        if (v.of === "dose") return { says: `${v.unit} is no unit of a dose.`, fix: `Units: ${v.units ?? ""}.` };
        if (v.of === "unit")
          return { says: `${v.code} needs a unit without spaces.`, fix: "Write a UCUM unit, as mg/L or 10*9/L." };
        return {
          says: `${v.unit} has no whole numbers by which it is converted.`,
          fix: `Write ${blankOr(v.unit, "the unit")} and a fraction of whole numbers above 0, as mg/dL 10/1.`,
        };
      },
      de: (v) => {
        if (v.of === "dose")
          return { says: `${v.unit} ist keine Einheit einer Dosis.`, fix: `Einheiten: ${v.units ?? ""}.` };
        if (v.of === "unit")
          return {
            says: `${v.code} braucht eine Einheit ohne Leerzeichen.`,
            fix: "Eine UCUM-Einheit schreiben, etwa mg/L oder 10*9/L.",
          };
        return {
          says: `${v.unit} hat keine ganzen Zahlen, mit denen umgerechnet wird.`,
          fix: `${blankOr(v.unit, "Die Einheit")} und einen Bruch ganzer Zahlen über 0 schreiben, etwa mg/dL 10/1.`,
        };
      },
    },
  ),
  "list-limits": problem(
    { code: text },
    {
      en: (v) => ({
        says: `${v.code}: plausible must lie within possible, from the lower to the higher, and possible from 0.`,
        fix: "Write four numbers in the unit of the analyte.",
      }),
      de: (v) => ({
        says: `${v.code}: Plausibel muss innerhalb von möglich liegen, von klein nach groß, und möglich ab 0.`,
        fix: "Vier Zahlen in der Einheit des Laborwerts schreiben.",
      }),
    },
  ),
  "list-band": problem(
    {
      code: text,
      because: oneOf("finding", "months", "beyond", "shared"),
      before: optional(text),
      band: text,
    },
    {
      en: (v) => {
        switch (v.because) {
          case "finding":
            return { says: `${v.code} is positive or negative; it has no limits.`, fix: "Take the limits away." };
          case "months":
            return {
              says: `${v.code}: an age is given in whole months, from the younger to the older.`,
              fix: "Write it as female 0-144: 3..12; the last month is no longer in it.",
            };
          case "beyond":
            return { says: `${v.code}: limits at an age lie within what is possible.`, fix: "Correct the limits." };
          case "shared":
            return {
              says: `${v.code}: ${v.before ?? ""} and ${v.band} share ages.`,
              fix: "Let one end where the next begins.",
            };
        }
      },
      de: (v) => {
        switch (v.because) {
          case "finding":
            return { says: `${v.code} ist positiv oder negativ und hat keine Grenzen.`, fix: "Die Grenzen wegnehmen." };
          case "months":
            return {
              says: `${v.code}: Ein Alter steht in ganzen Monaten, von jung nach alt.`,
              fix: "Wie female 0-144: 3..12 schreiben; der letzte Monat gehört nicht mehr dazu.",
            };
          case "beyond":
            return {
              says: `${v.code}: Grenzen eines Alters liegen innerhalb des Möglichen.`,
              fix: "Die Grenzen berichtigen.",
            };
          case "shared":
            return {
              says: `${v.code}: ${v.before ?? ""} und ${v.band} haben gemeinsame Monate.`,
              fix: "Eines enden lassen, wo das nächste beginnt.",
            };
        }
      },
    },
  ),
} as const;
