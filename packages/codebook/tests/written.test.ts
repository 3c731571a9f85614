import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { asWritten, CODEBOOK, cellAsWritten, nearestChoice, tableNamed } from "@osteon/codebook";

const field = (table: string, name: string) => {
  const found = tableNamed(table).fields.find((one) => one.name === name);
  assert.ok(found);
  return found;
};

describe("dates and numbers of another writing", () => {
  const day = (cell: string, written: "day-first" | "month-first") =>
    cellAsWritten(field("patient", "diagnosed_on"), cell, written);
  test("the day first: points, strokes, months and years alone", () => {
    assert.deepEqual(
      ["12.05.2024", "3. 6.2014", "05/06/2025", "13/05/2024", "05.2013", "5/2013", "2024-05-12", "20240512"].map(
        (cell) => day(cell, "day-first"),
      ),
      ["2024-05-12", "2014-06-03", "2025-06-05", "2024-05-13", "2013-05", "2013-05", "2024-05-12", "2024-05-12"],
    );
  });
  test("the month first: strokes alone are turned, and what has no such month stays to be asked", () => {
    assert.deepEqual(
      ["05/06/2025", "13/05/2024", "12.05.2024"].map((cell) => day(cell, "month-first")),
      ["2025-05-06", "13/05/2024", "2024-05-12"],
    );
  });
  test("days that the calendar has not, words and missing reasons stay", () => {
    for (const cell of ["31.02.2024", "32/01/2024", "gestern", "unknown", "not done", "", "12.5.24"])
      assert.equal(day(cell, "day-first"), cell);
  });
  test("a decimal comma is a point, but three digits behind it may be thousands", () => {
    const weight = (cell: string) => cellAsWritten(field("visit", "weight_kg"), cell, "day-first");
    assert.deepEqual(["41,5", "−4,25", "1.234,5", "1,234", "12", "4.5", "4,5 kg"].map(weight), [
      "41.5",
      "-4.25",
      "1234.5",
      "1,234",
      "12",
      "4.5",
      "4,5 kg",
    ]);
  });
  test("texts, keys and choices are left alone, and the codebook's own writing changes nothing", () => {
    const chart = {
      name: "visit",
      file: "visit.csv",
      rows: [{ row: 2, cells: { visit: "1,5", patient: "05.2013", visited_on: "1.2.2020", weight_kg: "3,5" } }],
    };
    assert.deepEqual(asWritten(chart, "day-first").rows[0]?.cells, {
      visit: "1,5",
      patient: "05.2013",
      visited_on: "2020-02-01",
      weight_kg: "3.5",
    });
    assert.equal(asWritten(chart, "codebook"), chart);
  });
});

describe("what was probably meant", () => {
  const sexes = [
    { code: "female", says: "Female" },
    { code: "male", says: "Male" },
    { code: "undetermined", says: "Undetermined" },
  ];
  test("a slip of the pen is seen", () => {
    assert.equal(nearestChoice("femle", sexes), "female");
    assert.equal(nearestChoice("Maale", sexes), "male");
    assert.equal(nearestChoice("tibea", [{ code: "tibia" }, { code: "fibula" }]), "tibia");
  });
  test("another word is not: no word of three letters or fewer, none far away, none between two", () => {
    for (const word of ["w", "m", "f", "weiblich", "männlich", "divers", "Mädchen", "xyz", "re", "li"])
      assert.equal(nearestChoice(word, sexes), undefined, word);
    assert.equal(nearestChoice("t-11", [{ code: "t-10" }, { code: "t-12" }]), undefined);
  });
  test("no choice of the codebook is offered for a word of one to three letters", () => {
    for (const { type } of CODEBOOK.flatMap(({ fields }) => fields))
      if (type.kind === "choice")
        for (const word of ["w", "m", "ja", "re", "li", "abc"])
          if (!type.choices.some(({ code }) => code === word))
            assert.equal(nearestChoice(word, type.choices), undefined);
  });
});
