import {
  count,
  field,
  inQuotes,
  number,
  oneOf,
  optional,
  problem,
  quoted,
  several,
  text,
  writtenDay,
} from "@osteon/words";

const SAVE_AS = {
  en: 'Save it as "CSV UTF-8 (comma delimited)"',
  de: "Als „CSV UTF-8 (durch Trennzeichen getrennt)“ mit Kommas speichern",
};

/** What can be wrong with the files of a chart folder, and with CSV files of any columns. */
export const FILE_PROBLEMS = {
  "no-folder": problem(
    {},
    {
      en: () => ({
        says: "There is no such folder.",
        fix: "Name the folder that holds patient.csv and the other tables.",
      }),
      de: () => ({
        says: "Diesen Ordner gibt es nicht.",
        fix: "Den Ordner nennen, in dem patient.csv und die anderen Tabellen liegen.",
      }),
    },
  ),
  "codebook-version": problem(
    { stated: optional(number), known: number },
    {
      en: (v) =>
        v.stated === undefined
          ? {
              says: "The version of the codebook is no whole number from 1.",
              fix: `Write the number alone, ${v.known} for all columns of today, or remove the file.`,
            }
          : {
              says: `The folder is of version ${v.stated} of the codebook; this Osteon knows ${v.known}.`,
              fix: "Update Osteon; it would not know what is new there.",
            },
      de: (v) =>
        v.stated === undefined
          ? {
              says: "Die Version des Codebuchs ist keine ganze Zahl ab 1.",
              fix: `Nur die Zahl hineinschreiben, ${v.known} für alle Spalten von heute, oder die Datei entfernen.`,
            }
          : {
              says: `Der Ordner hat Version ${v.stated} des Codebuchs; dieses Osteon kennt ${v.known}.`,
              fix: "Osteon aktualisieren; was dort neu ist, ist hier nicht bekannt.",
            },
    },
  ),
  "missing-file": problem(
    { table: text, header: text },
    {
      en: (v) => ({
        says: `The file of the table ${v.table} is missing.`,
        fix: `Add it; if there is nothing to enter, with its header alone: ${v.header}`,
      }),
      de: (v) => ({
        says: `Die Datei der Tabelle ${v.table} fehlt.`,
        fix: `Die Datei ergänzen; wenn nichts einzutragen ist, nur mit der Kopfzeile: ${v.header}`,
      }),
    },
  ),
  "unknown-file": problem(
    { of: oneOf("folder", "workbook", "archive"), guess: optional(text), known: several(text) },
    {
      en: (v) => {
        if (v.of === "archive")
          return {
            says: "The archive holds a file that no chart folder has, or one of them twice.",
            fix: `Files: ${v.known}.`,
          };
        const it = v.of === "workbook" ? "the sheet" : "it";
        const rename = v.guess === undefined ? `Remove ${it}` : `Rename ${it} to ${v.guess}, or remove it`;
        return { says: "The codebook has no table of this name.", fix: `${rename}. Tables: ${v.known}.` };
      },
      de: (v) => {
        if (v.of === "archive")
          return {
            says: "Das Archiv enthält eine Datei, die in keinen Aktenordner gehört, oder eine doppelt.",
            fix: `Dateien: ${v.known}.`,
          };
        const it = v.of === "workbook" ? "Das Blatt " : "";
        const rename = v.guess === undefined ? `${it}entfernen` : `${it}in ${v.guess} umbenennen oder entfernen`;
        const told = `${rename.slice(0, 1).toUpperCase()}${rename.slice(1)}`;
        return { says: "Das Codebuch hat keine Tabelle dieses Namens.", fix: `${told}. Tabellen: ${v.known}.` };
      },
    },
  ),
  "rows-in-a-cell": problem(
    { rows: count },
    {
      en: (v) => ({
        says: `This cell holds the ${v.rows({ one: "row", other: "rows" }).replace(/^1 /, "")} after it: a quotation mark is open in it and closed in a later row.`,
        fix: "Close the quotation mark in this row, and double one that belongs to the text.",
      }),
      de: (v) => ({
        says: `Diese Zelle enthält die ${v.rows({ one: "Zeile", other: "Zeilen" }).replace(/^1 /, "")} nach ihr: Ein Anführungszeichen ist in ihr offen und in einer späteren Zeile geschlossen.`,
        fix: "Das Anführungszeichen in dieser Zeile schließen; eines, das zum Text gehört, verdoppeln.",
      }),
    },
  ),
  "broken-csv": problem(
    {},
    {
      en: () => ({
        says: "The quotation marks of this row do not pair.",
        fix: "Close every quotation mark, and double one that belongs to the text.",
      }),
      de: () => ({
        says: "Die Anführungszeichen dieser Zeile gehen nicht auf.",
        fix: "Jedes Anführungszeichen schließen; eines, das zum Text gehört, verdoppeln.",
      }),
    },
  ),
  "ragged-row": problem(
    { cells: count, width: number, more: oneOf("more", "fewer"), line: optional(number) },
    {
      en: (v) =>
        v.line !== undefined
          ? {
              says: `Row ${v.line} has ${v.cells()} of ${v.width} values.`,
              fix: "Export it again as Dataset-JSON 1.1 or CSV.",
            }
          : {
              says: `The row has ${v.cells({ one: "cell", other: "cells" })}, the header has ${v.width}.`,
              fix:
                v.more === "more"
                  ? "Put cells that hold a comma between quotation marks; write numbers with a decimal point."
                  : "Fill the row up to the last column; blank cells count.",
            },
      de: (v) =>
        v.line !== undefined
          ? {
              says: `Zeile ${v.line} hat ${v.cells()} von ${v.width} Werten.`,
              fix: "Noch einmal als Dataset-JSON 1.1 oder CSV exportieren.",
            }
          : {
              says: `Die Zeile hat ${v.cells({ one: "Zelle", other: "Zellen" })}, die Kopfzeile ${v.width}.`,
              fix:
                v.more === "more"
                  ? "Zellen mit einem Komma in Anführungszeichen setzen; Zahlen mit Dezimalpunkt schreiben."
                  : "Die Zeile bis zur letzten Spalte auffüllen; leere Zellen zählen mit.",
            },
    },
  ),
  "empty-file": problem(
    { found: oneOf("nothing", "header"), header: optional(text) },
    {
      en: (v) => ({
        says:
          v.found === "header"
            ? "The file has a header and no rows."
            : v.header === undefined
              ? "The file is empty."
              : "The file is empty: not even the header is there.",
        fix: v.header === undefined ? "Export it again, with its rows." : `Begin it with: ${v.header}`,
      }),
      de: (v) => ({
        says:
          v.found === "header"
            ? "Die Datei hat eine Kopfzeile und keine Zeilen."
            : v.header === undefined
              ? "Die Datei ist leer."
              : "Die Datei ist leer: Nicht einmal die Kopfzeile ist da.",
        fix:
          v.header === undefined
            ? "Noch einmal exportieren, mit den Zeilen."
            : `Mit dieser Kopfzeile beginnen: ${v.header}`,
      }),
    },
  ),
  "no-header": problem(
    { header: text },
    {
      en: (v) => ({ says: "The first row names none of the columns.", fix: `Begin the file with: ${v.header}` }),
      de: (v) => ({
        says: "Die erste Zeile nennt keine der Spalten.",
        fix: `Die Datei mit dieser Kopfzeile beginnen: ${v.header}`,
      }),
    },
  ),
  "missing-column": problem(
    { column: text },
    {
      en: (v) => ({
        says: `The column ${v.column} is missing.`,
        fix: `Add a column ${v.column}; leave its cells blank where nothing was entered yet.`,
      }),
      de: (v) => ({
        says: `Die Spalte ${v.column} fehlt.`,
        fix: `Die Spalte ${v.column} ergänzen; ihre Zellen leer lassen, wo noch nichts erfasst ist.`,
      }),
    },
  ),
  "unknown-column": problem(
    {
      of: oneOf("header", "own-field", "too-wide", "row"),
      column: optional(quoted),
      guess: optional(text),
      columns: several(text),
      table: optional(text),
      wide: optional(count),
      most: optional(number),
    },
    {
      en: (v) => {
        const columns = `Columns: ${v.columns}.`;
        switch (v.of) {
          case "row":
            return { says: `The table ${v.table ?? ""} has no column of this name.`, fix: columns };
          case "too-wide":
            return {
              says: `The file has ${v.wide?.({ one: "column", other: "columns" }) ?? "too many columns"}; no table has more than ${v.most ?? ""}.`,
              fix: `Delete those that are none of the table's. ${columns}`,
            };
        }
        const says = v.column === undefined ? "A column has no name." : `The codebook has no column ${v.column} here.`;
        if (v.of === "own-field")
          return {
            says,
            fix: "An administrator adds this field of another registry first, under Administration, Own fields; or delete the column.",
          };
        const rename = v.guess === undefined ? "Delete it, or rename it" : `Rename it to ${v.guess}, or delete it`;
        return { says, fix: `${rename}. ${columns}` };
      },
      de: (v) => {
        const columns = `Spalten: ${v.columns}.`;
        switch (v.of) {
          case "row":
            return { says: `Die Tabelle ${v.table ?? ""} hat keine Spalte dieses Namens.`, fix: columns };
          case "too-wide":
            return {
              says: `Die Datei hat ${v.wide?.({ one: "Spalte", other: "Spalten" }) ?? "zu viele Spalten"}; keine Tabelle hat mehr als ${v.most ?? ""}.`,
              fix: `Die löschen, die nicht zur Tabelle gehören. ${columns}`,
            };
        }
        const says =
          v.column === undefined ? "Eine Spalte hat keinen Namen." : `Das Codebuch hat hier keine Spalte ${v.column}.`;
        if (v.of === "own-field")
          return {
            says,
            fix: "Die Verwaltung fügt dieses Feld eines anderen Registers zuerst hinzu, unter Verwaltung, Eigene Felder; oder die Spalte löschen.",
          };
        const rename = v.guess === undefined ? "Löschen oder umbenennen" : `In ${v.guess} umbenennen oder löschen`;
        return { says, fix: `${rename}. ${columns}` };
      },
    },
  ),
  "duplicate-column": problem(
    { column: text, reads: oneOf("first", "none") },
    {
      en: (v) => ({
        says: `The column ${v.column} stands more than once${v.reads === "first" ? "; only the first is read" : ""}.`,
        fix: "Keep one of them.",
      }),
      de: (v) => ({
        says: `Die Spalte ${v.column} steht mehrmals da${v.reads === "first" ? "; nur die erste wird gelesen" : ""}.`,
        fix: "Nur eine davon behalten.",
      }),
    },
  ),
  "not-utf-8": problem(
    { encoding: text, cell: optional(quoted), more: optional(count) },
    {
      en: (v) => ({
        says: [
          `The file is not UTF-8 but looks like ${v.encoding}.`,
          ...(v.cell === undefined ? [] : [`This cell would read ${v.cell}: is that what was written?`]),
          ...(v.more === undefined ? [] : [`So do ${v.more({ one: "more cell", other: "more cells" })}.`]),
        ].join(" "),
        fix: `${SAVE_AS.en}.`,
      }),
      de: (v) => ({
        says: [
          `Die Datei ist nicht UTF-8, sondern wohl ${v.encoding}.`,
          ...(v.cell === undefined ? [] : [`Diese Zelle hieße ${v.cell}: Wurde das geschrieben?`]),
          ...(v.more === undefined
            ? []
            : [`Betroffen sind ${v.more({ one: "weitere Zelle", other: "weitere Zellen" })}.`]),
        ].join(" "),
        fix: `${SAVE_AS.de}.`,
      }),
    },
  ),
  "not-comma-separated": problem(
    { by: oneOf("semicolons", "tabs") },
    {
      en: (v) => ({
        says: `Its columns are separated by ${v.by}, not by commas.`,
        fix: `${SAVE_AS.en}; where the spreadsheet still writes semicolons, set its decimal separator to a point first.`,
      }),
      de: (v) => ({
        says: `Die Spalten sind durch ${v.by === "semicolons" ? "Semikolons" : "Tabulatoren"} getrennt, nicht durch Kommas.`,
        fix: `${SAVE_AS.de}. Schreibt die Tabellenkalkulation weiter Semikolons, dort zuerst den Punkt als Dezimaltrennzeichen einstellen.`,
      }),
    },
  ),
  "value-and-reason": problem(
    { field, found: text, reason: text },
    {
      en: (v) => ({
        says: `${v.field} is ${inQuotes(v.found, "en")}, and ${v.reason} says that it is missing.`,
        fix: "Keep one of the two.",
      }),
      de: (v) => ({
        says: `${v.field} ist ${inQuotes(v.found, "de")}, und ${v.reason} sagt, dass der Wert fehlt.`,
        fix: "Eines von beiden behalten.",
      }),
    },
  ),
  "follows-from-date": problem(
    { column: text, field, found: text, follows: writtenDay },
    {
      en: (v) => ({
        says: `${v.column} follows from ${v.field}, which is ${v.found}: it is ${v.follows}.`,
        fix: `Change ${v.field}; ${v.column} is not read.`,
      }),
      de: (v) => ({
        says: `${v.column} folgt aus ${v.field} (${v.found}) und heißt ${v.follows}.`,
        fix: `${v.field} ändern; ${v.column} wird nicht gelesen.`,
      }),
    },
  ),
} as const;
