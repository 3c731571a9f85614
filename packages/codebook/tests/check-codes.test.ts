import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { checkCharts } from "@osteon/codebook";
import { inOneLine, type Planted, planted } from "./good-charts.ts";

const LABORATORY: readonly Planted[] = [
  ["a result has a unit", "laboratory", 2, { unit: "" }, 'laboratory.csv 2 unit "" required-with', /value is 1\.69/],
  [
    "a limit has a unit",
    "laboratory",
    2,
    { unit: "", value: "not done" },
    'laboratory.csv 2 upper_limit "0.5" number-without-unit',
    /upper_limit/,
  ],
  [
    "a unit is one that is known",
    "laboratory",
    2,
    { unit: "mg/dl" },
    'laboratory.csv 2 unit "mg/dl" unknown-unit',
    /mg\/dl/,
  ],
  [
    "nothing lies below 0",
    "laboratory",
    2,
    { comparator: "below", value: "0" },
    'laboratory.csv 2 value "0" below-zero',
    /CRP/,
  ],
  [
    "a result or a limit, that is known",
    "laboratory",
    2,
    { comparator: "unknown" },
    'laboratory.csv 2 comparator "unknown" result-or-limit',
    /not known/,
  ],
  [
    "below needs its limit",
    "laboratory",
    2,
    { comparator: "below", value: "unknown" },
    'laboratory.csv 2 value "unknown" required-with',
    /comparator/,
  ],
  ["a quantity has a value", "laboratory", 2, { value: "" }, 'laboratory.csv 2 value "" result-missing', /value/],
  [
    "a quantity is not positive",
    "laboratory",
    2,
    { finding: "positive" },
    'laboratory.csv 2 finding "positive" number-not-finding',
    /number/,
  ],
  [
    "a finding is positive or negative",
    "laboratory",
    3,
    { finding: "" },
    'laboratory.csv 3 finding "" result-missing',
    /finding/,
  ],
  [
    "a finding has no value",
    "laboratory",
    3,
    { value: "1" },
    'laboratory.csv 3 value "1" finding-not-number',
    /positive or negative/,
  ],
  [
    "a titre has a value or a finding",
    "laboratory",
    4,
    { value: "", unit: "", finding: "" },
    'laboratory.csv 4 value "" result-missing',
    /value/,
  ],
  // 1001 mg/L is above the possible 1000; as 100.1 mg/dL the same amount.
  [
    "limits hold after conversion",
    "laboratory",
    2,
    { value: "100.1" },
    'laboratory.csv 2 value "100.1" impossible-value',
    /1001 mg\/L/,
  ],
  // 401 mg/L is possible, but above the plausible 400.
  [
    "an unusual result is asked about",
    "laboratory",
    2,
    { value: "40.1" },
    'laboratory.csv 2 value "40.1" implausible-value',
    /401 mg\/L/,
  ],
  ...["1.234", "2.480", "17.050"].map(
    (value): Planted => [
      `a ferritin of ${value} may be one of ${value.replace(".", "")}`,
      "laboratory",
      2,
      { analyte: "ferritin", unit: "ng/mL", value, upper_limit: "" },
      `laboratory.csv 2 value ${JSON.stringify(value)} maybe-thousands`,
      new RegExp(`may be ${value.replace(".", "")} ng/mL`),
    ],
  ),
];

const OTHERS: readonly Planted[] = [
  [
    "a drug has its class",
    "treatment",
    2,
    { drug_class: "steroid" },
    'treatment.csv 2 drug_class "steroid" drug-class',
    /nsaid/,
  ],
  [
    "a dose above the regimen is asked about",
    "treatment",
    2,
    { dose: "15.5" },
    'treatment.csv 2 dose "15.5" unusual-dose',
    /15 mg\/kg\/d/,
  ],
  [
    "an infusion above the regimen is asked about",
    "course",
    3,
    { dose: "1.5" },
    'course.csv 3 dose "1.5" unusual-dose',
    /pamidronate/,
  ],
  ["a tibia has a side", "lesion", 2, { side: "" }, 'lesion.csv 2 side "" side-of-bone', /left and a right/],
  [
    "a tibia is not on the midline",
    "lesion",
    2,
    { side: "midline" },
    'lesion.csv 2 side "midline" side-of-bone',
    /midline/,
  ],
  ["a vertebra has no side", "lesion", 3, { side: "left" }, 'lesion.csv 3 side "left" side-of-bone', /no left side/],
];

for (const [group, faults] of Object.entries({ LABORATORY, OTHERS })) {
  describe(`a row: ${group.toLowerCase()}`, () => {
    for (const [sentence, table, row, cells, problem, says] of faults) {
      test(sentence, () => {
        const found = checkCharts(planted(table, row, cells));
        assert.deepEqual(found.map(inOneLine), [problem]);
        assert.match(found[0]?.says ?? "", says);
      });
    }
  });
}

test("three decimals are asked about only where thousands could be meant", () => {
  for (const cells of [
    { analyte: "leukocytes", unit: "10*9/L", value: "9.123", upper_limit: "" },
    { analyte: "haemoglobin", unit: "g/dL", value: "12.345", upper_limit: "" },
    { analyte: "ferritin", unit: "ng/mL", value: "123.4", upper_limit: "" },
  ])
    assert.deepEqual(checkCharts(planted("laboratory", 2, cells)), []);
  assert.deepEqual(checkCharts(planted("visit", 2, { chaq: "1.375" })), []);
});

test("another spelling of a unit is named, a unit near it never", () => {
  const fixFor = (analyte: string, unit: string, value: string) =>
    checkCharts(planted("laboratory", 2, { analyte, unit, value, upper_limit: "" })).find(
      ({ code }) => code === "unknown-unit",
    )?.fix ?? "";
  for (const [analyte, unit, meant] of [
    ["crp", "mg/dl", "mg/dL"],
    ["crp", "MG / L", "mg/L"],
    ["ferritin", "µg/l", "ug/L"],
    ["leukocytes", "G/l", "10*9/L"],
    ["esr", "mm/Std.", "mm/h"],
  ] as const)
    assert.ok(fixFor(analyte, unit, "5").startsWith(`Did you mean ${meant}? Known for ${analyte}: `), unit);
  for (const [analyte, unit] of [
    ["crp", "g/L"],
    ["crp", "ng/mL"],
    ["ferritin", "mg/mL"],
    ["calcium", "umol/L"],
    ["haemoglobin", "mg/dL"],
  ] as const)
    assert.ok(fixFor(analyte, unit, "5").startsWith(`Known for ${analyte}: `), unit);
});
