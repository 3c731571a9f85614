import { CELL_PROBLEMS } from "./problems-of-cells.ts";
import { DATE_PROBLEMS } from "./problems-of-dates.ts";
import { NUMBER_PROBLEMS } from "./problems-of-numbers.ts";
import { OWN_ENTRY_PROBLEMS } from "./problems-of-own-fields.ts";
import { PSEUDONYM_PROBLEMS } from "./problems-of-pseudonyms.ts";
import { RESULT_PROBLEMS } from "./problems-of-results.ts";
import { ROW_PROBLEMS } from "./problems-of-rows.ts";

/** Every code that the checks of charts tell. */
export const CHECK_PROBLEMS = {
  ...CELL_PROBLEMS,
  ...NUMBER_PROBLEMS,
  ...DATE_PROBLEMS,
  ...ROW_PROBLEMS,
  ...RESULT_PROBLEMS,
  ...OWN_ENTRY_PROBLEMS,
  ...PSEUDONYM_PROBLEMS,
} as const;
