import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { tableNamed, withOwnFields } from "@osteon/codebook";
import { formatFor } from "@osteon/words";
import fc from "fast-check";
import { judgeDose } from "../src/entry/dose-check.ts";
import { readBack } from "../src/entry/read-back.ts";
import { cellsOf, cellsToSend, sameCells, typedIn, typedOf } from "../src/entry/typed-cells.ts";
import { meaningOf, strangeValues } from "../src/import/values.ts";
import { writingOf } from "../src/import/writing-of.ts";

const visit = tableNamed("visit");
const laboratory = tableNamed("laboratory");
const field = (name: string, table = visit) => {
  const found = table.fields.find((one) => one.name === name);
  assert.ok(found, name);
  return found;
};

describe("what is typed becomes a cell", () => {
  const dates = [
    ["12.5.2025", "2025-05-12"],
    ["12/05/2025", "2025-05-12"],
    ["20250512", "2025-05-12"],
    ["2025-05-12", "2025-05-12"],
    ["5.2025", "2025-05"],
    ["2025", "2025"],
    ["31.2.2025", "31.2.2025"],
    ["spring", "spring"],
    ["unknown", "unknown"],
  ] as const;
  for (const [typed, cell] of dates)
    test(`the date ${typed}, in German`, () =>
      assert.equal(cellsOf(visit, { visited_on: typed }, "de").visited_on, cell));
  test("05/06/2025 is asked about in English, and that is what a colleague finds in the draft, in German too", () => {
    const [cell = ""] = [cellsOf(visit, { visited_on: "05/06/2025" }, "en").visited_on];
    assert.equal(cell, "05/06/2025?");
    const found = typedOf(visit, { visited_on: cell }, "de");
    assert.equal(cellsOf(visit, found, "de").visited_on, cell);
  });
  const numbers = [
    ["32,5", "32.5"],
    ["32.5", "32.5"],
    [" 7 ", "7"],
    ["not done", "not done"],
    ["much", "much"],
  ] as const;
  for (const [typed, cell] of numbers)
    test(`the number ${typed}`, () => assert.equal(cellsOf(visit, { weight_kg: typed }, "de").weight_kg, cell));
  test("a CHAQ of 1,375", () => assert.equal(cellsOf(visit, { chaq: "1,375" }, "de").chaq, "1.375"));

  test("what is a cell already stays one, whatever was typed", () => {
    fc.assert(
      fc.property(fc.record({ weight_kg: fc.string(), visited_on: fc.string(), pain_nrs: fc.string() }), (typed) => {
        const once = cellsOf(visit, typed, "en");
        assert.deepEqual(cellsOf(visit, once, "en"), once);
        assert.ok(sameCells(visit, typed, once, "en"));
      }),
    );
  });

  test("in one language, it means the same after the page has changed to the other, or is asked about", () => {
    const numbers = fc.stringMatching(/^\d{1,4}([.,]\d{1,4})?$/);
    fc.assert(
      fc.property(numbers, fc.constantFrom("en", "de"), (value, was) => {
        const now = was === "en" ? "de" : "en";
        const cell = cellsOf(laboratory, { value }, was).value;
        assert.equal(cellsOf(laboratory, typedIn(laboratory, { value }, was, now), now).value, cell, value);
      }),
      { seed: 27, numRuns: 500 },
    );
  });
});

describe("what was read is shown back", () => {
  const shown = (name: string, typed: string, language: "en" | "de", table = visit) =>
    readBack(field(name, table), cellsOf(table, { [name]: typed }, language)[name] ?? "", typed, formatFor(language));
  test("a day in full words, a number where it was written otherwise", () => {
    assert.equal(shown("visited_on", "05/06/2025", "de"), "5. Juni 2025");
    assert.equal(shown("visited_on", "13/05/2024", "en"), "13 May 2024");
    assert.equal(shown("weight_kg", "3.15E1", "de"), "31,5");
    assert.equal(shown("dose", "1.234", "de", tableNamed("treatment")), "1234");
    assert.equal(shown("chaq", "1,375", "en"), "1.375");
  });
  test("and nothing where it stands so already, or was not read", () => {
    for (const [name, typed] of [
      ["weight_kg", "31,5"],
      ["weight_kg", "31.5"],
      ["weight_kg", "31.512"],
      ["weight_kg", "much"],
      ["visited_on", "2025"],
      ["visited_on", "31.2.2025"],
    ] as const)
      assert.equal(shown(name, typed, "de"), "", typed);
    assert.equal(shown("visited_on", "05/06/2025", "en"), "");
    assert.equal(shown("value", "1.234", "de", laboratory), "");
  });
});

describe("how a CSV is written", () => {
  const of = (table: string, field: string, ...cells: readonly string[]) =>
    writingOf({ headers: [field], records: cells.map((cell) => [cell]), encoding: undefined, broken: [] }, table, [
      field,
    ]).written;
  test("as the codebook, or day first with decimal commas, where its cells say so", () => {
    assert.equal(of("visit", "weight_kg", "31.5", "unknown", ""), "codebook");
    assert.equal(of("visit", "weight_kg", "31,5"), "day-first");
    assert.equal(of("visit", "visited_on", "12.05.2024"), "day-first");
    assert.equal(of("laboratory", "value", "1,234", "4,5"), "day-first");
  });
  test("or day first with decimal points, as in Britain, where other columns show points and no commas", () => {
    const both = (...records: readonly (readonly [string, string])[]) =>
      writingOf({ headers: ["on", "value"], records, encoding: undefined, broken: [] }, "laboratory", [
        "sampled_on",
        "value",
      ]);
    const day = "17/05/2009";
    for (const value of ["4.5", "0.125", "1000.125", "<0.5"])
      assert.equal(both([day, value], ["18/05/2009", "12"]).written, "day-first-point", value);
    for (const value of ["4,5", "12", "1.234", "1.234,5"]) assert.equal(both([day, value]).written, "day-first", value);
    assert.equal(both([day, "4.5"], [day, "4,5"]).written, "day-first");
    assert.equal(both([day, "4.5"], [day, "1,250"]).written, undefined);
    const { readings } = both([day, "4.5"], [day, "1,250"]);
    assert.deepEqual(readings("day-first-point"), [
      ["1,250", "1,250?"],
      [day, "2009-05-17"],
    ]);
  });
  test("is asked where its cells do not", () => {
    assert.equal(of("laboratory", "value", "1,234"), undefined);
    assert.equal(of("laboratory", "value", "1,234", "1,234.5"), undefined);
    assert.equal(of("visit", "visited_on", "05/06/2025"), undefined);
    assert.equal(of("visit", "visited_on", "05/13/2025"), undefined);
  });
});

describe("what the values of a file mean", () => {
  const proposed = (table: string, name: string, ...values: readonly string[]) => {
    const records = values.map((value) => [value]);
    const [column] = strangeValues({ headers: [name], records, encoding: undefined, broken: [] }, table, [name]);
    return values.map((value) => column?.proposed.get(value));
  };
  test("is proposed where it is certain, in either language", () => {
    assert.deepEqual(proposed("patient", "sex", "w", "M", "weiblich", "2", "d"), [
      "female",
      "male",
      "female",
      undefined,
      undefined,
    ]);
    assert.deepEqual(proposed("lesion", "side", "re", "L", "bds", "m"), ["right", "left", undefined, undefined]);
    assert.deepEqual(proposed("visit", "swelling", "ja", "kein", "-1"), ["yes", "no", undefined]);
  });
  test("is taken of every value that is certain, however many there are; those to be decided are shown first", () => {
    const unknown = Array.from({ length: 250 }, (_, place) => `drug ${place}`);
    const records = ["MTX", "Enbrel", ...unknown, "Humira"].map((value) => [value]);
    const csv = { headers: ["drug"], records, encoding: undefined, broken: [] };
    const columns = strangeValues(csv, "treatment", ["drug"]);
    assert.equal(columns[0]?.values[0], "drug 0");
    const values = meaningOf(columns, { "0 drug 3": "other" }).get(0);
    assert.deepEqual(
      ["MTX", "Enbrel", "Humira", "drug 3", "drug 4"].map((value) => values?.get(value)),
      ["methotrexate", "etanercept", "adalimumab", "other", undefined],
    );
  });
  test("is left to a person where it is not, be it the beginning of a word", () => {
    assert.deepEqual(proposed("patient", "consent", "no", "w", "0", "ja"), [undefined, undefined, undefined, "given"]);
    assert.deepEqual(proposed("lesion_observation", "state", "n", "inactive"), [undefined, undefined]);
    assert.deepEqual(proposed("treatment", "stop_reason", "r", "efficacy"), [undefined, undefined]);
  });
});

describe("a dose by weight", () => {
  test("naproxen 350 mg a day at 30 kg is 11.7 mg/kg/d, as usual", () => {
    const judged = judgeDose("naproxen", 350, "mg/d", 30);
    assert.equal(judged?.perKg.toFixed(1), "11.7");
    assert.equal(judged?.verdict, "usual");
    assert.deepEqual(judged?.usual, [10, 15]);
  });
  test("naproxen 600 mg a day at 30 kg is too much, 200 mg too little", () => {
    assert.equal(judgeDose("naproxen", 600, "mg/d", 30)?.verdict, "high");
    assert.equal(judgeDose("naproxen", 200, "mg/d", 30)?.verdict, "low");
  });
  test("prednisolone stops at 60 mg a day: at 45 kg that is 1.3 mg/kg/d and as it should be; 90 mg is not", () => {
    assert.equal(judgeDose("prednisolone", 60, "mg/d", 45)?.verdict, "usual");
    assert.equal(judgeDose("prednisolone", 2, "mg/kg/d", 45)?.verdict, "high");
    assert.equal(judgeDose("prednisolone", 2, "mg/kg/d", 25)?.verdict, "usual");
  });
  test("pamidronate is given by infusion", () => {
    assert.equal(judgeDose("pamidronate", 1, "mg/kg", 40)?.verdict, "usual");
    assert.equal(judgeDose("pamidronate", 60, "mg", 40)?.verdict, "high");
    assert.equal(judgeDose("pamidronate", 0.25, "mg/kg", 40)?.verdict, "low");
  });
  test("without a weight, a known unit or a known drug nothing is said", () => {
    assert.equal(judgeDose("naproxen", 350, "mg/d", undefined), undefined);
    assert.equal(judgeDose("naproxen", 350, "mg/m2", 30), undefined);
    assert.equal(judgeDose("methotrexate", 15, "mg/m2", 30), undefined);
  });
});

test("a form that begins in the manner of a country means the same cells", () => {
  const cells = { visited_on: "2025-05-12", weight_kg: "32.5", chaq: "1.375", temperature_cel: "not done" };
  const typed = typedOf(visit, cells, "de");
  assert.equal(typed.visited_on, "12.05.2025");
  assert.equal(typed.weight_kg, "32,5");
  assert.equal(typed.chaq, "1,375");
  for (const language of ["en", "de"] as const)
    assert.deepEqual(
      Object.fromEntries(
        Object.entries(cellsOf(visit, typedOf(visit, cells, language), language)).filter(([, cell]) => cell !== ""),
      ),
      cells,
    );
});

test("a field that the registry added while a form was open is not sent: what others entered there stays, and a second try is the first", () => {
  const stored = { visited_on: "2025-05-12", own_kit: "7" };
  const typed = { ...typedOf(visit, stored, "de"), weight_kg: "32,5" };
  const kit = { label: ["Kit", "Kit"], help: ["", ""], type: { kind: "text", maxLength: 5 } } as const;
  const [grown = visit] = withOwnFields([visit], [{ table: "visit", name: "own_kit", versions: [kit] }], "new");
  assert.deepEqual(cellsToSend(grown, typed, "de"), cellsToSend(visit, typed, "de"));
  const [known, emptied] = [typedOf(grown, stored, "de"), { ...typedOf(grown, stored, "de"), own_kit: "" }];
  assert.deepEqual(
    [known, emptied].map((words) => cellsToSend(grown, words, "de").own_kit),
    ["7", ""],
  );
});
