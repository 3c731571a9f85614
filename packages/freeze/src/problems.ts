import { number, oneOf, optional, problem, saying, several, text } from "@osteon/words";

const RESTORE = {
  en: "A freeze is never edited: restore the folder from its copy, or freeze the charts again.",
  de: "Ein Freeze wird nie bearbeitet: den Ordner aus seiner Kopie wiederherstellen oder die Akten neu einfrieren.",
};
const READ_AS = {
  en: "Read what rests on it as not collected, not as unknown.",
  de: "Was darauf beruht, als nicht erhoben lesen, nicht als unbekannt.",
};
const KIND = oneOf("yes-no", "choice", "integer", "date", "text", "decimal");
const KINDS = {
  "yes-no": "Ja/Nein",
  choice: "Auswahl",
  integer: "ganze Zahl",
  date: "Datum",
  text: "Text",
  decimal: "Zahl",
} as const;

const kindIn = (kind: keyof typeof KINDS, decimals: string | undefined, language: "en" | "de"): string => {
  if (kind !== "decimal") return language === "en" ? kind : KINDS[kind];
  return language === "en" ? `a number with ${decimals ?? ""} decimals` : `Zahl mit ${decimals ?? ""} Nachkommastellen`;
};

/** What can be wrong with a freeze, and what it asks about. */
export const FREEZE_PROBLEMS = {
  "freeze-unreadable": saying({
    en: ["There is no manifest that can be read.", "Name the folder of a freeze, or freeze the charts again."],
    de: ["Es gibt kein lesbares Manifest.", "Den Ordner eines Freeze nennen oder die Akten neu einfrieren."],
  }),
  "freeze-format": problem(
    { of: oneOf("format", "codebook"), found: text, known: text },
    {
      en: (v) => ({
        says:
          v.of === "format"
            ? `Its format is ${v.found}; this version reads ${v.known}.`
            : `It is of version ${v.found} of the codebook; this Osteon knows ${v.known}.`,
        fix: "Freeze the charts again with this version, or use the version that wrote the freeze.",
      }),
      de: (v) => ({
        says:
          v.of === "format"
            ? `Das Format des Freeze ist ${v.found}; diese Version liest ${v.known}.`
            : `Der Freeze ist von Version ${v.found} des Codebuchs; dieses Osteon kennt ${v.known}.`,
        fix: "Die Akten mit dieser Version neu einfrieren oder die Version benutzen, die ihn schrieb.",
      }),
    },
  ),
  "freeze-changed": problem(
    {
      because: oneOf("missing", "other", "unreadable", "content", "hash"),
      rows: optional(number),
      hash: optional(text),
      frozenRows: optional(number),
      frozenHash: optional(text),
    },
    {
      en: (v) => ({
        says: {
          missing: "The file of this table is missing.",
          other: "It is not the one that the manifest names.",
          hash: "Its hash is not the hash of the tables that it lists.",
          unreadable: "The file cannot be read.",
          content: `Its content is not what was frozen: ${v.rows ?? ""} rows, hash ${v.hash ?? ""}; frozen were ${v.frozenRows ?? ""} rows, hash ${v.frozenHash ?? ""}.`,
        }[v.because],
        fix: RESTORE.en,
      }),
      de: (v) => ({
        says: {
          missing: "Die Datei dieser Tabelle fehlt.",
          other: "Es ist nicht die, die das Manifest nennt.",
          hash: "Sein Hash ist nicht der Hash der Tabellen, die es aufzählt.",
          unreadable: "Die Datei lässt sich nicht lesen.",
          content: `Ihr Inhalt ist nicht, was eingefroren wurde: ${v.rows ?? ""} Zeilen, Hash ${v.hash ?? ""}; eingefroren waren ${v.frozenRows ?? ""} Zeilen, Hash ${v.frozenHash ?? ""}.`,
        }[v.because],
        fix: RESTORE.de,
      }),
    },
  ),
  "freeze-codebook-differs": problem(
    { software: text },
    {
      en: (v) => ({
        says: `The freeze was made with another codebook (Osteon ${v.software}).`,
        fix: "Freeze the charts again with this version if a model or an analysis misses a column.",
      }),
      de: (v) => ({
        says: `Der Freeze wurde mit einem anderen Codebuch gemacht (Osteon ${v.software}).`,
        fix: "Fehlt einem Modell oder einer Auswertung eine Spalte, die Akten mit dieser Version neu einfrieren.",
      }),
    },
  ),
  "freeze-not-written": problem(
    { folder: text, holds: oneOf("freeze", "other", "cannot"), hash: optional(text), detail: optional(text) },
    {
      en: (v) => ({
        says: {
          freeze: `${v.folder} is there already and holds another freeze (${v.hash ?? ""}).`,
          other: `${v.folder} is there already and holds something that is not a whole freeze.`,
          cannot: `${v.folder} cannot be written${v.detail === undefined ? "" : `: ${v.detail}`}.`,
        }[v.holds],
        fix: "Name a folder that does not exist yet, in a place that you may write to.",
      }),
      de: (v) => ({
        says: {
          freeze: `${v.folder} gibt es schon; darin ist ein anderer Freeze (${v.hash ?? ""}).`,
          other: `${v.folder} gibt es schon; darin ist etwas, das kein ganzer Freeze ist.`,
          cannot: `${v.folder} lässt sich nicht schreiben${v.detail === undefined ? "" : ` („${v.detail}“)`}.`,
        }[v.holds],
        fix: "Einen Ordner nennen, den es noch nicht gibt und in den Sie schreiben dürfen.",
      }),
    },
  ),
  "not-collected": problem(
    {
      of: oneOf("registry", "codebook"),
      table: text,
      field: optional(text),
      readers: optional(several(text)),
      since: optional(number),
      version: optional(number),
    },
    {
      en: (v) => {
        if (v.of === "registry")
          return {
            says: `The study reads ${v.table}.${v.field ?? ""}, a field that a registry adds; these charts have none of this name: it was not collected.`,
            fix: READ_AS.en,
          };
        const what = v.field === undefined ? `the table ${v.table}` : `${v.table}.${v.field}`;
        return {
          says: `The study reads ${what} (${v.readers ?? ""}), which the codebook has since version ${v.since ?? ""}; these charts are of version ${v.version ?? ""}: it was not collected then.`,
          fix: READ_AS.en,
        };
      },
      de: (v) => {
        if (v.of === "registry")
          return {
            says: `Die Studie liest ${v.table}.${v.field ?? ""}, ein Feld, das ein Register hinzufügt; diese Akten haben keines dieses Namens: Es wurde nicht erhoben.`,
            fix: READ_AS.de,
          };
        const what = v.field === undefined ? `die Tabelle ${v.table}` : `${v.table}.${v.field}`;
        return {
          says: `Die Studie liest ${what} (${v.readers ?? ""}); das hat das Codebuch seit Version ${v.since ?? ""}, diese Akten sind von Version ${v.version ?? ""}: Es wurde damals nicht erhoben.`,
          fix: READ_AS.de,
        };
      },
    },
  ),
  "own-field-differs": problem(
    {
      field: text,
      wanted: KIND,
      wantedDecimals: optional(number),
      is: KIND,
      isDecimals: optional(number),
    },
    {
      en: (v) => ({
        says: `The study takes ${v.field} for ${kindIn(v.wanted, v.wantedDecimals, "en")}; these charts have it as ${kindIn(v.is, v.isDecimals, "en")}.`,
        fix: "Correct needs.own in the protocol of the study, and lock it again.",
      }),
      de: (v) => ({
        says: `Die Studie nimmt ${v.field} als ${kindIn(v.wanted, v.wantedDecimals, "de")}; diese Akten haben es als ${kindIn(v.is, v.isDecimals, "de")}.`,
        fix: "Im Protokoll der Studie needs.own berichtigen und sie neu sperren.",
      }),
    },
  ),
} as const;
