import { STUDY_PROBLEMS } from "./lock/problems.ts";

/** Every code that this package tells, with its words. */
export const RUN_PROBLEMS = { ...STUDY_PROBLEMS } as const;
