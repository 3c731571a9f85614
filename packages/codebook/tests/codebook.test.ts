import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  ANALYTES,
  BONES,
  type Choice,
  CODEBOOK,
  type Codes,
  DOSE_CEILINGS,
  DRUG_CLASSES,
  DRUGS,
  frozenColumns,
  keyOf,
  MISSING_REASONS,
  type Rule,
  sinceOf,
} from "@osteon/codebook";

const FIELDS = CODEBOOK.flatMap((table) => table.fields.map((field) => ({ table: table.name, field })));
const CHOICES: readonly Choice[] = [
  ...FIELDS.flatMap(({ field }) => (field.type.kind === "choice" ? field.type.choices : [])),
  ...DRUG_CLASSES,
];
const CODES: readonly Codes[] = [...FIELDS.map(({ field }) => field), ...CHOICES].flatMap(({ codes }) => codes ?? []);

const repeated = (names: readonly string[]): readonly string[] =>
  names.filter((name, place) => names.indexOf(name) !== place);

/** LOINC's check digit: double every second digit from the right, add the digits, fill up to the next ten. */
function loincCheckDigit(number: string): number {
  const digits = [...number].reverse().map((digit, place) => Number(digit) * (place % 2 === 0 ? 2 : 1));
  const sum = digits.reduce((total, digit) => total + Math.floor(digit / 10) + (digit % 10), 0);
  return (10 - (sum % 10)) % 10;
}

describe("the codebook", () => {
  test("has no name twice", () => {
    assert.deepEqual(repeated(CODEBOOK.map(({ name }) => name)), []);
    for (const { fields } of CODEBOOK) assert.deepEqual(repeated(fields.map(({ name }) => name)), []);
    for (const table of CODEBOOK) assert.deepEqual(repeated(frozenColumns(table).map(({ name }) => name)), []);
  });

  test("names everything in snake_case", () => {
    const names = [...CODEBOOK.map(({ name }) => name), ...FIELDS.map(({ field }) => field.name)];
    const codes = CHOICES.map(({ code }) => code).filter((code) => !code.includes("/") && code !== "mg");
    for (const name of [...names, ...codes]) assert.match(name, /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
  });

  test("has no choice twice in a field and none that says a value is missing", () => {
    const tokens = new Set<string>(MISSING_REASONS.map(({ token }) => token));
    for (const { field } of FIELDS) {
      const codes = field.type.kind === "choice" ? field.type.choices.map(({ code }) => code) : [];
      assert.deepEqual(repeated(codes), []);
      assert.ok(!codes.some((code) => tokens.has(code)));
    }
  });

  test("refers to tables that stand earlier, by their key's name", () => {
    for (const [place, table] of CODEBOOK.entries()) {
      for (const { name, type } of table.fields) {
        if (type.kind !== "reference") continue;
        const target = CODEBOOK.slice(0, place).find((earlier) => earlier.name === type.table);
        assert.equal(target && keyOf(target).name, name);
      }
    }
  });

  test("gives every table one key, as its first field, and every table but patient a patient", () => {
    for (const { name, fields } of CODEBOOK) {
      assert.deepEqual(
        fields.flatMap(({ type }, place) => (type.kind === "key" ? [place] : [])),
        [0],
      );
      assert.ok(name === "patient" || fields.some(({ type }) => type.kind === "reference" && type.table === "patient"));
    }
  });

  test("has rules about fields that exist and are of one kind", () => {
    const fieldsOf = (rule: Rule): readonly string[] =>
      rule.code === "not-before" ? [rule.earlier, rule.later] : [rule.field, rule.when];
    for (const { fields, rules } of CODEBOOK) {
      const kinds = new Map(fields.map(({ name, type }) => [name, type.kind.replace("partial-", "")]));
      for (const rule of rules) {
        const [one, other] = fieldsOf(rule).map((name) => kinds.get(name));
        assert.ok(one !== undefined && other !== undefined);
        if (rule.code === "not-before") assert.equal(one, other);
      }
    }
  });

  test("asks about less than it refuses", () => {
    const limits = [...FIELDS.map(({ field }) => field.type), ...ANALYTES].flatMap((holder) =>
      "limits" in holder ? [holder.limits] : [],
    );
    for (const { possible, plausible } of limits) {
      assert.ok(possible[0] <= plausible[0] && plausible[0] <= plausible[1] && plausible[1] <= possible[1]);
    }
  });

  test("has a sentence everywhere", () => {
    for (const { says } of [...CODEBOOK, ...FIELDS.map(({ field }) => field), ...CHOICES]) assert.match(says, /\S/);
    for (const { says } of CODEBOOK) assert.match(says, /^One row per .*\.$/);
  });
});

describe("the codes", () => {
  test("of LOINC pass their check digit", () => {
    assert.equal(loincCheckDigit("1988"), 5, "by hand: 8*2=16 -> 7, 8, 9*2=18 -> 9, 1; 25 -> 5");
    const codes = CODES.flatMap(({ loinc }) => loinc ?? []);
    assert.ok(codes.length >= ANALYTES.filter((analyte) => sinceOf(analyte) === 1).length);
    for (const code of codes) {
      const [number = "", digit] = code.split("-");
      assert.equal(digit, `${loincCheckDigit(number)}`, code);
    }
    assert.notEqual(loincCheckDigit("1989"), 5, "a slip of one digit is found");
  });

  test("of LOINC, HPO, ATC, Orphanet and ICD-10-GM have their shape", () => {
    const shapes = {
      loinc: /^\d{3,5}-\d$/,
      hpo: /^HP:\d{7}$/,
      atc: /^[A-Z]\d{2}[A-Z]{2}\d{2}$/,
      orpha: /^\d+$/,
      icd10gm: /^[A-Z]\d{2}\.\d+$/,
    };
    for (const codes of CODES) {
      for (const [system, shape] of Object.entries(shapes)) {
        const code = codes[system as keyof Codes];
        if (code !== undefined) assert.match(code, shape);
      }
    }
  });

  test("of drugs and analytes are not given twice", () => {
    assert.deepEqual(repeated(DRUGS.flatMap(({ codes }) => codes?.atc ?? [])), []);
    assert.deepEqual(repeated(ANALYTES.flatMap(({ codes }) => codes?.loinc ?? [])), []);
    assert.deepEqual(repeated(BONES.map(({ code }) => code)), []);
  });

  test("of units begin with the analyte's own, one to one", () => {
    for (const { reported, unit, scale } of ANALYTES) {
      assert.deepEqual(reported[0], scale === "finding" ? undefined : { unit, numerator: 1, denominator: 1 });
      assert.deepEqual(repeated(reported.map((each) => each.unit)), []);
    }
  });

  test("of usual doses are drugs of the codebook in units of its fields", () => {
    const units = FIELDS.flatMap(({ field }) =>
      field.name === "dose_unit" && field.type.kind === "choice" ? field.type.choices.map(({ code }) => code) : [],
    );
    for (const { drug, unit } of DOSE_CEILINGS)
      assert.ok(DRUGS.some(({ code }) => code === drug) && units.includes(unit));
  });
});
