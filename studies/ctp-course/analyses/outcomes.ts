import { COMPARED_OUTCOMES, MISSING_COLUMNS, OUTCOME_ITEMS, WELL_RESULTS } from "@osteon/cno";
import { agreements, type Leveled, type Protocol, type Where } from "@osteon/protocol";
import { count, PLAN, share } from "./kinds.ts";

const NAMES = COMPARED_OUTCOMES.map(({ id }) => id);
const DEFINITION: Leveled = { column: "definition", levels: NAMES };
const MONTH_12: Where = { time_point: "month12" };
const TOLD = MISSING_COLUMNS.map(({ definition }) => definition);

/** Who is in remission or improved at 12 months under each definition, what is missing, how they agree, and the order of the plans. */
export const OUTCOMES: Protocol["analyses"] = {
  "outcome-well": share("In remission or improved at 12 months, by definition", "is_well", [1], {
    from: "plan_answer",
    where: { ...MONTH_12, definition: NAMES },
    by: [DEFINITION],
  }),
  "outcome-missing": count("Children of whom an outcome is not known, by definition and what is missing", {
    from: "plan_outcome_missing",
    where: { ...MONTH_12, definition: TOLD },
    by: [
      { column: "definition", levels: TOLD },
      { column: "missing_item", levels: Object.keys(OUTCOME_ITEMS) },
    ],
  }),
  ...agreements("outcome-agreement", WELL_RESULTS, { from: "plan_outcome", where: MONTH_12 }),
  "outcome-order": {
    kind: "ranking",
    title: "Order of the plans by the share in remission or improved at 12 months",
    says: "Order of the plans by the share in remission or improved at 12 months.",
    from: "plan_answer",
    where: { ...MONTH_12, definition: NAMES },
    column: "is_well",
    values: [1],
    unknown: [],
    by: [DEFINITION, PLAN],
    against: "full_remission",
    atLeast: 5,
  },
};
