import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  CODEBOOK,
  cellCheck,
  cellTyped,
  FILE_NOTATION,
  type Field,
  FORM_NOTATION,
  type FormLanguage,
  type Notation,
  readCell,
  tableNamed,
  wordsOfCell,
} from "@osteon/codebook";
import fc from "fast-check";
import { allowedCell } from "./allowed-cell.ts";

const fieldOf = (table: string, name: string): Field => {
  const found = tableNamed(table).fields.find((field) => field.name === name);
  assert.ok(found, `${table}.${name}`);
  return found;
};
const VALUE = fieldOf("laboratory", "value");
const CHAQ = fieldOf("visit", "chaq");
const DAY = fieldOf("visit", "visited_on");
const LANGUAGES = ["en", "de"] as const;

describe("a number", () => {
  /** [what is written, what it is in an English form, what in a German one]; a question mark asks. */
  const WRITTEN = [
    ["1.375", "1.375", "1.375?"],
    ["1,375", "1,375?", "1.375"],
    ["0,375", "0.375", "0.375"],
    ["12,5", "12.5", "12.5"],
    ["12.5", "12.5", "12.5"],
    [".5", "0.5", "0.5"],
    [",5", "0.5", "0.5"],
    ["1.5E3", "1500", "1500"],
    ["1,5e-2", "0.015", "0.015"],
    ["1e1", "10", "10"],
    ["1,234.5", "1234.5", "1234.5"],
    ["1.234,5", "1234.5", "1234.5"],
    ["1.234.567", "1234567", "1234567"],
    ["1\u00a0234", "1234", "1234"],
    ["1\u202f234,5", "1234.5", "1234.5"],
    ["1'234.5", "1234.5", "1234.5"],
    ["12.5?", "12.5?", "12.5?"],
    ["5?", "5?", "5?"],
    ["<0.6", "<0.6", "<0.6"],
    ["1:80", "1:80", "1:80"],
    ["1,2,3", "1,2,3", "1,2,3"],
    ["1.23.4", "1.23.4", "1.23.4"],
    ["1 234 5", "1 234 5", "1 234 5"],
    ["1e999", "1e999", "1e999"],
    ["5 mg/L", "5 mg/L", "5 mg/L"],
    ["½", "½", "½"],
    ["5²", "5²", "5²"],
    ["", "", ""],
    ["unknown", "unknown", "unknown"],
  ] as const;
  for (const [text, english, german] of WRITTEN)
    test(`written ${JSON.stringify(text)}`, () => {
      assert.equal(cellTyped(VALUE, text, "en"), english);
      assert.equal(cellTyped(VALUE, text, "de"), german);
    });

  test("is read where its field can hold but one of its readings", () => {
    assert.equal(cellTyped(CHAQ, "1,375", "en"), "1.375");
    assert.equal(cellTyped(CHAQ, "1.375", "de"), "1.375");
    assert.equal(cellTyped(fieldOf("treatment", "dose"), "1.250", "de"), "1.250?", "a dose of 1.25 or of 1250");
    assert.equal(cellTyped(fieldOf("treatment", "dose"), "1.234", "de"), "1234", "a dose has two decimals");
    assert.equal(cellTyped(fieldOf("visit", "weight_kg"), "31.512", "de"), "31.512?", "neither can be");
  });

  test("below zero keeps its sign, whatever stands for it", () => {
    for (const sign of ["-", "−", "–", "‑"]) assert.equal(readCell(VALUE, `${sign}5,5`, FORM_NOTATION.de), "-5.5");
  });

  test("that was put in question stays so in every notation, until somebody says which is meant", () => {
    for (const notation of Object.values(FILE_NOTATION)) {
      assert.equal(readCell(VALUE, "1.234?", notation), "1.234?");
      assert.equal(readCell(VALUE, "1,234?", notation), "1,234?");
      assert.equal(readCell(DAY, "05/06/2025?", notation), "05/06/2025?");
    }
  });

  test("in question tells both in the notation of whoever writes the answer, and either answer is read", () => {
    const told = (notation: Notation) => cellCheck(VALUE, notation)("1.234?").map(({ fix }) => fix);
    assert.deepEqual(told(FORM_NOTATION.en), ["Look it up in the chart and write 1.234 or 1234."]);
    assert.deepEqual(told(FORM_NOTATION.de), ["Look it up in the chart and write 1,234 or 1234."]);
    assert.equal(cellTyped(VALUE, "1,234", "de"), "1.234");
    assert.equal(cellTyped(VALUE, "1234", "de"), "1234");
  });
});

describe("a date", () => {
  /** [what is written, English, German]. */
  const WRITTEN = [
    ["05/06/2025", "05/06/2025?", "2025-06-05"],
    ["5-6-2025", "5-6-2025?", "2025-06-05"],
    ["13/05/2024", "2024-05-13", "2024-05-13"],
    ["05/13/2024", "2024-05-13", "05/13/2024"],
    ["05.06.2025", "2025-06-05", "2025-06-05"],
    ["5. 6. 2025", "2025-06-05", "2025-06-05"],
    ["20250605", "2025-06-05", "2025-06-05"],
    ["2025-06-05", "2025-06-05", "2025-06-05"],
    ["5.2025", "2025-05", "2025-05"],
    ["2025-06-05 00:00:00", "2025-06-05", "2025-06-05"],
    ["2009-05-16T22:00:00Z", "2009-05-16T22:00:00Z?", "2009-05-16T22:00:00Z?"],
    ["2009-05-17T00:00:00+02:00", "2009-05-17T00:00:00+02:00?", "2009-05-17T00:00:00+02:00?"],
    ["31.2.2025", "31.2.2025", "31.2.2025"],
    ["5.6.25", "2025-06-05", "2025-06-05"],
    ["3.2.24", "2024-02-03", "2024-02-03"],
    ["3.2.99", "1999-02-03", "1999-02-03"],
    ["3/2/24", "3/2/24?", "2024-02-03"],
    ["3/2/24?", "3/2/24?", "3/2/24?"],
    ["13/2/24", "2024-02-13", "2024-02-13"],
    ["June 2025", "2025-06", "2025-06"],
    ["Feb 2024", "2024-02", "2024-02"],
    ["3 Feb 2024", "2024-02-03", "2024-02-03"],
    ["3. Februar 2024", "2024-02-03", "2024-02-03"],
    ["3-Feb-2024", "2024-02-03", "2024-02-03"],
    ["Feb 3, 2024", "2024-02-03", "2024-02-03"],
    ["February 3rd, 2024", "2024-02-03", "2024-02-03"],
    ["Mai 2024", "2024-05", "2024-05"],
    ["1. März 2024", "2024-03-01", "2024-03-01"],
    ["Okt. 2024", "2024-10", "2024-10"],
    ["Sept 2024", "2024-09", "2024-09"],
    ["Feb 24", "Feb 24", "Feb 24"],
    ["Ju 2024", "Ju 2024", "Ju 2024"],
    ["30 Feb 2024", "30 Feb 2024", "30 Feb 2024"],
    ["3 Feb 3 2024", "3 Feb 3 2024", "3 Feb 3 2024"],
    ["spring 2024", "spring 2024", "spring 2024"],
    ["2024", "2024", "2024"],
  ] as const;
  for (const [text, english, german] of WRITTEN)
    test(`written ${text}`, () => {
      assert.equal(cellTyped(DAY, text, "en"), english);
      assert.equal(cellTyped(DAY, text, "de"), german);
    });

  test("of birth is kept as its month, and any other partial date as it is typed", () => {
    const [born, onset] = [fieldOf("patient", "born_on"), fieldOf("patient", "onset_on")];
    for (const [typed, kept] of [
      ["17.5.2012", "2012-05"],
      ["2012-05-17", "2012-05"],
      ["5/2012", "2012-05"],
      ["2012", "2012"],
      ["17.5.2012?", "17.5.2012?"],
      ["31.2.2012", "31.2.2012"],
      ["unknown", "unknown"],
    ] as const)
      for (const language of LANGUAGES) assert.equal(cellTyped(born, typed, language), kept, typed);
    assert.equal(cellTyped(onset, "17.5.2012", "de"), "2012-05-17");
    // A day that stands from before is no longer shown, so the next save takes it away.
    assert.equal(wordsOfCell(born, "2012-05-17", "de"), "05.2012");
  });

  test("with a year of two digits is read in a form, which shows it back, and in no file", () => {
    for (const notation of Object.values(FILE_NOTATION)) assert.equal(readCell(DAY, "3.2.24", notation), "3.2.24");
  });
});

/** Writes a number as people do; what it means is known. */
const ways: readonly ((whole: string, fraction: string, sign: "," | ".") => string)[] = [
  (whole, fraction, sign) => (fraction === "" ? whole : `${whole}${sign}${fraction}`),
  (whole, fraction, sign) => {
    const groups = whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, sign === "," ? "." : ",");
    return fraction === "" ? groups : `${groups}${sign}${fraction}`;
  },
  (whole, fraction, sign) => {
    const groups = whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, "\u202f");
    return fraction === "" ? groups : `${groups}${sign}${fraction}`;
  },
  (whole, fraction, sign) => (whole === "0" && fraction !== "" ? `${sign}${fraction}` : `${whole}${sign}${fraction}`),
  (whole, fraction, sign) =>
    `${whole}${fraction}`.replace(/^0+(?=\d)/, "").replace(/^(\d)(\d+)$/, `$1${sign}$2`) +
    `E${exponent(whole, fraction)}`,
];
const exponent = (whole: string, fraction: string): number =>
  `${whole}${fraction}`.replace(/^0+(?=\d)/, "").length - 1 - fraction.length;

describe("whatever is written", () => {
  test("a number is read as the one that was meant, or asked about with that one among the answers", () => {
    const number = fc.tuple(fc.nat({ max: 999_999 }), fc.stringMatching(/^\d{0,3}$/), fc.constantFrom(...ways));
    const sources = [
      ["en", "."],
      ["de", ","],
    ] as const;
    fc.assert(
      fc.property(number, fc.constantFrom(...sources), fc.constantFrom(VALUE, CHAQ), (written, source, field) => {
        const [whole, fraction, way] = written;
        const [language, sign] = source;
        const text = way(String(whole), fraction, sign);
        const value = Number(`${whole}.${fraction}`);
        const cell = cellTyped(field, text, language);
        if (/^-?\d+(\.\d+)?$/.test(cell)) return assert.equal(Number(cell), value, text);
        const fixes = cellCheck(field, FORM_NOTATION[language])(cell).map(({ fix }) => fix);
        const named = fixes.flatMap((fix) => fix.match(/\d+(?:[.,]\d+)?/g) ?? []);
        assert.ok(
          named.some((one) => Number(one.replace(",", ".")) === value),
          `${text}: ${fixes.join(" ")}`,
        );
      }),
      { seed: 27, numRuns: 3000 },
    );
  });

  test("what is a cell already stays one in the codebook's own notation", () => {
    const fields = CODEBOOK.flatMap((table) => table.fields);
    fc.assert(
      fc.property(
        fc.constantFrom(...fields),
        fc.string({ unit: fc.constantFrom(..."0123456789.,?/-eE< ") }),
        (field, text) => {
          const once = cellTyped(field, text, "en");
          assert.equal(cellTyped(field, once, "en"), once);
        },
      ),
      { seed: 27, numRuns: 3000 },
    );
  });
});

describe("every value that the codebook allows", () => {
  for (const { name: table, fields } of CODEBOOK)
    for (const field of fields)
      test(`${table}.${field.name}, shown in a form and saved untouched, stays that value`, () => {
        const isAllowed = cellCheck(field);
        fc.assert(
          fc.property(allowedCell(field), fc.constantFrom<FormLanguage>(...LANGUAGES), (cell, language) => {
            fc.pre(isAllowed(cell).every(({ severity }) => severity !== "refused"));
            assert.equal(cellTyped(field, wordsOfCell(field, cell, language), language), cell);
          }),
          { seed: 27, numRuns: 200 },
        );
      });
});
