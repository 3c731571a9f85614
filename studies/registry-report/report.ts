import { defineReport, type MethodsSpec, type Outline } from "@osteon/publish";
import {
  AGE_AND_DELAY,
  AS_OF,
  CLASSIFIED,
  DIAGNOSED_BY_YEAR,
  ENROLLED_BY_CENTRE,
  ENROLLED_BY_CENTRE_AND_YEAR,
  ENROLLED_BY_YEAR,
  FLOW,
  IMAGING,
  LESIONS,
  SEX,
} from "./report/children.ts";
import {
  COMPLETE,
  COMPLETENESS,
  COMPLETENESS_BY_CENTRE,
  DUE,
  FOLLOW_UP,
  FOLLOW_UP_TIME,
  LOST_BY_PLAN,
  SCALES,
  SEEN_BY_YEAR,
  STATES,
} from "./report/course.ts";
import { LABELS } from "./report/labels.ts";
import { AGREEMENT, MISSING, ORDER, WELL } from "./report/outcomes.ts";
import { BY_CLASS, BY_DRUG, BY_YEAR, EFFECTS, PATHS, TIMES } from "./report/treatment.ts";
import { WORDS } from "./report/words.ts";

const share = (label: string, id: string): Outline["headlines"][number] => ({
  label,
  number: `{${id}.all.percent|number:0:1: %}`,
  below: `{${id}.all|n-of-N}`,
});

const HEADLINES: Outline["headlines"] = [
  {
    label: "Children with CNO",
    number: "{children.all.n|number}",
    below: "{controls.all.n|plural:chart of a control is:charts of controls are} not in this report",
  },
  share("Girls", "girls"),
  {
    label: "Median age at diagnosis",
    number: "{age-at-diagnosis.all.median|number:1} years",
    below: "{age-at-diagnosis.all|range}",
  },
  { label: "Median delay to diagnosis", number: "{delay.all.median|number:1} months", below: "{delay.all|range}" },
  share("Whole-body MRI at diagnosis", "whole-body-mri"),
  share("In follow-up", "in-follow-up"),
  share("Full remission at the last visit", "remission"),
];

const rules = (...names: readonly string[]) => names.map((name) => `rules.${name}`);

const METHODS: readonly MethodsSpec[] = [
  { heading: "Children", of: ["cohorts.*", ...rules("now", "enrolment")] },
  { heading: "Follow-up", of: rules("lost", "due", "inYear") },
  { heading: "Imaging at diagnosis", of: rules("diagnosisImaging", "diagnosisReading") },
  { heading: "Drugs", of: [...rules("running", "order"), "groups.*"] },
  {
    heading: "State at the last visit",
    of: [
      "timePoints.*",
      ...rules("atLast", "baseline", "fever", "markers", "measurementLimit", "fullRemission", "partialRemission"),
    ],
  },
  {
    heading: "Outcome definitions",
    of: rules(
      ...["pedcno", "coreSetImaging", "cdas", "cdasFall", "severeDisease", "mriInactive", "lowPain"],
      ...["relapse", "relapseImaging", "inefficacy", "escalation"],
    ),
  },
  { heading: "Core items", of: ["tables.core_item.*"] },
  {
    heading: "Clinical scores",
    of: ["tables.classification.*", "rules.classification", "tables.score_item", "tables.score_cut_off.rows.probable"],
  },
  {
    heading: "Statistics",
    of: rules("statistics"),
  },
];

/** The yearly report, in the order in which registries print it. */
export default defineReport({
  labels: LABELS,
  states: {},
  headlines: HEADLINES,
  parts: [
    { id: "summary", title: "Summary", blocks: [{ headlines: true }, { table: AS_OF }, ...WORDS] },
    {
      id: "enrolment",
      title: "Enrolment",
      blocks: [
        { figure: FLOW },
        { table: ENROLLED_BY_YEAR },
        { table: ENROLLED_BY_CENTRE },
        { table: ENROLLED_BY_CENTRE_AND_YEAR },
      ],
    },
    {
      id: "diagnosis",
      title: "Diagnosis",
      blocks: [{ table: DIAGNOSED_BY_YEAR }, { table: SEX }, { table: AGE_AND_DELAY }],
    },
    { id: "imaging", title: "Imaging", blocks: [{ table: IMAGING }, { table: LESIONS }, { table: CLASSIFIED }] },
    {
      id: "follow-up",
      title: "Follow-up",
      blocks: [
        { table: FOLLOW_UP },
        { table: DUE },
        { table: LOST_BY_PLAN },
        { table: FOLLOW_UP_TIME },
        { table: SEEN_BY_YEAR },
      ],
    },
    {
      id: "treatment",
      title: "Treatment",
      blocks: [{ table: BY_CLASS }, { table: BY_DRUG }, { table: BY_YEAR }, { table: PATHS }, { table: TIMES }],
    },
    { id: "activity", title: "Disease activity", blocks: [{ table: SCALES }, { table: STATES }] },
    {
      id: "outcomes",
      title: "Outcome definitions",
      blocks: [{ table: WELL }, { table: MISSING }, { table: AGREEMENT }, { table: ORDER }],
    },
    { id: "adverse-effects", title: "Adverse effects", blocks: [{ table: EFFECTS }] },
    {
      id: "completeness",
      title: "Completeness",
      blocks: [{ table: COMPLETENESS }, { table: COMPLETENESS_BY_CENTRE }, { figure: COMPLETE }],
    },
  ],
  methods: METHODS,
});
