import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ANALYTES } from "@osteon/codebook";
import fc from "fast-check";
import { isPrintout, readPrintout } from "../../src/visit/paste-results.ts";
import { judged } from "../../src/visit/result-words.ts";

const read = (text: string, lines: readonly string[] = []) =>
  readPrintout(text, ANALYTES, lines).map(({ analyte, value, finding, unit, because }) =>
    [analyte ?? "?", finding ?? value, unit ?? "", because ?? ""].join(" | "),
  );

describe("a printout of a laboratory is read", () => {
  for (const [title, text, lines] of [
    [
      "German lines",
      "CRP 12,3 mg/l\nBSG: 12 mm/Std\nLeukozyten  7,4 Gpt/l",
      ["crp | 12,3 | mg/L | ", "esr | 12 | mm/h | ", "leukocytes | 7,4 | GPt/L | "],
    ],
    [
      "English lines, by tabs",
      "Haemoglobin\t12.6\tg/dL\nPlatelets\t352\t10^9/L",
      ["haemoglobin | 12.6 | g/dL | ", "thrombocytes | 352 | 10*9/L | "],
    ],
    [
      "limits of measurement",
      "CRP <0,5 mg/L\nFerritin > 2000 ng/ml",
      ["crp | <0,5 | mg/L | ", "ferritin | >2000 | ng/mL | "],
    ],
    [
      "marks and limits of normal beside the value",
      "CRP 27,1 H mg/l (< 5,0)\nALAT 24 U/L 5-35",
      ["crp | 27,1 | mg/L | ", "alt | 24 | U/L | "],
    ],
    ["no unit", "CRP 12", ["crp | 12 |  | "]],
    [
      "findings, and what was not done",
      "HLA-B27 positiv\nANA neg.\nFerritin n. d.",
      ["hla_b27 | positive |  | ", "ana | negative |  | ", "ferritin | not done |  | "],
    ],
    ["a name with a digit in it", "25-hydroxyvitamin D 48 nmol/L", ["vitamin_d | 48 | nmol/L | "]],
    ["a titre", "ANA 1:80", ["ana | 1:80 |  | "]],
  ] as const)
    test(title, () => assert.deepEqual(read(text), lines));

  test("values alone go to the lines from the box on", () => {
    assert.deepEqual(read("<0.5\n12\n7,4", ["crp", "esr", "leukocytes"]), [
      "crp | <0.5 |  | ",
      "esr | 12 |  | ",
      "leukocytes | 7,4 |  | ",
    ]);
  });

  test("what is not understood is left out and says why", () => {
    assert.deepEqual(read("Kreatinin 0,5 mg/dl\nCRP\nCRP 3 mmol/L\nESR 4\nBSG 5"), [
      "? | 0,5 |  | no-analyte",
      "crp |  |  | no-value",
      "crp | 3 |  | unknown-unit",
      "esr | 4 |  | ",
      "esr | 5 |  | twice",
    ]);
  });

  test("a single value is no printout", () => {
    assert.deepEqual(["12,3", "<0.5", " 7 ", "CRP 12", "1\n2"].map(isPrintout), [false, false, false, true, true]);
  });

  test("whatever stands in a clipboard is read or left out, line by line", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        for (const line of readPrintout(text, ANALYTES, ["crp"])) {
          const isTaken = line.because === undefined;
          assert.equal(
            isTaken && line.analyte !== undefined && (line.value !== "" || line.finding !== undefined),
            isTaken,
          );
        }
      }),
    );
  });
});

describe("a result against what is normal", () => {
  for (const [comparator, value, lower, upper, verdict] of [
    ["", "5", "", "5", "within"],
    ["", "5.1", "", "5", "above"],
    ["", "3.9", "4", "12", "below"],
    ["", "4", "4", "12", "within"],
    ["", "4", "", "", undefined],
    ["below", "0.5", "", "5", "within"],
    ["below", "5", "", "5", "within"],
    ["below", "10", "", "5", undefined],
    ["below", "4", "4", "12", "below"],
    ["below", "5", "4", "12", undefined],
    ["at_most", "4", "4", "12", undefined],
    ["above", "12", "4", "12", "above"],
    ["at_least", "12", "4", "12", undefined],
    ["above", "2000", "", "140", "above"],
    ["above", "5", "", "140", undefined],
    ["", "not done", "4", "12", undefined],
    ["", "", "4", "12", undefined],
  ] as const)
    test(`${comparator} ${value} of ${lower}..${upper} is ${verdict}`, () =>
      assert.equal(judged({ comparator, value }, lower, upper), verdict));
});
