import { isoDate } from "@osteon/codebook";
import type { Client } from "../../server/tests/running-server.ts";

type Cells = Readonly<Record<string, string>>;

/** The day so many days ago, here and now: a child is overdue today only if it was diagnosed in time. */
export const daysAgo = (days: number): string => isoDate(Math.floor(Date.now() / 86_400_000) - days);

/** Enters rows of a child as a person of its centre does. */
export async function enter(
  person: Client,
  centre: string,
  rows: readonly (readonly [table: string, cells: Cells])[],
  status: "draft" | "complete" = "complete",
): Promise<void> {
  for (const [table, cells] of rows) {
    const answer = await person("POST", `/api/centres/${centre}/charts/${table}`, { cells, status });
    if (answer.status !== 201) throw new Error(`${table} ${JSON.stringify(cells)}: ${answer.text}`);
  }
}

/** Children unlike others: each is drawn without a gap, a zero that nobody measured, or a word cut off. */
export async function enterOddChildren(person: Client, centre: string): Promise<void> {
  const child = (patient: string, more: Cells = {}): readonly [string, Cells] => [
    "patient",
    {
      patient,
      centre,
      cohort: "cno",
      sex: "female",
      born_on: "2014-03",
      diagnosed_on: daysAgo(200),
      last_contact_on: daysAgo(190),
      status: "alive",
      consent: "given",
      ...more,
    },
  ];
  await enter(person, centre, [child("O-NEW")]);
  await enter(person, centre, [
    child("O-LAB"),
    [
      "laboratory",
      {
        laboratory: "O-LAB-1",
        patient: "O-LAB",
        sampled_on: daysAgo(200),
        analyte: "crp",
        value: "12.4",
        unit: "mg/L",
      },
    ],
  ]);
  await enter(person, centre, [
    child("O-DEAD", { status: "dead", diagnosed_on: "2018-02-01", last_contact_on: "2019-04-01" }),
    ["visit", { visit: "O-DEAD-1", patient: "O-DEAD", visited_on: "2018-02-03", pain_nrs: "4" }],
    ["visit", { visit: "O-DEAD-2", patient: "O-DEAD", visited_on: "2018-05-03", pain_nrs: "not done" }],
    [
      "treatment",
      {
        treatment: "O-DEAD-T",
        patient: "O-DEAD",
        drug: "naproxen",
        drug_class: "nsaid",
        dose: "15",
        dose_unit: "mg/kg/d",
        started_on: "2018-02-03",
        stopped_on: "not applicable",
      },
    ],
  ]);
  await enter(person, centre, [child("O-OUT", { consent: "withdrawn" })]);
  await enter(person, centre, [child("O-OPTED", { status: "opted_out" })]);
  await enter(
    person,
    centre,
    [
      child("O-DRAFTS"),
      ["visit", { visit: "O-DRAFTS-V", patient: "O-DRAFTS", visited_on: daysAgo(20), pain_nrs: "3" }],
      [
        "laboratory",
        {
          laboratory: "O-DRAFTS-L",
          patient: "O-DRAFTS",
          sampled_on: daysAgo(20),
          analyte: "crp",
          value: "31",
          unit: "mg/L",
        },
      ],
      ["imaging", { imaging: "O-DRAFTS-I", patient: "O-DRAFTS", imaged_on: daysAgo(20), modality: "whole_body_mri" }],
      ["treatment", { treatment: "O-DRAFTS-T", patient: "O-DRAFTS", drug: "naproxen", started_on: daysAgo(20) }],
    ],
    "draft",
  );
  await enter(person, centre, [child(LONG_NAME)]);
}

/** As long as a pseudonym may be. */
export const LONG_NAME = `O-LONG-${"8".repeat(57)}`;

/** A child followed for 54 months under eight drugs, its last begun in month 38, with lesions that come and go. */
export async function enterLongCourse(person: Client, centre: string): Promise<void> {
  const patient = "O-COURSE";
  const from = Math.floor(Date.now() / 86_400_000) - Math.round(54 * 30.4375);
  const at = (month: number) => isoDate(from + Math.round(month * 30.4375));
  const drug = (
    n: number,
    name: string,
    drugClass: string,
    dose: string,
    unit: string,
    begun: number,
    ended?: number,
  ): readonly [string, Cells] => [
    "treatment",
    {
      treatment: `C-T${n}`,
      patient,
      drug: name,
      drug_class: drugClass,
      dose,
      dose_unit: unit,
      started_on: at(begun),
      ...(ended === undefined
        ? { stopped_on: "not applicable" }
        : { stopped_on: at(ended), stop_reason: "inefficacy" }),
    },
  ];
  const visit = (n: number, month: number, pain: string): readonly [string, Cells] => [
    "visit",
    {
      visit: `C-V${n}`,
      patient,
      visited_on: at(month),
      pain_nrs: pain,
      weight_kg: String(30 + n),
      subjective_change: n === 0 ? "not applicable" : "improved",
      swelling: "no",
      redness: "no",
      heat: "no",
      painful_sites: "1",
    },
  ];
  const result = (
    n: number,
    month: number,
    analyte: string,
    value: string,
    unit: string,
    limit: string,
  ): readonly [string, Cells] => [
    "laboratory",
    { laboratory: `C-L${analyte}${n}`, patient, sampled_on: at(month), analyte, value, unit, upper_limit: limit },
  ];
  const lesion = (n: number, bone: string, side: string): readonly [string, Cells] => [
    "lesion",
    { lesion: `C-F${n}`, patient, bone, side, part: "metaphysis" },
  ];
  const seen = (imaging: string, n: number, state: string): readonly [string, Cells] => [
    "lesion_observation",
    { lesion_observation: `C-O-${imaging}-${n}`, patient, imaging, lesion: `C-F${n}`, state },
  ];
  const months = [0, 3, 6, 12, 18, 24, 36, 39, 42, 48];
  await enter(person, centre, [
    [
      "patient",
      {
        patient,
        centre,
        cohort: "cno",
        sex: "male",
        born_on: "2012-08",
        onset_on: at(-8).slice(0, 7),
        diagnosed_on: at(0),
        last_contact_on: at(53),
        status: "alive",
        consent: "given",
      },
    ],
    ...months.map((month, n) => visit(n, month, String(Math.max(0, 8 - n)))),
    ...months.map((month, n) => result(n, month, "crp", String(40 - 3 * n), "mg/L", "5")),
    ...months.map((month, n) => result(n, month, "esr", String(50 - 4 * n), "mm/h", "20")),
    drug(1, "ibuprofen", "nsaid", "30", "mg/kg/d", 0, 3),
    drug(2, "naproxen", "nsaid", "15", "mg/kg/d", 3, 14),
    drug(3, "prednisolone", "steroid", "2", "mg/kg/d", 6, 8),
    drug(4, "methotrexate", "dmard", "15", "mg/m2", 10, 30),
    drug(5, "sulfasalazine", "dmard", "30", "mg/kg/d", 14, 20),
    drug(6, "pamidronate", "bisphosphonate", "1", "mg/kg", 20, 34),
    drug(7, "etanercept", "tnf_inhibitor", "0.8", "mg/kg", 38),
    [
      "adverse_effect",
      { adverse_effect: "C-A1", patient, treatment: "C-T6", noticed_on: at(21), effect: "fever", severity: "mild" },
    ],
    ["relapse", { relapse: "C-R1", patient, noticed_on: at(37), new_symptoms: "yes", new_lesion: "yes" }],
    lesion(1, "tibia", "left"),
    lesion(2, "tibia", "right"),
    lesion(3, "femur", "left"),
    lesion(4, "clavicle", "right"),
    ["imaging", { imaging: "C-I1", patient, imaged_on: at(0), modality: "whole_body_mri" }],
    ["imaging", { imaging: "C-I2", patient, imaged_on: at(24), modality: "whole_body_mri" }],
    ["imaging", { imaging: "C-I3", patient, imaged_on: at(48), modality: "regional_mri" }],
    seen("C-I1", 1, "active"),
    seen("C-I1", 2, "active"),
    seen("C-I1", 3, "active"),
    seen("C-I2", 1, "not_visible"),
    seen("C-I2", 2, "remaining"),
    seen("C-I2", 3, "active"),
    seen("C-I3", 1, "not_visible"),
    seen("C-I3", 2, "not_visible"),
    seen("C-I3", 4, "new"),
  ]);
}
