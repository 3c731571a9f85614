import { day, flag, numeral, problem, text } from "@osteon/words";

/** What can be wrong with a workbook and its cells. */
export const WORKBOOK_PROBLEMS = {
  "not-a-workbook": problem(
    {},
    {
      en: () => ({ says: "The file is no XLSX workbook.", fix: "Save it as .xlsx and send it again." }),
      de: () => ({
        says: "Die Datei ist keine XLSX-Arbeitsmappe.",
        fix: "Als .xlsx speichern und noch einmal senden.",
      }),
    },
  ),
  "repeated-sheet": problem(
    {},
    {
      en: () => ({
        says: "More than one sheet has the name of this table.",
        fix: "Put their rows into one sheet; what is no data goes into a sheet whose name begins with readme.",
      }),
      de: () => ({
        says: "Mehr als ein Blatt hat den Namen dieser Tabelle.",
        fix: "Die Zeilen in ein Blatt legen; was keine Daten sind, gehört in ein Blatt, dessen Name mit readme beginnt.",
      }),
    },
  ),
  "stray-cell": problem(
    { place: text },
    {
      en: (v) => ({
        says: `The cell ${v.place} holds something, and the table has no place there.`,
        fix: "Empty it, or move it under a heading; a heading stands in the first row.",
      }),
      de: (v) => ({
        says: `Die Zelle ${v.place} enthält etwas, und dort hat die Tabelle keinen Platz.`,
        fix: "Die Zelle leeren oder unter eine Überschrift verschieben; Überschriften stehen in der ersten Zeile.",
      }),
    },
  ),
  "merged-cells": problem(
    { area: text },
    {
      en: (v) => ({
        says: `${v.area} are merged into one cell: the file holds its value in the first row and column alone.`,
        fix: "Unmerge them, and write the value into each cell that it belongs to.",
      }),
      de: (v) => ({
        says: `${v.area} sind zu einer Zelle verbunden: Die Datei enthält den Wert nur in ihrer ersten Zeile und Spalte.`,
        fix: "Den Verbund lösen und den Wert in jede Zelle schreiben, zu der er gehört.",
      }),
    },
  ),
  "error-cell": problem(
    { error: text },
    {
      en: (v) => ({
        says: `The cell shows the error ${v.error}, not a value.`,
        fix: "Mend its formula, or write the value; `unknown` or `not done` if there is none.",
      }),
      de: (v) => ({
        says: `Die Zelle zeigt den Fehler ${v.error}, keinen Wert.`,
        fix: "Die Formel berichtigen oder den Wert eintragen; `unknown` (unbekannt) oder `not done` (nicht gemacht), wenn es keinen gibt.",
      }),
    },
  ),
  "formula-without-value": problem(
    { formula: text },
    {
      en: (v) => ({
        says: `The cell holds the formula ${v.formula} and no result: the program that wrote the file did not calculate it.`,
        fix: "Open the file in a spreadsheet and save it, or write the value in place of the formula.",
      }),
      de: (v) => ({
        says: `Die Zelle enthält die Formel ${v.formula} und kein Ergebnis: Das Programm, das die Datei schrieb, hat sie nicht berechnet.`,
        fix: "Die Datei in einer Tabellenkalkulation öffnen und speichern, oder statt der Formel den Wert eintragen.",
      }),
    },
  ),
  "part-of-date": problem(
    {},
    {
      en: () => ({
        says: "The cell shows a time, or a date without its year.",
        fix: "Write the whole date as text, like 2009-05-17.",
      }),
      de: () => ({
        says: "Die Zelle zeigt eine Uhrzeit oder ein Datum ohne Jahr.",
        fix: "Das ganze Datum als Text schreiben, wie 2009-05-17.",
      }),
    },
  ),
  "date-for-text": problem(
    { day },
    {
      en: (v) => ({
        says: `The spreadsheet took the cell for the date ${v.day}, and here stands a text or a number.`,
        fix: "Look up what was meant (7-8 becomes a date by itself). Format the cell as text and write it anew.",
      }),
      de: (v) => ({
        says: `Die Tabellenkalkulation hat die Zelle für das Datum ${v.day} gehalten; hier steht aber ein Text oder eine Zahl.`,
        fix: "Nachsehen, was gemeint war (aus 7-8 wird von selbst ein Datum). Die Zelle als Text formatieren und neu schreiben.",
      }),
    },
  ),
  "unsure-name": problem(
    { format: text },
    {
      en: (v) => ({
        says: `The cell holds a number under the format ${v.format}; what it shows as a name cannot be told.`,
        fix: "Format the cell as text and write it anew.",
      }),
      de: (v) => ({
        says: `Die Zelle enthält eine Zahl im Format ${v.format}; was sie als Name zeigt, ist nicht sicher.`,
        fix: "Die Zelle als Text formatieren und neu schreiben.",
      }),
    },
  ),
  "percent-cell": problem(
    /** `hasUnit`: the row says its unit, which could be per cent. */
    { shown: numeral, hasUnit: flag },
    {
      en: (v) =>
        v.hasUnit
          ? {
              says: `The cell shows ${v.shown} %, and the unit of its row is not %.`,
              fix: "If it is per cent, write % as unit; else format the cell as a number and look the value up.",
            }
          : {
              says: `The cell shows ${v.shown} %, and the field is no percentage.`,
              fix: "Format the cell as a number and look the value up.",
            },
      de: (v) =>
        v.hasUnit
          ? {
              says: `Die Zelle zeigt ${v.shown} %, und die Einheit ihrer Zeile ist nicht %.`,
              fix: "Sind es Prozent, % als Einheit eintragen; sonst die Zelle als Zahl formatieren und den Wert nachsehen.",
            }
          : {
              says: `Die Zelle zeigt ${v.shown} %, und das Feld ist keine Prozentangabe.`,
              fix: "Die Zelle als Zahl formatieren und den Wert nachsehen.",
            },
    },
  ),
} as const;
