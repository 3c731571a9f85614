import { CLINICAL_STATES, defineReport, type MethodsSpec, type Outline } from "@osteon/publish";
import { courseFigure, courseTable, DEFINITIONS, failureCurves, responseTable, SCALES } from "./report/course.ts";
import { AT_ENTRY, CONDITION_TABLE, ELIGIBILITY_TABLE, FLOW } from "./report/entry.ts";
import { LABELS, PLANS } from "./report/labels.ts";
import { AGREEMENT, MISSING, ORDER, WELL } from "./report/outcomes.ts";

const { inefficacy: _, ...STATES } = CLINICAL_STATES;

const remission = (plan: string, label: string): Outline["headlines"][number] => ({
  label: `In remission at 12 months: ${label}`,
  number: `{plan-remission.${plan}/month12.percent|number:0:1: %}`,
  below: `{plan-remission.${plan}/month12|n-of-N}`,
});

const rules = (...names: readonly string[]) => names.map((name) => `rules.${name}`);

const METHODS: readonly MethodsSpec[] = [
  { heading: "Children", of: ["cohorts.*"] },
  {
    heading: "Plans",
    of: [...Object.keys(PLANS).map((plan) => `groups.${plan}`), ...rules("plan", "together", "furtherPlan")],
  },
  {
    heading: "Conditions of entry",
    of: [
      "tables.condition.*",
      ...rules("recentImaging", "nsaidFirst", "activeDisease", "notRead", "wider"),
      "tables.typical_place.*",
    ],
  },
  { heading: "Time points", of: ["timePoints.*"] },
  {
    heading: "State",
    of: rules(
      ...["baseline", "visitTie", "escalation", "fever", "markers", "measurementLimit"],
      ...["fullRemission", "partialRemission", "relapse", "relapseImaging"],
    ),
  },
  { heading: "PedCNO", of: [...rules("pedcno", "coreSetImaging"), "tables.pedcno_level.*"] },
  {
    heading: "Outcome definitions",
    of: rules("cdas", "cdasFall", "severeDisease", "mriInactive", "lowPain", "inefficacy"),
  },
  { heading: "Statistics", of: rules("statistics") },
];

/** Who was given which plan, who fulfils its conditions, and what came of it; once for all, once for those who fulfil them. */
export default defineReport({
  labels: LABELS,
  states: {
    course: {
      ...STATES,
      further_plan: { label: "Further plan", fill: "#7c3f58", ink: "#ffffff" },
    },
  },
  headlines: [
    {
      label: "Children in a plan",
      number: "{in-a-plan.all.n|number}",
      below: "of {all-children.all.n|plural:child:children} with CNO",
    },
    {
      label: "Fulfil all conditions of entry",
      number: "{eligible-of-all.all.percent|number:0:1: %}",
      below: "{eligible-of-all.all|n-of-N} in whom it is known",
    },
    ...Object.entries(PLANS).map(([plan, label]) => remission(plan, label)),
  ],
  headlinesCompare: true,
  parts: [
    { id: "summary", title: "Summary", blocks: [{ headlines: true }, { figure: FLOW }] },
    {
      id: "entry",
      title: "Entry",
      blocks: [{ table: ELIGIBILITY_TABLE }, { table: CONDITION_TABLE }, { table: AT_ENTRY }],
    },
    {
      id: "course",
      title: "Course",
      blocks: DEFINITIONS.flatMap((definition) => [
        { figure: courseFigure(definition) },
        { table: courseTable(definition) },
      ]),
    },
    {
      id: "response",
      title: "PedCNO",
      blocks: [...DEFINITIONS.map((own) => ({ table: responseTable(own) })), { table: SCALES }],
    },
    {
      id: "outcomes",
      title: "Outcome definitions",
      blocks: [{ table: WELL }, { table: MISSING }, { table: AGREEMENT }, { table: ORDER }],
    },
    { id: "failure", title: "Further plans", blocks: DEFINITIONS.map((own) => ({ figure: failureCurves(own) })) },
  ],
  methods: METHODS,
});
