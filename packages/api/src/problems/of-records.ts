import { oneOf, optional, problem, saying, sayings, several, table, text } from "@osteon/words";

/** What stands in the way of a change: what others wrote, a lock, a reason or a version that is not said. */
export const RECORD_PROBLEMS = {
  conflict: problem(
    {
      what: oneOf("row", "row-to-delete", "list", "any"),
      by: optional(text),
      table: optional(table),
      key: optional(text),
    },
    {
      en: (v) => {
        const row = v.table === undefined ? "the row" : `${v.table} ${v.key ?? ""}`;
        switch (v.what) {
          case "row":
            return {
              says: `${v.by ?? "Someone else"} saved ${row} since you read it.`,
              fix: "Look at the fields that differ, and save again with the version you then read.",
            };
          case "row-to-delete":
            return {
              says: "Someone else saved the row since you read it.",
              fix: "Read it again before you delete it.",
            };
          case "list":
            return { says: "Someone else saved it since you read it.", fix: "Read the list again." };
          case "any":
            return {
              says: "Someone else saved it since you read it.",
              fix: "Read it again and repeat your change.",
            };
        }
      },
      de: (v) => {
        const row = v.table === undefined ? "die Zeile" : `${v.table} ${v.key ?? ""}`;
        switch (v.what) {
          case "row":
            return {
              says: `${v.by ?? "Jemand anderes"} hat ${row} gespeichert, seit Sie gelesen haben.`,
              fix: "Die abweichenden Felder ansehen und mit der dann gelesenen Fassung noch einmal speichern.",
            };
          case "row-to-delete":
            return {
              says: "Jemand anderes hat die Zeile gespeichert, seit Sie sie gelesen haben.",
              fix: "Vor dem Löschen neu laden.",
            };
          case "list":
            return { says: "Jemand anderes hat gespeichert, seit Sie gelesen haben.", fix: "Die Liste neu laden." };
          case "any":
            return {
              says: "Jemand anderes hat gespeichert, seit Sie gelesen haben.",
              fix: "Neu laden und Ihre Änderung wiederholen.",
            };
        }
      },
    },
  ),
  taken: sayings({
    any: {
      en: ["This is there already.", "Read it again before you write."],
      de: ["Das gibt es schon.", "Vor dem Schreiben neu laden."],
    },
    number: {
      en: ["This number is taken.", "Leave the number out: the registry gives one."],
      de: ["Diese Nummer ist vergeben.", "Die Nummer weglassen: Das Register vergibt eine."],
    },
    lock: {
      en: ["It is locked already.", "Lift the lock before you set another."],
      de: ["Es ist schon gesperrt.", "Zuerst die Sperre aufheben, dann eine neue setzen."],
    },
  }),
  "row-moved": saying({
    en: ["A row keeps its number, its child and its centre.", "Delete the row and enter it where it belongs."],
    de: [
      "Eine Zeile behält ihre Nummer, ihr Kind und ihr Zentrum.",
      "Die Zeile löschen und dort erfassen, wo sie hingehört.",
    ],
  }),
  "still-a-draft": saying({
    en: ["A draft cannot be signed.", "Complete the visit first."],
    de: ["Ein Entwurf lässt sich nicht unterschreiben.", "Zuerst die Visite abschließen."],
  }),
  "already-so": sayings({
    query: {
      en: ["The query is in this state already.", "Read the query again."],
      de: ["Die Rückfrage ist schon in diesem Stand.", "Die Rückfrage neu laden."],
    },
    lock: {
      en: ["This very lock stands already.", "There is nothing to take in."],
      de: ["Genau dieser Lock gilt schon.", "Es gibt nichts aufzunehmen."],
    },
  }),
  "words-needed": saying({
    en: ["There is no message.", "Write one; only an answered query is closed without."],
    de: ["Die Nachricht fehlt.", "Eine Nachricht schreiben; nur eine beantwortete Rückfrage wird ohne geschlossen."],
  }),
  "reason-needed": sayings({
    any: {
      en: ["This is changed or taken away only with a reason.", "Send the reason with the request."],
      de: ["Das wird nur mit einem Grund geändert oder weggenommen.", "Den Grund angeben."],
    },
    study: {
      en: ["A study is taken away only with a reason.", "Send the reason."],
      de: ["Eine Studie wird nur mit einem Grund weggenommen.", "Den Grund angeben."],
    },
    "study-lock": {
      en: ["A study is taken in or away only with a reason.", "Send the reason."],
      de: ["Eine Studie wird nur mit einem Grund aufgenommen oder weggenommen.", "Den Grund angeben."],
    },
    plan: {
      en: ["The plan is changed only with a reason.", "Send the reason."],
      de: ["Der Plan wird nur mit einem Grund geändert.", "Den Grund angeben."],
    },
    list: {
      en: ["A list is changed only with a reason.", "Send the reason."],
      de: ["Eine Liste wird nur mit einem Grund geändert.", "Den Grund angeben."],
    },
    "own-field": {
      en: ["A field is added or changed only with a reason.", "Send the reason."],
      de: ["Ein Feld wird nur mit einem Grund hinzugefügt oder geändert.", "Den Grund angeben."],
    },
    run: {
      en: ["A run is thrown away only with a reason.", "Send the reason."],
      de: ["Ein Lauf wird nur mit einem Grund weggeworfen.", "Den Grund angeben."],
    },
    "kept-table": {
      en: ["A table is kept from a role only with a reason.", "Send the reason."],
      de: ["Eine Tabelle wird einer Rolle nur mit einem Grund vorenthalten.", "Den Grund angeben."],
    },
    setting: {
      en: ["A setting is changed only with a reason.", "Send the reason."],
      de: ["Eine Einstellung wird nur mit einem Grund geändert.", "Den Grund angeben."],
    },
  }),
  "unreadable-reason": sayings({
    long: {
      en: ["The reason has more than 500 characters.", "Say in words why the record is changed."],
      de: ["Der Grund hat mehr als 500 Zeichen.", "In Worten sagen, warum der Eintrag geändert wird."],
    },
    unseen: {
      en: ["The reason holds a character that nobody sees.", "Say in words why the record is changed."],
      de: ["Der Grund enthält ein Zeichen, das niemand sieht.", "In Worten sagen, warum der Eintrag geändert wird."],
    },
    "no-letter": {
      en: ["The reason has neither a letter nor a digit.", "Say in words why the record is changed."],
      de: ["Der Grund hat weder Buchstaben noch Ziffern.", "In Worten sagen, warum der Eintrag geändert wird."],
    },
  }),
  "rule-broken": saying({
    en: ["The row breaks a rule of the codebook.", "Send it as a draft, or mend the values."],
    de: ["Die Zeile verletzt eine Regel des Codebuchs.", "Als Entwurf speichern oder die Werte berichtigen."],
  }),
  "own-field-value": saying({
    en: [
      "A field that the registry added does not take this value.",
      "Read the row again: the field was changed or retired, or must be answered.",
    ],
    de: [
      "Ein eigenes Feld des Registers nimmt diesen Wert nicht auf.",
      "Die Zeile neu lesen: Das Feld wurde geändert oder stillgelegt, oder es muss beantwortet werden.",
    ],
  }),
  "list-unit-used": saying({
    en: [
      "Results were entered in this unit: what they mean cannot be changed.",
      "Retire the analyte, and add another one beside it.",
    ],
    de: [
      "In dieser Einheit sind Ergebnisse erfasst: Was sie bedeuten, lässt sich nicht ändern.",
      "Den Laborwert stilllegen und einen anderen daneben anlegen.",
    ],
  }),
  "no-such-time-point": problem(
    { known: several(text) },
    {
      en: (v) => ({ says: "The follow-up plan has no such time point.", fix: `Time points: ${v.known}.` }),
      de: (v) => ({
        says: "Der Nachsorgeplan hat diesen Zeitpunkt nicht; er kann inzwischen geändert worden sein.",
        fix: `Zeitpunkte: ${v.known}.`,
      }),
    },
  ),
  "still-referred-to": saying({
    en: [
      "Other rows still refer to this one, or an identity, a standing lock or a reading does.",
      "Delete those first; an identity is erased, a lock lifted. Rows of tables that are kept from your role may be among them.",
    ],
    de: [
      "Andere Zeilen verweisen noch auf diese, oder eine Identität, eine bestehende Sperre oder eine Lesung.",
      "Diese zuerst löschen; eine Identität wird gelöscht, eine Sperre aufgehoben. Auch Zeilen von Tabellen, die Ihrer Rolle vorenthalten sind, können darunter sein.",
    ],
  }),
  "no-longer-blind": saying({
    en: [
      "Readings of others could be seen before yours was withdrawn: a new one would not be blind.",
      "Ask somebody else to read the examination.",
    ],
    de: [
      "Vor dem Rückzug Ihrer Befundung waren andere schon zu sehen: Eine neue wäre nicht mehr verblindet.",
      "Jemand anderen bitten, die Untersuchung zu befunden.",
    ],
  }),
  "no-such-bone": saying({
    en: ["No bone has this name and side.", "Choose a bone of the skeleton."],
    de: ["Kein Knochen hat diesen Namen und diese Seite.", "Einen Knochen des Skeletts wählen."],
  }),
  "removal-overtaken": saying({
    en: [
      "Something else would go than what was counted: rows were written since.",
      "Look again at what goes, and delete then.",
    ],
    de: [
      "Es ginge etwas anderes verloren als gezählt: Inzwischen wurden Zeilen geschrieben.",
      "Noch einmal ansehen, was verloren geht, und dann löschen.",
    ],
  }),
  "version-needed": problem(
    { table: optional(table) },
    {
      en: (v) =>
        v.table === undefined
          ? {
              says: "The request does not say which version it changes.",
              fix: 'Send the ETag of the row as If-Match, as "7".',
            }
          : {
              says: `A row of ${v.table} does not say which version it changes, or has no number.`,
              fix: "Send the number and the version of a row that stands, and neither of a new one.",
            },
      de: (v) =>
        v.table === undefined
          ? {
              says: "Die Anfrage sagt nicht, welche Fassung sie ändert.",
              fix: "Das ETag der Zeile als If-Match senden, etwa „7“.",
            }
          : {
              says: `Eine Zeile von ${v.table} sagt nicht, welche Fassung sie ändert, oder hat keine Nummer.`,
              fix: "Nummer und Fassung einer Zeile senden, die es gibt, und keines von beiden bei einer neuen.",
            },
    },
  ),
  "numbers-shared": problem(
    { table, number: text, centres: several(text) },
    {
      en: (v) => ({
        says: `The table ${v.table} has a row ${v.number} at several centres (${v.centres}); a chart folder holds a number once.`,
        fix: "Export one centre at a time, or with the centre before each number.",
      }),
      de: (v) => ({
        says: `Die Tabelle ${v.table} hat eine Zeile ${v.number} an mehreren Zentren (${v.centres}); in einem Aktenordner steht eine Nummer einmal.`,
        fix: "Ein Zentrum nach dem anderen ausleiten, oder mit dem Zentrum vor jeder Nummer.",
      }),
    },
  ),
  "import-ended": saying({
    en: ["The import was ended; nothing of it was kept.", "Send the file again."],
    de: ["Der Import wurde beendet; nichts davon wurde übernommen.", "Die Datei noch einmal senden."],
  }),
  "not-seen": saying({
    en: ["Rows go only as they were seen.", "Make a dry run, and send its `plan` with the file."],
    de: [
      "Zeilen werden nur so gelöscht, wie ein Probelauf sie gezeigt hat.",
      "Einen Probelauf machen und seinen `plan` mit der Datei senden.",
    ],
  }),
} as const;
