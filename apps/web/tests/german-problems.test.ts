import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Problem } from "@osteon/codebook";
import { byForm, type SentenceForm } from "../src/words/german/problem-words/sentence-form.ts";
import { GERMAN_PROBLEMS, germanProblem } from "../src/words/german/problems.ts";
import { problemsOfFaultyCharts } from "./faulty-charts.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const RAISED = problemsOfFaultyCharts();

function sourcesOf(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /(?<!\.test)\.ts$/.test(name))
    .map((name) => readFileSync(join(ROOT, folder, name), "utf8"));
}

const PACKAGES = ["codebook", "interop", "registry", "freeze", "protocol", "choosing"].map(
  (name) => `packages/${name}/src`,
);
const SOURCES = ["apps/server/src", ...PACKAGES].flatMap(sourcesOf);

/** How the sources name the code of a problem that they raise. */
const RAISES = [
  /(?:Refused|problemReply)\(\s*\d+,\s*"([a-z-]+)"/g,
  /\[\s*[1-5]\d\d,\s*"([a-z-]+)"/g,
  /(?:refused|queried|fileProblem|freezeProblem|problem|found)\(\s*(?:file,\s*)?"([a-z]+(?:-[a-z0-9]+)+)"/g,
  /code: "([a-z-]+)",\s*severity/g,
];

const codesIn = (texts: readonly string[], shapes: readonly RegExp[]): readonly string[] => [
  ...new Set(
    texts.flatMap((text) => shapes.flatMap((shape) => [...text.matchAll(shape)].map(([, code = ""]) => code))),
  ),
];
const DOCUMENTED = codesIn([readFileSync(join(ROOT, "docs/reference/problems.md"), "utf8")], [/^### ([a-z0-9-]+)$/gm]);
const IN_SOURCES = codesIn(SOURCES, RAISES);

/** Words that no German sentence has. */
const ENGLISH = /\b(the|and|is|are|write|correct|compare|enter|empty|your|there|chart|which|of)\b/i;

const problem = (code: string, says: string, fix = "", where: Problem["where"] = {}): Problem => ({
  code,
  severity: "refused",
  where,
  says,
  fix,
});

describe("every code has German sentences", () => {
  test("those that the reference documents", () => {
    assert.ok(DOCUMENTED.length > 80);
    assert.deepEqual(
      DOCUMENTED.filter((code) => !Object.hasOwn(GERMAN_PROBLEMS, code)),
      [],
    );
  });

  test("those that the sources raise", () => {
    for (const code of ["required", "taken", "already-so", "cannot-undo", "audit-gap", "missing-file", "not-json"])
      assert.ok(IN_SOURCES.includes(code) || code === "required", code);
    assert.deepEqual(
      IN_SOURCES.filter((code) => !Object.hasOwn(GERMAN_PROBLEMS, code)),
      [],
    );
  });

  test("and none is left that nobody raises", () => {
    const known = new Set([...DOCUMENTED, ...IN_SOURCES]);
    assert.deepEqual(
      Object.keys(GERMAN_PROBLEMS).filter((code) => !known.has(code)),
      [],
    );
  });

  test("and they are not the English ones, for a sentence that no form knows either", () => {
    for (const code of Object.keys(GERMAN_PROBLEMS)) {
      const { says, fix } = germanProblem(problem(code, "Something.", "Do it."));
      for (const german of [says, fix]) {
        assert.match(german, /^[A-ZÄÖÜ`/„].{5,}[.?]$/, code);
        assert.doesNotMatch(german, ENGLISH, code);
      }
    }
  });

  test("an unknown code stays in English, even one that objects have by birth", () => {
    for (const code of ["brand-new", "toString", "constructor"])
      assert.deepEqual(germanProblem(problem(code, "Something.", "Do it.")), { says: "Something.", fix: "Do it." });
  });
});

const digits = (text: string): readonly string[] => text.match(/\d+/g) ?? [];

describe("what checks raise, in German", () => {
  test("the faults reach every code of the checks", () => {
    // After a thousand faults the checks say that they stop; its sentences stand in the forms.
    const checks = codesIn(sourcesOf("packages/codebook/src/check"), RAISES).filter((code) => code !== "more-problems");
    const raised = new Set(RAISED.map(({ code }) => code));
    assert.deepEqual(
      [...checks, "not-before", "required-with", "required-when"].filter((code) => !raised.has(code)),
      [],
    );
  });

  test("every number is taken over, no English word is left, and nothing stays open", () => {
    for (const one of RAISED) {
      const german = germanProblem(one);
      for (const part of ["says", "fix"] as const) {
        const told = `${one.code}\n${one[part]}\n${german[part]}`;
        assert.notEqual(german[part], one[part], told);
        const missing = digits(one[part]).filter((number) => !digits(german[part]).includes(number));
        assert.deepEqual(missing, [], told);
        assert.doesNotMatch(german[part].replace(/„[^“]*“|`[^`]*`/g, ""), /[{}]|undefined/, told);
        assert.doesNotMatch(german[part].replace(/„[^“]*“|`[^`]*`|: [\w, ]+\.$/g, ""), ENGLISH, told);
      }
    }
  });
});

/** The longest stretch between placeholders and within a sentence, which sources put together from parts. */
const longestWords = (form: string): string =>
  form.split(/\{\w+(?::\w+)?\}|\. /).reduce((longest, part) => (part.length > longest.length ? part : longest), "");

describe("the forms of sentences", () => {
  const sources = SOURCES.join("\n").replaceAll("\\", "");
  const isRaised = (code: string, form: SentenceForm): boolean =>
    RAISED.some(
      (one) => one.code === code && [one.says, one.fix].some((said) => byForm([form], said, one.where) !== undefined),
    );

  test("none waits for a sentence that nothing says any more", () => {
    const idle = Object.entries(GERMAN_PROBLEMS).flatMap(([code, { forms = [] }]) =>
      forms.flatMap((form) =>
        isRaised(code, form) || sources.includes(longestWords(form[0])) ? [] : [`${code}: ${form[0]}`],
      ),
    );
    assert.deepEqual(idle, []);
  });

  test("none uses a name that its English sentence has not", () => {
    for (const [code, { forms = [] }] of Object.entries(GERMAN_PROBLEMS)) {
      for (const [english, german] of forms) {
        const given = [...english.matchAll(/\{(\w+)(?::\w+)?\}/g)].map(([, name]) => name);
        const used = [...german.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
        assert.deepEqual(
          used.filter((name) => !given.includes(name) && !["column", "value"].includes(name)),
          [],
          code,
        );
      }
    }
  });
});

describe("sentences by hand", () => {
  const says = (code: string, english: string, where: Problem["where"] = {}): string =>
    germanProblem(problem(code, english, "", where)).says;
  const WANTED: readonly (readonly [code: string, english: string, german: string, where?: Problem["where"]])[] = [
    ["impossible-value", "11 cannot be: possible is 0 to 10.", "11 ist nicht möglich: möglich ist 0 bis 10."],
    [
      "implausible-value",
      "42.5 Cel is unusual: plausible is 35 to 41.5.",
      "42,5 °C ist ungewöhnlich: plausibel ist 35 bis 41,5.",
    ],
    [
      "implausible-value",
      "Neutrophils, share of leukocytes of 99 % is unusual: plausible is 0 to 95.",
      "Neutrophile, Anteil an den Leukozyten: 99 % ist ungewöhnlich: plausibel ist 0 bis 95.",
    ],
    [
      "not-before",
      "A drug cannot stop before it starts. Here stopped_on is 2009-05-17, started_on is 2010-01-02.",
      "Ein Medikament kann nicht enden, bevor es beginnt. Hier: „Beendet am“ 17.05.2009, „Begonnen am“ 02.01.2010.",
      { file: "antibiotic.csv" },
    ],
    [
      "required-when",
      "Growth needs the name of the organism. Here growth is growth.",
      "Zu einem Wachstum gehört der Name des Erregers.",
    ],
    [
      "drug-class",
      "naproxen is of the class nsaid, not steroid.",
      "Naproxen gehört zur Klasse „Nichtsteroidales Antirheumatikum (NSAR)“, nicht „Kortikosteroid“.",
    ],
    [
      "unusual-dose",
      "20.5 mg/kg/d of naproxen is more than the usual 15 mg/kg/d.",
      "20,5 mg/kg/d Naproxen sind mehr als die üblichen 15 mg/kg/d.",
    ],
    [
      "before-birth",
      "2007-05-17 lies before the birth of P1 (2008-03). So would everything that takes its date from it: lesion_observation O1, lesion_observation O2.",
      "17.05.2007 liegt vor der Geburt von P1 (03.2008). Ebenso alles, was sein Datum daraus nimmt: Läsionsbefund O1, Läsionsbefund O2.",
    ],
    ["no-such-row", "visit has no row V9.", "In „Visiten“ gibt es keine Zeile V9."],
    ["unknown-choice", '"metafysis" is not one of the choices.', "„metafysis“ gehört nicht zur Auswahl."],
    [
      "conflict",
      "Nora Nurse saved the row since you read it.",
      "Nora Nurse hat die Zeile gespeichert, seit Sie sie gelesen haben.",
    ],
    [
      "sign-in-refused",
      "Invalid email or password",
      "E-Mail oder Passwort stimmt nicht.",
      { value: "INVALID_EMAIL_OR_PASSWORD" },
    ],
    [
      "cannot-undo",
      "The row was changed or deleted after the import.",
      "Die Zeile V7 (Tabelle visit) wurde nach dem Import geändert oder gelöscht.",
      { column: "visit", value: "V7" },
    ],
    [
      "invalid-request",
      "Invalid input: expected string",
      "Die Anfrage ist hier nicht das, was erwartet wird: body.reason.",
      { column: "body.reason" },
    ],
    ["invalid-request", "Invalid input", "Die Anfrage ist nicht das, was hier erwartet wird."],
  ];
  for (const [code, english, german, where] of WANTED)
    test(`${code}: ${german}`, () => assert.equal(says(code, english, where), german));
});
