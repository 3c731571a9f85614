import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type ChartRow, type Charts, checkCharts } from "@osteon/codebook";
import { goodCharts, inOneLine, type Planted, planted } from "./good-charts.ts";

const REFERENCES: readonly Planted[] = [
  ["a key stands once", "visit", 3, { visit: "V1" }, 'visit.csv 3 visit "V1" duplicate-key', /row 2/],
  [
    "a row belongs to a child",
    "relapse",
    2,
    { patient: "P9" },
    'relapse.csv 2 patient "P9" no-such-row',
    /patient\.csv/,
  ],
  [
    "a course belongs to a treatment",
    "course",
    2,
    { treatment: "T9" },
    'course.csv 2 treatment "T9" no-such-row',
    /T9/,
  ],
  [
    "a lesion is not seen on the images of another child",
    "lesion_observation",
    2,
    { imaging: "I2" },
    'lesion_observation.csv 2 imaging "I2" other-patient',
    /belongs to P1, but I2 \(imaging\.csv, row 3\) belongs to P2/,
  ],
  [
    "a lesion is not another child's",
    "lesion_observation",
    2,
    { lesion: "N3" },
    'lesion_observation.csv 2 lesion "N3" other-patient',
    /P2/,
  ],
  [
    "a result is not read at another's visit",
    "laboratory",
    2,
    { visit: "V2" },
    'laboratory.csv 2 visit "V2" other-patient',
    /P2/,
  ],
];

const RULES: readonly Planted[] = [
  [
    "a drug does not stop before it starts",
    "treatment",
    2,
    { stopped_on: "2009-05-16" },
    'treatment.csv 2 stopped_on "2009-05-16" not-before',
    /cannot stop/,
  ],
  [
    "a diagnosis does not precede the onset",
    "patient",
    2,
    { onset_on: "2009-06" },
    'patient.csv 2 diagnosed_on "2009-05-17" not-before',
    /2009-06/,
  ],
  [
    "an onset does not precede birth",
    "patient",
    2,
    { onset_on: "1998" },
    'patient.csv 2 onset_on "1998" not-before',
    /before birth/,
  ],
  [
    "a lower limit is not the higher one",
    "laboratory",
    2,
    { lower_limit: "0.6" },
    'laboratory.csv 2 upper_limit "0.5" not-before',
    /exceed/,
  ],
  [
    "a dose has a unit",
    "treatment",
    2,
    { dose_unit: "unknown" },
    'treatment.csv 2 dose_unit "unknown" required-with',
    /dose is 15/,
  ],
  [
    "a reason for stopping has a day",
    "treatment",
    2,
    { stopped_on: "" },
    'treatment.csv 2 stopped_on "" required-with',
    /day/,
  ],
  ["growth has an organism", "culture", 2, { organism: "" }, 'culture.csv 2 organism "" required-when', /growth/],
  [
    "arthritis is distant or not",
    "manifestation",
    2,
    { distant_from_lesions: "not applicable" },
    'manifestation.csv 2 distant_from_lesions "not applicable" required-when',
    /arthritis/,
  ],
];

const LIFETIME: readonly Planted[] = [
  [
    "no visit before birth",
    "visit",
    2,
    { visited_on: "1999-10-31" },
    'visit.csv 2 visited_on "1999-10-31" before-birth',
    /P1 \(1999-11\)/,
  ],
  [
    "no lesion is observed before birth",
    "imaging",
    2,
    { imaged_on: "1999-10-31" },
    'imaging.csv 2 imaged_on "1999-10-31" before-birth',
    /lesion_observation O1, lesion_observation O2/,
  ],
  [
    "no joint is inflamed before birth",
    "manifestation",
    2,
    { noticed_on: "1998" },
    'manifestation.csv 2 noticed_on "1998" before-birth',
    /joint J1/,
  ],
  [
    "no diagnosis before birth",
    "patient",
    3,
    { diagnosed_on: "2000-12-31" },
    'patient.csv 3 diagnosed_on "2000-12-31" before-birth',
    /2001/,
  ],
  [
    "a relapse after the last contact is asked about",
    "relapse",
    2,
    { noticed_on: "2012-03-02" },
    'relapse.csv 2 noticed_on "2012-03-02" after-last-contact',
    /2012-03-01/,
  ],
];

for (const [group, faults] of Object.entries({ REFERENCES, RULES, LIFETIME })) {
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

describe("a row is not at fault", () => {
  const right: readonly (readonly [string, string, number, ChartRow])[] = [
    ["where a partial date may still be in order", "patient", 2, { onset_on: "2009-05", born_on: "1999" }],
    ["where a drug stops on the day it starts", "treatment", 2, { stopped_on: "2009-05-17" }],
    ["where an operation falls into the month of birth", "biopsy", 2, { taken_on: "1999-11-01" }],
    ["where a year may still follow the month of birth", "manifestation", 2, { noticed_on: "1999" }],
    ["where a year may still precede the last contact", "sequela", 2, { noticed_on: "2012" }],
    ["where the organism could not be found out", "culture", 2, { organism: "unknown" }],
    ["where a drug that is not listed has any class", "treatment", 4, { drug_class: "tnf_inhibitor" }],
    ["where a test was ordered and not done", "laboratory", 2, { value: "not done", unit: "", upper_limit: "" }],
  ];
  for (const [sentence, table, row, cells] of right) {
    test(sentence, () => assert.deepEqual(checkCharts(planted(table, row, cells)), []));
  }
});

describe("charts as a whole", () => {
  test("yield every problem at once, by table and row", () => {
    const charts = goodCharts((rows) => ({
      ...rows,
      patient: (rows.patient ?? []).map((cells) => ({ ...cells, born_on: "" })),
      visit: (rows.visit ?? []).map((cells) => ({ ...cells, visited_on: "17.05.2009", pain_nrs: "12" })),
      joint: (rows.joint ?? []).map((cells) => ({ ...cells, manifestation: "M7", site: "kneee" })),
    }));
    assert.deepEqual(checkCharts(charts).map(inOneLine), [
      'patient.csv 2 born_on "" required',
      'patient.csv 3 born_on "" required',
      'visit.csv 2 visited_on "17.05.2009" date-format',
      'visit.csv 2 pain_nrs "12" impossible-value',
      'visit.csv 3 visited_on "17.05.2009" date-format',
      'visit.csv 3 pain_nrs "12" impossible-value',
      'joint.csv 2 site "kneee" unknown-choice',
      'joint.csv 2 manifestation "M7" no-such-row',
    ]);
  });

  test("find a visit before birth behind a German date, too", () => {
    const found = checkCharts(planted("visit", 2, { visited_on: "17.05.1990" }));
    assert.deepEqual(
      found.map(({ code }) => code),
      ["date-format", "before-birth"],
    );
  });

  test("do not blame rows for a table, a column or a ragged row that the reader has reported", () => {
    const withoutVisits: Charts = goodCharts().filter(({ name }) => name !== "visit");
    assert.deepEqual(checkCharts(withoutVisits), []);
    const withoutCentre = goodCharts().map((table) =>
      table.name !== "patient"
        ? table
        : {
            ...table,
            absent: ["centre"],
            rows: table.rows.map(({ row, cells: { centre, ...cells } }) => ({ row, cells })),
          },
    );
    assert.deepEqual(checkCharts(withoutCentre), []);
    const ragged = planted("visit", 2, { visited_on: "x", pain_nrs: "y" }).map((table) =>
      table.name !== "visit" ? table : { ...table, rows: table.rows.map((row) => ({ ...row, ragged: true as const })) },
    );
    assert.deepEqual(checkCharts(ragged), []);
  });
});
