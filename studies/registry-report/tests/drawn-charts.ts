import { BONES, type Charts, CODEBOOK, DRUGS, isoDate } from "@osteon/codebook";
import { type Draw, seeded } from "../../schnabel-2017/tests/seeded.ts";

/** A name with all that a file can stumble over. */
export const CENTRES = ["Nord", 'Süd, "Haus B"'] as const;

const FIRST_DAY = Date.UTC(2015, 0, 1) / 86_400_000;
const LAST_DAY = Date.UTC(2024, 11, 31) / 86_400_000;
const BLANK = ["", "unknown", "not done"] as const;
const BONE_CODES = BONES.map(({ code, region, paired }) => ({ code, isSpine: region === "spine", paired }));

type Row = Readonly<Record<string, string>>;

/** Invented charts of so many children in two centres, with gaps of every kind. One seed, one result; no real patients. */
export function drawnCharts(seed: number, children: number): Charts {
  const draw = seeded(seed);
  const rows = new Map<string, Row[]>(CODEBOOK.map(({ name }) => [name, []]));
  const add = (table: string, cells: Row): string => {
    const own = rows.get(table) ?? [];
    const key = `${table.slice(0, 2).toUpperCase()}-${String(own.length + 1).padStart(5, "0")}`;
    own.push({ [table]: key, ...cells });
    return key;
  };
  for (let child = 0; child < children; child++) addChild(draw, add);
  return CODEBOOK.map(({ name }) => ({
    name,
    file: `${name}.csv`,
    rows: (rows.get(name) ?? []).map((cells, index) => ({ row: index + 2, cells })),
  }));
}

interface Child {
  readonly draw: Draw;
  readonly patient: string;
  readonly diagnosed: number;
  readonly until: number;
  /** Adds a row of the child. */
  readonly add: (table: string, cells: Row) => string;
}

/** One in so many. */
const isOne = (draw: Draw, of: number): boolean => draw.below(of) === 0;
const known = (draw: Draw, value: string, missing = 8): string => (isOne(draw, missing) ? draw.one(BLANK) : value);

function addChild(draw: Draw, add: (table: string, cells: Row) => string): void {
  const diagnosed = FIRST_DAY + draw.below(LAST_DAY - FIRST_DAY - 400);
  const onset = isoDate(diagnosed - 40 - draw.below(900));
  const until = Math.min(diagnosed + draw.below(3000), LAST_DAY);
  const patient = add("patient", {
    centre: draw.one([CENTRES[0], CENTRES[0], CENTRES[1]]),
    cohort: isOne(draw, 15) ? "bacterial_osteomyelitis" : "cno",
    sex: draw.one(["female", "female", "female", "male", "male", "undetermined", "unknown"]),
    born_on: isoDate(diagnosed - 1300 - draw.below(4800)).slice(0, 7),
    onset_on: draw.one([onset, onset.slice(0, 7), onset.slice(0, 7), "unknown"]),
    diagnosed_on: isoDate(diagnosed),
    consent: draw.one(["given", "given", "given", "waived", "", "withdrawn"]),
    status: draw.one(["alive", "alive", "alive", "alive", "alive", "", "lost", isOne(draw, 4) ? "dead" : "alive"]),
    last_contact_on: isoDate(until),
  });
  const own: Child = { draw, patient, diagnosed, until, add: (table, cells) => add(table, { patient, ...cells }) };
  addVisits(own);
  addImaging(own);
  addTreatments(own);
}

function addVisits({ draw, diagnosed, until, add }: Child): void {
  if (isOne(draw, 25)) return;
  let day = diagnosed - draw.below(40);
  while (day <= until) {
    const isWell = draw.below(3) > 0;
    const yesNo = () => known(draw, !isWell && isOne(draw, 2) ? "yes" : "no", 12);
    const scale = () => known(draw, String(isWell ? draw.below(2) * draw.below(2) : 2 + draw.below(8)));
    const visit = add("visit", {
      visited_on: isoDate(day),
      weight_kg: known(draw, `${20 + draw.below(40)}.${draw.below(10)}`, 5),
      temperature_cel: known(draw, `3${isWell ? 6 : 6 + draw.below(3)}.${draw.below(10)}`),
      pain_nrs: isWell ? known(draw, "0") : scale(),
      patient_global_nrs: scale(),
      physician_global_nrs: scale(),
      chaq: known(draw, isWell ? "0" : "0.625", 2),
      subjective_change: known(draw, isWell ? "improved" : draw.one(["improved", "unchanged", "worse"])),
      swelling: yesNo(),
      redness: yesNo(),
      heat: yesNo(),
      painful_sites: known(draw, String(isWell ? 0 : draw.below(4))),
    });
    for (const [analyte, unit] of [
      ["crp", "mg/L"],
      ["esr", "mm/h"],
    ] as const)
      for (let result = draw.one([0, 0, 1, 1, 1, 2]); result > 0; result--) {
        const value = known(draw, `${isWell ? draw.below(7) : draw.below(60)}.${draw.below(10)}`, 12) || "not done";
        add("laboratory", {
          visit: known(draw, visit, 20).replace(/^(unknown|not done)$/, ""),
          sampled_on: isoDate(day),
          analyte,
          comparator: sideOf(draw, value),
          value,
          unit,
          upper_limit: draw.one(["5", "10", "", "20"]),
        });
      }
    day += draw.one([0, 14, 60, 90, 91, 180, 365, 700]);
    if (isOne(draw, 9)) return;
  }
}

/** Of one result in five no more than a limit is known, below or above; below nothing there is nothing. */
export const sideOf = (draw: Draw, value: string): string =>
  isOne(draw, 5) && Number(value) > 0 ? draw.one(["below", "below", "at_most", "at_least", "above"]) : "";

function addImaging({ draw, diagnosed, add }: Child): void {
  const places = Array.from({ length: draw.below(6) }, () => draw.one(BONE_CODES));
  const lesions = places.map(({ code, paired }) =>
    add("lesion", { bone: code, side: paired ? draw.one(["left", "right"]) : "midline" }),
  );
  for (let image = draw.below(4); image > 0; image--) {
    const imaging = add("imaging", {
      imaged_on: isoDate(diagnosed + draw.one([-100, -91, -90, -20, 0, 0, 5, 30, 31, 200])),
      modality: draw.one(["whole_body_mri", "whole_body_mri", "regional_mri", "x_ray", "scintigraphy"]),
    });
    for (const lesion of lesions)
      if (!isOne(draw, 3))
        add("lesion_observation", {
          imaging,
          lesion,
          state: draw.one(["new", "active", "active", "remaining", "not_visible"]),
        });
  }
}

function addTreatments({ draw, diagnosed, until, add }: Child): void {
  for (let number = draw.below(5); number > 0; number--) {
    const { code, drugClass } = draw.one([...DRUGS.slice(0, 18), ...DRUGS.slice(0, 3)]);
    const started = Math.min(diagnosed + draw.one([-30, 0, 0, 0, 3, 100, 400, 900]), until);
    const stop = draw.one(["not applicable", "not applicable", "unknown", "", "day", "day", "day"]);
    const treatment = add("treatment", {
      drug: isOne(draw, 12) ? "other" : code,
      drug_class: drugClass,
      started_on: isoDate(started),
      stopped_on: stop === "day" ? isoDate(started + draw.below(800)) : stop,
      stop_reason: "not applicable",
    });
    if (isOne(draw, 4))
      add("adverse_effect", {
        treatment,
        noticed_on: isoDate(started),
        effect: draw.one(["fever", "infection", "liver_enzymes", "other"]),
        severity: draw.one(["mild", "moderate", "severe", "unknown"]),
      });
  }
}
