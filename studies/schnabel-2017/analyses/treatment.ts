import { MONTHS, NUMBER } from "@osteon/cno";
import type { Protocol, Where } from "@osteon/protocol";
import { association, breakdown, continuous, count, hundredths, share, WEEKS } from "./kinds.ts";

const LINE = "line_profile";
const REMISSION = ["full_remission", "partial_remission"] as const;
const FAILURE = ["active", "relapse", "inefficacy"] as const;
const UNKNOWN = ["not_seen", "undetermined"] as const;

/** Outcome states in the order of the figure, best first. */
export const OUTCOME_STATES = [...REMISSION, ...FAILURE] as const;
export const RADIOLOGICAL_STATES = ["no_visible_lesion", "remaining_activity", "new_lesion"] as const;

const IN_RESPONSE = { column: "line_class", levels: { groups: { inResponse: true } } } as const;

const ofLine = (line_class: string, more: Where = {}) => ({ from: LINE, where: { line_class, ...more } });
const atPoint = (line_class: string, time_point: string): Where => ({ line_class, time_point, in_response: 1 });

/** Treatments, what they were, and what came of them. */
export const TREATMENT: Protocol["analyses"] = {
  nsaid: share("NSAID", "nsaid"),
  "nsaid-alone": count("NSAID without concomitant antiinflammatory treatment", ofLine("nsaid", { in_response: 1 })),
  steroid: share("Prednisolone", "steroid"),
  dmard: share("DMARD", "dmard"),
  "tnf-inhibitor": share("TNF-α inhibitor", "tnf_inhibitor"),
  bisphosphonate: share("Bisphosphonate (pamidronate)", "bisphosphonate"),
  drugs: breakdown(
    "Drugs",
    "drug",
    [
      "methotrexate",
      "sulfasalazine",
      "etanercept",
      "adalimumab",
      "pamidronate",
      "ibuprofen",
      "naproxen",
      "prednisolone",
    ],
    [],
    { from: "drug_profile" },
  ),
  "response-groups": continuous("Groups that one child stands in", "response_groups", NUMBER),
  "vertebral-nsaid": count("Vertebral involvement and NSAID", { where: { vertebral_at_diagnosis: 1, nsaid: 1 } }),
  "vertebral-lines": breakdown(
    "Lines of children with vertebral involvement",
    "line_class",
    ["nsaid", "dmard", "steroid", "tnf_inhibitor", "bisphosphonate"],
    [],
    {
      from: LINE,
      where: {
        vertebral_at_diagnosis: 1,
        line_class: ["nsaid", "dmard", "steroid", "tnf_inhibitor", "bisphosphonate"],
      },
    },
  ),
  response: breakdown(
    "Clinical outcome by treatment and time point",
    "outcome_state",
    OUTCOME_STATES,
    [IN_RESPONSE, { column: "time_point", levels: "timePoints" }],
    {
      from: "response",
      where: { in_response: 1 },
    },
  ),
  "radiological-response": breakdown(
    "Radiological response by treatment",
    "outcome_radiological",
    RADIOLOGICAL_STATES,
    [IN_RESPONSE],
    { from: "radiology", where: { in_response: 1 } },
  ),
  ...remissionAndFailure(),
  ...antibiotics(),
  ...nsaid(),
  ...steroid(),
  ...dmard(),
  ...tnfInhibitor(),
  ...bisphosphonate(),
};

/** Remission and failure of each line at each time point, among children whose state is known there. */
function remissionAndFailure(): Protocol["analyses"] {
  const lines = ["any", "nsaid", "steroid", "tnf_inhibitor", "bisphosphonate"];
  const points = ["week2", "month3", "month6", "month12", "month24", "last"];
  const shareOf = (title: string, line: string, point: string, values: readonly string[]) => ({
    ...share(`${title}, ${line} at ${point}`, "outcome_state", { from: "response", where: atPoint(line, point) }),
    values,
    unknown: UNKNOWN,
  });
  const pairs = lines.flatMap((line) => points.map((point) => [line, point] as const));
  return Object.fromEntries(
    pairs.flatMap(([line, point]) => [
      [`${line.replace("_", "-")}-${point}-remission`, shareOf("In remission", line, point, REMISSION)],
      [
        `${line.replace("_", "-")}-${point}-failure`,
        shareOf("With symptoms, relapsed or escalated", line, point, FAILURE),
      ],
    ]),
  );
}

function antibiotics(): Protocol["analyses"] {
  return {
    "remission-one-year": {
      ...share("Clinical remission one year after diagnosis, all children", "outcome_state", {
        from: "response",
        where: atPoint("any", "month12"),
        says: "Clinical remission (partial or full) one year after diagnosis, of all children; a child not seen is not in remission.",
      }),
      values: REMISSION,
    },
    antibiotics: share("Antibiotics for suspected bacterial osteomyelitis", "antibiotic"),
    "antibiotics-early": share("Antibiotics, diagnosed up to 2007", "antibiotic", { where: { diagnosed_early: 1 } }),
    "antibiotics-late": share("Antibiotics, diagnosed from 2008 on", "antibiotic", { where: { diagnosed_early: 0 } }),
    "antibiotics-by-era": association(
      "Antibiotics and year of diagnosis",
      "two-by-two",
      "diagnosed_early",
      "antibiotic",
    ),
    "antibiotics-intravenous": continuous("Intravenous antibiotics", "intravenous_days", WEEKS),
    "antibiotics-oral": continuous("Oral antibiotics", "oral_days", WEEKS),
    "antibiotic-month6": breakdown("State 6 months after the first antibiotic", "outcome_state", OUTCOME_STATES, [], {
      from: "response",
      where: { line_class: "antibiotic", time_point: "month6" },
    }),
    "antibiotics-and-nsaid": count("Antibiotics and NSAID", { where: { antibiotic: 1, nsaid: 1 } }),
  };
}

function nsaid(): Protocol["analyses"] {
  const radiology = {
    from: "radiology",
    where: { line_class: "nsaid", in_response: 1, outcome_radiological: "new_lesion" },
  };
  return {
    "nsaid-exposure": continuous("NSAID treatment", "exposure_days", { ...MONTHS, decimals: 0 }, ofLine("nsaid")),
    "naproxen-dose": continuous("Naproxen dose", "dose_x100", hundredths("mg/kg/d", 0), {
      from: "drug_profile",
      where: { drug: "naproxen" },
    }),
    "ibuprofen-dose": continuous("Ibuprofen dose", "dose_x100", hundredths("mg/kg/d", 0), {
      from: "drug_profile",
      where: { drug: "ibuprofen" },
    }),
    "nsaid-new-lesion-clinical": {
      ...share("With symptoms, children with a new lesion under NSAID", "clinical_state_month12", radiology),
      values: FAILURE,
    },
    "nsaid-new-lesion-escalated": count("Escalated, children with a new lesion under NSAID", {
      ...radiology,
      where: { ...radiology.where, escalated_day: { from: 0 } },
    }),
  };
}

function steroid(): Protocol["analyses"] {
  const drug = { from: "drug_profile", where: { drug: "prednisolone" } };
  return {
    "prednisolone-dose": continuous("Prednisolone dose", "dose_x100", hundredths("mg/kg/d", 0), drug),
    "prednisolone-duration": continuous(
      "Prednisolone course",
      "exposure_days",
      { unit: "days", divisor: 1, decimals: 0 },
      drug,
    ),
  };
}

function dmard(): Protocol["analyses"] {
  return {
    "dmard-for-arthritis-or-bowel-disease": count(
      "DMARD for accompanying arthritis or bowel disease",
      ofLine("dmard", { arthritis_or_bowel_disease: 1 }),
    ),
    "dmard-exanthema": count("DMARD stopped for allergic exanthema", {
      from: "adverse_effect_profile",
      where: { line_class: "dmard", effect: "allergic_exanthema" },
    }),
  };
}

function tnfInhibitor(): Protocol["analyses"] {
  return {
    "tnf-vertebral": share("Vertebral involvement, TNF-α inhibitor", "vertebral_at_diagnosis", ofLine("tnf_inhibitor")),
    "tnf-arthritis": share("Arthritis, TNF-α inhibitor", "arthritis", ofLine("tnf_inhibitor")),
    "tnf-crmo": count("CRMO and TNF-α inhibitor", { where: { tnf_inhibitor: 1, crmo: 1 } }),
    "tnf-disease-before": continuous(
      "Disease before the TNF-α inhibitor",
      "disease_days_before",
      { ...MONTHS, decimals: 0 },
      ofLine("tnf_inhibitor"),
    ),
    "tnf-adverse-effect": share("Adverse effects, TNF-α inhibitor", "adverse_effect", ofLine("tnf_inhibitor")),
  };
}

function bisphosphonate(): Protocol["analyses"] {
  const ofBisphosphonate = ofLine("bisphosphonate");
  const course = (where: Where) => ({ from: "course_profile", where: { drug: "pamidronate", ...where } });
  const pamidronate = hundredths("mg/kg", 1);
  return {
    "pamidronate-first-day": continuous(
      "Pamidronate, day 1 of the first cycle",
      "dose_x100",
      pamidronate,
      course({ cycle: 1, cycle_day: 1 }),
    ),
    "pamidronate-next-days": continuous(
      "Pamidronate, days 2 and 3 of the first cycle",
      "dose_x100",
      pamidronate,
      course({ cycle: 1, cycle_day: [2, 3] }),
    ),
    "pamidronate-later-cycles": continuous(
      "Pamidronate, later cycles",
      "dose_x100",
      pamidronate,
      course({ cycle: { from: 2 } }),
    ),
    "pamidronate-days-per-cycle": continuous("Pamidronate, day of the cycle", "cycle_day", NUMBER, course({})),
    "pamidronate-cycles": continuous("Pamidronate, number of the cycle", "cycle", NUMBER, course({ cycle_day: 1 })),
    "pamidronate-second-cycle": continuous(
      "Pamidronate, start of the second cycle",
      "day",
      { ...MONTHS, decimals: 0 },
      course({ cycle: 2, cycle_day: 1 }),
    ),
    "pamidronate-third-cycle": continuous(
      "Pamidronate, start of the third cycle",
      "day",
      { ...MONTHS, decimals: 0 },
      course({ cycle: 3, cycle_day: 1 }),
    ),
    "bisphosphonate-male": { ...share("Boys, bisphosphonate", "sex", ofBisphosphonate), values: ["male"] },
    "bisphosphonate-multifocal": share("Multifocal, bisphosphonate", "multifocal", ofBisphosphonate),
    "bisphosphonate-fracture": share("Vertebral fracture, bisphosphonate", "vertebral_fracture", ofBisphosphonate),
    "bisphosphonate-at-diagnosis": count(
      "Bisphosphonate at diagnosis for vertebral fracture",
      ofLine("bisphosphonate", { start_day: { to: 30 }, vertebral_fracture: 1 }),
    ),
    "bisphosphonate-disease-before": continuous(
      "Disease before the bisphosphonate",
      "disease_days_before",
      { ...MONTHS, decimals: 0 },
      ofBisphosphonate,
    ),
    "bisphosphonate-adverse-effect": share("Adverse effects, bisphosphonate", "adverse_effect", ofBisphosphonate),
    "bisphosphonate-effects": breakdown(
      "Adverse effects of the first cycle",
      "effect",
      ["fever", "conjunctivitis", "hypocalcaemia"],
      [],
      {
        from: "adverse_effect_profile",
        where: { line_class: "bisphosphonate", day: { to: 30 } },
      },
    ),
  };
}
