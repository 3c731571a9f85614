import { ANALYTES, BONES, DRUG_CLASSES } from "@osteon/codebook";
import type { Cell, Row } from "@osteon/engine";
import { dayOf } from "../../../packages/cno/reference/study-patient.ts";
import protocol from "../protocol.ts";
import { type Draw, seeded } from "./seeded.ts";

/** Frozen rows by table; columns that a model reads, the others are left out. */
export type Tables = Record<string, Row[]>;

const [FIRST_DAY = 0, LAST_DAY = 0] = protocol.cohorts.cno?.diagnosed.map(dayOf) ?? [];
const windows = [
  ...Object.values(protocol.timePoints).flatMap(({ window, targetDay }) => [...window, targetDay]),
  ...Object.values(protocol.groups).flatMap(({ radiology }) => [...radiology.window, radiology.targetDay]),
  ...[protocol.rules.baseline, protocol.rules.diagnosisImaging, protocol.rules.oneYearImaging].flatMap(
    ({ window }) => window,
  ),
];
/** Days from diagnosis at which something may turn: the ends and middles of all windows, and the days beside them. */
const DAYS = [...new Set(windows.filter((day) => Math.abs(day) < 2000).flatMap((day) => [day - 1, day, day + 1]))];
const YES = [0, 1, null] as const;
const KEPT_BONES = ["tibia", "femur", "clavicle", "sternum", "thoracic_vertebra", "mandible"];
const bones = BONES.filter(({ code }, index) => KEPT_BONES.includes(code) || index % 9 === 0);

/** Charts of so many patients, full of coincidences: the same days, ties, limits met exactly, gaps. One seed, one result. */
export function randomTables(seed: number, patients: number): Tables {
  const draw = seeded(seed);
  const tables: Tables = {};
  const add = (table: string, cells: Readonly<Record<string, Cell>>): number => {
    const rows = tables[table] ?? [];
    tables[table] = rows;
    const no = rows.length + 1;
    rows.push({ [table]: `${table}-${no}`, [`${table}_no`]: no, ...cells });
    return no;
  };
  for (let patient = 0; patient < patients; patient++) addPatient(draw, add);
  return tables;
}

type Add = (table: string, cells: Readonly<Record<string, Cell>>) => number;

function addPatient(draw: Draw, add: Add): void {
  const middle = Math.floor((FIRST_DAY + LAST_DAY) / 2);
  const diagnosed = draw.one([
    FIRST_DAY - 1,
    FIRST_DAY,
    middle,
    middle,
    middle,
    middle,
    13_879,
    LAST_DAY,
    LAST_DAY + 1,
  ]);
  const onset = draw.one([null, diagnosed, ...[13, 14, 90, 91, 400].map((days) => diagnosed - days)]);
  const patient_no = add("patient", {
    centre: "Invented",
    cohort: draw.one(["cno", "cno", "cno", "cno", "bacterial_osteomyelitis"]),
    sex: draw.one(["female", "male", null]),
    born_epoch_day: diagnosed - draw.one([2000, 3650, 5000]),
    onset_epoch_day: onset,
    diagnosed_epoch_day: diagnosed,
    consent: draw.one(["given", "given", "given", "waived", "withdrawn", null]),
    last_contact_epoch_day: diagnosed + draw.one([0, 30, 100, 365, 800, 1500]),
    published_before: draw.one(YES),
  });
  const day = () => diagnosed + draw.one(DAYS);
  const visits = addVisits(draw, add, patient_no, day);
  addLaboratory(draw, add, patient_no, visits, diagnosed);
  addImaging(draw, add, patient_no, visits, day);
  addTreatments(draw, add, patient_no, diagnosed, visits);
  addFindings(draw, add, patient_no, day);
}

interface DrawnVisit {
  readonly visit_no: number;
  readonly day: number;
}

/** Visits at which all is well or all is bad make courses with relapses; the others take anything. */
const MOODS = {
  well: {
    pain_nrs: 0,
    painful_sites: 0,
    swelling: 0,
    redness: 0,
    heat: 0,
    temperature_cel_x10: 366,
    subjective_change: "improved",
  },
  flare: { pain_nrs: 5, painful_sites: 2, swelling: 1, redness: 0, heat: 0, subjective_change: "worse" },
  any: {},
};

function addVisits(draw: Draw, add: Add, patient_no: number, day: () => number): readonly DrawnVisit[] {
  return Array.from({ length: draw.below(12) }, () => {
    const visited = day();
    const visit_no = add("visit", {
      patient_no,
      visited_epoch_day: visited,
      subjective_change: draw.one(["improved", "improved", "unchanged", "worse", "worse", null]),
      pain_nrs: draw.one([0, 0, 3, null]),
      painful_sites: draw.one([0, 0, 1, 2, null]),
      painful_lower_extremity: draw.one(YES),
      swelling: draw.one([0, 0, 0, 1, null]),
      redness: draw.one([0, 0, 0, 0, 1, null]),
      heat: draw.one([0, 0, 0, 0, 1, null]),
      reduced_range: draw.one(YES),
      abnormal_gait: draw.one(YES),
      temperature_cel_x10: draw.one([366, 380, 380, 381, null]),
      ...MOODS[draw.one(["well", "well", "flare", "flare", "any", "any"] as const)],
    });
    return { visit_no, day: visited };
  });
}

function addLaboratory(
  draw: Draw,
  add: Add,
  patient_no: number,
  visits: readonly DrawnVisit[],
  diagnosed: number,
): void {
  const analytes = [
    "crp",
    "crp",
    "crp",
    "esr",
    "esr",
    "esr",
    "leukocytes",
    "thrombocytes",
    "monocytes",
    "hla_b27",
    "ana",
  ];
  for (let row = draw.below(16); row > 0; row--) {
    const visit = draw.one([...visits, undefined]);
    add("laboratory", {
      patient_no,
      visit_no: visit?.visit_no ?? null,
      sampled_epoch_day: visit?.day ?? diagnosed + draw.one([-31, -30, 0, 14, 15]),
      analyte: draw.one(draw.below(12) === 0 ? ANALYTES.map(({ code }) => code) : analytes),
      comparator: draw.one([null, null, null, null, null, null, "below", "at_most", "at_least", "above"]),
      value_x1000: draw.one([4_000, 4_999, 5_000, 5_001, 9_999, 10_000, 15_000, 15_001, null]),
      lower_limit_x1000: draw.one([4_000, 5_000, null]),
      upper_limit_x1000: draw.one([5_000, 10_000, 15_000, null]),
      finding: draw.one(["positive", "negative", "undetermined", null]),
    });
  }
}

function addImaging(draw: Draw, add: Add, patient_no: number, visits: readonly DrawnVisit[], day: () => number): void {
  const lesions = Array.from({ length: draw.below(5) }, () => {
    const { code: bone, paired } = draw.one(bones);
    return add("lesion", { patient_no, bone, side: paired ? draw.one(["left", "right", null]) : null });
  });
  for (let count = draw.below(8); count > 0; count--) {
    const near = draw.one([...visits, ...visits, undefined]);
    const imaging_no = add("imaging", {
      patient_no,
      imaged_epoch_day: near === undefined ? day() : near.day + draw.one([-31, -30, 0, 0, 59, 60, 61]),
      modality: draw.one(["whole_body_mri", "whole_body_mri", "regional_mri", "xray", "ct"]),
    });
    for (const lesion_no of lesions) {
      if (draw.below(3) === 0) continue;
      add("lesion_observation", {
        patient_no,
        imaging_no,
        lesion_no,
        state: draw.one(["new", "new", "active", "remaining", "not_visible", "not_visible"]),
        marginal_sclerosis: draw.one(YES),
      });
    }
  }
}

function addTreatments(
  draw: Draw,
  add: Add,
  patient_no: number,
  diagnosed: number,
  visits: readonly DrawnVisit[],
): void {
  const starts = [...[-40, -1, 0, 0, 29, 30, 31, 100, 101], ...visits.map(({ day }) => day - diagnosed)];
  const stopOf = (start: number) => {
    const stopped_epoch_day = draw.one([null, start, start + 29, start + 30, start + 100]);
    const isOpen = stopped_epoch_day === null;
    return { stopped_epoch_day, stopped_on_missing: isOpen ? draw.one(["not-applicable", "unknown"]) : null };
  };
  for (let row = draw.below(6); row > 0; row--) {
    const started = diagnosed + draw.one(starts);
    const treatment_no = add("treatment", {
      patient_no,
      drug: draw.one(["naproxen", "prednisolone"]),
      drug_class: draw.one(DRUG_CLASSES.map(({ code }) => code)),
      dose_x100: draw.one([1000, null]),
      dose_unit: draw.one(["mg/kg/d", null]),
      started_epoch_day: started,
      ...stopOf(started),
      stop_reason: draw.one(["inefficacy", "inefficacy", "remission", "adverse_effect", null]),
    });
    if (draw.below(3) === 0) {
      const given_epoch_day = started + draw.below(3);
      add("course", {
        patient_no,
        treatment_no,
        cycle: 1,
        cycle_day: draw.one([1, 2, 3]),
        given_epoch_day,
        dose_x100: draw.one([50, null]),
      });
    }
    if (draw.below(3) === 0) {
      add("adverse_effect", { patient_no, treatment_no, effect: "fever", noticed_epoch_day: started + draw.below(9) });
    }
  }
  for (let row = draw.below(4) - 1; row > 0; row--) {
    const started = diagnosed + draw.one(starts);
    const route = draw.one(["intravenous", "oral"]);
    add("antibiotic", { patient_no, route, started_epoch_day: started, ...stopOf(started) });
  }
}

function addFindings(draw: Draw, add: Add, patient_no: number, day: () => number): void {
  const kinds = [
    "arthritis",
    "arthritis",
    "crohn",
    "ulcerative_colitis",
    "inflammatory_bowel_disease",
    "palmoplantar_pustulosis",
    "acne_fulminans",
    "psoriasis",
  ];
  for (let row = draw.below(4); row > 0; row--) {
    const noticed_epoch_day = draw.one([day(), null]);
    const manifestation_no = add("manifestation", {
      patient_no,
      kind: draw.one(kinds),
      noticed_epoch_day,
      distant_from_lesions: draw.one(YES),
    });
    if (draw.below(2) === 0) add("joint", { patient_no, manifestation_no, site: draw.one(["knee", "hip"]) });
  }
  for (let row = draw.below(3); row > 0; row--) {
    const kind = draw.one([
      "hyperostosis",
      "vertebral_fracture",
      "gibbus",
      "kyphosis",
      "vessel_compression",
      "nerve_involvement",
    ]);
    add("sequela", { patient_no, kind, bone: draw.one(["mandible", null]), noticed_epoch_day: null });
  }
  for (let row = draw.below(3); row > 0; row--) {
    add("biopsy", {
      patient_no,
      taken_epoch_day: day(),
      finding: draw.one(["chronic_inflammation", "unspecific", null]),
    });
  }
}
