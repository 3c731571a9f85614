import { inQuotes, number, oneOf, optional, problem, quoted, saying, several, text } from "@osteon/words";

const nearest = (meant: string | undefined): { readonly en: string; readonly de: string } =>
  meant === undefined
    ? { en: "Name one that is there.", de: "Einen vorhandenen Namen nennen." }
    : { en: `Did you mean ${meant}?`, de: `Ist ${meant} gemeint?` };

/** A name that a study says and that is not there, with the nearest that is. */
const unknown = (en: (written: string) => string, de: (written: string) => string) =>
  problem(
    { written: text, meant: optional(text) },
    {
      en: (v) => ({ says: en(v.written), fix: nearest(v.meant).en }),
      de: (v) => ({ says: de(v.written), fix: nearest(v.meant).de }),
    },
  );

const MEND_GRAIN = {
  en: "Mend the model, or say in its first line what a row is.",
  de: "Das Modell berichtigen, oder in seiner ersten Zeile sagen, was eine Zeile ist.",
};

/** What may stand at a place of a protocol or a report. */
const part = oneOf("text", "number", "whole", "flag", "list", "parts");
const BELONGS = {
  text: ["a text", "ein Text"],
  number: ["a number", "eine Zahl"],
  whole: ["a whole number", "eine ganze Zahl"],
  flag: ["true or false", "true oder false"],
  list: ["a list", "eine Liste"],
  parts: ["an object with its parts", "ein Objekt mit seinen Teilen"],
} as const;

/** What can be wrong with a study, before any chart is read. */
export const STUDY_PROBLEMS = {
  "part-missing": problem(
    { kind: optional(part) },
    {
      en: (v) => ({
        says: "it is missing",
        fix: v.kind === undefined ? "Write it." : `Write it: ${BELONGS[v.kind][0]}.`,
      }),
      de: (v) => ({
        says: "Es fehlt.",
        fix: v.kind === undefined ? "Es schreiben." : `Es schreiben: ${BELONGS[v.kind][1]}.`,
      }),
    },
  ),
  "part-other": problem(
    { kind: optional(part), written: optional(quoted), values: optional(several(text)), meant: optional(text) },
    {
      en: (v) => ({
        says: `${v.written ?? "what stands there"} cannot stand here`,
        fix:
          v.meant !== undefined
            ? nearest(v.meant).en
            : v.values !== undefined
              ? `Write one of ${v.values}.`
              : v.kind === undefined
                ? "Write what its type says."
                : `Write ${BELONGS[v.kind][0]}.`,
      }),
      de: (v) => ({
        says: `${v.written ?? "Was dort steht,"} kann hier nicht stehen.`,
        fix:
          v.meant !== undefined
            ? nearest(v.meant).de
            : v.values !== undefined
              ? `Eines davon schreiben: ${v.values}.`
              : v.kind === undefined
                ? "Schreiben, was sein Typ sagt."
                : `Schreiben: ${BELONGS[v.kind][1]}.`,
      }),
    },
  ),
  "unknown-part": problem(
    { written: text },
    {
      en: (v) => ({ says: `there is no ${v.written} here`, fix: "Take it away, or write its name right." }),
      de: (v) => ({
        says: `${v.written} gibt es hier nicht.`,
        fix: "Es weglassen oder seinen Namen richtig schreiben.",
      }),
    },
  ),
  "unknown-model": unknown(
    (name) => `no model is named ${name}`,
    (name) => `Kein Modell heißt ${name}.`,
  ),
  "unknown-result": unknown(
    (id) => `no analysis gives the result ${id}`,
    (id) => `Keine Auswertung gibt das Ergebnis ${id}.`,
  ),
  "unknown-format": unknown(
    (format) => `there is no format ${format}`,
    (format) => `Eine Schreibweise ${format} gibt es nicht.`,
  ),
  "unknown-states": unknown(
    (states) => `the report has no states ${states}`,
    (states) => `Der Bericht hat keine Zustände ${states}.`,
  ),
  "unknown-analysis": unknown(
    (id) => `the protocol has no analysis ${id}`,
    (id) => `Das Protokoll hat keine Auswertung ${id}.`,
  ),
  "unknown-code": unknown(
    (code) => `nobody can have the code ${code}: it would count no child`,
    (code) => `Den Code ${code} kann niemand haben: Er zählte kein Kind.`,
  ),
  "shown-twice": problem(
    { written: text },
    {
      en: (v) => ({ says: `${v.written} stands twice in the report`, fix: "Give one of them another id." }),
      de: (v) => ({
        says: `${v.written} steht zweimal im Bericht.`,
        fix: "Einem von beiden einen anderen Namen geben.",
      }),
    },
  ),
  "unknown-rule": problem(
    { of: oneOf("column", "change"), table: optional(text), written: text, meant: optional(text) },
    {
      en: (v) => ({
        says: v.of === "column" ? `${v.table ?? ""} has no column ${v.written}` : `the protocol has no ${v.written}`,
        fix: nearest(v.meant).en,
      }),
      de: (v) => ({
        says:
          v.of === "column"
            ? `${v.table ?? ""} hat keine Spalte ${v.written}.`
            : `Das Protokoll hat kein ${v.written}.`,
        fix: nearest(v.meant).de,
      }),
    },
  ),
  "unknown-column-of-model": problem(
    { model: text, column: text, meant: optional(text) },
    {
      en: (v) => ({ says: `${v.model} has no column ${v.column}`, fix: nearest(v.meant).en }),
      de: (v) => ({ says: `${v.model} hat keine Spalte ${v.column}.`, fix: nearest(v.meant).de }),
    },
  ),
  "unread-rule": saying({
    en: ["no model reads its values", "Read it in a model, or take its values away."],
    de: ["Kein Modell liest ihre Werte.", "Sie in einem Modell lesen oder ihre Werte weglassen."],
  }),
  "model-not-portable": problem(
    { because: text },
    {
      en: (v) => ({ says: v.because, fix: "Write it in the portable subset of SQL." }),
      de: (v) => ({
        says: `Das Modell hält sich nicht an das übertragbare SQL: „${v.because}“`,
        fix: "Es im übertragbaren SQL schreiben.",
      }),
    },
  ),
  "model-does-not-bind": problem(
    { table: optional(text), column: optional(text), because: optional(text), own: oneOf("own", "shipped") },
    {
      en: (v) => ({
        says: v.because ?? `${v.table ?? ""} has no column ${v.column ?? ""}`,
        fix:
          v.own === "own"
            ? "A field that a registry adds is named in the protocol, under needs.own, with its kind."
            : "Name tables and columns that are there.",
      }),
      de: (v) => ({
        says:
          v.because === undefined
            ? `${v.table ?? ""} hat keine Spalte ${v.column ?? ""}.`
            : `Das Modell nennt eine Tabelle oder Spalte, die es nicht gibt: „${v.because}“`,
        fix:
          v.own === "own"
            ? "Ein Feld, das ein Register hinzufügt, steht im Protokoll unter needs.own, mit seiner Art."
            : "Vorhandene Tabellen und Spalten nennen.",
      }),
    },
  ),
  "model-takes-too-much": problem(
    { of: oneOf("time", "memory"), seconds: optional(number), memory: optional(text) },
    {
      en: (v) => ({
        says:
          v.of === "time"
            ? `it was stopped: on charts of nobody the models take more than ${v.seconds ?? ""} seconds`
            : `it was stopped: on charts of nobody it takes more memory than ${v.memory ?? ""}`,
        fix: "Join on the keys of both sides, so that a model has no more rows than its grain says.",
      }),
      de: (v) => ({
        says:
          v.of === "time"
            ? `Es wurde abgebrochen: Auf Akten von niemandem brauchen die Modelle mehr als ${v.seconds ?? ""} Sekunden.`
            : `Es wurde abgebrochen: Auf Akten von niemandem braucht es mehr Speicher als ${v.memory ?? ""}.`,
        fix: "Über die Schlüssel beider Seiten verbinden, sodass ein Modell nicht mehr Zeilen hat, als seine erste Zeile sagt.",
      }),
    },
  ),
  "grain-not-read": problem(
    { stated: text },
    {
      en: (v) => ({
        says: `no columns can be read from ${inQuotes(v.stated, "en")}`,
        fix: `Name the columns that tell rows apart: -- ${v.stated} (column, column): ...`,
      }),
      de: (v) => ({
        says: `Aus „${v.stated}“ lassen sich keine Spalten lesen.`,
        fix: `Die Spalten nennen, nach denen sich die Zeilen unterscheiden: \`-- ${v.stated} (column, column): ...\``,
      }),
    },
  ),
  "grain-broken": problem(
    { because: oneOf("same", "gap"), stated: text, by: optional(several(text)), rows: number, keys: number },
    {
      en: (v) => {
        const by = `"${v.stated}"${v.by === undefined ? "" : ` (${v.by})`}`;
        return {
          says:
            v.because === "same"
              ? `${by}: on sample charts ${v.rows} rows have ${v.keys} keys`
              : `${by}: on sample charts ${v.keys} of ${v.rows} rows have a gap in it`,
          fix: MEND_GRAIN.en,
        };
      },
      de: (v) => {
        const by = `„${v.stated}“${v.by === undefined ? "" : ` (${v.by})`}`;
        return {
          says:
            v.because === "same"
              ? `${by}: Auf Probeakten haben ${v.rows} Zeilen ${v.keys} Schlüssel.`
              : `${by}: Auf Probeakten haben ${v.keys} von ${v.rows} Zeilen darin eine Lücke.`,
          fix: MEND_GRAIN.de,
        };
      },
    },
  ),
  "lock-stale": problem(
    { there: oneOf("other", "none"), folder: text },
    {
      en: (v) => ({
        says: v.there === "other" ? "it is not what the study says today" : "the study is not locked",
        fix: `Run "osteon study lock ${v.folder}".`,
      }),
      de: (v) => ({
        says: v.there === "other" ? "Es ist nicht, was die Studie heute sagt." : "Die Studie ist nicht gesperrt.",
        fix: `„osteon study lock ${v.folder}“ ausführen.`,
      }),
    },
  ),
  "no-german": problem(
    { text },
    {
      en: (v) => ({ says: `no German for "${v.text}"`, fix: "Say it in german.ts, under its English text." }),
      de: (v) => ({
        says: `Kein Deutsch für „${v.text}“`,
        fix: "In german.ts sagen, unter dem englischen Text.",
      }),
    },
  ),
  "german-names-others": problem(
    { text },
    {
      en: (v) => ({
        says: `the German of "${v.text}" names other results`,
        fix: "Let the braces of both name the same results.",
      }),
      de: (v) => ({
        says: `Das Deutsche von „${v.text}“ nennt andere Ergebnisse.`,
        fix: "In den Klammern beider dieselben Ergebnisse nennen.",
      }),
    },
  ),
} as const;
