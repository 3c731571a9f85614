import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { CODEBOOK, cellCheck, certainChoice, choicesOf, type Field, meantChoice, slipOf } from "@osteon/codebook";
import { FOREIGN_WORDS } from "../src/codes/foreign-words/foreign-words.ts";
import { ANYWHERE, TRUE_MEANINGS, TRUE_YES_NO } from "./true-meanings.ts";

const FIELDS = CODEBOOK.flatMap(({ name, fields }) =>
  fields.flatMap((field) => (choicesOf(field) === undefined ? [] : [{ name: `${name}.${field.name}`, field }])),
);

/** What each word means in a field: the code, or nothing. */
function meaningsIn(name: string, { type }: Field): ReadonlyMap<string, string | undefined> {
  const truth =
    type.kind === "yes-no" ? TRUE_YES_NO : TRUE_MEANINGS[name === "course.dose_unit" ? "treatment.dose_unit" : name];
  assert.ok(truth, `nobody has said what words mean in ${name}`);
  const codes = new Set(choicesOf({ type } as Field)?.map(({ code }) => code));
  return new Map([
    ...ANYWHERE.split("|").map((word) => [word, undefined] as const),
    ...Object.entries(truth).flatMap(([code, words]) =>
      words.split("|").map((word) => [word, codes.has(code) ? code : undefined] as const),
    ),
  ]);
}

/** The code that the check names as meant. */
function proposalFor(field: Field, word: string): string | undefined {
  const [fix = ""] = cellCheck(field)(word).map((fault) => fault.fix);
  return /^Did you mean (\S+)\?/.exec(fix)?.[1];
}

describe("advice", () => {
  for (const { name, field } of FIELDS)
    test(`for ${name} never names what a word does not mean`, () => {
      const meanings = meaningsIn(name, field);
      const codes = choicesOf(field)?.map(({ code }) => code) ?? [];
      const foreign = [...meanings].filter(([word]) => !codes.includes(word));
      assert.ok(foreign.length >= 50, `only ${foreign.length} words`);
      const wrong = foreign.flatMap(([word, meaning]) => {
        const proposed = proposalFor(field, word);
        return proposed === undefined || proposed === meaning ? [] : [`${word}: ${proposed}, and it is ${meaning}`];
      });
      assert.deepEqual(wrong, []);
    });

  test("names what is meant for most of the words that mean something", () => {
    const meaning = FIELDS.flatMap(({ name, field }) =>
      [...meaningsIn(name, field)].flatMap(([word, code]) => (code === undefined ? [] : [{ field, word, code }])),
    );
    const named = meaning.filter(({ field, word, code }) => word === code || proposalFor(field, word) === code);
    assert.ok(named.length > 0.9 * meaning.length, `${named.length} of ${meaning.length}`);
  });

  test("names all that may be written, whether or not it names what is meant", () => {
    for (const { field } of FIELDS)
      for (const word of ["w", "zzz"]) {
        const [fault] = cellCheck(field)(word);
        assert.ok(
          fault?.fix.endsWith(
            `Allowed: ${choicesOf(field)
              ?.map(({ code }) => code)
              .join(", ")}.`,
          ),
        );
      }
  });

  /** The list that a data manager wrote: field, value, what was named, what is meant. */
  const REPORTED = [
    ["lesion.side", "R", "right"],
    ["lesion.side", "re", "right"],
    ["lesion.side", "bds", undefined],
    ["patient.sex", "f", "female"],
    ["patient.sex", "w", "female"],
    ["patient.sex", "2", undefined],
    ["patient.consent", "no", undefined],
    ["patient.consent", "refused", undefined],
    ["patient.consent", "0", undefined],
    ["culture.growth", "positive", "growth"],
    ["culture.growth", "+", "growth"],
    ["laboratory.finding", "0", "negative"],
    ["laboratory.finding", "not detected", "negative"],
    ["visit.subjective_change", "better", "improved"],
    ["visit.subjective_change", "schlechter", "worse"],
    ["visit.swelling", "kein", "no"],
    ["treatment.route", "i.v.", "intravenous"],
    ["treatment.route", "s.c.", "subcutaneous"],
    ["treatment.stop_reason", "SAE", "adverse_effect"],
    ["patient.status", "1", undefined],
    ["lesion.bone", "T7", "thoracic_vertebra"],
  ] as const;
  for (const [name, word, meant] of REPORTED)
    test(`for ${word} as ${name} is ${meant ?? "the list alone"}`, () => {
      const found = FIELDS.find((one) => one.name === name);
      assert.ok(found);
      assert.equal(proposalFor(found.field, word), meant);
    });
});

describe("the words that are known", () => {
  test("have one meaning each in their field", () => {
    for (const [field, words] of Object.entries(FOREIGN_WORDS)) {
      const seen = new Map<string, string>();
      for (const [code, { en = "", de = "" }] of Object.entries(words))
        for (const word of [...en.split("|"), ...de.split("|")].filter((one) => one !== "")) {
          const other = seen.get(word);
          assert.ok(other === undefined || other === code, `${field}: ${word} is ${other} and ${code}`);
          seen.set(word, code);
        }
    }
  });

  test("are words of fields and codes that the codebook has", () => {
    for (const [name, words] of Object.entries(FOREIGN_WORDS)) {
      const codes = FIELDS.filter(({ field }) => field.name === name).flatMap(({ field }) => choicesOf(field) ?? []);
      for (const code of Object.keys(words))
        assert.ok(code === "" || codes.some((choice) => choice.code === code), `${name}: ${code}`);
    }
  });

  test("are certain, a slip of the pen is not", () => {
    const sex = FIELDS.find(({ name }) => name === "patient.sex")?.field;
    assert.ok(sex);
    assert.deepEqual(
      ["w", "Weiblich", "FEMALE", "femle", "2"].map((word) => certainChoice(sex, word)),
      ["female", "female", "female", undefined, undefined],
    );
    assert.equal(meantChoice(sex, "femle"), "female");
  });
});

describe("a slip of the pen", () => {
  const names = ["visit.csv", "lesion_observation", "lower_limit", "upper_limit"].map((code) => ({ code }));
  test("is one letter in a word of five or more that begins as it should", () => {
    assert.equal(slipOf("visits.csv", names), "visit.csv");
    assert.equal(slipOf("Lesion Observatio", names), "lesion_observation");
    assert.equal(slipOf("tibea", [{ code: "tibia" }, { code: "fibula" }]), "tibia");
  });
  test("is nothing further, shorter, between two, or in what is no word", () => {
    for (const written of ["vist", "limit", "lowerlimit", "x", "", "visit.tsv"])
      assert.equal(slipOf(written, names), undefined);
    assert.equal(slipOf("metacarsus", [{ code: "metacarpus" }, { code: "metatarsus" }]), undefined);
    assert.equal(slipOf("mg/kg/w", [{ code: "mg/kg/d" }]), undefined);
    assert.equal(slipOf("never", [{ code: "fever" }]), undefined);
    assert.equal(slipOf("now visible", [{ code: "not_visible" }]), undefined);
    assert.equal(slipOf("t-11", [{ code: "t-10" }, { code: "t-12" }]), undefined);
  });
});

test("the nearest name is for studies: nothing that reads charts asks for it", () => {
  const root = new URL("../../../", import.meta.url);
  const readers = globSync("{packages/{codebook,interop,freeze,registry},apps/{server,web}}/src/**/*.{ts,tsx}", {
    cwd: root,
  });
  assert.ok(readers.length > 200);
  const asking = readers.filter((path) => readFileSync(new URL(path, root), "utf8").includes("nearestChoice"));
  assert.deepEqual(asking.sort(), ["packages/codebook/src/index.ts", "packages/codebook/src/nearest-choice.ts"]);
});
