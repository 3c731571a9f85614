import { CLINICAL_STATES, defineReport, type MethodsSpec, type Outline, RADIOLOGICAL_STATES } from "@osteon/publish";
import protocol from "./protocol.ts";
import {
  ANTIBIOTICS,
  BY_FOCALITY,
  BY_PRESENTATION,
  FLOW,
  RADIOLOGY,
  RELAPSE_FREE,
  RESPONSE,
} from "./report/figures.ts";
import { LABELS, POINTS } from "./report/labels.ts";
import { ANTIBIOTIC_TABLE, SCORE, SURVIVAL } from "./report/more-tables.ts";
import { MARKERS, NORMALITY, PREDICTORS, RADIOLOGY_TABLE, RESPONSE_TABLE, TABLE_ONE } from "./report/tables.ts";
import { WORDS_ON_CHILDREN } from "./report/words-on-children.ts";
import { WORDS_ON_TREATMENT } from "./report/words-on-treatment.ts";

const share = (label: string, id: string) => ({
  label,
  number: `{${id}.all.percent|number:0:1: %}`,
  below: `{${id}.all|n-of-N}`,
});

const relapseFree = (label: string, day: number) => ({
  label,
  number: `{relapse-free.all.survival@${day}|number:0:100: %}`,
  below: `{relapse-free.all.survival-lower@${day}~relapse-free.all.survival-upper@${day}|limits:100: %}`,
});

const HEADLINES: Outline["headlines"] = [
  {
    label: "Children with CNO",
    number: "{cno-patients.all.n|number}",
    below: "and {control-patients.all.n|plural:control:controls} with bacterial osteomyelitis",
  },
  {
    label: "Median follow-up",
    number: "{follow-up.all.median|number:1} years",
    below: "{follow-up.all.minimum|number:1} to {follow-up.all.maximum|number:1} years",
  },
  share("Relapsed at least once", "relapsed"),
  {
    label: "Median time to relapse",
    number: "{relapse-free.all.median|number} months",
    below: "{relapse-free.all.median-lower~relapse-free.all.median-upper|limits}",
  },
  relapseFree("Relapse-free at 1 year", 365),
  relapseFree("Relapse-free at 5 years", 1826),
  share("Not in remission under NSAID at 24 months", "nsaid-month24-failure"),
  share("Not in remission 12 months after corticosteroids", "steroid-month12-failure"),
  share("In remission at 12 months under TNF-α inhibitors", "tnf-inhibitor-month12-remission"),
  share("In remission at 24 months after pamidronate", "bisphosphonate-month24-remission"),
];

const rules = (...names: readonly string[]) => names.map((name) => `rules.${name}`);

const METHODS: readonly MethodsSpec[] = [
  { heading: "Children", of: ["cohorts.*"] },
  { heading: "Time points", of: ["timePoints.*"] },
  { heading: "Lines of treatment", of: Object.keys(protocol.groups).map((group) => `groups.${group}`) },
  {
    heading: "Outcome",
    of: rules(
      ...["baseline", "visitTie", "concomitant", "escalation", "fever", "markers", "measurementLimit"],
      ...["fullRemission", "partialRemission", "inefficacy"],
    ),
  },
  { heading: "Relapse", of: ["rules.relapse*"] },
  {
    heading: "Imaging",
    of: ["groups.*.radiology", ...rules("radiologicalResponse", "diagnosisImaging", "oneYearImaging")],
  },
  {
    heading: "Strata",
    of: rules("presentation", "crmo", "multifocal", "normalBloodCount", "antibioticEra"),
  },
  { heading: "Clinical score", of: ["tables.score_item", "tables.score_cut_off.*"], more: POINTS },
  {
    heading: "Statistics",
    of: rules("normality", "rounding"),
    more: "Percentages with Wilson limits, beside them Clopper-Pearson limits; relapse-free survival by Kaplan-Meier with log-log, log and plain limits (R: survfit with conf.type), groups by the log-rank test; two by two tables by chi-square with and without correction and Fisher's exact test; ranks by Wilcoxon-Mann-Whitney and Spearman; area under the ROC curve with DeLong limits. All tests are two-sided.",
  },
];

/** The paper's tables, figures and sentences, in its order. */
export default defineReport({
  labels: LABELS,
  states: { clinical: CLINICAL_STATES, radiological: RADIOLOGICAL_STATES },
  headlines: HEADLINES,
  headlinesCompare: true,
  parts: [
    { id: "summary", title: "Summary", blocks: [{ headlines: true }] },
    { id: "flow", title: "Patient flow", blocks: [{ figure: FLOW }] },
    {
      id: "baseline",
      title: "Table 1",
      blocks: [{ table: TABLE_ONE(protocol.rules.normality.says) }, { table: NORMALITY }],
    },
    { id: "outcome", title: "Response", blocks: [{ figure: RESPONSE }, { table: RESPONSE_TABLE }] },
    {
      id: "relapse",
      title: "Relapse",
      blocks: [{ figure: RELAPSE_FREE }, { table: SURVIVAL }, { figure: BY_FOCALITY }, { figure: BY_PRESENTATION }],
    },
    { id: "imaging", title: "Radiology", blocks: [{ figure: RADIOLOGY }, { table: RADIOLOGY_TABLE }] },
    { id: "antibiotic", title: "Antibiotics", blocks: [{ figure: ANTIBIOTICS }, { table: ANTIBIOTIC_TABLE }] },
    { id: "predictor", title: "Predictors", blocks: [{ table: PREDICTORS }, { table: MARKERS }] },
    { id: "clinical-score", title: "Score", blocks: [{ table: SCORE }] },
    { id: "results", title: "Results in words", blocks: [...WORDS_ON_CHILDREN, ...WORDS_ON_TREATMENT] },
  ],
  methods: METHODS,
});
