import type { FollowUpPlan } from "@osteon/codebook";
import { courseProtocol } from "./course.ts";
import { OUTCOME_TABLES } from "./outcomes/outcome-definitions.ts";
import { OUTCOME_RULES, type OutcomeRules } from "./outcomes/outcome-rules.ts";
import type { CnoProtocol } from "./rules.ts";

/** What an encounter is told back by: the state, what it lacks, the core set with its levels, and the scales. */
export const TOLD_BACK_MODELS = ["response", "outcome_missing", "core_set", "pedcno", "line_scale"] as const;

/** The time point of the latest visit of the charts, whatever the plan says; a visit that stands for a point of the plan is read there. */
export const LATEST_VISIT = "latest_visit";

/** As the course of a child, with outcome definitions, and a time point that the latest visit stands for whenever it was. */
export function toldBackProtocol(plan: FollowUpPlan): CnoProtocol & { readonly rules: OutcomeRules } {
  const { timePoints, rules, tables, ...course } = courseProtocol(plan);
  const { last: _, ...planned } = timePoints;
  return {
    ...course,
    id: "told-back",
    timePoints: {
      ...planned,
      [LATEST_VISIT]: {
        says: "The latest visit, read for itself, whatever happened before.",
        ...{ assumption: true, targetDay: 100_000, window: [1, 100_000], carries: false },
      },
    },
    rules: { ...rules, ...OUTCOME_RULES },
    tables: { ...tables, ...OUTCOME_TABLES },
  };
}
