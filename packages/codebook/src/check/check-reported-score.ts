import { at, NO_FAULTS } from "./fault.ts";
import { limitFaults } from "./number-cell.ts";
import { cellOf, numberOf } from "./read-cell.ts";
import type { RowCheck } from "./row-check.ts";

/** The disability index of CHAQ is 0 to 3; its visual scales are other numbers, which a row names as its scale. Of no other questionnaire limits are known. */
const CHAQ_INDEX = { possible: [0, 1000], plausible: [0, 3] } as const;

/** Asks about a score that its questionnaire does not give. */
export const reportedScoreCheck: RowCheck = ({ cells }) => {
  const score = numberOf(cells, "score");
  if (score === undefined || cellOf(cells, "instrument") !== "chaq" || cellOf(cells, "scale") !== "") return NO_FAULTS;
  return limitFaults(CHAQ_INDEX, score, { value: score }).map((fault) => at("score", fault));
};
