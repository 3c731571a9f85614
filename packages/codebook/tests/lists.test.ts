import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  ANALYTES,
  type Analyte,
  analyteProblems,
  analyteRows,
  type ChartRow,
  type Charts,
  checkCharts,
  checkChild,
  codebookWith,
  DRUGS,
  type Drug,
  drugProblems,
  drugRows,
  isOwnCode,
  keptBook,
  ownCodeOf,
  readAnalytes,
  readDrugs,
  SHIPPED,
  unclassedDrugs,
} from "@osteon/codebook";
import fc from "fast-check";

const BONELIX: Drug = { code: "own_bonelix", says: "Bonelix", german: "Bonelix", usualUnits: ["mg", "mg/kg"] };
const TEST_BIOLOGIC: Drug = {
  code: "own_test_biologic",
  says: "Test biologic",
  german: "Testbiologikum",
  drugClass: "tnf_inhibitor",
};
const OSTEOCALCIN: Analyte = {
  code: "own_osteocalcin",
  says: "Osteocalcin",
  german: "Osteokalzin",
  scale: "quantity",
  unit: "ng/mL",
  reported: [
    { unit: "ng/mL", numerator: 1, denominator: 1 },
    { unit: "ug/dL", numerator: 10, denominator: 1 },
  ],
  limits: { possible: [0, 1000], plausible: [1, 400] },
  bands: [
    { sex: "female", fromMonths: 0, toMonths: 144, plausible: [20, 200] },
    { fromMonths: 144, toMonths: 216, plausible: [10, 150] },
  ],
};
const BOOK = codebookWith({ drugs: [...DRUGS, BONELIX, TEST_BIOLOGIC], analytes: [...ANALYTES, OSTEOCALCIN] });

const table = (name: string, rows: readonly ChartRow[]) => ({
  name,
  file: `${name}.csv`,
  rows: rows.map((cells, place) => ({ row: place + 2, cells })),
});
const GIRL = {
  ...{ patient: "P1", centre: "A", cohort: "cno", sex: "female", born_on: "2010-03-16", diagnosed_on: "2019-01-01" },
  ...{ last_contact_on: "2023-01-01" },
};
/** Faults of a row of a girl born on 16 March 2010. */
const faults = (name: string, cells: ChartRow, book = BOOK) =>
  checkCharts([table("patient", [GIRL]), table(name, [{ [name]: "1", patient: "P1", ...cells }])] as Charts, { book })
    .filter(({ where }) => where.file === `${name}.csv`)
    .map(({ code, severity, where }) => [code, severity, where.column].join(" "));
const given = (drug: string, drug_class: string) =>
  faults("treatment", { drug, drug_class, started_on: "2020-01-01", stopped_on: "not applicable" });
const measured = (value: string, sampled_on: string, unit = "ng/mL") =>
  faults("laboratory", { analyte: "own_osteocalcin", value, unit, sampled_on });

describe("the lists of drugs and analytes", () => {
  test("are read from the rows that they are written as", () => {
    const drugs = [...DRUGS, BONELIX, TEST_BIOLOGIC].map((drug, place) =>
      place % 3 === 0 ? { ...drug, retired: true as const } : drug,
    );
    const analytes = [...ANALYTES, OSTEOCALCIN];
    assert.deepEqual(readDrugs(table("drugs", drugRows(drugs))), { ok: true, value: drugs, queries: [] });
    assert.deepEqual(readAnalytes(table("analytes", analyteRows(analytes))), {
      ok: true,
      value: analytes,
      queries: [],
    });
  });

  test("a row says in words what it holds", () => {
    assert.deepEqual(analyteRows([OSTEOCALCIN])[0], {
      ...{ analyte: "own_osteocalcin", label_en: "Osteocalcin", label_de: "Osteokalzin", scale: "quantity" },
      ...{ unit: "ng/mL", reported_units: "ug/dL 10/1", loinc: "", possible_from: "0", possible_to: "1000" },
      ...{ plausible_from: "1", plausible_to: "400", plausible_by_age: "female 0-144: 20..200; 144-216: 10..150" },
      retired: "no",
    });
  });

  const wrong: readonly (readonly [string, Partial<Drug>, string])[] = [
    ["a code without the prefix", { code: "bonelix" }, "list-code"],
    ["a code that could be a shipped one", { code: "own" }, "list-code"],
    ["no German name", { german: "" }, "list-label"],
    ["a name that stands already", { says: "METHOTREXATE" }, "list-name-twice"],
    ["the German name of another", { says: "Methotrexat" }, "list-name-twice"],
    ["no ATC code", { codes: { atc: "L04" } }, "list-atc"],
    ["no class", { drugClass: "jak" as never }, "list-class"],
    ["no unit of a dose", { usualUnits: ["drops"] }, "list-units"],
    ["another class of a shipped drug", { code: "naproxen", drugClass: "other" }, "list-shipped"],
  ];
  for (const [title, change, code] of wrong)
    test(`a drug with ${title} is refused`, () => {
      const others = DRUGS.filter((drug) => drug.code !== change.code);
      const found = drugProblems([...others, { ...BONELIX, ...change }]).map((problem) => problem.code);
      assert.ok(found.includes(code), found.join(", "));
      assert.deepEqual(drugProblems([...DRUGS, BONELIX]), []);
    });

  const odd: readonly (readonly [string, Partial<Analyte>, string])[] = [
    ["a LOINC code whose check digit is wrong", { codes: { loinc: "4821-3" } }, "list-loinc"],
    ["no unit", { unit: "" }, "list-units"],
    ["a unit that is multiplied by nothing", { reported: [{ unit: "g", numerator: 0, denominator: 1 }] }, "list-units"],
    ["plausible beyond possible", { limits: { possible: [0, 10], plausible: [0, 11] } }, "list-limits"],
    ["no numbers", { limits: { possible: [Number.NaN, 10], plausible: [0, 5] } }, "list-limits"],
    [
      "ages that overlap",
      { bands: [...(OSTEOCALCIN.bands ?? []), { fromMonths: 100, toMonths: 110, plausible: [1, 2] }] },
      "list-band",
    ],
    ["an age that ends before it begins", { bands: [{ fromMonths: 9, toMonths: 9, plausible: [1, 2] }] }, "list-band"],
  ];
  for (const [title, change, code] of odd)
    test(`an analyte with ${title} is refused`, () => {
      const found = analyteProblems([...ANALYTES, { ...OSTEOCALCIN, ...change }]).map((problem) => problem.code);
      assert.ok(found.includes(code), found.join(", "));
      assert.deepEqual(analyteProblems([...ANALYTES, OSTEOCALCIN]), []);
    });

  test("no shipped code looks like one of a registry's own, and every name makes one that does", () => {
    assert.ok([...DRUGS, ...ANALYTES].every(({ code }) => !code.startsWith("own_")));
    assert.equal(ownCodeOf("Vitamin K₂ (oral)"), "own_vitamin_k2_oral");
    assert.equal(ownCodeOf("Löslicher IL-2-Rezeptor"), "own_loslicher_il_2_rezeptor");
    fc.assert(
      fc.property(fc.string({ maxLength: 90, unit: "grapheme" }), (name) =>
        ["", ownCodeOf(name)].some((code) => code === "" || isOwnCode(code)),
      ),
      { seed: 34 },
    );
    assert.ok(isOwnCode(ownCodeOf("x".repeat(200))));
  });
});

describe("charts by a list", () => {
  test("an own drug is of its class, one without a class is other, and a class that changed later is asked about", () => {
    assert.deepEqual(given("own_test_biologic", "tnf_inhibitor"), []);
    assert.deepEqual(given("own_bonelix", "other"), []);
    assert.deepEqual(given("own_bonelix", "nsaid"), ["drug-class query drug_class"]);
    assert.deepEqual(given("own_test_biologic", "other"), []);
    assert.deepEqual(given("naproxen", "other"), ["drug-class refused drug_class"]);
  });

  test("a drug that the list has not is refused with the nearest name and where drugs are added", () => {
    const [problem] = checkCharts(
      [
        table("patient", [GIRL]),
        table("treatment", [{ treatment: "1", patient: "P1", drug: "Testbiologikun", drug_class: "other" }]),
      ],
      { book: BOOK },
    ).filter(({ code }) => code === "unknown-choice");
    assert.match(
      problem?.fix ?? "",
      /^Did you mean own_test_biologic\? .*under Administration, Lists\. Allowed: ibuprofen,/,
    );
    const [shipped] = checkCharts([
      table("patient", [GIRL]),
      table("treatment", [{ treatment: "1", patient: "P1", drug: "own_bonelix" }]),
    ]);
    assert.equal(shipped?.code, "unknown-choice");
  });

  test("limits hold by sex and completed months of age on the day of the sample", () => {
    // Twelve years are complete on 16 March 2022; the bands end and begin there.
    assert.deepEqual(measured("190", "2022-03-15"), []);
    assert.deepEqual(measured("190", "2022-03-16"), ["implausible-value query value"]);
    assert.deepEqual(measured("15", "2022-03-16"), []);
    assert.deepEqual(measured("15", "2022-03-15"), ["implausible-value query value"]);
    assert.deepEqual(measured("19", "2022-03-15", "ug/dL"), [], "in another unit, 190 ng/mL");
    assert.deepEqual(measured("1001", "2022-03-15"), ["impossible-value refused value"]);
  });

  test("drugs without a class are counted by treatments and children", () => {
    const charts = [
      table("treatment", [
        { treatment: "1", patient: "P1", drug: "own_bonelix" },
        { treatment: "2", patient: "P1", drug: "own_bonelix" },
        { treatment: "3", patient: "P2", drug: "own_bonelix" },
        { treatment: "4", patient: "P3", drug: "own_test_biologic" },
      ]),
    ];
    const bonelix = { drug: "own_bonelix", en: "Bonelix", de: "Bonelix", treatments: 3, children: 2 };
    assert.deepEqual(unclassedDrugs(charts, BOOK), [bonelix]);
    assert.deepEqual(unclassedDrugs(charts, SHIPPED), []);
    assert.deepEqual(unclassedDrugs([], BOOK), []);
  });

  test("an entry that was retired is asked about where it comes anew, and not where it stands", () => {
    const retired = { ...TEST_BIOLOGIC, retired: true } as const;
    const book = codebookWith({ drugs: [...DRUGS, BONELIX, retired], analytes: [{ ...OSTEOCALCIN, retired: true }] });
    const given = { drug: "own_test_biologic", drug_class: "tnf_inhibitor", started_on: "2020-01-01" };
    const cells = { ...given, stopped_on: "not applicable" };
    assert.deepEqual(faults("treatment", cells, book), ["retired-choice query drug"]);
    const result = { analyte: "own_osteocalcin", value: "100", unit: "ng/mL", sampled_on: "2020-01-01" };
    assert.deepEqual(faults("laboratory", result, book), ["retired-choice query analyte"]);
    assert.deepEqual(faults("treatment", cells, keptBook(book)), [], "what stands already is no question");
    const stood = { table: "treatment", key: "1", patient: "P1", status: "complete" } as const;
    const child = [
      { table: "patient", key: "P1", patient: "P1", status: "complete", cells: GIRL } as const,
      { ...stood, cells: { treatment: "1", patient: "P1", ...cells } },
    ];
    const changed = { table: "treatment", key: "1", cells: { treatment: "1", patient: "P1", ...cells, dose: "1" } };
    const codes = checkChild(child, changed, { book }).problems.map(({ code }) => code);
    assert.ok(!codes.includes("retired-choice"), `the drug was not touched: ${codes}`);
  });

  test("of the questionnaires CHAQ alone has a limit that is known", () => {
    const score = (instrument: string, value: string, scale = "") =>
      faults("reported_score", {
        ...{ instrument, scale, score: value, answered_on: "2020-01-01", answered_by: "child", instrument_name: "X" },
      });
    assert.deepEqual(score("chaq", "3"), []);
    assert.deepEqual(score("chaq", "3.125"), ["implausible-value query score"]);
    assert.deepEqual(score("chaq", "70", "pain, visual analogue scale"), []);
    for (const other of ["promis_fatigue", "pedsql", "jamar", "other"])
      assert.deepEqual(score(other, "120"), [], other);
  });
});
