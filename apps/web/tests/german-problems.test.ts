import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Problem } from "@osteon/codebook";
import { GERMAN_PROBLEMS, germanProblem } from "../src/words/german/problems.ts";
import { PROBLEM_CODES } from "../src/words/problem-codes.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

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
const isByCode = (code: string): boolean => Object.hasOwn(PROBLEM_CODES, code);
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
      DOCUMENTED.filter((code) => !isByCode(code) && !Object.hasOwn(GERMAN_PROBLEMS, code)),
      [],
    );
  });

  test("those that the sources raise", () => {
    for (const code of ["taken", "already-so", "cannot-undo", "audit-gap", "missing-file", "not-json"])
      assert.ok(IN_SOURCES.includes(code), code);
    assert.deepEqual(
      IN_SOURCES.filter((code) => !isByCode(code) && !Object.hasOwn(GERMAN_PROBLEMS, code)),
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

describe("the forms of sentences", () => {
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
