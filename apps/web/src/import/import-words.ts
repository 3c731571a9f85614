import { bilingual } from "../words/words.ts";

const plural = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const IMPORT_WORDS = bilingual({
  title: ["Import", "Import"],
  lead: [
    "Charts from files: compared first, imported whole or not at all, and taken back if need be.",
    "Akten aus Dateien: zuerst verglichen, ganz oder gar nicht übernommen und bei Bedarf zurückgenommen.",
  ],
  noRight: ["Your role does not import charts.", "Ihre Rolle importiert keine Akten."],
  steps: ["Steps of the import", "Schritte des Imports"],
  file: ["File", "Datei"],
  mapping: ["Columns", "Spalten"],
  check: ["Dry run", "Probelauf"],
  commit: ["Import", "Übernehmen"],
  done: ["Done", "Fertig"],
  drop: ["Drop a file here", "Datei hier ablegen"],
  kinds: [
    "A chart folder as ZIP, a workbook as XLSX, or one table as CSV.",
    "Ein Aktenordner als ZIP, eine Arbeitsmappe als XLSX oder eine Tabelle als CSV.",
  ],
  pick: ["Choose a file", "Datei wählen"],
  wrongKind: ["This file is neither ZIP, XLSX nor CSV.", "Diese Datei ist weder ZIP noch XLSX noch CSV."],
  template: ["Empty files to fill in (CSV, one for each table)", "Leere Dateien zum Ausfüllen (CSV, eine je Tabelle)"],
  chosen: [(name: string, size: string) => `${name}, ${size}`, (name: string, size: string) => `${name}, ${size}`],
  table: ["Table of the codebook", "Tabelle des Codebuchs"],
  chooseTable: ["Choose the table that the file holds.", "Bitte die Tabelle wählen, die in der Datei steht."],
  choose: ["Choose …", "Bitte wählen …"],
  toMapping: ["On to the columns", "Weiter zu den Spalten"],
  toCheck: ["Start the dry run", "Probelauf starten"],
  lost: [
    "The file is no longer at hand; files are not kept. Choose it again.",
    "Die Datei liegt nicht mehr vor; Dateien werden nicht aufbewahrt. Bitte noch einmal wählen.",
  ],
  unreadable: ["The file cannot be read.", "Die Datei lässt sich nicht lesen."],
  reading: ["The file is read …", "Die Datei wird gelesen …"],
  comparing: ["The file is compared with the registry …", "Die Datei wird mit dem Register verglichen …"],
  importing: ["The charts are imported …", "Die Akten werden übernommen …"],
  seconds: [(n: number) => `${n} s`, (n: number) => `${n} s`],
  cancel: ["Cancel", "Abbrechen"],
  inFile: ["Column of the file", "Spalte der Datei"],
  samples: ["First values", "Erste Werte"],
  inBook: ["Field of the codebook", "Feld des Codebuchs"],
  leaveOut: ["Leave out", "Weglassen"],
  counts: ["Tables", "Tabellen"],
  child: ["Child", "Kind"],
  written: ["How dates and numbers are written in the file", "Wie Daten und Zahlen in der Datei geschrieben sind"],
  codebook: ["as in the codebook: 2024-05-12 and 4.5", "wie im Codebuch: 2024-05-12 und 4.5"],
  "day-first": [
    "the day first, decimal commas: 12.05.2024, 12/05/2024, 05.2024 and 4,5",
    "der Tag zuerst, Dezimalkommas: 12.05.2024, 12/05/2024, 05.2024 und 4,5",
  ],
  "day-first-point": [
    "the day first, decimal points: 12/05/2024, 12.05.2024, 05/2024 and 4.5",
    "der Tag zuerst, Dezimalpunkte: 12/05/2024, 12.05.2024, 05/2024 und 4.5",
  ],
  "month-first": ["the month first: 05/12/2024 and 4.5", "der Monat zuerst: 05/12/2024 und 4.5"],
  found: [(some: string) => `Found, for example: ${some}.`, (some: string) => `Gefunden, zum Beispiel: ${some}.`],
  readAs: [
    (was: string, is: string) => `${was} is read as ${is}`,
    (was: string, is: string) => `${was} wird gelesen als ${is}`,
  ],
  detected: ["told by the file itself", "ergibt sich aus der Datei"],
  ambiguous: [
    "Day and month cannot be told apart: choose which stands first.",
    "Tag und Monat lassen sich nicht unterscheiden: bitte wählen, was zuerst steht.",
  ],
  values: ["Values that the codebook writes otherwise", "Werte, die das Codebuch anders schreibt"],
  valuesAbout: [
    "Choose what each means. What is left stays as it is and is refused in the dry run. The translation is kept with the reason of the import.",
    "Bitte wählen, was jeder bedeutet. Was offen bleibt, bleibt stehen und wird im Probelauf abgelehnt. Die Übersetzung wird mit dem Grund des Imports festgehalten.",
  ],
  fileValue: ["Value in the file", "Wert in der Datei"],
  means: ["Means", "Bedeutet"],
  meansOf: [
    (column: string, value: string) => `${column}: ${value} means`,
    (column: string, value: string) => `${column}: ${value} bedeutet`,
  ],
  checkMeant: ["Start the dry run with these meanings", "Probelauf mit diesen Bedeutungen starten"],
  asItIs: ["leave as it is", "so lassen"],
  noted: [
    (what: string) => `Noted with the reason: ${what}`,
    (what: string) => `Wird mit dem Grund festgehalten: ${what}`,
  ],
  byName: ["by its name", "nach dem Namen"],
  byLabel: ["by its label", "nach der Bezeichnung"],
  remembered: ["as last time", "wie zuletzt"],
  twice: ["Two columns stand for this field.", "Zwei Spalten stehen für dieses Feld."],
  needKey: [
    (label: string) => `A column must stand for ${label}: without it no row can be found again.`,
    (label: string) => `Eine Spalte muss für ${label} stehen: ohne sie lässt sich keine Zeile wiederfinden.`,
  ],
  absent: [
    "Not in the file. The registry keeps what it holds there; new rows begin without:",
    "Nicht in der Datei. Das Register behält, was dort steht; neue Zeilen beginnen ohne:",
  ],
  encoding: [
    (name: string) => `The file is not UTF-8; it is read as ${name}. Look whether letters such as ä and ß are right.`,
    (name: string) =>
      `Die Datei ist nicht UTF-8; sie wird als ${name} gelesen. Bitte prüfen, ob Buchstaben wie ä und ß stimmen.`,
  ],
  brokenRows: [
    (rows: string) => `The quotation marks do not pair in row ${rows}. Mend the file and choose it again.`,
    (rows: string) =>
      `In Zeile ${rows} gehen die Anführungszeichen nicht auf. Bitte die Datei reparieren und neu wählen.`,
  ],
  noRows: ["The file has no rows.", "Die Datei hat keine Zeilen."],
  rowsOf: [(n: number) => plural(n, "row", "rows"), (n: number) => plural(n, "Zeile", "Zeilen")],
  back: ["Choose another file", "Andere Datei wählen"],
  changeMapping: ["Back to the columns", "Zurück zu den Spalten"],
  refused: [
    (rows: number, problems: number) =>
      `Refused as a whole: ${plural(problems, "problem", "problems")} in ${plural(rows, "row", "rows")}. Nothing is imported, the sound rows neither, until the file is mended.`,
    (rows: number, problems: number) =>
      `Als Ganzes abgelehnt: ${plural(problems, "Problem", "Probleme")} in ${plural(rows, "Zeile", "Zeilen")}. Nichts wird übernommen, auch die fehlerfreien Zeilen nicht, bis die Datei repariert ist.`,
  ],
  refusedFile: [
    (problems: number) =>
      `Refused as a whole: ${plural(problems, "problem", "problems")} with the file itself. Nothing is imported.`,
    (problems: number) =>
      `Als Ganzes abgelehnt: ${plural(problems, "Problem", "Probleme")} mit der Datei selbst. Nichts wird übernommen.`,
  ],
  sound: ["Nothing stands against this import.", "Gegen diesen Import spricht nichts."],
  asked: [
    (n: number) => `${plural(n, "value is", "values are")} unusual; each becomes a query and may stay.`,
    (n: number) =>
      `${plural(n, "Wert ist", "Werte sind")} ungewöhnlich; daraus werden Rückfragen, die Werte dürfen bleiben.`,
  ],
  nothing: [
    "The registry holds all of this already; there is nothing to import.",
    "Das Register enthält all dies bereits; es gibt nichts zu übernehmen.",
  ],
  tables: ["What would happen", "Was geschehen würde"],
  tableName: ["Table", "Tabelle"],
  fresh: ["New", "Neu"],
  changed: ["Changed", "Geändert"],
  unchanged: ["Unchanged", "Unverändert"],
  rejected: ["Rejected", "Abgelehnt"],
  total: ["Together", "Zusammen"],
  problems: ["Problems", "Probleme"],
  changes: ["Changed cells", "Geänderte Zellen"],
  more: [
    (n: number) => `${plural(n, "more changed cell is", "more changed cells are")} not shown.`,
    (n: number) => `${plural(n, "weitere geänderte Zelle wird", "weitere geänderte Zellen werden")} nicht gezeigt.`,
  ],
  download: ["Download the list (CSV)", "Liste herunterladen (CSV)"],
  row: ["Row", "Zeile"],
  column: ["Column", "Spalte"],
  value: ["Value", "Wert"],
  rule: ["What is wrong", "Was nicht stimmt"],
  fix: ["How to mend it", "Wie zu beheben"],
  kind: ["Severity", "Schwere"],
  stops: ["refused", "abgelehnt"],
  asks: ["query", "Rückfrage"],
  key: ["Number", "Nummer"],
  field: ["Field", "Feld"],
  before: ["Before", "Vorher"],
  after: ["After", "Nachher"],
  blank: ["not entered", "nicht erfasst"],
  toKnow: [
    (n: number) => `${plural(n, "thing", "things")} to know before you import`,
    (n: number) => `${plural(n, "Hinweis", "Hinweise")} vor der Übernahme`,
  ],
  lacking: [
    (n: number) =>
      `The registry holds ${plural(n, "row", "rows")} of these tables that the file has not; they stay as they are.`,
    (n: number) =>
      `Das Register hat ${plural(n, "Zeile", "Zeilen")} dieser Tabellen, die in der Datei fehlen; sie bleiben, wie sie sind.`,
  ],
  rowsWritten: [
    (done: string, of: string) => `${done} of ${of} rows written`,
    (done: string, of: string) => `${done} von ${of} Zeilen geschrieben`,
  ],
  toCommit: ["On to the import", "Weiter zur Übernahme"],
  again: ["Make the dry run again", "Probelauf wiederholen"],
  reason: ["Reason", "Grund"],
  reasonHint: ["It stands in the trail of every row.", "Er steht im Verlauf jeder Zeile."],
  needReason: ["Say why.", "Bitte den Grund angeben."],
  summary: [
    (fresh: number, changed: number) =>
      `${plural(fresh, "row is", "rows are")} new, ${plural(changed, "row is", "rows are")} changed.`,
    (fresh: number, changed: number) =>
      `${plural(fresh, "Zeile ist", "Zeilen sind")} neu, ${plural(changed, "Zeile wird", "Zeilen werden")} geändert.`,
  ],
  doImport: ["Import now", "Jetzt übernehmen"],
  imported: [
    (fresh: number, changed: number) =>
      `Imported: ${plural(fresh, "new row", "new rows")}, ${plural(changed, "changed row", "changed rows")}.`,
    (fresh: number, changed: number) =>
      `Übernommen: ${plural(fresh, "neue Zeile", "neue Zeilen")}, ${plural(changed, "geänderte Zeile", "geänderte Zeilen")}.`,
  ],
  another: ["Import another file", "Weitere Datei importieren"],
  seeQueries: ["See the queries it raised", "Entstandene Rückfragen ansehen"],
  undo: ["Undo", "Zurücknehmen"],
  undoTitle: ["Undo an import", "Import zurücknehmen"],
  undoSays: [
    (source: string) =>
      `All that “${source}” added goes, and what it changed becomes what it was: whole or not at all.`,
    (source: string) =>
      `Was „${source}“ hinzufügte, verschwindet; was geändert wurde, wird wie zuvor: ganz oder gar nicht.`,
  ],
  inTheWay: [
    (n: number) =>
      `Nothing was undone: ${plural(n, "row was", "rows were")} changed or deleted since the import. Look at the trail of each first.`,
    (n: number) =>
      `Nichts wurde zurückgenommen: ${plural(n, "Zeile wurde", "Zeilen wurden")} seit dem Import geändert oder gelöscht. Bitte zuerst deren Verlauf ansehen.`,
  ],
  overtaken: [
    "The registry was changed since the dry run, so that this import would do something else. Nothing was imported.",
    "Das Register wurde seit dem Probelauf geändert; dieser Import täte jetzt etwas anderes. Nichts wurde übernommen.",
  ],
  undone: ["It was undone; the registry is as it was before.", "Zurückgenommen; das Register ist wie zuvor."],
  earlier: ["Earlier imports", "Frühere Importe"],
  none: ["Nothing has been imported yet.", "Noch wurde nichts importiert."],
  when: ["When", "Wann"],
  who: ["Who", "Wer"],
  source: ["File", "Datei"],
  centre: ["Centre", "Zentrum"],
  state: ["State", "Stand"],
  undoneAt: [(when: string) => `undone, ${when}`, (when: string) => `zurückgenommen, ${when}`],
  stands: ["imported", "übernommen"],
  showAll: [(n: number) => `Show all ${n}`, (n: number) => `Alle ${n} zeigen`],
});
