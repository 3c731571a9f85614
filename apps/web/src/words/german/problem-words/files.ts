import type { GermanCodes } from "./sentence-form.ts";

const CSV = "Als „CSV UTF-8 (durch Trennzeichen getrennt)“ mit Kommas speichern.";

/** What can be wrong with the files of charts, and with files of any columns. */
export const FILES: GermanCodes = {
  "no-folder": {
    says: "Diesen Ordner gibt es nicht.",
    fix: "Den Ordner nennen, in dem patient.csv und die anderen Tabellen liegen.",
  },
  "codebook-version": {
    says: "Die Version des Codebuchs ist nicht lesbar oder neuer als dieses Osteon.",
    fix: "Nur die Zahl der Version hineinschreiben, oder Osteon aktualisieren.",
    forms: [
      [
        "The version of the codebook is no whole number from 1.",
        "Die Version des Codebuchs ist keine ganze Zahl ab 1.",
      ],
      [
        "Write the number alone, {version} for all columns of today, or remove the file.",
        "Nur die Zahl hineinschreiben, {version} für alle Spalten von heute, oder die Datei entfernen.",
      ],
      [
        "The folder is of version {version} of the codebook; this Osteon knows {known}.",
        "Der Ordner hat Version {version} des Codebuchs; dieses Osteon kennt {known}.",
      ],
      [
        "Update Osteon; it would not know what is new there.",
        "Osteon aktualisieren; was dort neu ist, ist hier nicht bekannt.",
      ],
    ],
  },
  "missing-file": {
    says: "Die Datei einer Tabelle fehlt.",
    fix: "Die Datei ergänzen; wenn nichts einzutragen ist, nur mit der Kopfzeile.",
    forms: [
      ["The file of the table {table} is missing.", "Die Datei der Tabelle {table} fehlt."],
      [
        "Add it; if there is nothing to enter, with its header alone: {header}",
        "Die Datei ergänzen; wenn nichts einzutragen ist, nur mit der Kopfzeile: {header}",
      ],
    ],
  },
  "unknown-file": {
    says: "Das Codebuch hat keine Tabelle dieses Namens.",
    fix: "Umbenennen oder entfernen.",
    forms: [
      [
        "The archive holds a file that no chart folder has, or one of them twice.",
        "Das Archiv enthält eine Datei, die in keinen Aktenordner gehört, oder eine doppelt.",
      ],
      ["Files: {files}.", "Dateien: {files}."],
      [
        "Rename it to {guess}, or remove it. Tables: {tables}.",
        "In {guess} umbenennen oder entfernen. Tabellen: {tables}.",
      ],
      [
        "Rename the sheet to {guess}, or remove it. Tables: {tables}.",
        "Das Blatt in {guess} umbenennen oder entfernen. Tabellen: {tables}.",
      ],
      ["Remove it. Tables: {tables}.", "Entfernen. Tabellen: {tables}."],
      ["Remove the sheet. Tables: {tables}.", "Das Blatt entfernen. Tabellen: {tables}."],
    ],
  },
  "not-a-workbook": {
    says: "Die Datei ist keine XLSX-Arbeitsmappe.",
    fix: "Als .xlsx speichern und noch einmal senden.",
  },
  "damaged-archive": {
    says: "Die Datei wurde unterwegs beschädigt; nichts daraus wird gelesen.",
    fix: "Die Datei noch einmal von dort holen, woher sie kam; ist sie dort beschädigt, neu packen oder speichern.",
    forms: [
      [
        "{entry} in the archive is not what was packed: its checksum is another.",
        "{entry} im Archiv ist nicht, was gepackt wurde: Die Prüfsumme ist eine andere.",
      ],
      ["The archive breaks off within {entry}.", "Das Archiv bricht in {entry} ab."],
      [
        "The archive breaks off after {entry}: the list of its files, which stands at the end, is missing or not whole.",
        "Das Archiv bricht nach {entry} ab: Die Liste seiner Dateien, die am Ende steht, fehlt oder ist nicht ganz.",
      ],
    ],
  },
  "rows-in-a-cell": {
    says: "Diese Zelle enthält die Zeilen nach ihr: Ein Anführungszeichen ist in ihr offen und in einer späteren Zeile geschlossen.",
    fix: "Das Anführungszeichen in dieser Zeile schließen; eines, das zum Text gehört, verdoppeln.",
    forms: [
      [
        "This cell holds the row after it: a quotation mark is open in it and closed in a later row.",
        "Diese Zelle enthält die Zeile nach ihr: Ein Anführungszeichen ist in ihr offen und in einer späteren Zeile geschlossen.",
      ],
      [
        "This cell holds the {rows:number} rows after it: a quotation mark is open in it and closed in a later row.",
        "Diese Zelle enthält die {rows} Zeilen nach ihr: Ein Anführungszeichen ist in ihr offen und in einer späteren Zeile geschlossen.",
      ],
    ],
  },
  "value-and-reason": {
    says: "Hier steht ein Wert, und daneben, warum er fehlt.",
    fix: "Eines von beiden behalten.",
    forms: [
      [
        "{field:label} is {found:quoted}, and {name} says that it is missing.",
        "{field} ist {found}, und {name} sagt, dass der Wert fehlt.",
      ],
    ],
  },
  "follows-from-date": {
    says: "Dieser Tag folgt aus dem Datum daneben und passt nicht dazu.",
    fix: "Das Datum selbst ändern; dieser Tag wird nicht gelesen.",
    forms: [
      [
        "{name} follows from {field:label}, which is {found:date}: it is {day:date}.",
        "{name} folgt aus {field} ({found}) und heißt {day}.",
      ],
      ["Change {field:label}; {name} is not read.", "{field} ändern; {name} wird nicht gelesen."],
    ],
  },
  "stray-cell": {
    says: "Eine Zelle enthält etwas, wo die Tabelle keinen Platz hat.",
    fix: "Die Zelle leeren oder unter eine Überschrift verschieben.",
    forms: [
      [
        "The cell {cell} holds something, and the table has no place there.",
        "Die Zelle {cell} enthält etwas, und dort hat die Tabelle keinen Platz.",
      ],
      [
        "Empty it, or move it under a heading; a heading stands in the first row.",
        "Die Zelle leeren oder unter eine Überschrift verschieben; Überschriften stehen in der ersten Zeile.",
      ],
    ],
  },
  "error-cell": {
    says: "Die Zelle zeigt einen Fehler der Tabellenkalkulation, keinen Wert.",
    fix: "Die Formel berichtigen oder den Wert eintragen; `unknown` (unbekannt) oder `not done` (nicht gemacht), wenn es keinen gibt.",
    forms: [["The cell shows the error {error}, not a value.", "Die Zelle zeigt den Fehler {error}, keinen Wert."]],
  },
  "formula-without-value": {
    says: "Die Zelle enthält eine Formel ohne Ergebnis.",
    fix: "Die Datei in einer Tabellenkalkulation öffnen und speichern, oder statt der Formel den Wert eintragen.",
    forms: [
      [
        "The cell holds the formula {formula} and no result: the program that wrote the file did not calculate it.",
        "Die Zelle enthält die Formel {formula} und kein Ergebnis: Das Programm, das die Datei schrieb, hat sie nicht berechnet.",
      ],
    ],
  },
  "merged-cells": {
    says: "Zellen sind zu einer verbunden: Ihr Wert steht nur in der ersten.",
    fix: "Den Verbund lösen und den Wert in jede Zelle schreiben, zu der er gehört.",
    forms: [
      [
        "{area} are merged into one cell: the file holds its value in the first row and column alone.",
        "{area} sind zu einer Zelle verbunden: Die Datei enthält den Wert nur in ihrer ersten Zeile und Spalte.",
      ],
    ],
  },
  "percent-cell": {
    says: "Die Zelle zeigt Prozent, und die Zeile sagt nicht, dass es Prozent sind.",
    fix: "Sind es Prozent, % als Einheit eintragen; sonst die Zelle als Zahl formatieren und den Wert nachsehen.",
    forms: [
      [
        "The cell shows {shown:number} %, and the unit of its row is not %.",
        "Die Zelle zeigt {shown} %, und die Einheit ihrer Zeile ist nicht %.",
      ],
      [
        "The cell shows {shown:number} %, and the field is no percentage.",
        "Die Zelle zeigt {shown} %, und das Feld ist keine Prozentangabe.",
      ],
      ["Format the cell as a number and look the value up.", "Die Zelle als Zahl formatieren und den Wert nachsehen."],
    ],
  },
  "part-of-date": {
    says: "Die Zelle zeigt eine Uhrzeit oder ein Datum ohne Jahr.",
    fix: "Das ganze Datum als Text schreiben, wie 2009-05-17.",
  },
  "date-for-text": {
    says: "Die Tabellenkalkulation hat die Zelle für ein Datum gehalten; hier steht aber ein Text oder eine Zahl.",
    fix: "Nachsehen, was gemeint war (aus 7-8 wird von selbst ein Datum). Die Zelle als Text formatieren und neu schreiben.",
    forms: [
      [
        "The spreadsheet took the cell for the date {day:date}, and here stands a text or a number.",
        "Die Tabellenkalkulation hat die Zelle für das Datum {day} gehalten; hier steht aber ein Text oder eine Zahl.",
      ],
      [
        "Look up what was meant (7-8 becomes a date by itself). Format the cell as text and write it anew.",
        "Nachsehen, was gemeint war (aus 7-8 wird von selbst ein Datum). Die Zelle als Text formatieren und neu schreiben.",
      ],
    ],
  },
  "unsure-name": {
    says: "Die Zelle enthält eine Zahl, und was sie als Name zeigt, ist nicht sicher.",
    fix: "Die Zelle als Text formatieren und neu schreiben.",
    forms: [
      [
        "The cell holds a number under the format {format}; what it shows as a name cannot be told.",
        "Die Zelle enthält eine Zahl im Format {format}; was sie als Name zeigt, ist nicht sicher.",
      ],
    ],
  },
  "repeated-sheet": {
    says: "Mehr als ein Blatt hat den Namen dieser Tabelle.",
    fix: "Die Zeilen in ein Blatt legen; was keine Daten sind, gehört in ein Blatt, dessen Name mit readme beginnt.",
  },
  "more-problems": {
    says: "Weitere Fehler sind hier nicht genannt.",
    fix: "Zuerst diese beheben; danach zeigt eine neue Prüfung die nächsten.",
    forms: [
      [
        "Reading stopped at row {row}: too much is wrong before it.",
        "Das Lesen endete bei Zeile {row}: Davor ist zu vieles falsch.",
      ],
      [
        "Checking stopped before row {row}: too much is wrong before it.",
        "Die Prüfung endete vor Zeile {row}: Davor ist zu vieles falsch.",
      ],
      ["There are {count} more problems like these.", "Es gibt {count} weitere solche Fehler."],
    ],
  },
  "file-too-large-to-read": {
    says: "Die Datei enthält mehr, als auf einmal gelesen wird.",
    fix: "Weniger Kinder auf einmal senden, oder die Tabellen einzeln.",
  },
  "empty-file": {
    says: "Die Datei ist leer.",
    fix: "Die Datei mit der Kopfzeile und den Zeilen neu speichern.",
    forms: [
      ["The file is empty: not even the header is there.", "Die Datei ist leer: Nicht einmal die Kopfzeile ist da."],
      ["Begin it with: {header}", "Mit dieser Kopfzeile beginnen: {header}"],
      ["The file has a header and no rows.", "Die Datei hat eine Kopfzeile und keine Zeilen."],
      ["Export it again, with its rows.", "Noch einmal exportieren, mit den Zeilen."],
    ],
  },
  "no-header": {
    says: "Die erste Zeile nennt keine der Spalten.",
    fix: "Die Kopfzeile vor die Zeilen setzen.",
    forms: [["Begin the file with: {header}", "Die Datei mit dieser Kopfzeile beginnen: {header}"]],
  },
  "missing-column": {
    says: "Eine Spalte fehlt.",
    fix: "Die Spalte ergänzen; ihre Zellen dürfen leer bleiben, wo noch nichts erfasst ist.",
    forms: [
      ["The column {column} is missing.", "Die Spalte {column} fehlt."],
      [
        "Add a column {column}; leave its cells blank where nothing was entered yet.",
        "Die Spalte {column} ergänzen; ihre Zellen leer lassen, wo noch nichts erfasst ist.",
      ],
    ],
  },
  "unknown-column": {
    says: "Das Codebuch kennt diese Spalte hier nicht.",
    fix: "Die Spalte umbenennen oder löschen.",
    forms: [
      ["A column has no name.", "Eine Spalte hat keinen Namen."],
      ["The codebook has no column {column:quoted} here.", "Das Codebuch hat hier keine Spalte {column}."],
      [
        "Rename it to {guess}, or delete it. Columns: {columns}.",
        "In {guess} umbenennen oder löschen. Spalten: {columns}.",
      ],
      ["Delete it, or rename it. Columns: {columns}.", "Löschen oder umbenennen. Spalten: {columns}."],
      [
        "The file has {columns:number} columns; no table has more than {most:number}.",
        "Die Datei hat {columns} Spalten; keine Tabelle hat mehr als {most}.",
      ],
      [
        "Delete those that are none of the table's. Columns: {columns}.",
        "Die löschen, die nicht zur Tabelle gehören. Spalten: {columns}.",
      ],
      ["The table {table} has no column of this name.", "Die Tabelle {table} hat keine Spalte dieses Namens."],
      ["Columns: {columns}.", "Spalten: {columns}."],
    ],
  },
  "duplicate-column": {
    says: "Eine Spalte steht mehrmals da.",
    fix: "Nur eine davon behalten.",
    forms: [
      [
        "The column {column} stands more than once; only the first is read.",
        "Die Spalte {column} steht mehrmals da; nur die erste wird gelesen.",
      ],
      ["The column {column} stands more than once.", "Die Spalte {column} steht mehrmals da."],
    ],
  },
  "ragged-row": {
    says: "Die Zeile hat mehr oder weniger Zellen als die Kopfzeile.",
    fix: "Noch einmal als Dataset-JSON 1.1 oder CSV exportieren.",
    forms: [
      [
        "The row has {cells:number} cells, the header has {width:number}.",
        "Die Zeile hat {cells} Zellen, die Kopfzeile {width}.",
      ],
      [
        "Row {row:number} has {values:number} of {width:number} values.",
        "Zeile {row} hat {values} von {width} Werten.",
      ],
      [
        "Put cells that hold a comma between quotation marks; write numbers with a decimal point.",
        "Zellen mit einem Komma in Anführungszeichen setzen; Zahlen mit Dezimalpunkt schreiben.",
      ],
      [
        "Fill the row up to the last column; blank cells count.",
        "Die Zeile bis zur letzten Spalte auffüllen; leere Zellen zählen mit.",
      ],
    ],
  },
  "broken-csv": {
    says: "Die Anführungszeichen dieser Zeile gehen nicht auf.",
    fix: "Jedes Anführungszeichen schließen; eines, das zum Text gehört, verdoppeln.",
  },
  "not-utf-8": {
    says: "Die Datei ist nicht als UTF-8 gespeichert.",
    fix: CSV,
    forms: [
      [
        "The file is not UTF-8 but looks like {encoding}. This cell would read {cell:quoted}: is that what was written? So do {more:number} more cells.",
        "Die Datei ist nicht UTF-8, sondern wohl {encoding}. Diese Zelle hieße {cell}: Wurde das geschrieben? Betroffen sind {more} weitere Zellen.",
      ],
      [
        "The file is not UTF-8 but looks like {encoding}. This cell would read {cell:quoted}: is that what was written?",
        "Die Datei ist nicht UTF-8, sondern wohl {encoding}. Diese Zelle hieße {cell}: Wurde das geschrieben?",
      ],
      ["The file is not UTF-8 but looks like {encoding}.", "Die Datei ist nicht UTF-8, sondern wohl {encoding}."],
    ],
  },
  "not-comma-separated": {
    says: "Die Spalten sind nicht durch Kommas getrennt.",
    fix: `${CSV} Schreibt die Tabellenkalkulation weiter Semikolons, dort zuerst den Punkt als Dezimaltrennzeichen einstellen.`,
    forms: [
      [
        "Its columns are separated by semicolons, not by commas.",
        "Die Spalten sind durch Semikolons getrennt, nicht durch Kommas.",
      ],
      [
        "Its columns are separated by tabs, not by commas.",
        "Die Spalten sind durch Tabulatoren getrennt, nicht durch Kommas.",
      ],
    ],
  },
  "ambiguous-number": {
    says: "Eine Zahl kann ein Tausend oder ein Bruch sein.",
    fix: "Ein Dezimalzeichen durchgehend schreiben und keines zwischen Tausendern.",
  },
  "unnamed-column": {
    says: "Eine Spalte hat keinen Namen.",
    fix: "Die Spalte benennen oder löschen.",
    forms: [["Column {place:number} has no name.", "Spalte {place} hat keinen Namen."]],
  },
  "not-json": {
    says: "Die Datei ist kein JSON.",
    fix: "Noch einmal als Dataset-JSON 1.1 oder CSV exportieren.",
    forms: [["The file is not JSON: {error}.", "Die Datei ist kein JSON ({error})."]],
  },
  "not-dataset-json": {
    says: "Der Datei fehlen `columns` und `rows` von Dataset-JSON 1.1.",
    fix: "Noch einmal als Dataset-JSON 1.1 oder CSV exportieren.",
  },
  "limit-among-numbers": {
    says: "Unter Zahlen steht eine Grenze, die keine Zahl ist.",
    fix: "Sagen, wofür sie zählt: mit --below-limit oder --above-limit.",
  },
  "not-a-date": {
    says: "Hier wird ein ganzes Datum gebraucht, das sich nur auf eine Weise lesen lässt.",
    fix: "Die Spalte durchgehend als 2024-05-17 oder 17.05.2024 schreiben.",
  },
  "not-a-count": {
    says: "Eine Zeile steht für eine ganze Zahl von Personen, ab 0.",
    fix: "Die Zahl eintragen oder die Zeile löschen.",
  },
  "not-a-weight": {
    says: "Ein Gewicht ist eine Zahl ab 0.",
    fix: "Das Gewicht eintragen; 0 lässt die Zeile aus.",
  },
  "zero-time": {
    says: "Das Modell nimmt den Logarithmus der Zeit, und 0 hat keinen.",
    fix: "Die Zeit berichtigen oder die Zeile auslassen.",
  },
  "negative-time": {
    says: "Die Beobachtungszeit oder ihr Beginn ist negativ.",
    fix: "Die Daten berichtigen, aus denen sie stammt, oder von einem früheren Nullpunkt zählen.",
  },
  "starts-at-its-end": {
    says: "Die Beobachtung beginnt an ihrem Ende oder danach.",
    fix: "Beginn oder Ende berichtigen oder die Zeile löschen.",
  },
  "unknown-event-code": {
    says: "Ein Ereignis hat zwei Kodierungen: 0 und 1, false und true, no und yes oder 1 und 2.",
    fix: "Zeilen auswählen oder eine Spalte anlegen, die für das Ereignis 1 ist und sonst 0.",
  },
  "two-of-one-pair": {
    says: "In einer Gruppe stehen zwei Zeilen derselben Person: welche zum Paar gehört, ist offen.",
    fix: "Von jeder Person eine Zeile je Gruppe behalten oder Zeilen mit --where auswählen.",
  },
  "rated-twice": {
    says: "Jemand wurde von derselben Person zweimal beurteilt.",
    fix: "Eine Beurteilung behalten oder Zeilen mit --where auswählen.",
  },
};
