import { count, number, oneOf, optional, problem, saying, sayings, several, text } from "@osteon/words";

const often = {
  en: (rows: ((forms?: { one: string; other: string }) => string) | undefined) =>
    rows === undefined ? "" : ` It stands in ${rows({ one: "row", other: "rows" })}.`,
  de: (rows: ((forms?: { one: string; other: string }) => string) | undefined) =>
    rows === undefined ? "" : ` Das steht in ${rows({ one: "Zeile", other: "Zeilen" })}.`,
};

/** What can be wrong with the rows of a data file that a question is asked of. */
export const QUESTION_PROBLEMS = {
  "ambiguous-number": problem(
    { whole: text, decimal: text, rows: optional(count) },
    {
      en: (v) => ({
        says: `This may be ${v.whole} or ${v.decimal}: commas and points both stand in the numbers of this file.${often.en(v.rows)}`,
        fix: `Write ${v.whole} where a thousand is meant; otherwise one decimal sign throughout, with no sign between thousands.`,
      }),
      de: (v) => ({
        says: `Das kann ${v.whole} oder ${v.decimal} sein: In den Zahlen dieser Datei stehen Kommas und Punkte.${often.de(v.rows)}`,
        fix: `${v.whole} schreiben, wo ein Tausend gemeint ist; sonst durchgehend ein Dezimalzeichen und keines zwischen Tausendern.`,
      }),
    },
  ),
  "limit-among-numbers": problem(
    { side: oneOf("below", "above"), rows: optional(count) },
    {
      en: (v) => ({
        says: `This is a limit and no number.${often.en(v.rows)}`,
        fix: `Say what it counts as: ${v.side === "below" ? "--below-limit half, limit or drop" : "--above-limit limit or drop"}. Where the column holds categories name it in --factor.`,
      }),
      de: (v) => ({
        says: `Das ist eine Grenze und keine Zahl.${often.de(v.rows)}`,
        fix: `Sagen, wofür sie zählt: ${v.side === "below" ? "`--below-limit` mit `half`, `limit` oder `drop`" : "`--above-limit` mit `limit` oder `drop`"}. Enthält die Spalte Kategorien, sie in --factor nennen.`,
      }),
    },
  ),
  "not-a-date": problem(
    { found: oneOf("none", "other") },
    {
      en: (v) => ({
        says:
          v.found === "none"
            ? "The column holds no date."
            : "A whole date is needed here, and one that can be read in one way.",
        fix: "Write dates as 2024-05-17, or 17.05.2024, throughout the column.",
      }),
      de: (v) => ({
        says:
          v.found === "none"
            ? "Die Spalte enthält kein Datum."
            : "Hier wird ein ganzes Datum gebraucht, das sich nur auf eine Weise lesen lässt.",
        fix: "Die Spalte durchgehend als 2024-05-17 oder 17.05.2024 schreiben.",
      }),
    },
  ),
  "not-a-count": sayings({
    subjects: {
      en: [
        "A row stands for a whole number of subjects, from 0.",
        "Write how many; delete the row where it is not known.",
      ],
      de: [
        "Eine Zeile steht für eine ganze Zahl von Personen, ab 0.",
        "Die Zahl eintragen; die Zeile löschen, wo sie nicht bekannt ist.",
      ],
    },
    events: {
      en: ["A rate counts events: whole numbers from 0.", "Write how many events the row has."],
      de: ["Eine Rate zählt Ereignisse: ganze Zahlen ab 0.", "Eintragen, wie viele Ereignisse die Zeile hat."],
    },
  }),
  "not-a-weight": saying({
    en: ["A weight is a number from 0.", "Write the weight; 0 leaves the row out."],
    de: ["Ein Gewicht ist eine Zahl ab 0.", "Das Gewicht eintragen; 0 lässt die Zeile aus."],
  }),
  "zero-time": saying({
    en: [
      "Accelerated failure time takes the logarithm of the time, and 0 has none.",
      "Correct the time, count what lies within a day as half of it, or leave the rows out with --where.",
    ],
    de: [
      "Das Modell nimmt den Logarithmus der Zeit, und 0 hat keinen.",
      "Die Zeit berichtigen, was innerhalb eines Tages liegt als halben zählen, oder die Zeilen mit --where auslassen.",
    ],
  }),
  "negative-time": problem(
    { of: oneOf("time", "start", "at-risk", "dates"), from: optional(text) },
    {
      en: (v) =>
        ({
          time: { says: "Follow-up cannot be negative.", fix: "Correct the dates it comes from." },
          start: { says: "A start cannot be negative.", fix: "Count time from an earlier zero." },
          "at-risk": { says: "Time at risk cannot be negative.", fix: "Correct it, or leave the cell blank." },
          dates: { says: `The row ends before it starts, on ${v.from ?? ""}.`, fix: "Correct one of the dates." },
        })[v.of],
      de: (v) =>
        ({
          time: {
            says: "Eine Beobachtungszeit kann nicht negativ sein.",
            fix: "Die Daten berichtigen, aus denen sie stammt.",
          },
          start: { says: "Ein Beginn kann nicht negativ sein.", fix: "Von einem früheren Nullpunkt zählen." },
          "at-risk": {
            says: "Zeit unter Risiko kann nicht negativ sein.",
            fix: "Sie berichtigen oder die Zelle leer lassen.",
          },
          dates: {
            says: `Die Zeile endet, bevor sie am ${v.from ?? ""} beginnt.`,
            fix: "Eines der Daten berichtigen.",
          },
        })[v.of],
    },
  ),
  "starts-at-its-end": problem(
    { of: oneOf("row", "rounding", "interval", "below-zero"), end: optional(number) },
    {
      en: (v) => ({
        says: {
          row: `The row starts at or after its end, ${v.end ?? ""}.`,
          rounding: `The row ends at ${v.end ?? ""}, which differs from its start by rounding alone: it has no length.`,
          interval: `The interval begins after its end, ${v.end ?? ""}.`,
          "below-zero": "An interval cannot begin below 0.",
        }[v.of],
        fix:
          v.of === "row" || v.of === "rounding"
            ? "Correct start or end, or delete the row."
            : "Correct one of the two.",
      }),
      de: (v) => ({
        says: {
          row: `Die Zeile beginnt an ihrem Ende (${v.end ?? ""}) oder danach.`,
          rounding: `Die Zeile endet bei ${v.end ?? ""}; das weicht vom Beginn nur durch Runden ab: Sie hat keine Länge.`,
          interval: `Das Intervall beginnt nach seinem Ende (${v.end ?? ""}).`,
          "below-zero": "Ein Intervall kann nicht unter 0 beginnen.",
        }[v.of],
        fix:
          v.of === "row" || v.of === "rounding"
            ? "Beginn oder Ende berichtigen oder die Zeile löschen."
            : "Eines von beiden berichtigen.",
      }),
    },
  ),
  "unknown-event-code": problem(
    {
      of: oneOf("event", "cause"),
      rows: optional(count),
      column: optional(text),
      codes: optional(several(text)),
      most: optional(number),
    },
    {
      en: (v) => {
        if (v.of === "cause")
          return {
            says: `With --competing an event is 0 (censored) or the whole number of a cause, ${v.most ?? ""} at most.`,
            fix: "Code the causes 1, 2, ... in the order you want them.",
          };
        const codes = v.codes === undefined ? ["CODE"] : v.codes.split(", ");
        const choice = codes.map((code) => `--event ${v.column ?? ""}=${code}`).join(" or ");
        return {
          says: `An event has two codes: 0 and 1, false and true, no and yes, or 1 and 2. This one stands in ${v.rows?.({ one: "row", other: "rows" }) ?? "some rows"}.`,
          fix: `Say which code is the event: ${choice}; rows with another count as censored. Where several causes compete take --competing. Do not choose rows by it: that leaves out whoever was censored.`,
        };
      },
      de: (v) => {
        if (v.of === "cause")
          return {
            says: `Mit --competing ist ein Ereignis 0 (zensiert) oder die ganze Zahl einer Ursache, höchstens ${v.most ?? ""}.`,
            fix: "Die Ursachen in der gewünschten Reihenfolge 1, 2, ... kodieren.",
          };
        const codes = v.codes === undefined ? ["KODE"] : v.codes.split(", ");
        const choice = codes.map((code) => `--event ${v.column ?? ""}=${code}`).join(" oder ");
        return {
          says: `Ein Ereignis hat zwei Kodierungen: 0 und 1, false und true, no und yes oder 1 und 2. Diese steht in ${v.rows?.({ one: "Zeile", other: "Zeilen" }) ?? "einigen Zeilen"}.`,
          fix: `Sagen, welcher Kode das Ereignis ist: ${choice}; Zeilen mit einem anderen zählen als zensiert. Konkurrieren mehrere Ursachen, --competing nehmen. Nicht nach ihm Zeilen auswählen: Das ließe die Zensierten aus.`,
        };
      },
    },
  ),
  "two-of-one-pair": problem(
    { id: text, idColumn: text, group: text, groupColumn: text },
    {
      en: (v) => ({
        says: `${v.idColumn} ${v.id} has another row in ${v.groupColumn} ${v.group}: it cannot be said which belongs to the pair.`,
        fix: "Keep one row of each subject in each group, or choose them with --where.",
      }),
      de: (v) => ({
        says: `${v.idColumn} ${v.id} hat in ${v.groupColumn} ${v.group} noch eine Zeile: Welche zum Paar gehört, ist offen.`,
        fix: "Von jeder Person eine Zeile je Gruppe behalten oder Zeilen mit --where auswählen.",
      }),
    },
  ),
  "rated-twice": problem(
    { rater: text, subject: text },
    {
      en: (v) => ({
        says: `${v.rater} rates ${v.subject} a second time.`,
        fix: "Keep one rating of each rater, or choose rows with --where.",
      }),
      de: (v) => ({
        says: `${v.rater} beurteilt ${v.subject} ein zweites Mal.`,
        fix: "Eine Beurteilung behalten oder Zeilen mit --where auswählen.",
      }),
    },
  ),
} as const;
