import type { CurvesSpec, FlowSpec, SharesSpec, StackedBarsSpec, StackedSharesSpec } from "@osteon/publish";
import { RESPONSE_GROUPS, RESPONSE_POINTS } from "./labels.ts";

const known = (group: string) =>
  `{response.${group}/month3.N|number} known at 3 months, {response.${group}/month12.N|number} at 12`;

export const FLOW: FlowSpec = {
  kind: "flow",
  id: "flow",
  title: "Patient flow",
  caption: "Children counted at each step; a child may stand in up to four treatment groups.",
  description:
    "From all charts to children with CNO and controls, and to the groups of treatment that response was read in.",
  charts: {
    title: "Charts",
    of: ["cno-patients.all.n", "control-patients.all.n"],
    lines: ["diagnosed from January 1, 2004, to December 31, 2015"],
  },
  cohort: {
    title: "Children with CNO",
    of: "cno-patients.all.n",
    lines: [
      "followed for a median of {follow-up.all.median|number:1} years ({follow-up.all.minimum|number:1} to {follow-up.all.maximum|number:1})",
    ],
  },
  aside: [
    { title: "Bacterial osteomyelitis", of: "control-patients.all.n", lines: ["controls for the clinical score"] },
    { title: "DMARD", of: "dmard.all.n", lines: ["left out of the analysis of response"] },
  ],
  groups: [
    { title: "NSAID alone", of: "nsaid-alone.all.n", lines: ["of {nsaid.all.n|number} with NSAID", known("nsaid")] },
    { title: "Corticosteroids", of: "steroid.all.n", lines: [known("steroid")] },
    { title: "TNF-α inhibitor", of: "tnf-inhibitor.all.n", lines: [known("tnf_inhibitor")] },
    { title: "Bisphosphonate", of: "bisphosphonate.all.n", lines: [known("bisphosphonate")] },
  ],
};

/** Figure 1 of the paper. */
export const RESPONSE: StackedBarsSpec = {
  kind: "stacked-bars",
  id: "response",
  title: "Clinical outcome by treatment",
  caption:
    "Children in each state at 3, 6, 12 and 24 months after the start of the line. Relapse and escalation are carried forward to 24 months; children not seen are not in the bars.",
  description:
    "Stacked bars of clinical states at 3, 6, 12 and 24 months after the start of NSAID, corticosteroids, TNF-α inhibitors and bisphosphonates. The table of responses gives the same numbers.",
  compares: true,
  of: "response",
  states: "clinical",
  panels: RESPONSE_GROUPS,
  bars: RESPONSE_POINTS,
  unknown: ["not_seen", "undetermined"],
};

const CURVES = {
  kind: "kaplan-meier",
  timeLabel: "Months from diagnosis",
  survivalLabel: "Relapse-free",
} as const;

/** Figure 2 of the paper. */
export const RELAPSE_FREE: CurvesSpec = {
  ...CURVES,
  id: "kaplan-meier",
  title: "Relapse-free survival",
  caption:
    "Kaplan-Meier estimate from diagnosis to the first relapse. At risk: just before the month; censored and events: before it; the three sum to all children.",
  description:
    "Kaplan-Meier estimate of relapse-free survival in months from diagnosis, with pointwise 95 % log-log limits and a risk table. {relapse-free.all|curve-median-short}",
  of: "relapse-free",
  groups: ["all"],
  notes: [
    "{relapse-free.all.events|number} of {relapse-free.all.n|plural:child:children} relapsed",
    "{relapse-free.all|curve-median-note}",
    "Band: pointwise 95 % log-log limits; ticks: censored",
  ],
  printed: [
    { time: 12, survival: 0.85, label: "85 %" },
    { time: 29, survival: 0.5, label: "29 months" },
    { time: 60, survival: 0.4, label: "40 %" },
  ],
};

const byStratum = (id: string, title: string, groups: readonly string[]): CurvesSpec => ({
  ...CURVES,
  id,
  title,
  caption: "Strata known at diagnosis.",
  description:
    "Kaplan-Meier estimates of relapse-free survival in months from diagnosis: {groups}; the log-rank p value is given.",
  of: id,
  groups,
  notes: [`{${id}.compared.log-rank-p|log-rank}`],
});

export const BY_FOCALITY = byStratum("relapse-free-by-focality", "Relapse-free survival by focality at diagnosis", [
  "multifocal",
  "unifocal",
]);
export const BY_PRESENTATION = byStratum("relapse-free-by-presentation", "Relapse-free survival by presentation", [
  "chronic",
  "subacute",
  "unclassified",
]);

export const RADIOLOGY: StackedSharesSpec = {
  kind: "stacked-shares",
  id: "radiology",
  title: "Radiological response by treatment",
  caption: "The MRI closest to one year after the start of the line.",
  description:
    "Shares of children with no visible lesion, remaining activity and new lesions on the MRI about one year after the start of each treatment.",
  compares: true,
  of: "radiological-response",
  states: "radiological",
  rows: RESPONSE_GROUPS,
  unknown: { says: "without MRI", levels: ["no_mri"] },
};

/** The shares that the paper prints are drawn beside the children's own. */
export const ANTIBIOTICS: SharesSpec = {
  kind: "shares",
  id: "antibiotics",
  title: "Antibiotics before and from 2008",
  caption: "Share of children first treated with antibiotics for suspected bacterial osteomyelitis.",
  description:
    "Share of children with CNO who were first treated with antibiotics, by year of diagnosis, with 95 % Wilson limits.",
  axis: "Children first treated with antibiotics",
  rows: [
    { label: "Diagnosed up to 2007", of: "antibiotics-early.all", printed: 70 },
    { label: "Diagnosed from 2008 on", of: "antibiotics-late.all", printed: 18 },
  ],
};
