import { CODEBOOK_PROBLEMS } from "@osteon/codebook";
import type { ProblemCodes } from "@osteon/words";

/** Every code whose sentences stand beside its checks. */
export const PROBLEM_CODES: ProblemCodes = { ...CODEBOOK_PROBLEMS };
