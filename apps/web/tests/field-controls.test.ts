import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Chart, Row } from "@osteon/api";
import { tableNamed } from "@osteon/codebook";
import fc from "fast-check";
import { NOTICES as DRESDEN } from "../../../studies/schnabel-2017/german.ts";
import { NOTICES as SEQUEL } from "../../../studies/tnfi-or-pamidronate/german.ts";
import { askedReadings } from "../src/controls/asked-readings.ts";
import { chosenByLetter } from "../src/controls/chosen-by-letter.ts";
import { cellsOf, typedOf, typedWith } from "../src/entry/typed-cells.ts";
import { valueBefore } from "../src/entry/value-before.ts";
import { noticeIn } from "../src/frame/notice-words.ts";
import { bookFor } from "../src/words/codebook-words.ts";

const LANGUAGES = ["en", "de"] as const;
const laboratory = tableNamed("laboratory");
const visit = tableNamed("visit");
const fieldOf = (table: typeof visit, name: string) => {
  const found = table.fields.find((field) => field.name === name);
  assert.ok(found, name);
  return found;
};
const VALUE = fieldOf(laboratory, "value");
const DAY = fieldOf(visit, "visited_on");

describe("what can be read in two ways", () => {
  const words = (typed: string, field = VALUE, language: "en" | "de" = "en") =>
    askedReadings(field, typed, language).map(({ words }) => words);
  test("is asked with what each answer is typed as, in the manner of the language", () => {
    assert.deepEqual(words("02/03/2024", DAY), ["2024-03-02", "2024-02-03"]);
    assert.deepEqual(words("02/03/2024", DAY, "de"), [], "German puts the day first");
    assert.deepEqual(words("1.234", VALUE, "de"), ["1,234", "1234"]);
    assert.deepEqual(words("1,234"), ["1.234", "1234"]);
    assert.deepEqual(words("< 1,234"), ["<1.234", "<1234"]);
    assert.deepEqual(words("1,375", fieldOf(visit, "chaq")), [], "no CHAQ is 1375");
    assert.deepEqual(words("31.512", fieldOf(visit, "weight_kg"), "de"), [], "neither can be: that is told, not asked");
    assert.deepEqual(words("13/02/2024", DAY), []);
  });
  test("is asked no more once it is answered, and then means what was chosen, in German and in English", () => {
    const number = fc.stringMatching(/^[<>]?[1-9]\d{0,2}[.,]\d{3}$/);
    const day = fc.stringMatching(/^(0?[1-9]|1[0-2])[/-](0?[1-9]|1[0-2])[/-](20[0-2]\d|[0-9]\d)$/);
    const written = fc.oneof(
      fc.record({ field: fc.constant(VALUE), typed: number }),
      fc.record({ field: fc.constant(DAY), typed: day }),
    );
    let asked = 0;
    fc.assert(
      fc.property(written, fc.constantFrom(...LANGUAGES), ({ field, typed }, language) => {
        const table = field === DAY ? visit : laboratory;
        for (const { words, cell } of askedReadings(field, typed, language)) {
          asked += 1;
          assert.deepEqual(askedReadings(field, words, language), []);
          assert.equal(cellsOf(table, { [field.name]: words }, language)[field.name], cell);
        }
      }),
      { seed: 34, numRuns: 500 },
    );
    assert.ok(asked > 100);
  });
});

describe("a limit in place of a result", () => {
  const cells = fc.record({
    comparator: fc.constantFrom("", "below", "at_most", "at_least", "above"),
    value: fc.constantFrom("0.5", "1.375", "12", "1234.567", "", "not done", "unknown"),
    unit: fc.constantFrom("mg/L", ""),
  });
  test("stands before its number in one box, and is the same two cells again", () => {
    assert.equal(typedOf(laboratory, { comparator: "below", value: "0.5" }, "de").value, "<0,5");
    fc.assert(
      fc.property(cells, fc.constantFrom(...LANGUAGES), (stored, language) => {
        const typed = typedOf(laboratory, stored, language);
        const again = cellsOf(laboratory, typed, language);
        for (const [name, cell] of Object.entries(stored)) assert.equal(again[name], cell, name);
        const isNumber = /^\d/.test(stored.value);
        assert.equal(typed.comparator, isNumber ? "" : stored.comparator, "it stays apart where no number is");
      }),
      { seed: 35 },
    );
  });
  test("of another person is taken whole, number or sign, beside words that stay as they were typed", () => {
    const mine = { value: "<0.5", sampled_on: "3.2.24", unit: "mg/L" };
    const taken = typedWith(laboratory, mine, { value: "0.6" }, "en");
    assert.deepEqual([taken.value, taken.sampled_on], ["<0.6", "3.2.24"]);
    assert.equal(typedWith(laboratory, mine, { comparator: "" }, "en").value, "0.5");
    assert.equal(typedWith(laboratory, mine, { unit: "mg/dL" }, "en").value, "<0.5");
  });
});

test("yes and no are chosen by their letters in the language, and by the English ones besides", () => {
  const offered = (language: "en" | "de", field: string, ...codes: readonly string[]) =>
    codes.map((code) => ({ code, says: bookFor(language).cell("visit", field, code) }));
  const yesNo = (language: "en" | "de", key: string) => chosenByLetter(offered(language, "swelling", "yes", "no"), key);
  assert.deepEqual([yesNo("en", "y"), yesNo("en", "N"), yesNo("en", "j")], ["yes", "no", undefined]);
  assert.deepEqual([yesNo("de", "j"), yesNo("de", "n"), yesNo("de", "y")], ["yes", "no", "yes"]);
  for (const key of ["?", "1", "Tab", " ", ""]) assert.equal(yesNo("en", key), undefined);
  const two = [
    { code: "a", says: "Same" },
    { code: "b", says: "Some" },
  ];
  assert.equal(chosenByLetter(two, "s"), undefined, "two begin so");
});

describe("the value before", () => {
  const row = (key: string, status: Row["status"], cells: Record<string, string>) =>
    ({ table: "visit", key, patient: "P", centre: "Ulm", status, version: 1, cells }) as Row;
  const chart = {
    rows: [
      row("V1", "complete", { visited_on: "2021-01-01", temperature_cel: "36.6", weight_kg: "30" }),
      row("V2", "draft", { visited_on: "2021-02-01", temperature_cel: "366" }),
      row("V3", "complete", { visited_on: "2021-03-01", temperature_cel: "not done", weight_kg: "31" }),
      row("V4", "complete", { visited_on: "2021-05-01", temperature_cel: "39" }),
    ],
  } as unknown as Chart;
  const before = (field: string, visited_on = "2021-04-01") =>
    valueBefore(visit, chart, { key: "V9", cells: { visited_on } })(field);
  test("is the last that counts: of no draft, no reason why there was none, no later visit", () => {
    assert.deepEqual(
      [before("temperature_cel")?.cells.temperature_cel, before("temperature_cel")?.on],
      ["36.6", "2021-01-01"],
    );
    assert.equal(before("weight_kg")?.cells.weight_kg, "31");
    assert.equal(before("temperature_cel", "2021-06-01")?.cells.temperature_cel, "39");
    assert.equal(before("pain_nrs"), undefined);
    assert.equal(before("visited_on"), undefined);
  });
});

test("what a cohort that comes with Osteon says of itself is said on a German page as its study says it", () => {
  for (const [english, german] of Object.entries({ ...DRESDEN, ...SEQUEL }))
    assert.deepEqual([noticeIn(english, "de"), noticeIn(english, "en")], [{ words: german }, { words: english }]);
  assert.deepEqual(noticeIn("Drawn from a model.", "de"), { words: "Drawn from a model.", lang: "" });
});
