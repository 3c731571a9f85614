import type { Protocol } from "@osteon/protocol";

const STEP_UP = "Materials and Methods, outcome assessment: step-up strategy";

const mriWithinFirstYear = {
  says: "The MRI closest to day 365, within days 60 to 400 of the line.",
  assumption: true,
  window: [60, 400],
  targetDay: 365,
  wholeBodyOnly: false,
} as const;

/** The groups that response is read in, from the paper's step-up strategy. */
export const GROUPS = {
  any: {
    says: "All children with CNO from diagnosis, whatever the treatment ('independent of therapy').",
    source: "Results, disease course and treatment response",
    entry: "diagnosis",
    step: 0,
    inResponse: true,
    aloneOnly: false,
    radiology: mriWithinFirstYear,
  },
  antibiotic: {
    says: "Children treated with antibiotics for suspected bacterial osteomyelitis, from the first antibiotic.",
    source: "Results, antibiotics",
    entry: "antibiotic",
    step: 0,
    inResponse: true,
    aloneOnly: false,
    radiology: mriWithinFirstYear,
  },
  nsaid: {
    says: "Children exclusively treated with NSAID: no other antiinflammatory treatment at the start of the NSAID.",
    source: STEP_UP,
    entry: { drugClasses: ["nsaid"] },
    step: 1,
    inResponse: true,
    aloneOnly: true,
    radiology: {
      ...mriWithinFirstYear,
      says: "The whole-body MRI closest to day 365, within days 60 to 400 of the NSAID.",
      source: "Results, NSAID: whole-body MRI within the first year",
      wholeBodyOnly: true,
    },
  },
  steroid: {
    says: "Children given corticosteroids; concomitant NSAID are tolerated.",
    source: STEP_UP,
    entry: { drugClasses: ["steroid"] },
    step: 2,
    inResponse: true,
    aloneOnly: false,
    radiology: mriWithinFirstYear,
  },
  dmard: {
    says: "Children given MTX or SSZ are excluded from the analysis of response.",
    source: "Results, DMARD",
    entry: { drugClasses: ["dmard"] },
    step: 2,
    inResponse: false,
    aloneOnly: false,
    radiology: mriWithinFirstYear,
  },
  tnf_inhibitor: {
    says: "Children given a TNF-α inhibitor; concomitant NSAID are tolerated.",
    source: STEP_UP,
    entry: { drugClasses: ["tnf_inhibitor"] },
    step: 3,
    inResponse: true,
    aloneOnly: false,
    radiology: mriWithinFirstYear,
  },
  bisphosphonate: {
    says: "Children given pamidronate; concomitant NSAID are tolerated.",
    source: STEP_UP,
    entry: { drugClasses: ["bisphosphonate"] },
    step: 3,
    inResponse: true,
    aloneOnly: false,
    radiology: mriWithinFirstYear,
  },
} as const satisfies Protocol["groups"];
