import { anyOf, day, inQuotes, number, oneOf, optional, problem, type Reader, text, writtenDay } from "@osteon/words";

/** How a day, or what is known of one, is to be written. */
const WRITE = {
  date: {
    file: {
      en: "Write the day as year-month-day, like 2009-05-17.",
      de: "Den Tag als Jahr-Monat-Tag schreiben, wie 2009-05-17.",
    },
    form: { en: "Enter the day, like 2009-05-17.", de: "Den Tag eintragen, etwa 17.05.2009." },
  },
  "partial-date": {
    file: {
      en: "Write what is known as 2009, 2009-05 or 2009-05-17.",
      de: "Schreiben, was bekannt ist: 2009, 2009-05 oder 2009-05-17.",
    },
    form: {
      en: "Enter what is known: 2009, 2009-05 or 2009-05-17.",
      de: "Eintragen, was bekannt ist: 2009, 05.2009 oder 17.05.2009.",
    },
  },
} as const;

const KIND = oneOf("date", "partial-date");

const toWrite = (kind: keyof typeof WRITE, { language, inForm }: Reader): string =>
  WRITE[kind][inForm ? "form" : "file"][language];

/** What can be wrong with the cell of a date. */
export const DATE_PROBLEMS = {
  "date-format": problem(
    {
      cell: text,
      found: oneOf("other-notation", "either", "other-zone", "no-date"),
      kind: KIND,
      meant: optional(anyOf(writtenDay)),
      /** The day that it would be as a number of a spreadsheet. */
      serial: optional(day),
    },
    {
      en: (v, reader) => {
        const meant = v.meant ?? "";
        switch (v.found) {
          case "other-notation":
            return { says: `${v.cell} is not written as year-month-day.`, fix: `Write ${meant}.` };
          case "no-date": {
            const hint = v.serial === undefined ? "" : ` As the day number of a spreadsheet it would mean ${v.serial}.`;
            return { says: `${inQuotes(v.cell, "en")} is not a date.`, fix: `${toWrite(v.kind, reader)}${hint}` };
          }
          default: {
            const because =
              v.found === "other-zone" ? "it is a moment of another time zone" : "day and month cannot be told apart";
            return {
              says: `${v.cell} may mean ${meant}: ${because}.`,
              fix: `Look it up in the chart and write ${meant}.`,
            };
          }
        }
      },
      de: (v, reader) => {
        const meant = v.meant ?? "";
        switch (v.found) {
          case "other-notation":
            return { says: `${v.cell} ist nicht als Jahr-Monat-Tag geschrieben.`, fix: `${meant} schreiben.` };
          case "no-date": {
            const hint = v.serial === undefined ? "" : ` Als Tageszahl einer Tabellenkalkulation hieße es ${v.serial}.`;
            return { says: `${inQuotes(v.cell, "de")} ist kein Datum.`, fix: `${toWrite(v.kind, reader)}${hint}` };
          }
          default: {
            const because =
              v.found === "other-zone"
                ? "Es ist ein Zeitpunkt in einer anderen Zeitzone"
                : "Tag und Monat lassen sich nicht unterscheiden";
            return {
              says: `${v.cell} kann ${meant} bedeuten: ${because}.`,
              fix: `In der Akte nachsehen und ${meant} schreiben.`,
            };
          }
        }
      },
    },
  ),
  "impossible-date": problem(
    { cell: text, kind: KIND, from: optional(number), to: optional(number) },
    {
      en: (v, reader) =>
        v.from === undefined || v.to === undefined
          ? { says: `The calendar has no ${v.cell}.`, fix: `Look the date up. ${toWrite(v.kind, reader)}` }
          : { says: `The year of ${v.cell} lies outside ${v.from} to ${v.to}.`, fix: "Correct the year." },
      de: (v, reader) =>
        v.from === undefined || v.to === undefined
          ? { says: `Den ${v.cell} gibt es im Kalender nicht.`, fix: `Das Datum nachsehen. ${toWrite(v.kind, reader)}` }
          : { says: `Das Jahr von ${v.cell} liegt außerhalb von ${v.from} bis ${v.to}.`, fix: "Das Jahr berichtigen." },
    },
  ),
  "day-needed": problem(
    { date: day, precision: oneOf("year", "month"), like: writtenDay },
    {
      en: (v, { inForm }) => ({
        says: `${v.date} is only a ${v.precision}, and here the day is needed.`,
        fix: inForm
          ? `Look the day up and enter it like ${v.like}; if nobody knows it and the field is not required, say that it is unknown.`
          : `Look the day up and write it like ${v.like}; if nobody knows it and the field is not required, write \`unknown\`.`,
      }),
      de: (v, { inForm }) => ({
        says: `${v.date} ist nur ein ${v.precision === "year" ? "Jahr" : "Monat"}; hier wird der Tag gebraucht.`,
        fix: inForm
          ? `Den Tag nachsehen und wie ${v.like} eintragen; kennt ihn niemand und ist das Feld nicht nötig, angeben, dass er unbekannt ist.`
          : `Den Tag nachsehen und wie ${v.like} schreiben; kennt ihn niemand und ist das Feld nicht nötig, \`unknown\` (unbekannt) schreiben.`,
      }),
    },
  ),
} as const;
