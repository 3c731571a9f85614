import { CHECK_PROBLEMS } from "@osteon/codebook";
import { faultsOf } from "@osteon/words";
import { QUESTION_PROBLEMS } from "../problems.ts";

/** That a cell is no number is told as of a chart. */
export const { refused } = faultsOf({ ...CHECK_PROBLEMS, ...QUESTION_PROBLEMS });
