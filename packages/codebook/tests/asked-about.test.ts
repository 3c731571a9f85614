import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type ChartRow, checkCharts } from "@osteon/codebook";
import { goodCharts, inOneLine } from "./good-charts.ts";

const TODAY = "2026-03-15";

/** The problems of the good charts with one more row in a table, or with other cells in a row of theirs; never one that refuses. */
function askedOf(table: string, cells: ChartRow, of?: number): readonly string[] {
  const charts = goodCharts((rows) => ({
    ...rows,
    [table]:
      of === undefined
        ? [...(rows[table] ?? []), cells]
        : (rows[table] ?? []).map((good, place) => (place + 2 === of ? { ...good, ...cells } : good)),
  }));
  const found = checkCharts(charts, { today: TODAY });
  assert.deepEqual(
    found.filter(({ severity }) => severity !== "query").map(inOneLine),
    [],
    "it is asked about, not refused",
  );
  return found.map(inOneLine);
}

const P1: ChartRow = {
  ...{ patient: "P1", centre: "Invented", cohort: "cno", sex: "female", born_on: "1999-11", onset_on: "2009" },
  ...{ diagnosed_on: "2009-05-17", consent: "given", status: "alive", last_contact_on: "2012-03-01" },
};

describe("a child twice is asked about (09)", () => {
  for (const [name, twin] of [
    ["p1", "lower case"],
    ["Ｐ１", "wide letters"],
    ["P01", "a zero more"],
    ["Pl", "a letter for a digit"],
    ["Р1", "a Cyrillic letter"],
  ] as const)
    test(twin, () => {
      const found = checkCharts(
        goodCharts((rows) => ({ ...rows, patient: [...(rows.patient ?? []), { ...P1, patient: name }] })),
      );
      assert.ok(
        found.some(({ code, where }) => where.row === 4 && code === "twin-key"),
        found.map(inOneLine).join("\n"),
      );
    });
  test("at another centre, or under a name that reads otherwise, it is another child", () => {
    for (const cells of [
      { ...P1, patient: "P3" },
      { ...P1, patient: "P11" },
      { ...P1, patient: "p1", centre: "Elsewhere" },
    ])
      assert.deepEqual(askedOf("patient", cells), []);
  });
});

describe("the future is asked about, against the day of the freeze or the save (11)", () => {
  const FUTURE = [
    ["patient", 2, { last_contact_on: "2026-03-16" }, 'patient.csv 2 last_contact_on "2026-03-16" in-the-future'],
    ["patient", 3, { last_contact_on: "2062-01-20" }, 'patient.csv 3 last_contact_on "2062-01-20" in-the-future'],
    ["patient", 3, { last_contact_on: "2027-01-01" }, 'patient.csv 3 last_contact_on "2027-01-01" in-the-future'],
  ] as const;
  for (const [table, row, cells, problem] of FUTURE)
    test(problem, () => assert.ok(askedOf(table, cells, row).includes(problem)));
  test("today, this month and this year are not the future", () => {
    for (const last_contact_on of [TODAY, "2026-03-14"])
      assert.deepEqual(askedOf("patient", { last_contact_on }, 2), []);
    for (const noticed_on of ["2026", "2026-03"])
      assert.ok(!askedOf("sequela", { noticed_on }, 2).join().includes("in-the-future"), noticed_on);
  });
});

describe("who was no child at the diagnosis is asked about (12)", () => {
  const OLD = [
    ["1901-02", 108],
    ["1991-05", 18],
    ["1969-11", 39],
    ["1909", 99],
  ] as const;
  for (const [born_on, years] of OLD)
    test(`born ${born_on}, diagnosed 2009-05-18`, () => {
      const cells = { born_on, diagnosed_on: "2009-06-01" };
      const [problem] = checkCharts(
        goodCharts((rows) => ({
          ...rows,
          patient: (rows.patient ?? []).map((row, place) => (place === 0 ? { ...row, ...cells } : row)),
        })),
      ).filter(({ code }) => code === "no-child");
      assert.deepEqual([problem?.where.row, problem?.where.column, problem?.severity], [2, "born_on", "query"]);
      assert.match(problem?.says ?? "", new RegExp(`was ${years} years old`));
    });
  test("the day before the eighteenth birthday is a child's", () => {
    assert.deepEqual(askedOf("patient", { born_on: "1991-06" }, 2), []);
    assert.deepEqual(askedOf("patient", { born_on: "1991" }, 2), []);
  });
});

describe("what a child has already under another number is asked about, at both rows (13)", () => {
  const TWICE = [
    [
      "laboratory",
      { laboratory: "L9", patient: "P1", sampled_on: "2009-05-17", analyte: "crp", value: "16.9", unit: "mg/L" },
      2,
    ],
    [
      "laboratory",
      { laboratory: "L9", patient: "P1", sampled_on: "2009-05-17", analyte: "crp", value: "1.690", unit: "mg/dL" },
      2,
    ],
    [
      "laboratory",
      { laboratory: "L9", patient: "P1", sampled_on: "2009-05-17", analyte: "hla_b27", finding: "negative" },
      3,
    ],
    ["visit", { visit: "V9", patient: "P1", visited_on: "2009-05-17", weight_kg: "32" }, 2],
    [
      "treatment",
      { treatment: "T9", patient: "P1", drug: "pamidronate", drug_class: "bisphosphonate", started_on: "2009-11-18" },
      3,
    ],
    ["lesion", { lesion: "N9", patient: "P1", bone: "tibia", side: "left", part: "metaphysis" }, 2],
    ["imaging", { imaging: "I9", patient: "P1", imaged_on: "2009-05-17", modality: "whole_body_mri" }, 2],
    ["relapse", { relapse: "R9", patient: "P1", noticed_on: "2010-10-10", new_symptoms: "yes", new_lesion: "yes" }, 2],
  ] as const;
  for (const [table, cells, row] of TWICE)
    test(`${table}: ${Object.values(cells).join(" ")}`, () => {
      const same = askedOf(table, cells).filter((one) => one.endsWith("same-content"));
      const places = same.map((one) => Number(one.split(" ")[1]));
      const last = goodCharts().find(({ name }) => name === table)?.rows.length ?? 0;
      assert.deepEqual(places, [row, last + 2]);
    });
  test("another child's, another day's, another value's and another side's are not", () => {
    for (const [table, cells] of [
      ["laboratory", { ...TWICE[0][1], value: "16.8" }],
      ["laboratory", { ...TWICE[0][1], sampled_on: "2009-05-16" }],
      ["visit", { ...TWICE[3][1], patient: "P2" }],
      ["lesion", { ...TWICE[5][1], side: "right" }],
    ] as const)
      assert.deepEqual(
        askedOf(table, cells).filter((one) => one.endsWith("same-content")),
        [],
        JSON.stringify(cells),
      );
  });
});

describe("a row that contradicts another table is asked about (28)", () => {
  const AGAINST = [
    ["laboratory", 2, { sampled_on: "2009-06-18" }, 'laboratory.csv 2 sampled_on "2009-06-18" far-from-visit'],
    ["laboratory", 2, { sampled_on: "2009-04-15" }, 'laboratory.csv 2 sampled_on "2009-04-15" far-from-visit'],
    ["laboratory", 2, { sampled_on: "2012-02-17" }, 'laboratory.csv 2 sampled_on "2012-02-17" far-from-visit'],
    ["course", 2, { given_on: "2009-11-17" }, 'course.csv 2 given_on "2009-11-17" before-its-cause'],
    ["course", 3, { given_on: "2008-11-19" }, 'course.csv 3 given_on "2008-11-19" before-its-cause'],
    ["course", 2, { given_on: "2001-01-01" }, 'course.csv 2 given_on "2001-01-01" before-its-cause'],
    [
      "adverse_effect",
      2,
      { noticed_on: "2009-11-17" },
      'adverse_effect.csv 2 noticed_on "2009-11-17" before-its-cause',
    ],
    [
      "adverse_effect",
      2,
      { noticed_on: "2008-11-18" },
      'adverse_effect.csv 2 noticed_on "2008-11-18" before-its-cause',
    ],
    [
      "adverse_effect",
      2,
      { noticed_on: "2000-02-29" },
      'adverse_effect.csv 2 noticed_on "2000-02-29" before-its-cause',
    ],
    ["relapse", 2, { noticed_on: "2009-05-16" }, 'relapse.csv 2 noticed_on "2009-05-16" before-its-cause'],
    ["relapse", 2, { noticed_on: "2009-04-30" }, 'relapse.csv 2 noticed_on "2009-04-30" before-its-cause'],
    ["relapse", 2, { noticed_on: "2003-10-10" }, 'relapse.csv 2 noticed_on "2003-10-10" before-its-cause'],
    ["laboratory", 2, { upper_limit: "500" }, 'laboratory.csv 2 upper_limit "500" implausible-limit'],
    ["laboratory", 5, { upper_limit: "160" }, 'laboratory.csv 5 upper_limit "160" implausible-limit'],
    [
      "laboratory",
      5,
      { lower_limit: "120", upper_limit: "160" },
      'laboratory.csv 5 lower_limit "120" implausible-limit',
    ],
  ] as const;
  for (const [table, row, cells, problem] of AGAINST)
    test(problem, () => {
      const found = askedOf(table, cells, row);
      assert.ok(found.includes(problem), found.join("\n"));
    });
  test("on the day itself, and within a month of the visit, nothing is", () => {
    for (const [table, row, cells] of [
      ["laboratory", 2, { sampled_on: "2009-06-17" }],
      ["laboratory", 2, { sampled_on: "2009-04-16" }],
      ["course", 2, { given_on: "2009-11-18" }],
      ["adverse_effect", 2, { noticed_on: "2009-11-18" }],
      ["relapse", 2, { noticed_on: "2009-05-17" }],
    ] as const)
      assert.deepEqual(askedOf(table, cells, row), [], JSON.stringify(cells));
  });
});

describe("what stands for missing elsewhere is asked about (29)", () => {
  /** A result whose cell is a value that the analyte can have; where it cannot, that is asked about instead. */
  const ferritin = { analyte: "ferritin", unit: "ng/mL", upper_limit: "150" };
  const CODES = [
    ["visit", 2, { weight_kg: "99" }, "weight_kg", "stands-for-missing"],
    ["visit", 2, { weight_kg: "99.9" }, "weight_kg", "stands-for-missing"],
    ["visit", 2, { painful_sites: "99" }, "painful_sites", "impossible-value stands-for-missing"],
    ["laboratory", 2, { ...ferritin, value: "999" }, "value", "stands-for-missing"],
    ["laboratory", 2, { ...ferritin, value: "999.0" }, "value", "stands-for-missing"],
    ["laboratory", 2, { ...ferritin, value: "-9" }, "value", "impossible-value stands-for-missing"],
    ["laboratory", 2, { value: "999", unit: "mg/L", upper_limit: "5" }, "value", "implausible-value"],
    ["patient", 2, { last_contact_on: "2099-12-31" }, "last_contact_on", "stands-for-missing"],
    ...[".", "\u2014", "k. A.", "(leer)", "UNK", "inconnu", "#VALEUR!", "#N/D", "#SPILL!", "-99"].map(
      (kit) => ["laboratory", 2, { ...ferritin, kit }, "kit", "stands-for-missing"] as const,
    ),
    ["patient", 2, { born_on: "1900" }, "born_on", "no-child"],
  ] as const;
  for (const [table, row, cells, column, code] of CODES)
    test(`${table}: ${Object.values(cells).join(" ")}`, () => {
      const charts = goodCharts((rows) => ({
        ...rows,
        [table]: (rows[table] ?? []).map((good, place) => (place + 2 === row ? { ...good, ...cells } : good)),
      }));
      const found = checkCharts(charts).filter(({ where }) => where.row === row && where.column === column);
      assert.equal(found.map((problem) => problem.code).join(" "), code);
    });
  test("a result of 99, a weight of 98 and what may name something are values", () => {
    for (const kit of ["+", "#12", "A.B", "9-9", "999", "Unkel", "leerlauf", "C-1 ?"])
      assert.deepEqual(askedOf("laboratory", { ...ferritin, value: "99", kit }, 2), [], kit);
    assert.deepEqual(askedOf("laboratory", { ...ferritin, value: "99" }, 2), []);
    assert.ok(!askedOf("visit", { weight_kg: "98" }, 2).join().includes("stands-for-missing"));
  });
});
