import { COMPARED_OUTCOMES, MISSING_COLUMNS, OUTCOME_ITEMS, WELL_RESULTS } from "@osteon/cno";
import { agreements, type Leveled, type Protocol, type Where } from "@osteon/protocol";
import { count, DRUG_CLASS, share } from "./kinds.ts";

const NAMES = COMPARED_OUTCOMES.map(({ id }) => id);
const DEFINITION: Leveled = { column: "definition", levels: NAMES };
const LAST: Where = { time_point: "last", definition: NAMES };
const FROM_DIAGNOSIS: Where = { line_class: "any", time_point: "last" };
const TOLD = MISSING_COLUMNS.map(({ definition }) => definition);

/** Who is in remission or improved at the last visit under each definition, what is missing, how they agree, and the order of the classes. */
export const OUTCOMES: Protocol["analyses"] = {
  "outcome-well": share("In remission or improved at the last visit, by definition", "is_well", {
    from: "outcome_answer",
    where: { ...LAST, ...FROM_DIAGNOSIS },
    by: [DEFINITION],
  }),
  "outcome-missing": count("Children of whom an outcome is not known, by definition and what is missing", {
    from: "outcome_missing",
    where: { ...FROM_DIAGNOSIS, definition: TOLD },
    by: [
      { column: "definition", levels: TOLD },
      { column: "missing_item", levels: Object.keys(OUTCOME_ITEMS) },
    ],
  }),
  ...agreements("outcome-agreement", WELL_RESULTS, { from: "outcome_profile", where: FROM_DIAGNOSIS }),
  "outcome-order": {
    kind: "ranking",
    title: "Order of the classes of drugs by the share in remission or improved at the last visit",
    says: "Order of the classes of drugs by the share in remission or improved at the last visit, counted from the first day of the class.",
    from: "outcome_answer",
    where: { ...LAST, in_response: 1 },
    column: "is_well",
    values: [1],
    unknown: [],
    by: [DEFINITION, DRUG_CLASS],
    against: "full_remission",
    atLeast: 5,
  },
};
