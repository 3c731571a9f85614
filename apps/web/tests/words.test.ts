import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { CODEBOOK, fieldLabel, GERMAN_BOOK, LABELLED, MISSING_REASONS, TABLE_LABELS } from "@osteon/codebook";

/** Words that are the same in both languages. */
const SAME_SENTENCES = [
  ...["Calcium", "Ferritin", "HLA-B27", "mg/kg/d", "mg/kg", "mg", "mg/d", "Remission"],
  ...["Ibuprofen", "Naproxen", "Indometacin", "Diclofenac", "Meloxicam", "Celecoxib", "Etanercept", "Infliximab"],
  ...["Adalimumab", "Certolizumab pegol", "Golimumab", "Denosumab", "Anakinra", "Canakinumab", "Tocilizumab"],
  ...["Secukinumab", "Ustekinumab", "Tofacitinib", "Baricitinib", "Upadacitinib"],
  ...["Arthritis", "Acne fulminans", "Psoriasis", "Gibbus", "Etoricoxib", "Vitamin C"],
  ...["Enthesitis", "PedsQL", "JAMAR", "CHAQ"],
];
const SAME_LABELS = [
  "Pseudonym",
  "Status",
  "CHAQ (0–3)",
  "Material",
  "TIRM",
  "Arthritis",
  "Biobank",
  "STIR",
  "Region",
  "Version",
];
const SAME_TABLES = ["Infusion", "Manifestation"];

const SENTENCES = new Set<string>([
  ...MISSING_REASONS.map(({ says }) => says),
  ...CODEBOOK.flatMap(({ says, fields, rules }) => [
    says,
    ...rules.map((rule) => rule.says),
    ...fields.flatMap((field) => [
      field.says,
      ...(field.type.kind === "choice" ? field.type.choices.map((choice) => choice.says) : []),
    ]),
  ]),
]);

const sorted = (words: Iterable<string>): readonly string[] => [...new Set(words)].sort();
const sameOf = (pairs: readonly (readonly [string, string])[]): readonly string[] =>
  sorted(pairs.flatMap(([english, german]) => (english === german ? [english] : [])));

describe("the codebook in German", () => {
  test("every sentence of the codebook has a German one, and no other has", () => {
    assert.deepEqual(sorted(Object.keys(GERMAN_BOOK)), sorted(SENTENCES));
  });

  test("no German sentence is its English one, save the words that are the same", () => {
    assert.deepEqual(sameOf(Object.entries(GERMAN_BOOK)), sorted(SAME_SENTENCES));
  });

  test("no German sentence is blank or stands for two choices of one field", () => {
    for (const [english, german] of Object.entries(GERMAN_BOOK)) assert.match(german, /\S/, english);
    for (const { name, type } of CODEBOOK.flatMap(({ fields }) => fields)) {
      if (type.kind !== "choice") continue;
      assert.equal(new Set(type.choices.map(({ says }) => GERMAN_BOOK[says])).size, type.choices.length, name);
    }
  });

  test("a question stays a question, and a sentence ends as its English one", () => {
    for (const [english, german] of Object.entries(GERMAN_BOOK)) {
      assert.equal(/[.?:]$/.exec(german)?.[0], /[.?:]$/.exec(english)?.[0], english);
    }
  });
});

describe("short names", () => {
  const FIELDS = CODEBOOK.flatMap((table) => table.fields.map((field) => [table.name, field.name] as const));
  const pairs = FIELDS.map(([table, field]) => fieldLabel(table, field) ?? (["", ""] as const));

  test("every field of every table has a short name, and nothing else has", () => {
    assert.deepEqual(sorted(LABELLED), sorted(FIELDS.map(([table, field]) => `${table}.${field}`)));
  });

  test("they are short, and German where German differs", () => {
    for (const label of pairs.flat()) assert.ok(label.length > 0 && label.length <= 30, label);
    assert.deepEqual(sameOf(pairs), sorted(SAME_LABELS));
  });

  test("no two fields of a table have the same name", () => {
    for (const table of CODEBOOK)
      for (const at of [0, 1] as const)
        assert.equal(
          new Set(table.fields.map(({ name }) => fieldLabel(table.name, name)?.[at])).size,
          table.fields.length,
        );
  });

  test("every table has a name for one row and for many, and nothing else has", () => {
    assert.deepEqual(sorted(Object.keys(TABLE_LABELS)), sorted(CODEBOOK.map(({ name }) => name)));
    assert.deepEqual(sameOf(Object.values(TABLE_LABELS).flatMap(({ one, many }) => [one, many])), sorted(SAME_TABLES));
  });
});
