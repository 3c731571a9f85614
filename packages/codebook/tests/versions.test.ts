import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  CODEBOOK,
  CODEBOOK_VERSION,
  codebookOf,
  compareStructures,
  type Field,
  structureOf,
  type Table,
  tablesOf,
} from "@osteon/codebook";

const WAS = structureOf(CODEBOOK);
const OPEN = CODEBOOK_VERSION + 1;

/** The codebook with one table or field changed. */
const withTable = (name: string, change: (table: Table) => Table): readonly Table[] =>
  CODEBOOK.map((table) => (table.name === name ? change(table) : table));
const withField = (table: string, name: string, change: (field: Field) => Field): readonly Table[] =>
  withTable(table, (one) => ({
    ...one,
    fields: one.fields.map((field) => (field.name === name ? change(field) : field)),
  }));
const withNew = (extra: Partial<Field> & { since?: number }): readonly Table[] =>
  withTable("visit", (table) => ({
    ...table,
    fields: [...table.fields, { name: "invented_cm", says: "Body height.", required: false, type: WIDTH, ...extra }],
  }));
const WIDTH = { kind: "integer", limits: { possible: [20, 250], plausible: [60, 200] } } as const;
const limited =
  (possible: readonly [number, number]) =>
  (field: Field): Field => ({
    ...field,
    type: { ...field.type, limits: { possible, plausible: possible } } as Field["type"],
  });

const refusalsOf = (codebook: readonly Table[]) =>
  compareStructures(WAS, structureOf(codebook), OPEN).refusals.map(({ about, says }) => `${about}: ${says}`);

describe("versions of the codebook", () => {
  test("version 1 is without what came later", () => {
    const codes = (codebook: readonly Table[]) => {
      const type = codebook
        .flatMap(({ name, fields }) => (name === "lesion" ? fields : []))
        .find(({ name }) => name === "part")?.type;
      return type?.kind === "choice" ? type.choices.map(({ code }) => code) : [];
    };
    assert.deepEqual(codes(codebookOf(1)), ["epiphysis", "metaphysis", "diaphysis", "body", "whole"]);
    assert.ok(codes(codebookOf(2)).includes("proximal_metaphysis"));
    assert.deepEqual(codebookOf(CODEBOOK_VERSION), CODEBOOK);
    assert.deepEqual(
      codebookOf(1, withNew({ since: OPEN })).find(({ name }) => name === "visit")?.fields.length,
      codebookOf(1).find(({ name }) => name === "visit")?.fields.length,
    );
  });

  test("a locked codebook becomes tables that lock to the same", () => {
    assert.deepEqual(structureOf(tablesOf(WAS)), WAS);
  });
});

describe("what a generated step does", () => {
  const { added, widened, refusals } = compareStructures(
    WAS,
    structureOf(
      withTable("visit", (table) => ({
        ...table,
        fields: [...withNew({ since: OPEN }).flatMap(({ name, fields }) => (name === "visit" ? fields : []))].map(
          (field) => (field.name === "pain_nrs" ? limited([0, 11])(field) : field),
        ),
        rules: [...table.rules, { code: "required-with", field: "weight_kg", when: "invented_cm", says: "Invented." }],
      })),
    ),
    OPEN,
  );

  test("it adds a field and a rule that only its rows can break, and widens a limit", () => {
    assert.deepEqual(added, ["visit.invented_cm", "visit: required-with weight_kg invented_cm"]);
    assert.deepEqual(widened, ["visit.pain_nrs: possible 0 to 11"]);
    assert.deepEqual(refusals, []);
  });

  const LOSES: readonly (readonly [title: string, codebook: readonly Table[], refusal: RegExp])[] = [
    ["a table that goes", CODEBOOK.filter(({ name }) => name !== "biopsy"), /^biopsy: The table is gone/],
    [
      "a field that goes",
      withTable("visit", (table) => ({ ...table, fields: table.fields.filter(({ name }) => name !== "heat") })),
      /^visit\.heat: The field is gone/,
    ],
    [
      "a field of another kind",
      withField("visit", "chaq", (field) => ({ ...field, type: WIDTH })),
      /^visit\.chaq: Its kind was decimal/,
    ],
    [
      "a field of another unit",
      withField("visit", "weight_kg", (field) => ({ ...field, unit: "g" })),
      /^visit\.weight_kg: Its unit was kg and is g/,
    ],
    [
      "narrower limits",
      withField("visit", "pain_nrs", limited([0, 9])),
      /^visit\.pain_nrs: It could be 0 to 10 and can be 0 to 9/,
    ],
    [
      "a choice that goes",
      withField("lesion", "side", (field) => ({
        ...field,
        type: { kind: "choice", choices: [{ code: "left", says: "Left" }] },
      })),
      /^lesion\.side: right: The choice is gone/,
    ],
    [
      "a shorter text",
      withField("lesion", "level", (field) => ({ ...field, type: { kind: "text", maxLength: 3 } })),
      /^lesion\.level: Its maxLength was 200 and is 3/,
    ],
    [
      "a new field that is required",
      withNew({ since: OPEN, required: true }),
      /^visit\.invented_cm: A new field cannot be required/,
    ],
    [
      "a field that becomes required",
      withField("visit", "pain_nrs", (field) => ({ ...field, required: true })),
      /^visit\.pain_nrs: Its required was none and is true/,
    ],
    [
      "a new field that says nothing of its version",
      withNew({}),
      /^visit\.invented_cm: The field and .* belongs to version/,
    ],
    [
      "a field that says another version than before",
      withField("visit", "pain_nrs", (field) => ({ ...field, since: 2 })),
      /^visit\.pain_nrs: Its since was 1 and is 2/,
    ],
    [
      "a new choice without its version",
      withField("lesion", "side", ({ type, ...field }) => ({
        ...field,
        type: type.kind === "choice" ? { ...type, choices: [...type.choices, { code: "both", says: "Both" }] } : type,
      })),
      /^lesion\.side: both: The choice and .* belongs to version/,
    ],
    [
      "a rule that asks for more in rows of before",
      withTable("visit", (table) => ({
        ...table,
        rules: [{ code: "required-with", field: "chaq", when: "pain_nrs", says: "Invented." }],
      })),
      /^visit: required-with chaq pain_nrs: The rule may be broken/,
    ],
  ];
  for (const [title, codebook, refusal] of LOSES)
    test(`${title} is refused, with what to write by hand`, () => {
      const found = compareStructures(WAS, structureOf(codebook), OPEN).refusals;
      assert.ok(
        refusalsOf(codebook).some((line) => refusal.test(line)),
        refusalsOf(codebook).join("\n"),
      );
      for (const { byHand } of found) assert.match(byHand, /\S/);
    });
});
