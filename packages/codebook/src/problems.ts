import { CHECK_PROBLEMS } from "./check/problems.ts";
import { PLAN_PROBLEMS } from "./follow-up/problems.ts";
import { KEPT_PROBLEMS } from "./kept/problems.ts";
import { LIST_PROBLEMS } from "./lists/problems.ts";
import { OWN_FIELD_PROBLEMS } from "./own/problems.ts";

/** Every code that the codebook tells, with its words. */
export const CODEBOOK_PROBLEMS = {
  ...CHECK_PROBLEMS,
  ...LIST_PROBLEMS,
  ...KEPT_PROBLEMS,
  ...PLAN_PROBLEMS,
  ...OWN_FIELD_PROBLEMS,
} as const;
