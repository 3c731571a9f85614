import { bilingual } from "../words/words.ts";

export const EXPORT_WORDS = bilingual({
  title: ["Export", "Export"],
  lead: [
    "The charts as files, with what one needs to read them. Each export is noted in the trail.",
    "Die Akten als Dateien, mit allem, was man zum Lesen braucht. Jeder Export wird im Verlauf vermerkt.",
  ],
  kept: ["They are in no file, and each export says so.", "Sie stehen in keiner Datei, und jeder Export sagt es."],
  notYours: ["Your role does not allow exports.", "Ihre Rolle erlaubt keine Exporte."],
  centre: ["Centre", "Zentrum"],
  allCentres: ["All my centres", "Alle meine Zentren"],
  charts: ["Charts", "Akten"],
  holds: [
    (children: string, rows: string) =>
      `${children} ${children === "1" ? "child" : "children"}, ${rows} ${rows === "1" ? "row" : "rows"} in all tables.`,
    (children: string, rows: string) =>
      `${children} ${children === "1" ? "Kind" : "Kinder"}, ${rows} ${rows === "1" ? "Zeile" : "Zeilen"} in allen Tabellen.`,
  ],
  drafts: [
    (drafts: string, one: boolean) =>
      one
        ? "1 draft is not in it: what is not complete is not yet said."
        : `${drafts} drafts are not in it: what is not complete is not yet said.`,
    (drafts: string, one: boolean) =>
      one
        ? "1 Entwurf ist nicht dabei: Was nicht vollständig ist, gilt noch nicht."
        : `${drafts} Entwürfe sind nicht dabei: Was nicht vollständig ist, gilt noch nicht.`,
  ],
  noDrafts: ["There is no draft; everything is in it.", "Es gibt keinen Entwurf; alles ist dabei."],
  zip: ["All tables as CSV, packed (ZIP)", "Alle Tabellen als CSV, gepackt (ZIP)"],
  xlsx: ["All tables as a workbook (XLSX)", "Alle Tabellen als Arbeitsmappe (XLSX)"],
  typed: [
    "For statistics programs: numbers, dates and truth values alone in their columns, and beside each why a value is missing. It can be imported again, too.",
    "Für Statistikprogramme: Zahlen, Daten und Wahrheitswerte allein in ihren Spalten, und daneben, warum ein Wert fehlt. Auch das lässt sich wieder importieren.",
  ],
  typedZip: ["For R and pandas: typed CSV (ZIP)", "Für R und pandas: typisiertes CSV (ZIP)"],
  typedXlsx: ["For Excel: typed workbook (XLSX)", "Für Excel: typisierte Mappe (XLSX)"],
  single: ["One table", "Einzelne Tabelle"],
  tableAndFile: ["Table and its file", "Tabelle und ihre Datei"],
  rows: ["Rows", "Zeilen"],
  draftRows: ["Drafts, left out", "Entwürfe, nicht dabei"],
  reading: ["To read them", "Zum Lesen"],
  codebook: [
    "The codebook says of every field what was asked, its unit, its choices, its limits and the reasons for which a value may be missing.",
    "Das Codebuch sagt zu jedem Feld, was gefragt wurde, dazu Einheit, Auswahl, Grenzen und die Gründe, aus denen ein Wert fehlen darf.",
  ],
  codebookCsv: ["Codebook as a table (CSV)", "Codebuch als Tabelle (CSV)"],
  codebookJson: ["Codebook for programs (JSON)", "Codebuch für Programme (JSON)"],
  codebookMd: ["Codebook to read (Markdown)", "Codebuch zum Lesen (Markdown)"],
  inR: [
    "The script reads either ZIP in R, without further packages: labels and units, factors, dates, and why each value is missing.",
    "Das Skript liest jedes der beiden ZIP in R, ohne weitere Pakete: Beschriftungen und Einheiten, Faktoren, Daten und warum ein Wert fehlt.",
  ],
  script: ["Script for R", "Skript für R"],
  trail: ["The trail", "Der Verlauf"],
  trailLead: [
    "What was changed, by whom and why, as a file for a period, stands beside the list of changes.",
    "Was von wem und warum geändert wurde, gibt es für einen Zeitraum als Datei neben der Liste der Änderungen.",
  ],
  toChanges: ["What changed", "Was sich geändert hat"],
  making: ["The file is being made …", "Die Datei wird erstellt …"],
  taken: [(name: string) => `${name} is saved.`, (name: string) => `${name} ist gespeichert.`],
  link: ["Export charts", "Akten exportieren"],
});
