import { CODEBOOK_PROBLEMS } from "@osteon/codebook";
import { INTEROP_PROBLEMS } from "@osteon/interop/problems";
import type { ProblemCodes } from "@osteon/words";

/** Every code whose sentences stand beside its checks. */
export const PROBLEM_CODES: ProblemCodes = { ...CODEBOOK_PROBLEMS, ...INTEROP_PROBLEMS };
