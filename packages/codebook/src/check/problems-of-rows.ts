import {
  cell,
  choice,
  count,
  day,
  field,
  file,
  flag,
  number,
  oneOf,
  optional,
  problem,
  quoted,
  row,
  sentence,
  several,
  table,
  text,
} from "@osteon/words";
import { COMPARE } from "./compare-words.ts";

/** In a file the row that another stands in is named; of a form, and of what the registry holds beside a file, there is none. */
const inRow = (line: string | undefined, inForm: boolean, words: string): string =>
  inForm || line === undefined ? "" : words.replace("#", line);

/** What can be wrong between the cells of a row and between rows. */
export const ROW_PROBLEMS = {
  "duplicate-key": problem(
    { key: text, line: optional(number) },
    {
      en: (v, { inForm }) => ({
        says:
          inForm || v.line === undefined ? `${v.key} is there already.` : `${v.key} already stands in row ${v.line}.`,
        fix: inForm
          ? "Give this one a number of its own."
          : "Delete one of the rows, or give this one a number of its own.",
      }),
      de: (v, { inForm }) => ({
        says: inForm || v.line === undefined ? `${v.key} gibt es schon.` : `${v.key} steht schon in Zeile ${v.line}.`,
        fix: inForm
          ? "Hier eine eigene Nummer eintragen."
          : "Eine der Zeilen löschen oder dieser eine eigene Nummer geben.",
      }),
    },
  ),
  "no-such-row": problem(
    {
      what: oneOf("not-there", "refers", "sent-twice", "called-twice", "not-of-child", "not-sent", "taken-back"),
      file: optional(file),
      key: optional(text),
      table: optional(table),
      patient: optional(text),
      field: optional(field),
      /** The row that names it. */
      by: optional(row),
    },
    {
      en: ({ what, file: ofFile = "", key = "", table: ofTable = "", patient = "", field: column = "", by = "" }) => {
        if (what === "not-there")
          return {
            says: `${ofFile} has no row ${key}.`,
            fix: `Correct the number, or add the row ${key} to ${ofFile}.`,
          };
        if (what === "refers")
          return {
            says: "The row refers to one that is not there, or is still referred to by others.",
            fix: "Check the references of the row.",
          };
        const says = {
          "sent-twice": `${ofTable} ${key} is sent twice.`,
          "called-twice": `Two rows are called ${key}.`,
          "not-of-child": `${patient} has no ${ofTable} ${key}.`,
          "not-sent": `No row of this encounter that ${column} can name is called ${key}.`,
          "taken-back": `${by} names ${ofTable} ${key}, which is taken back.`,
        }[what];
        return { says, fix: "Read the chart again, and name rows that are in it or are sent along." };
      },
      de: ({ what, file: ofFile = "", key = "", table: ofTable = "", patient = "", field: column = "", by = "" }) => {
        if (what === "not-there")
          return {
            says: `In ${ofFile} gibt es keine Zeile ${key}.`,
            fix: `Die Nummer berichtigen oder die Zeile ${key} in ${ofFile} ergänzen.`,
          };
        if (what === "refers")
          return {
            says: "Die Zeile verweist auf eine, die es nicht gibt, oder andere verweisen noch auf sie.",
            fix: "Die Verweise der Zeile prüfen.",
          };
        const says = {
          "sent-twice": `${ofTable} ${key} ist zweimal gesendet.`,
          "called-twice": `Zwei Zeilen heißen ${key}.`,
          "not-of-child": `${patient} hat in ${ofTable} keine Zeile ${key}.`,
          "not-sent": `Keine mitgesendete Zeile, die ${column} nennen kann, heißt ${key}.`,
          "taken-back": `${by} nennt ${ofTable} ${key}, das zurückgenommen wird.`,
        }[what];
        return { says, fix: "Die Akte neu lesen und Zeilen nennen, die darin stehen oder mitgesendet werden." };
      },
    },
  ),
  "other-patient": problem(
    { patient: text, key: text, file, line: optional(number), owner: text, field, patientField: field },
    {
      en: (v, { inForm }) => ({
        says: `This row belongs to ${v.patient}, but ${v.key} (${v.file}${inRow(v.line, inForm, ", row #")}) belongs to ${v.owner}.`,
        fix: `Correct ${v.field} or ${v.patientField}, so that both name the same child.`,
      }),
      de: (v, { inForm }) => ({
        says: `Diese Zeile gehört zu ${v.patient}, aber ${v.key} (${v.file}${inRow(v.line, inForm, ", Zeile #")}) gehört zu ${v.owner}.`,
        fix: `${v.field} oder ${v.patientField} berichtigen, sodass beide dasselbe Kind nennen.`,
      }),
    },
  ),
  "not-before": problem(
    { rule: sentence, later: field, laterCell: cell, earlier: field, earlierCell: cell },
    {
      en: (v) => ({
        says: `${v.rule} Here ${v.later} is ${v.laterCell}, ${v.earlier} is ${v.earlierCell}.`,
        fix: `Compare both with the chart and correct ${v.later} or ${v.earlier}.`,
      }),
      de: (v) => ({
        says: `${v.rule} Hier: ${v.later} ${v.laterCell}, ${v.earlier} ${v.earlierCell}.`,
        fix: `Beide mit der Akte vergleichen und ${v.later} oder ${v.earlier} berichtigen.`,
      }),
    },
  ),
  "required-with": problem(
    { rule: sentence, field, when: field, found: cell },
    {
      en: (v) => ({
        says: `${v.rule} Here ${v.when} is ${v.found}.`,
        fix: `Enter ${v.field}, or correct ${v.when}.`,
      }),
      de: (v) => ({
        says: `${v.rule} Hier: ${v.when} ${v.found}.`,
        fix: `${v.field} eintragen oder ${v.when} berichtigen.`,
      }),
    },
  ),
  "required-when": problem(
    { rule: sentence, field, when: field, found: cell },
    {
      en: (v) => ({
        says: `${v.rule} Here ${v.when} is ${v.found}.`,
        fix: `Enter ${v.field}, or correct ${v.when}.`,
      }),
      de: (v) => ({
        says: `${v.rule} Hier: ${v.when} ${v.found}.`,
        fix: `${v.field} eintragen oder ${v.when} berichtigen.`,
      }),
    },
  ),
  "same-content": problem(
    { others: several(text), fields: several(field) },
    {
      en: (v) => ({
        says: `${v.others} of this child says the same: ${v.fields}.`,
        fix: "If it was entered twice, delete one; if both are right, leave them.",
      }),
      de: (v) => ({
        says: `${v.others} dieses Kindes sagt dasselbe: ${v.fields}.`,
        fix: "Wurde es zweimal erfasst, eine Zeile löschen; stimmen beide, stehen lassen.",
      }),
    },
  ),
  "before-its-cause": problem(
    { field, date: day, from: field, start: day },
    {
      en: (v) => ({ says: `${v.field} is ${v.date}, before ${v.from} (${v.start}).`, fix: COMPARE.en }),
      de: (v) => ({ says: `${v.field}: ${v.date}, vor ${v.from} (${v.start}).`, fix: COMPARE.de }),
    },
  ),
  "no-child": problem(
    { years: count, born: day, diagnosed: day },
    {
      en: (v) => ({
        says: `The child was ${v.years({ one: "year", other: "years" })} old at the diagnosis, born ${v.born}, diagnosed ${v.diagnosed}.`,
        fix: COMPARE.en,
      }),
      de: (v) => ({
        says: `Bei der Diagnose war das Kind ${v.years({ one: "Jahr", other: "Jahre" })} alt: geboren ${v.born}, Diagnose ${v.diagnosed}.`,
        fix: COMPARE.de,
      }),
    },
  ),
  "stands-for-missing": problem(
    { cell },
    {
      en: (v, { inForm }) => ({
        says: `${v.cell} stands for a missing value in many files.`,
        fix: `${inForm ? "Say that it is unknown or was not done" : "Write `unknown` or `not done`"}; if it was measured, leave it.`,
      }),
      de: (v, { inForm }) => ({
        says: `${v.cell} steht in vielen Dateien für einen fehlenden Wert.`,
        fix: `${inForm ? "Angeben, dass der Wert unbekannt ist oder nicht gemacht wurde" : "`unknown` (unbekannt) oder `not done` (nicht gemacht) schreiben"}; wurde er gemessen, stehen lassen.`,
      }),
    },
  ),
  "in-the-future": problem(
    { date: day, today: day },
    {
      en: (v) => ({ says: `${v.date} lies in the future (today is ${v.today}).`, fix: COMPARE.en }),
      de: (v) => ({ says: `${v.date} liegt in der Zukunft (heute ist ${v.today}).`, fix: COMPARE.de }),
    },
  ),
  "before-birth": problem(
    {
      date: day,
      /** None of a new child who has no pseudonym yet. */
      patient: optional(text),
      born: day,
      bornField: field,
      line: optional(number),
      rows: optional(several(row)),
      more: optional(count),
    },
    {
      en: (v, { inForm }) => ({
        says: `${v.date} lies before the birth of ${v.patient ?? "the child"} (${v.born}).${v.rows === undefined ? "" : ` So would everything that takes its date from it: ${v.rows}${v.more === undefined ? "" : ` and ${v.more()} more`}.`}`,
        fix: `Correct the date, or ${v.bornField} of ${v.patient ?? "the child"}${inRow(v.line, inForm, " (patient table, row #)")}.`,
      }),
      de: (v, { inForm }) => ({
        says: `${v.date} liegt vor der Geburt ${v.patient === undefined ? "des Kindes" : `von ${v.patient}`} (${v.born}).${v.rows === undefined ? "" : ` Ebenso alles, was sein Datum daraus nimmt: ${v.rows}${v.more === undefined ? "" : ` und ${v.more()} weitere`}.`}`,
        fix: `Das Datum oder ${v.bornField} ${v.patient === undefined ? "des Kindes" : `von ${v.patient}`} berichtigen${inRow(v.line, inForm, " (Tabelle patient, Zeile #)")}.`,
      }),
    },
  ),
  "after-last-contact": problem(
    { date: day, patient: optional(text), last: day, lastField: field, line: optional(number) },
    {
      en: (v, { inForm }) => ({
        says: `${v.date} lies after the last contact with ${v.patient ?? "the child"} (${v.last}).`,
        fix: `Correct the date, or ${v.lastField} of ${v.patient ?? "the child"}${inRow(v.line, inForm, " (patient table, row #)")}; if both are right, leave it.`,
      }),
      de: (v, { inForm }) => ({
        says: `${v.date} liegt nach dem letzten Kontakt mit ${v.patient ?? "dem Kind"} (${v.last}).`,
        fix: `Das Datum oder ${v.lastField} ${v.patient === undefined ? "des Kindes" : `von ${v.patient}`} berichtigen${inRow(v.line, inForm, " (Tabelle patient, Zeile #)")}; wenn beide stimmen, so lassen.`,
      }),
    },
  ),
  "side-of-bone": problem(
    { bone: sentence, side: choice, blank: flag, paired: flag },
    {
      en: (v, { inForm }) =>
        v.paired
          ? {
              says: `${v.bone} has a left and a right, and side ${v.blank ? "is blank" : `is ${v.side}`}.`,
              fix: inForm
                ? "Choose left or right, or say that it is unknown."
                : "Write left or right; `unknown` if nobody can tell.",
            }
          : {
              says: `${v.bone} lies on the midline and has no ${v.side} side.`,
              fix: inForm ? "Choose midline, or correct the bone." : "Write midline, or correct the bone.",
            },
      de: (v, { inForm }) =>
        v.paired
          ? {
              says: `${v.bone}: Diesen Knochen gibt es links und rechts${v.blank ? ", und die Seite fehlt" : `; als Seite ist „${v.side}“ angegeben`}.`,
              fix: inForm
                ? "Links oder rechts wählen, oder angeben, dass es unbekannt ist."
                : "Links (`left`) oder rechts (`right`) angeben; `unknown` (unbekannt), wenn es niemand weiß.",
            }
          : {
              says: `${v.bone}: Dieser Knochen liegt in der Mittellinie und hat keine Seite „${v.side}“.`,
              fix: inForm
                ? "Mittellinie wählen oder den Knochen berichtigen."
                : "Mittellinie (`midline`) angeben oder den Knochen berichtigen.",
            },
    },
  ),
  "drug-class": problem(
    { drug: choice, known: choice, stated: choice, ofList: flag },
    {
      en: (v, { inForm }) => ({
        says: `${v.drug} is of the class ${v.known}, not ${v.stated}.`,
        fix: v.ofList
          ? "Studies go by the list; correct the row, or ask an administrator whether the list is right."
          : `${inForm ? "Choose" : "Write"} ${v.known}, or correct the drug.`,
      }),
      de: (v, { inForm }) => ({
        says: `${v.drug} gehört zur Klasse „${v.known}“, nicht „${v.stated}“.`,
        fix: v.ofList
          ? "Studien gehen nach der Liste; die Zeile berichtigen oder die Verwaltung fragen, ob die Liste stimmt."
          : inForm
            ? `Als Klasse „${v.known}“ wählen oder das Medikament berichtigen.`
            : `Als Klasse \`${v.known}\` angeben oder das Medikament berichtigen.`,
      }),
    },
  ),
  "unusual-dose": problem(
    { dose: number, unit: choice, drug: choice, most: number },
    {
      en: (v) => ({
        says: `${v.dose} ${v.unit} of ${v.drug} is more than the usual ${v.most} ${v.unit}.`,
        fix: "Compare dose and unit with the chart; if the chart says so, leave it.",
      }),
      de: (v) => ({
        says: `${v.dose} ${v.unit} ${v.drug} sind mehr als die üblichen ${v.most} ${v.unit}.`,
        fix: "Dosis und Einheit mit der Akte vergleichen; wenn es dort so steht, so lassen.",
      }),
    },
  ),
  "dose-change": problem(
    { what: oneOf("unsaid", "same"), dose: optional(number), unit: optional(choice) },
    {
      en: ({ what, dose = "", unit = "" }) => ({
        says:
          what === "unsaid"
            ? "The dose is to change, and the new one is missing."
            : `${dose} ${unit} is the dose that was given before.`,
        fix: "Enter the new dose (`unknown` where nobody knows it), or choose that the drug is unchanged.",
      }),
      de: ({ what, dose = "", unit = "" }) => ({
        says:
          what === "unsaid"
            ? "Die Dosis soll sich ändern, und die neue fehlt."
            : `${dose} ${unit} ist die Dosis, die schon zuvor gegeben wurde.`,
        fix: "Die neue Dosis eintragen („unbekannt“, wenn niemand sie kennt), oder wählen, dass das Medikament unverändert ist.",
      }),
    },
  ),
  "twin-key": problem(
    { other: optional(quoted) },
    {
      en: (v) =>
        v.other === undefined
          ? {
              says: "There is one whose name looks the same.",
              fix: "Take that one, or choose a name that cannot be confused with it.",
            }
          : {
              says: `It looks like ${v.other}, which is there too: only case, width, zeros, look-alike letters or what nobody sees differ.`,
              fix: "If both are one, keep one of them; if they are two, give one a name that cannot be confused.",
            },
      de: (v) =>
        v.other === undefined
          ? {
              says: "Es gibt einen Namen, der genauso aussieht.",
              fix: "Diesen nehmen, oder einen wählen, der nicht zu verwechseln ist.",
            }
          : {
              says: `Es sieht aus wie ${v.other}, das auch da ist: Nur Groß- und Kleinschreibung, Breite, Nullen, ähnliche oder unsichtbare Zeichen sind anders.`,
              fix: "Ist es derselbe, einen behalten; sind es zwei, einem einen Namen geben, der nicht zu verwechseln ist.",
            },
    },
  ),
  "more-problems": problem(
    { because: oneOf("checking", "reading", "listing"), line: optional(number), more: optional(count) },
    {
      en: (v) => {
        switch (v.because) {
          case "checking":
            return {
              says: `Checking stopped before row ${v.line ?? ""}: too much is wrong before it.`,
              fix: "Mend these first; what follows was not checked.",
            };
          case "reading":
            return {
              says: `Reading stopped at row ${v.line ?? ""}: too much is wrong before it.`,
              fix: "Mend these first; what follows was not read.",
            };
          case "listing":
            return {
              says: `There are ${v.more?.() ?? ""} more problems like these.`,
              fix: "Mend these first; a dry run then shows the next.",
            };
        }
      },
      de: (v) => {
        switch (v.because) {
          case "checking":
            return {
              says: `Die Prüfung endete vor Zeile ${v.line ?? ""}: Davor ist zu vieles falsch.`,
              fix: "Zuerst diese beheben; was folgt, wurde nicht geprüft.",
            };
          case "reading":
            return {
              says: `Das Lesen endete bei Zeile ${v.line ?? ""}: Davor ist zu vieles falsch.`,
              fix: "Zuerst diese beheben; was folgt, wurde nicht gelesen.",
            };
          case "listing":
            return {
              says: `Es gibt ${v.more?.() ?? ""} weitere solche Fehler.`,
              fix: "Zuerst diese beheben; danach zeigt eine neue Prüfung die nächsten.",
            };
        }
      },
    },
  ),
} as const;
