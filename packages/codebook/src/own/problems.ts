import { count, faultAmong, field, number, oneOf, optional, problem, quoted, several, text } from "@osteon/words";

const PARTS = { label: { en: "label", de: "Bezeichnung" }, help: { en: "help", de: "Hilfe" } } as const;

/** What can be wrong with the definition of a field that a registry adds, as far as it alone tells. */
export const DEFINITION_PROBLEMS = {
  "own-field-kind": problem(
    { because: oneOf("parts", "retired", "kind"), kinds: several(text) },
    {
      en: (v) => {
        if (v.because === "retired") return { says: "A field is retired or not.", fix: "Write true, or leave it out." };
        const says =
          v.because === "parts"
            ? "The definition lacks a part, or has one too many."
            : "There is no such kind of field.";
        return { says, fix: `Kinds: ${v.kinds}.` };
      },
      de: (v) => {
        if (v.because === "retired")
          return { says: "Ein Feld ist stillgelegt oder nicht.", fix: "true schreiben oder weglassen." };
        const says =
          v.because === "parts"
            ? "Der Festlegung fehlt ein Teil, oder sie hat einen zu viel."
            : "So eine Art von Feld gibt es nicht.";
        return { says, fix: `Arten: ${v.kinds}.` };
      },
    },
  ),
  "own-field-words": problem(
    { part: oneOf("label", "help", "unit"), least: number, most: number },
    {
      en: (v) =>
        v.part === "unit"
          ? {
              says: `Only a number has a unit, of ${v.most} letters at most.`,
              fix: "Write it as in mg/dL, or leave it out.",
            }
          : {
              says: `The ${PARTS[v.part].en} is not one line in English and one in German.`,
              fix: `Write ${v.least} to ${v.most} letters in each language.`,
            },
      de: (v) =>
        v.part === "unit"
          ? {
              says: `Nur eine Zahl hat eine Einheit, mit höchstens ${v.most} Zeichen.`,
              fix: "Wie in mg/dL schreiben oder weglassen.",
            }
          : {
              says: `Die ${PARTS[v.part].de} ist nicht je eine Zeile in Englisch und Deutsch.`,
              fix: `In jeder Sprache ${v.least} bis ${v.most} Zeichen schreiben.`,
            },
    },
  ),
  "own-field-limits": problem(
    {
      because: oneOf("length", "decimals", "limits", "plausible"),
      most: optional(number),
      plausible: optional(several(number)),
      possible: optional(several(number)),
    },
    {
      en: (v) => {
        switch (v.because) {
          case "length":
            return {
              says: `The longest text is no whole number from 1 to ${v.most ?? ""}.`,
              fix: "Write how many letters it may have.",
            };
          case "decimals":
            return {
              says: `The decimals are no whole number from 1 to ${v.most ?? ""}.`,
              fix: "Without decimals it is a whole number.",
            };
          case "limits":
            return {
              says: "The limits are not four numbers, each pair from low to high, with the decimals of the field.",
              fix: `Write them between -${v.most ?? ""} and ${v.most ?? ""}.`,
            };
          case "plausible":
            return {
              says: `Plausible is ${between(v.plausible, " to ")}, beyond what is possible: ${between(v.possible, " to ")}.`,
              fix: "Narrow what is plausible, or widen what is possible.",
            };
        }
      },
      de: (v) => {
        switch (v.because) {
          case "length":
            return {
              says: `Die größte Länge ist keine ganze Zahl von 1 bis ${v.most ?? ""}.`,
              fix: "Schreiben, wie viele Zeichen der Text haben darf.",
            };
          case "decimals":
            return {
              says: `Die Nachkommastellen sind keine ganze Zahl von 1 bis ${v.most ?? ""}.`,
              fix: "Ohne Nachkommastellen ist es eine ganze Zahl.",
            };
          case "limits":
            return {
              says: "Die Grenzen sind keine vier Zahlen, jedes Paar von klein nach groß, mit den Nachkommastellen des Feldes.",
              fix: `Zwischen -${v.most ?? ""} und ${v.most ?? ""} schreiben.`,
            };
          case "plausible":
            return {
              says: `Plausibel ist ${between(v.plausible, " bis ")}, mehr als möglich ist: ${between(v.possible, " bis ")}.`,
              fix: "Enger fassen, was plausibel ist, oder weiter, was möglich ist.",
            };
        }
      },
    },
  ),
  "own-field-choices": problem(
    { most: number },
    {
      en: (v) => ({
        says: "The choices are not each a code of their own with its words in English and German.",
        fix: `Codes have small letters, digits and _; 1 to ${v.most} choices, each code once, none \`unknown\`.`,
      }),
      de: (v) => ({
        says: "Die Auswahl besteht nicht aus eigenen Kodes mit ihren Worten in Englisch und Deutsch.",
        fix: `Kodes haben Kleinbuchstaben, Ziffern und _; 1 bis ${v.most} Einträge, jeder Kode einmal, keiner \`unknown\`.`,
      }),
    },
  ),
  "own-field-condition": problem(
    {
      because: oneOf("unread", "no-choices", "no-code"),
      field: optional(field),
      code: optional(text),
      codes: optional(several(text)),
    },
    {
      en: (v) => {
        switch (v.because) {
          case "unread":
            return {
              says: "When it is shown is not told by a field and one of its codes.",
              fix: "Name a field of the table and the code that it must have.",
            };
          case "no-choices":
            return {
              says: `${v.field ?? ""} is no other field of choices of this table.`,
              fix: "Name a field of choices, or one of yes and no.",
            };
          case "no-code":
            return { says: `${v.field ?? ""} has no choice ${v.code ?? ""}.`, fix: `Choices: ${v.codes ?? ""}.` };
        }
      },
      de: (v) => {
        switch (v.because) {
          case "unread":
            return {
              says: "Wann es gezeigt wird, ist nicht mit einem Feld und einem seiner Kodes gesagt.",
              fix: "Ein Feld der Tabelle nennen und den Kode, den es haben muss.",
            };
          case "no-choices":
            return {
              says: `${v.field ?? ""} ist kein anderes Auswahlfeld dieser Tabelle.`,
              fix: "Ein Auswahlfeld oder ein Ja/Nein-Feld nennen.",
            };
          case "no-code":
            return { says: `${v.field ?? ""} hat keinen Kode ${v.code ?? ""}.`, fix: `Kodes: ${v.codes ?? ""}.` };
        }
      },
    },
  ),
  "own-field-day": problem(
    {
      because: oneOf("unread", "no-date"),
      table: optional(text),
      field: optional(text),
      dates: optional(several(field)),
    },
    {
      en: (v) =>
        v.because === "unread"
          ? {
              says: "Since when it is required is not told by a day from 1900 to 2100.",
              fix: "Write the day as 2027-01-01.",
            }
          : {
              says: `The table ${v.table ?? ""} has no date ${v.field ?? ""}.`,
              fix: v.dates === undefined ? "Let the day of the entry count." : `Dates: ${v.dates}.`,
            },
      de: (v) =>
        v.because === "unread"
          ? {
              says: "Ab wann es verlangt wird, ist nicht mit einem Tag von 1900 bis 2100 gesagt.",
              fix: "Den Tag wie 2027-01-01 schreiben.",
            }
          : {
              says: `Die Tabelle ${v.table ?? ""} hat kein Datum ${v.field ?? ""}.`,
              fix: v.dates === undefined ? "Den Tag der Erfassung zählen lassen." : `Daten: ${v.dates}.`,
            },
    },
  ),
} as const;

const between = (range: string | undefined, word: string): string => (range ?? "").replace(", ", word);

/** What can be wrong with a field beside the codebook and the fields that there are, and with the file of them. */
export const OWN_FIELD_PROBLEMS = {
  ...DEFINITION_PROBLEMS,
  "own-field-table": problem(
    { table: quoted, tables: several(text) },
    {
      en: (v) => ({ says: `The codebook has no table ${v.table}.`, fix: `Tables: ${v.tables}.` }),
      de: (v) => ({ says: `Das Codebook hat keine Tabelle ${v.table}.`, fix: `Tabellen: ${v.tables}.` }),
    },
  ),
  "own-field-name": problem(
    { name: quoted },
    {
      en: (v) => ({
        says: `${v.name} is no name of a field of one's own.`,
        fix: "After own_ write a small letter, then small letters, digits and _, 40 at most.",
      }),
      de: (v) => ({
        says: `${v.name} ist kein Name eines eigenen Feldes.`,
        fix: "Nach own_ ein Kleinbuchstabe, dann Kleinbuchstaben, Ziffern und _, höchstens 40.",
      }),
    },
  ),
  "own-field-kept": problem(
    {},
    {
      en: () => ({
        says: "A field keeps its kind, its decimals and its unit: what was entered would mean something else.",
        fix: "Retire the field, and add another.",
      }),
      de: () => ({
        says: "Ein Feld behält Tabelle, Art, Nachkommastellen und Einheit: Was erfasst ist, hieße sonst etwas anderes.",
        fix: "Das Feld stilllegen und ein anderes hinzufügen.",
      }),
    },
  ),
  "own-field-taken": problem(
    { column: optional(text), most: optional(count) },
    {
      en: (v) =>
        v.column === undefined
          ? {
              says: `A table takes ${v.most?.({ one: "field", other: "fields" }) ?? "no more fields"} of its own.`,
              fix: "Use another table.",
            }
          : {
              says: `A column ${v.column} is there already, in files or in a freeze.`,
              fix: "Give the field another name.",
            },
      de: (v) =>
        v.column === undefined
          ? {
              says: `Eine Tabelle nimmt ${v.most?.({ one: "eigenes Feld", other: "eigene Felder" }) ?? "keine weiteren Felder"} auf.`,
              fix: "Eine andere Tabelle nehmen.",
            }
          : {
              says: `Eine Spalte ${v.column} gibt es in Dateien oder im Freeze schon.`,
              fix: "Dem Feld einen anderen Namen geben.",
            },
    },
  ),
  "own-fields-file": problem(
    { because: oneOf("table", "name", "version", "definition"), fault: optional(faultAmong(DEFINITION_PROBLEMS)) },
    {
      en: (v) => ({
        says: {
          table: "The codebook has no table of this name.",
          name: "This is no name of a field of one's own.",
          version: "The versions do not follow each other from 1.",
          definition: `The definition cannot be read: ${v.fault?.says ?? ""}`,
        }[v.because],
        fix: "Take the file as the registry exports it, or remove it with the columns of these fields.",
      }),
      de: (v) => ({
        says: {
          table: "Das Codebook hat keine Tabelle dieses Namens.",
          name: "Das ist kein Name eines eigenen Feldes.",
          version: "Die Versionen folgen nicht ab 1 aufeinander.",
          definition: `Die Festlegung ist nicht lesbar: ${v.fault?.says ?? ""}`,
        }[v.because],
        fix: "Die Datei so nehmen, wie das Register sie ausgibt, oder sie mit den Spalten dieser Felder entfernen.",
      }),
    },
  ),
} as const;
