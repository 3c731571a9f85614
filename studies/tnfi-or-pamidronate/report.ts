import { CLINICAL_STATES, defineReport, type MethodsSpec, type Outline, RADIOLOGICAL_STATES } from "@osteon/publish";
import { AT_START, FLOW } from "./report/children.ts";
import { FLARE_FIGURE, FLARE_TABLE, MRI_FIGURE, REMISSION_TABLE, STATE_FIGURE, STATE_TABLE } from "./report/course.ts";
import { FAILURE_FIGURE, PREDICTORS } from "./report/failure.ts";
import { DRUG_NAMES, DRUGS, LABELS } from "./report/labels.ts";
import { WORDS } from "./report/words.ts";

const { inefficacy: _, ...STATES } = CLINICAL_STATES;
const OTHER_DRUG = { label: "Other drug begun", fill: "#7c3f58", ink: "#ffffff" } as const;

const remission = (drug: string, label: string): Outline["headlines"][number] => ({
  label: `In remission at 6 months: ${label}`,
  number: `{drug-remission.${drug}/month6.percent|number:0:1: %}`,
  below: `{drug-remission.${drug}/month6|n-of-N}`,
});

const rules = (...names: readonly string[]) => names.map((name) => `rules.${name}`);

const METHODS: readonly MethodsSpec[] = [
  { heading: "Children", of: ["cohorts.*"] },
  {
    heading: "Drugs",
    of: [...DRUG_NAMES.map((drug) => `groups.${drug}`), ...rules("overlap", "together", "compared", "failure")],
  },
  { heading: "Day 0", of: rules("baseline", "fatigue", "arthritis", "coreSetImaging") },
  { heading: "Time points", of: ["timePoints.*"] },
  {
    heading: "State",
    of: rules(
      ...["visitTie", "escalation", "fever", "markers", "measurementLimit", "fullRemission", "partialRemission"],
    ),
  },
  { heading: "MRI", of: ["groups.pamidronate.radiology", ...rules("radiologicalResponse")] },
  { heading: "Flares", of: rules("response", "flare", "relapse", "relapseImaging") },
  { heading: "Statistics", of: rules("statistics") },
];

/** What decided between the drugs, what came of each, and whom pamidronate failed. */
export default defineReport({
  labels: LABELS,
  states: {
    course: { ...STATES, other_drug: OTHER_DRUG },
    radiological: { ...RADIOLOGICAL_STATES, other_drug: OTHER_DRUG },
  },
  headlines: [
    {
      label: "Children given one of the drugs",
      number: "{given-either.all.n|number}",
      below: "of {all-children.all.n|plural:child:children} with CNO",
    },
    {
      label: "Given both, one after the other",
      number: "{given-both-in-turn.all.n|number}",
      below: "{drug-order.all.pamidronate_first|number} of them pamidronate first",
    },
    ...Object.entries(DRUGS).map(([drug, label]) => remission(drug, label)),
    {
      label: "Failure of pamidronate given first",
      number: "{first-failed.pamidronate.percent|number:0:1: %}",
      below: "{first-failed.pamidronate|n-of-N}",
    },
  ],
  headlinesCompare: true,
  parts: [
    { id: "summary", title: "Summary", blocks: [{ headlines: true }, { figure: FLOW }, ...WORDS] },
    { id: "choice", title: "What steered to a drug", blocks: [{ table: AT_START }] },
    {
      id: "course",
      title: "Course",
      blocks: [{ figure: STATE_FIGURE }, { table: STATE_TABLE }, { table: REMISSION_TABLE }],
    },
    { id: "mri", title: "MRI", blocks: [{ figure: MRI_FIGURE }] },
    { id: "flares", title: "Flares", blocks: [{ figure: FLARE_FIGURE }, { table: FLARE_TABLE }] },
    { id: "failure", title: "Failure", blocks: [{ figure: FAILURE_FIGURE }, { table: PREDICTORS }] },
  ],
  methods: METHODS,
});
