import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { CHECK_PROBLEMS, CODEBOOK, GERMAN_BOOK, type Problem, tellProblem } from "@osteon/codebook";
import { INTEROP_PROBLEMS } from "@osteon/interop/problems";
import * as fc from "fast-check";
import { anyValues, type KnownTexts } from "../../../packages/words/tests/any-values.ts";
import { PACKAGES, PROBLEM_CODES } from "../src/words/problem-codes.ts";
import { toldProblem } from "../src/words/told-problem.ts";
import { problemsOfFaultyCharts } from "./faulty-charts.ts";

const RUNS = process.env.OSTEON_SOAK ? 300 : 6;
const FIELDS = CODEBOOK.flatMap(({ fields }) => fields);
const CHOICES = FIELDS.flatMap(({ type }) => (type.kind === "choice" ? type.choices.map(({ code }) => code) : []));
/** Names of fields that are nothing else: a choice of several meanings is told by its code. */
const NAMES = new Set(FIELDS.map(({ name }) => name).filter((name) => name.includes("_") && !CHOICES.includes(name)));
/** Words that no German sentence has; what was found stands between quotation marks. */
const ENGLISH =
  /(?<![\p{L}_])(the|and|is|are|of|with|which|that|this|there|from|has|have|to|by|be|it|for|as|your|write|correct|compare|enter|empty|leave|choose|look|row|rows|chart|column)(?![\p{L}_])/iu;

const known: KnownTexts = {
  text: fc.stringMatching(/^[QXZ0-9ÄÖÜß.-]{1,8}$/),
  field: fc.constantFrom(...FIELDS.map(({ name }) => name)),
  sentence: fc.constantFrom(
    ...Object.entries(GERMAN_BOOK).flatMap(([english, german]) =>
      /`/.test(english) || ENGLISH.test(german) ? [] : [english],
    ),
  ),
  choice: fc.constantFrom(...CHOICES),
  table: fc.constantFrom(...CODEBOOK.map(({ name }) => name)),
};
const anyText = fc.string({ unit: "binary", minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== "");
const anything: KnownTexts = { text: anyText, field: anyText, sentence: anyText, choice: anyText, table: anyText };

const FORM = { file: "visit", row: 2, column: "visited_on", value: "x" };
const FILE = { file: "visit.csv", row: 5, column: "visited_on", value: "x" };
const PLACES = [FORM, FILE, {}, { ...FORM, beside: { table: "lesion", key: "L1" } }] as const;

const toldOf = (code: string, values: Problem["values"], where: Problem["where"], language: "en" | "de") => {
  const stored = { says: "STORED", fix: "STORED", severity: "refused", ...(values ? { values } : {}) } as const;
  const { says, fix } = tellProblem({ code, where, ...stored }, PROBLEM_CODES, { language });
  return { says, fix, both: `${says}\n${fix}` };
};

test("each code is of one package, and has a heading in the reference", () => {
  const all = Object.values(PACKAGES).flatMap((codes) => Object.keys(codes));
  assert.ok(all.length > 250);
  assert.deepEqual(
    all.filter((code, place) => all.indexOf(code) !== place),
    [],
  );
  const reference = readFileSync(new URL("../../../docs/reference/problems.md", import.meta.url), "utf8");
  const told = [...reference.matchAll(/^### ([a-z0-9-]+)$/gm)].map(([, code = ""]) => code);
  assert.deepEqual([...told].sort(), [...all].sort());
});

describe("every code, of whatever values", () => {
  for (const [code, { kinds }] of Object.entries(PROBLEM_CODES))
    test(code, () => {
      fc.assert(
        fc.property(anyValues(kinds, anything), fc.constantFrom(...PLACES), (values, where) => {
          for (const language of ["en", "de"] as const) {
            const told = toldOf(code, values, where, language);
            assert.doesNotMatch(told.both, /STORED|undefined|\[object|NaN/, `${language} ${told.both}`);
            assert.notEqual(told.says.trim(), "");
            assert.notEqual(told.fix.trim(), "");
          }
        }),
        { numRuns: RUNS },
      );
      fc.assert(
        fc.property(anyValues(kinds, known), (values) => {
          for (const where of PLACES) {
            const [english, german] = [toldOf(code, values, where, "en"), toldOf(code, values, where, "de")];
            assert.notEqual(german.says, english.says);
            assert.notEqual(german.fix, english.fix);
            if (where !== FILE && !Object.hasOwn(INTEROP_PROBLEMS, code))
              for (const { both } of [english, german]) {
                assert.deepEqual(
                  both.match(/\b[a-z]+(?:_[a-z0-9]+)+\b/g)?.filter((name) => NAMES.has(name)) ?? [],
                  [],
                  both,
                );
                assert.doesNotMatch(
                  both,
                  /(write|or) `(unknown|not done|not applicable)`|`(unknown|not done|not applicable)`[^.]* (schreiben|angeben)|patient table|Tabelle patient/i,
                  both,
                );
              }
            const bare = german.both.replace(/„[^“]*“|`[^`]*`|\(lost to follow-up\)|\b[a-z]+_\w+/g, "");
            if (where !== FILE) assert.doesNotMatch(bare, ENGLISH, german.both);
          }
        }),
        { numRuns: RUNS },
      );
    });
});

describe("what checks raise", () => {
  const raised = problemsOfFaultyCharts();

  test("the faults reach every code of the checks", () => {
    const found = new Set(raised.map(({ code }) => code));
    // After a thousand faults the checks say that they stop.
    assert.deepEqual(
      Object.keys(CHECK_PROBLEMS).filter((code) => !found.has(code) && code !== "more-problems"),
      [],
    );
  });

  test("is told in German without an English word, and in English as it travels", () => {
    for (const one of raised.filter(({ values }) => values !== undefined)) {
      const { says, fix } = toldProblem(one, "de");
      assert.doesNotMatch(
        `${says} ${fix}`.replace(/„[^“]*“|`[^`]*`|: [\w, ]+\.$/g, ""),
        ENGLISH,
        `${one.code} ${says} ${fix}`,
      );
      if (one.where.file?.endsWith(".csv")) assert.deepEqual(toldProblem(one, "en"), { says: one.says, fix: one.fix });
    }
  });
});

test("what a form asks for does not speak of words that files write", () => {
  const rules = CODEBOOK.flatMap((table) => table.rules.map(({ says }) => says));
  const asked = FIELDS.flatMap(({ required, says }) => (required === true ? [says] : []));
  assert.deepEqual(
    [...rules, ...asked].filter((says) => /`|\b[a-z]+_[a-z]/.test(says)),
    [],
  );
});

test("what an older version stored keeps its text, and so does an unknown code or one with other values", () => {
  for (const [code, values] of [
    ["before-birth", undefined],
    ["brand-new", {}],
    ["constructor", {}],
    ["before-birth", { date: 1 }],
  ] as const)
    assert.equal(toldOf(code, values, FORM, "de").both, "STORED\nSTORED");
});
