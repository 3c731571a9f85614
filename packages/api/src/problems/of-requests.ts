import { anyOf, number, oneOf, optional, problem, quoted, saying, sayings, text } from "@osteon/words";

const ROUTES = {
  en: "See /api/openapi.json for what the route expects.",
  de: "/api/openapi.json zeigt, was erwartet wird.",
};

/** What the server says of requests as such. */
export const REQUEST_PROBLEMS = {
  "invalid-request": problem(
    {
      what: oneOf("shape", "cursor", "cursor-of-order", "one-table", "meanings", "other-code", "no-field"),
      message: optional(quoted),
      known: optional(text),
    },
    {
      en: (v) => {
        switch (v.what) {
          case "shape":
            return {
              says:
                v.message === undefined
                  ? "This is not what the route expects."
                  : `This is not what the route expects: ${v.message}.`,
              fix: ROUTES.en,
            };
          case "cursor":
            return {
              says: "`after` is not the `next` of a page.",
              fix: "Send `next` of the page before, as it came.",
            };
          case "cursor-of-order":
            return {
              says: "`after` is not a place in a list of this order.",
              fix: "Send `next` of the page before, with the same `sort`.",
            };
          case "one-table":
            return { says: "One CSV file is one table.", fix: "Name it, as ?table=laboratory." };
          case "meanings":
            return {
              says: "`values` says nothing of what values mean.",
              fix: 'Send JSON such as {"patient":{"sex":{"w":"female"}}}.',
            };
          case "other-code":
            return { says: "The entry has another code than its address.", fix: "Send the same." };
          case "no-field":
            return { says: "This is no field that is asked for at visits.", fix: `Fields: ${v.known ?? ""}.` };
        }
      },
      de: (v) => {
        switch (v.what) {
          case "shape":
            return {
              says:
                v.message === undefined
                  ? "Die Anfrage ist hier nicht das, was erwartet wird."
                  : `Die Anfrage ist hier nicht das, was erwartet wird: ${v.message}.`,
              fix: ROUTES.de,
            };
          case "cursor":
            return {
              says: "`after` ist nicht das `next` einer Seite.",
              fix: "Das `next` der Seite davor senden, wie es kam.",
            };
          case "cursor-of-order":
            return {
              says: "`after` ist keine Stelle in einer Liste dieser Ordnung.",
              fix: "Das `next` der Seite davor senden, mit demselben `sort`.",
            };
          case "one-table":
            return { says: "Eine CSV-Datei ist eine Tabelle.", fix: "Die Tabelle nennen, etwa ?table=laboratory." };
          case "meanings":
            return {
              says: "`values` sagt nicht, was Werte bedeuten.",
              fix: 'JSON senden, etwa `{"patient":{"sex":{"w":"female"}}}`.',
            };
          case "other-code":
            return { says: "Der Eintrag hat einen anderen Kode als seine Adresse.", fix: "Denselben senden." };
          case "no-field":
            return { says: "Nach diesem Feld wird bei Visiten nicht gefragt.", fix: `Felder: ${v.known ?? ""}.` };
        }
      },
    },
  ),
  "unreadable-request": problem(
    { what: oneOf("body", "no-file"), kinds: optional(anyOf(text)) },
    {
      en: (v) =>
        v.what === "body"
          ? { says: "The request cannot be read.", fix: ROUTES.en }
          : { says: "The body is no file.", fix: `Send it as ${v.kinds ?? ""}.` },
      de: (v) =>
        v.what === "body"
          ? { says: "Die Anfrage lässt sich nicht lesen.", fix: ROUTES.de }
          : { says: "Es wurde keine Datei gesendet.", fix: `Als ${v.kinds ?? ""} senden.` },
    },
  ),
  "too-large": problem(
    { megabytes: optional(number) },
    {
      en: (v) =>
        v.megabytes === undefined
          ? { says: "The request is too large.", fix: ROUTES.en }
          : {
              says: `The file has more than ${v.megabytes} MB.`,
              fix: "Send fewer children at once, or one table at a time.",
            },
      de: (v) =>
        v.megabytes === undefined
          ? { says: "Die Anfrage ist zu groß.", fix: ROUTES.de }
          : {
              says: `Die Datei hat mehr als ${v.megabytes} MB.`,
              fix: "Weniger Kinder auf einmal senden, oder die Tabellen einzeln.",
            },
    },
  ),
  "too-slow": saying({
    en: ["The file came too slowly, and was cut.", "Send it again over a better line."],
    de: ["Die Datei kam zu langsam und wurde abgebrochen.", "Noch einmal über eine bessere Leitung senden."],
  }),
  "one-file-at-a-time": saying({
    en: ["Another file of yours is being read.", "Wait until it is done, and send this one then."],
    de: ["Eine andere Datei von Ihnen wird gerade gelesen.", "Warten, bis sie fertig ist, und diese dann senden."],
  }),
  "too-many-requests": problem(
    { runs: optional(number) },
    {
      en: (v) =>
        v.runs === undefined
          ? { says: "Too much of yours is under way.", fix: "Wait a moment and try again." }
          : { says: `${v.runs} of your runs are under way.`, fix: "Wait until one of them has ended." },
      de: (v) =>
        v.runs === undefined
          ? {
              says: "Von Ihnen sind gerade zu viele Anfragen unterwegs.",
              fix: "Einen Moment warten und noch einmal versuchen.",
            }
          : { says: `Von Ihnen sind ${v.runs} Läufe unterwegs.`, fix: "Warten, bis einer davon zu Ende ist." },
    },
  ),
  "unreadable-address": saying({
    en: ["The address cannot be read.", "See /api/openapi.json for the addresses there are."],
    de: ["Die Adresse lässt sich nicht lesen.", "Die Adresse prüfen; /api/openapi.json zeigt, welche es gibt."],
  }),
  "unreadable-header": sayings({
    reason: {
      en: ["X-Reason is not percent-encoded UTF-8.", "Encode it with encodeURIComponent."],
      de: ["X-Reason ist kein prozentkodiertes UTF-8.", "Mit encodeURIComponent kodieren."],
    },
    key: {
      en: ["Idempotency-Key has 8 to 128 letters.", "Send a random UUID."],
      de: ["Ein Idempotency-Key hat 8 bis 128 Zeichen.", "Eine zufällige UUID senden."],
    },
  }),
  "unreadable-text": saying({
    en: ["A text holds half a letter (a lone surrogate).", "Type the text anew and send it again."],
    de: [
      "Ein Text enthält einen halben Buchstaben (ein einzelnes Surrogat).",
      "Den Text neu tippen und noch einmal senden.",
    ],
  }),
  "unreadable-value": saying({
    en: [
      "A value cannot be read by the database.",
      "Check for control characters and for numbers and dates out of range.",
    ],
    de: [
      "Ein Wert lässt sich nicht speichern.",
      "Auf Steuerzeichen sowie auf Zahlen und Daten außerhalb des Möglichen prüfen.",
    ],
  }),
  "foreign-origin": problem(
    { address: text },
    {
      en: (v) => ({ says: "The request comes from a page of another site.", fix: `Use the pages at ${v.address}.` }),
      de: (v) => ({
        says: "Die Anfrage kommt von der Seite einer anderen Adresse.",
        fix: `Die Seiten unter ${v.address} benutzen.`,
      }),
    },
  ),
  "no-such-route": saying({
    en: ["There is nothing at this address.", "See /api/openapi.json for what there is."],
    de: ["Unter dieser Adresse gibt es nichts.", "/api/openapi.json zeigt, was es gibt."],
  }),
  "internal-error": problem(
    { number: text },
    {
      en: (v) => ({ says: "Osteon failed; this is a bug.", fix: `Report it with the number ${v.number}.` }),
      de: (v) => ({
        says: "Osteon ist gescheitert; das ist ein Fehler des Programms.",
        fix: `Bitte mit der Nummer ${v.number} melden.`,
      }),
    },
  ),
  "database-away": sayings({
    registry: {
      en: ["The registry cannot reach its database.", "Try again in a moment; what was confirmed is safe."],
      de: [
        "Das Register erreicht seine Datenbank nicht.",
        "Gleich noch einmal versuchen; was bestätigt wurde, ist sicher.",
      ],
    },
    health: {
      en: ["The database does not answer.", "Look at its log."],
      de: ["Die Datenbank antwortet nicht.", "In ihr Protokoll sehen."],
    },
  }),
  "disk-full": saying({
    en: [
      "There is no room left on the disk of the registry. Nothing was written.",
      "Ask the administrator to make room, then try again.",
    ],
    de: [
      "Auf der Platte des Registers ist kein Platz mehr. Nichts wurde geschrieben.",
      "Die Administration bitten, Platz zu schaffen, dann noch einmal versuchen.",
    ],
  }),
  busy: sayings({
    writing: {
      en: [
        "Someone else is writing here, as an import does, and it takes long. Nothing was written.",
        "Try again in a moment.",
      ],
      de: [
        "Hier wird gerade lange geschrieben, etwa bei einem Import; nichts wurde geschrieben.",
        "In einem Moment noch einmal versuchen.",
      ],
    },
    reading: {
      en: ["Many files are being read.", "Try again in a moment."],
      de: ["Gerade werden viele Dateien gelesen.", "In einem Moment noch einmal versuchen."],
    },
  }),
  "key-used": saying({
    en: ["This Idempotency-Key was sent with another request.", "Send a new key with a new request."],
    de: [
      "Dieser Idempotency-Key wurde schon mit einer anderen Anfrage gesendet.",
      "Mit einer neuen Anfrage einen neuen Schlüssel senden.",
    ],
  }),
} as const;
