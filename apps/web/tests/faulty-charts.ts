import {
  type ChartRow,
  type Charts,
  CODEBOOK,
  checkCharts,
  checkRow,
  codebookWith,
  DRUGS,
  doseChangeFaults,
  FORM_NOTATION,
  type OwnDefinition,
  type OwnField,
  type Problem,
  patternFaults,
  placed,
  pseudonymFaults,
  SHIPPED,
  tableNamed,
  withOwn,
} from "@osteon/codebook";
import { parseTable } from "@osteon/interop";

/** A whole row of each table that these charts need; the faults below change one thing each. */
const SOUND: Readonly<Record<string, ChartRow>> = {
  patient: {
    patient: "P1",
    centre: "Dresden",
    cohort: "cno",
    born_on: "2008-03",
    onset_on: "2015-02",
    diagnosed_on: "2015-05-17",
    last_contact_on: "2018-05-17",
  },
  visit: { visit: "V1", patient: "P1", visited_on: "2016-05-17" },
  laboratory: {
    ...{ laboratory: "L1", patient: "P1", sampled_on: "2016-05-17", analyte: "crp", value: "5", unit: "mg/L" },
  },
  imaging: { imaging: "I1", patient: "P1", imaged_on: "2016-05-17", modality: "whole_body_mri" },
  lesion: { lesion: "X1", patient: "P1", bone: "clavicle", side: "left" },
  lesion_observation: { lesion_observation: "O1", patient: "P1", imaging: "I1", lesion: "X1", state: "active" },
  treatment: {
    ...{ treatment: "T1", patient: "P1", drug: "naproxen", drug_class: "nsaid", started_on: "2016-05-17" },
  },
  course: { course: "C1", patient: "P1", treatment: "T1", cycle: "1", cycle_day: "1", given_on: "2016-05-18" },
  culture: { culture: "K1", patient: "P1", sampled_on: "2016-05-17" },
  antibiotic: { antibiotic: "A1", patient: "P1", route: "oral", started_on: "2016-05-17" },
};

/** The shipped codebook with a drug that a registry retired. */
const WITHOUT_IBUPROFEN = codebookWith({
  drugs: DRUGS.map((drug) => (drug.code === "ibuprofen" ? { ...drug, retired: true } : drug)),
});

const CELLS: readonly (readonly [table: string, changes: ChartRow])[] = [
  ["visit", { visited_on: "" }],
  ["visit", { visited_on: "unknown" }],
  ["visit", { visited_on: " 2016-05-17" }],
  ["visit", { weight_kg: "  " }],
  ["visit", { weight_kg: "NA" }],
  ["visit", { weight_kg: "Not done" }],
  ["visit", { swelling: "ja" }],
  ["lesion", { part: "metafysis" }],
  ["visit", { weight_kg: "31.5 kg" }],
  ["visit", { weight_kg: "heavy" }],
  ["visit", { chaq: "good" }],
  ["visit", { chaq: "ca. 2" }],
  ["visit", { pain_nrs: "strong" }],
  ["visit", { pain_nrs: "7/10" }],
  ["visit", { weight_kg: "31,5" }],
  ["laboratory", { value: "1,234" }],
  ["laboratory", { value: "1.234?" }],
  ["laboratory", { value: ".5" }],
  ["laboratory", { value: "<0.6" }],
  ["laboratory", { comparator: "below", value: "0" }],
  ["laboratory", { comparator: "unknown" }],
  ["laboratory", { comparator: "below", value: "" }],
  ["visit", { weight_kg: ">120" }],
  ["laboratory", { value: "≥500" }],
  ["laboratory", { analyte: "ana", value: "1:80", unit: "{titer}" }],
  ["laboratory", { analyte: "ferritin", value: "1.234", unit: "ng/mL" }],
  ["visit", { weight_kg: "31.55" }],
  ["visit", { chaq: "1.2345" }],
  ["visit", { pain_nrs: "4.5" }],
  ["visit", { pain_nrs: "11" }],
  ["visit", { weight_kg: "0.2" }],
  ["visit", { weight_kg: "150" }],
  ["visit", { temperature_cel: "42.5" }],
  ["visit", { painful_sites: "20" }],
  ["visit", { visited_on: "17.05.2016" }],
  ["visit", { visited_on: "5/6/2016" }],
  ["visit", { visited_on: "2016-05-16T22:00:00Z" }],
  ["visit", { visited_on: "in May" }],
  ["visit", { visited_on: "42507" }],
  ["patient", { onset_on: "42507" }],
  ["patient", { onset_on: "spring" }],
  ["visit", { visited_on: "2016-02-30" }],
  ["patient", { onset_on: "2016-02-30" }],
  ["visit", { visited_on: "0216-05-17" }],
  ["visit", { visited_on: "2016" }],
  ["visit", { visited_on: "2016-05" }],
  ["patient", { centre: "D".repeat(201) }],
  ["visit", { visit: "V/1" }],
  ["visit", { visit: "1.23457E+11" }],
  ["culture", { organism: "Kingella\u0007" }],
  ["culture", { organism: "Kingella\nkingae" }],
];

const ROWS: readonly (readonly [table: string, changes: ChartRow])[] = [
  ["visit", { patient: "P9" }],
  ["laboratory", { visit: "V9" }],
  ["patient", { onset_on: "2016-05" }],
  ["laboratory", { lower_limit: "5.5", upper_limit: "1" }],
  ["treatment", { drug: "naproxn" }],
  ["laboratory", { analyte: "ferritinn" }],
  ["treatment", { dose: "10.5" }],
  ["treatment", { stop_reason: "remission" }],
  ["culture", { growth: "growth" }],
  ["imaging", { imaged_on: "2007-05-17" }],
  ["visit", { visited_on: "2007-05-17" }],
  ["visit", { visited_on: "2019-05-17" }],
  ["laboratory", { analyte: "hla_b27", value: "", unit: "" }],
  ["laboratory", { analyte: "hla_b27" }],
  ["laboratory", { value: "", unit: "" }],
  ["laboratory", { unit: "mg/l" }],
  ["laboratory", { unit: "ng/L" }],
  ["laboratory", { value: "", unit: "", upper_limit: "5" }],
  ["laboratory", { finding: "positive" }],
  ["laboratory", { value: "450" }],
  ["laboratory", { value: "2000" }],
  ["laboratory", { value: "45", unit: "mg/dL" }],
  ["laboratory", { value: "120", unit: "mg/dL" }],
  ["laboratory", { analyte: "neutrophils", value: "99", unit: "%" }],
  ["laboratory", { analyte: "haemoglobin", value: "31.5", unit: "g/dL" }],
  ["laboratory", { analyte: "haemoglobin", value: "3.5", unit: "g/dL" }],
  ["laboratory", { analyte: "igg", value: "150", unit: "g/L" }],
  ["laboratory", { upper_limit: "600", unit: "mg/dL" }],
  ["laboratory", { visit: "V1", sampled_on: "2017-05-17" }],
  ["visit", { weight_kg: "99" }],
  ["course", { given_on: "2016-05-01" }],
  ["patient", { born_on: "1970-03" }],
  ["patient", { last_contact_on: "2019-05-17" }],
  ["lesion", { side: "" }],
  ["lesion", { side: "midline" }],
  ["lesion", { bone: "sacrum" }],
  ["treatment", { drug_class: "steroid" }],
  ["treatment", { dose: "20", dose_unit: "mg/kg/d" }],
];

const FILES: readonly string[] = [
  "",
  "one,two\n1,2\n",
  "culture,patient,sampled_on,material,growth\nK1,P1,2016-05-17,,\n",
  "culture,patient,sampled_on,material,growth,Organism\nK1,P1,2016-05-17,,,\n",
  "culture,patient,sampled_on,material,growth,organism,notes\nK1,P1,2016-05-17,,,,\n",
  "culture,patient,sampled_on,material,growth,organism,\nK1,P1,2016-05-17,,,,\n",
  "culture,patient,sampled_on,material,growth,organism,organism\nK1,P1,2016-05-17,,,,\n",
  "culture,patient,sampled_on,material,growth,organism\nK1,P1,2016-05-17,,,,7\n",
  "culture,patient,sampled_on,material,growth,organism\nK1,P1,2016-05-17\n",
  'culture,patient,sampled_on,material,growth,organism\nK1,P1,2016-05-17,,,"open\n',
  'culture,patient,sampled_on,material,growth,organism\nK1,P1,2016-05-17,,,"open\nK2,P1,2016-05-17,,,"\n',
  'culture,patient,sampled_on,material,growth,organism\nK1,P1,2016-05-17,,,"open\nK2,P1,2016-05-17,,,\nK3,P1,2016-05-17,,,"\n',
  "culture;patient;sampled_on;material;growth;organism\nK1;P1;2016-05-17;;;\n",
  "culture\tpatient\tsampled_on\tmaterial\tgrowth\torganism\nK1\tP1\t2016-05-17\t\t\t\n",
];

/** Every problem of charts that have one fault each, and of files that cannot be read. */
const PSEUDONYMS: readonly (readonly [pseudonym: string, pattern?: string])[] = [
  ["Maria Schmidt"],
  ["D\u200bD"],
  ["1".repeat(66)],
  ["DD-1", "UL-###"],
  ["NA"],
];

/** Typed into a form in German. */
const IN_GERMAN: readonly (readonly [table: string, changes: ChartRow])[] = [
  ["visit", { weight_kg: "ca. 31,5 kg" }],
  ["visit", { weight_kg: "heavy" }],
  ["visit", { weight_kg: "31.5 kg" }],
  ["visit", { chaq: "ca. 2" }],
  ["laboratory", { value: "1.234?" }],
];

export function problemsOfFaultyCharts(): readonly Problem[] {
  return [
    ...[...CELLS, ...ROWS].flatMap(([table, changes]) => {
      const found = checkCharts(chartsWith(table, changes), { today: "2019-01-01" });
      if (found.length === 0) throw new Error(`${table} ${JSON.stringify(changes)} has no problem`);
      return found;
    }),
    ...checkCharts(chartsWith("treatment", { drug: "ibuprofen" }), { today: "2019-01-01", book: WITHOUT_IBUPROFEN }),
    ...IN_GERMAN.flatMap(([table, changes]) =>
      checkCharts(chartsWith(table, changes), { today: "2019-01-01", notation: FORM_NOTATION.de }),
    ),
    ...ofOwnFields(),
    ...checkCharts(twice()),
    ...checkCharts(withMore("patient", [{ ...SOUND.patient, patient: "p1" }])),
    ...checkCharts(ofAnotherChild()),
    ...checkCharts(manyObservations()),
    ...PSEUDONYMS.flatMap(([pseudonym, pattern]) => pseudonymFaults(pseudonym, pattern)).map((fault) =>
      placed(fault, { column: "patient" }),
    ),
    ...patternFaults("UL").map((fault) => placed(fault, { column: "patient" })),
    ...["", "10"].flatMap((dose) =>
      doseChangeFaults({ dose: "10", dose_unit: "mg/kg/d" }, { dose, dose_unit: "mg/kg/d" }).map((fault) =>
        placed(fault, { file: "treatment", column: "dose", value: dose }),
      ),
    ),
    ...FILES.flatMap((text) => parseTable(Buffer.from(text), "culture.csv", tableNamed("culture")).problems),
    ...parseTable(latin1(["Grün"]), "culture.csv", tableNamed("culture")).problems,
    ...parseTable(latin1(Array(7).fill("Grün")), "culture.csv", tableNamed("culture")).problems,
  ];
}

function chartsWith(table: string, changes: ChartRow): Charts {
  return CODEBOOK.map(({ name }) => {
    const sound = SOUND[name];
    const cells = name === table ? { ...sound, ...changes } : sound;
    return { name, file: `${name}.csv`, rows: cells === undefined ? [] : [{ row: 2, cells }] };
  });
}

const withMore = (table: string, more: readonly ChartRow[]): Charts =>
  chartsWith("", {}).map((chart) =>
    chart.name === table
      ? { ...chart, rows: [...chart.rows, ...more.map((cells, place) => ({ row: place + 3, cells }))] }
      : chart,
  );

/** A registry's own fields: retired, asked for since a day, asked where another has a code, and narrowed since. */
function ofOwnFields(): readonly Problem[] {
  const own = (name: string, more: Partial<OwnDefinition> = {}): OwnField => ({
    table: "visit",
    name,
    versions: [{ label: ["Doses", "Dosen"], help: ["", ""], type: { kind: "yes-no" }, ...more }],
  });
  const limits = (most: number) => ({ possible: [0, most], plausible: [0, most] }) as const;
  const [doses] = own("own_doses", { type: { kind: "integer", limits: limits(20) } }).versions;
  const book = withOwn(
    SHIPPED,
    [
      own("own_retired", { retired: true }),
      own("own_asked", { requiredFrom: { on: "2010-01-01", by: "visited_on" } }),
      own("own_shown", { shownWhen: { field: "swelling", equals: "yes" } }),
      {
        table: "visit",
        name: "own_doses",
        versions: [doses, { ...doses, type: { kind: "integer", limits: limits(10) } }],
      },
    ],
    "new",
  );
  const cells = { ...SOUND.visit, own_retired: "yes", own_shown: "no", own_doses: "15" };
  const stored = { table: "visit", key: "V1", status: "complete", cells: { ...cells, own_retired: "" } } as const;
  const patient = { table: "patient", key: "P1", status: "complete", cells: SOUND.patient ?? {} } as const;
  return checkRow([patient, stored], { table: "visit", key: "V1", cells }, { book }).map((one) => ({
    ...one,
    where: { ...one.where, file: "visit.csv" },
  }));
}

const twice = (): Charts => withMore("visit", [SOUND.visit ?? {}]);

function ofAnotherChild(): Charts {
  const other = withMore("patient", [{ ...SOUND.patient, patient: "P2" }]);
  return other
    .map((chart) =>
      chart.name === "visit" ? { ...chart, rows: [{ row: 2, cells: { ...SOUND.visit, patient: "P2" } }] } : chart,
    )
    .map((chart) =>
      chart.name === "laboratory"
        ? { ...chart, rows: [{ row: 2, cells: { ...SOUND.laboratory, visit: "V1" } }] }
        : chart,
    );
}

/** An examination before birth, on which seven observations rest. */
function manyObservations(): Charts {
  const more = Array.from({ length: 6 }, (_, place) => ({
    ...SOUND.lesion_observation,
    lesion_observation: `O${place + 2}`,
  }));
  return withMore("lesion_observation", more).map((chart) =>
    chart.name === "imaging"
      ? { ...chart, rows: [{ row: 2, cells: { ...SOUND.imaging, imaged_on: "2007-05-17" } }] }
      : chart,
  );
}

const latin1 = (organisms: readonly string[]): Buffer =>
  Buffer.from(
    [
      "culture,patient,sampled_on,material,growth,organism",
      ...organisms.map((one, place) => `K${place},P1,2016-05-17,,,${one}`),
    ].join("\n"),
    "latin1",
  );
