import { DRUG_CLASSES, type DrugClass, type FollowUpPlan } from "@osteon/codebook";
import type { Group, Protocol } from "@osteon/protocol";
import { JANSSON_TABLES, type JanssonProtocol } from "./jansson.ts";
import { cnoRules } from "./rules.ts";

/** What the course of a child is told by: its lines, its state at each time point, relapses, what an MRI shows of a line, the score. */
export const COURSE_MODELS = ["line", "response", "relapse_event", "line_radiology", "jansson"] as const;

const FIRST_YEAR_MRI = {
  says: "The MRI closest to day 365, within days 60 to 400 of the line.",
  assumption: true,
  window: [60, 400],
  targetDay: 365,
  wholeBodyOnly: false,
} as const;

/** Classes of drugs step up from NSAID; a later start of a higher step escalates. Other drugs are no line of the course. */
const STEPS: Readonly<Partial<Record<DrugClass, number>>> = {
  nsaid: 1,
  steroid: 2,
  dmard: 2,
  tnf_inhibitor: 3,
  bisphosphonate: 3,
};

const line = (says: string, entry: Group["entry"], step: number): Group => ({
  ...{ says, assumption: true, entry, step, inResponse: true, aloneOnly: false, radiology: FIRST_YEAR_MRI },
});

const LINES: Protocol["groups"] = {
  any: line("All children from diagnosis, whatever the treatment.", "diagnosis", 0),
  antibiotic: line("Antibiotics, from the first day of one.", "antibiotic", 0),
  ...Object.fromEntries(
    DRUG_CLASSES.flatMap(({ code, says }) => {
      const step = STEPS[code];
      return step === undefined ? [] : [[code, line(`${says}, from its first day.`, { drugClasses: [code] }, step)]];
    }),
  ),
};

const cohort = (code: string, says: string): Protocol["cohorts"][string] => ({
  ...{ says, assumption: true, cohort: code, diagnosed: ["1900-01-01", "2100-12-31"] },
});

/**
 * By which the course of one child is told, whatever a study says: the rules that studies of CNO share, every child whenever diagnosed, and
 * the time points of the registry's own follow-up plan.
 */
export const courseProtocol = (plan: FollowUpPlan): JanssonProtocol => ({
  id: "course",
  version: "1.0.0",
  title: "The course of a child",
  source: "the registry's own rules",
  cohorts: {
    cno: cohort("cno", "Children with CNO."),
    control: cohort("bacterial_osteomyelitis", "Children with bacterial osteomyelitis."),
  },
  timePoints: {
    ...Object.fromEntries(
      plan.map(({ name, label, targetDay, firstDay, lastDay }) => [
        name,
        {
          says: `${label.en} is the visit closest to day ${targetDay}, within days ${firstDay} to ${lastDay}.`,
          ...{ targetDay, window: [firstDay, lastDay] as const, carries: true },
        },
      ]),
    ),
    last: {
      says: "The last visit is the latest one from day 1 of the line on; it is read for itself, whatever happened before.",
      ...{ assumption: true, targetDay: 100_000, window: [1, 100_000], carries: false },
    },
  },
  groups: LINES,
  rules: cnoRules(),
  tables: JANSSON_TABLES,
  analyses: {},
});
