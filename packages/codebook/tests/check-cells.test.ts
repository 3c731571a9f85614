import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { checkCharts } from "@osteon/codebook";
import { goodCharts, inOneLine, planted } from "./good-charts.ts";

/** [sentence, table, row, column, what is written there, code, what the fix says] */
const FAULTS = [
  [
    "an unknown choice names the nearest",
    "lesion",
    2,
    "bone",
    "Tibja",
    "unknown-choice",
    /mean tibia\?.*femur, patella/,
  ],
  ["a label is no choice", "patient", 2, "sex", "Female", "unknown-choice", /mean female\? Allowed: female, male, und/],
  ["yes and no have one spelling", "visit", 2, "swelling", "ja", "unknown-choice", /mean yes\? Allowed: yes, no/],
  ["a pain of 11 on a scale to 10 is impossible", "visit", 2, "pain_nrs", "11", "impossible-value", /chart/],
  ["a negative weight is impossible", "visit", 2, "weight_kg", "-3", "impossible-value", /chart/],
  ["a child of 7 kg is asked about", "visit", 2, "weight_kg", "7", "implausible-value", /leave it/],
  ["half a point of pain is no whole number", "visit", 2, "pain_nrs", "3.5", "too-many-decimals", /whole number/],
  ["a weight in grams has too many decimals", "visit", 2, "weight_kg", "31.512", "too-many-decimals", /1 decimal/],
  ["a decimal comma is mended", "visit", 2, "weight_kg", "31,5", "decimal-comma", /Write 31\.5\./],
  ["a comma before three digits may be either", "laboratory", 2, "value", "1,690", "decimal-comma", /1\.690, or 1690/],
  ["a number stands without its unit", "visit", 2, "weight_kg", "31.5 kg", "not-a-number", /in kg, perhaps 31\.5/],
  [
    "a result below a limit is no number",
    "laboratory",
    2,
    "value",
    "<0.6",
    "limit-not-value",
    /^Write below as comparator, and the limit alone here\.$/,
  ],
  [
    "a result above a limit is no number",
    "laboratory",
    2,
    "value",
    "≥ 500",
    "limit-not-value",
    /^Write at_least as comparator/,
  ],
  ["a weight has no limit of measurement", "visit", 2, "weight_kg", "<8", "limit-not-value", /never .* `unknown`/],
  ["a titre is kept as its reciprocal", "laboratory", 4, "value", "1:80", "not-a-number", /^Write 80\.$/],
  ["a ratio is no titre elsewhere", "visit", 2, "weight_kg", "1:80", "not-a-number", /point alone, in kg\.$/],
  ["a point without a zero gets one", "laboratory", 2, "value", ".5", "number-format", /^Write 0\.5\.$/],
  ["a power of ten is written out", "laboratory", 2, "value", "1.5E1", "number-format", /^Write 15\.$/],
  ["grams are no kilograms", "visit", 2, "weight_kg", "31500 g", "not-a-number", /point alone, in kg\.$/],
  [
    "a result in its own unit is no number",
    "laboratory",
    2,
    "value",
    "5 mg/L",
    "not-a-number",
    /decimal point alone\.$/,
  ],
  ["a range is no number", "visit", 2, "pain_nrs", "5-7", "not-a-number", /^Write a whole number alone\.$/],
  ["a number in question stays one", "laboratory", 2, "value", "1.234?", "number-format", /write 1\.234 or 1234\.$/],
  [
    "a moment of another zone is one of two days",
    "visit",
    2,
    "visited_on",
    "2009-05-16T22:00:00Z",
    "date-format",
    /write 2009-05-16 or 2009-05-17\.$/,
  ],
  ["February has no 30th", "visit", 2, "visited_on", "2009-02-30", "impossible-date", /2009-05-17/],
  ["a year has no 13th month", "sequela", 2, "noticed_on", "2011-13", "impossible-date", /2009-05/],
  ["February has no 31st in German either", "visit", 2, "visited_on", "31.02.2009", "impossible-date", /Look/],
  ["no child was seen in the year 209", "sequela", 2, "noticed_on", "0209", "impossible-date", /year/],
  ["a visit needs its day", "visit", 2, "visited_on", "2009-05", "day-needed", /day/],
  ["a German date gets its ISO form", "visit", 2, "visited_on", "17.05.2009", "date-format", /^Write 2009-05-17\.$/],
  ["a German month gets its ISO form", "sequela", 2, "noticed_on", "6.2011", "date-format", /^Write 2011-06\.$/],
  ["an American date gets its ISO form", "visit", 2, "visited_on", "5/17/2009", "date-format", /^Write 2009-05-17\.$/],
  [
    "a date with two readings names both",
    "visit",
    2,
    "visited_on",
    "6/5/2009",
    "date-format",
    /2009-05-06 or 2009-06-05/,
  ],
  ["a date without zeros gets them", "visit", 2, "visited_on", "2009-5-17", "date-format", /^Write 2009-05-17\.$/],
  ["a time of day is not kept", "visit", 2, "visited_on", "2009-05-17 00:00:00", "date-format", /^Write 2009-05-17\.$/],
  ["a spreadsheet's day number is decoded", "visit", 2, "visited_on", "39950", "date-format", /would mean 2009-05-17/],
  [
    "a month in words is told as the codebook writes it",
    "patient",
    2,
    "born_on",
    "May 2009",
    "date-format",
    /^Write 2009-05\.$/,
  ],
  ["a day in words is one", "visit", 2, "visited_on", "17 May 2009", "date-format", /^Write 2009-05-17\.$/],
  ["a season is no date", "visit", 2, "visited_on", "spring 2009", "date-format", /2009-05-17/],
  ["a required value may not be blank", "patient", 2, "centre", "", "required", /Hospital/],
  ["a required value may not be unknown", "visit", 2, "visited_on", "unknown", "required", /Day of the visit/],
  ["a missing reason has one spelling", "visit", 2, "weight_kg", "Not_done", "missing-reason", /^Write `not done`\.$/],
  ["NA does not say why", "visit", 2, "pain_nrs", "NA", "missing-reason", /`not done`, `unknown`, `not applicable`/],
  ["a dash in a text does not say why", "lesion", 3, "level", "-", "missing-reason", /leave the cell empty/],
  ["space around a value is named", "patient", 2, "status", "alive ", "stray-space", /Write "alive"/],
  ["a text has an end", "culture", 2, "organism", "x".repeat(201), "too-long", /200/],
] as const;

describe("a cell", () => {
  test("of the good charts is never at fault", () => assert.deepEqual(checkCharts(goodCharts()), []));

  for (const [sentence, table, row, column, value, code, fix] of FAULTS) {
    test(sentence, () => {
      const problems = checkCharts(planted(table, row, { [column]: value }));
      assert.deepEqual(problems.map(inOneLine), [`${table}.csv ${row} ${column} ${JSON.stringify(value)} ${code}`]);
      assert.match(problems[0]?.fix ?? "", fix);
    });
  }

  test("only queries are left to the centre; everything else is refused", () => {
    const codes = FAULTS.map(([, table, row, column, value]) => checkCharts(planted(table, row, { [column]: value })));
    const queried = codes.flat().filter(({ severity }) => severity === "query");
    assert.deepEqual([...new Set(queried.map(({ code }) => code))], ["implausible-value"]);
  });

  test("may have several faults, and all are named", () => {
    const problems = checkCharts(planted("visit", 2, { weight_kg: " 450,55" }));
    const place = 'visit.csv 2 weight_kg " 450,55"';
    assert.deepEqual(problems.map(inOneLine), [
      `${place} stray-space`,
      `${place} decimal-comma`,
      `${place} too-many-decimals`,
      `${place} impossible-value`,
    ]);
  });

  test("that says why a value is missing is right in every optional field", () => {
    for (const reason of ["not done", "unknown", "not applicable", ""]) {
      assert.deepEqual(checkCharts(planted("visit", 2, { weight_kg: reason, swelling: reason, chaq: reason })), []);
    }
  });
});
