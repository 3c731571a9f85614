import { CODEBOOK_PROBLEMS } from "@osteon/codebook";
import { ESTIMATE_PROBLEMS } from "@osteon/estimate/problems";
import { FREEZE_PROBLEMS } from "@osteon/freeze/problems";
import { INTEROP_PROBLEMS } from "@osteon/interop/problems";
import { PAPER_PROBLEMS } from "@osteon/paper/problems";
import { PROTOCOL_PROBLEMS } from "@osteon/protocol/problems";
import { QUESTION_PROBLEMS } from "@osteon/questions/problems";
import { REGISTRY_PROBLEMS } from "@osteon/registry/problems";
import { RUN_PROBLEMS } from "@osteon/run/problems";
import type { ProblemCodes } from "@osteon/words";

/** Every code that a command can tell. */
export const PROBLEM_CODES: ProblemCodes = {
  ...CODEBOOK_PROBLEMS,
  ...INTEROP_PROBLEMS,
  ...FREEZE_PROBLEMS,
  ...REGISTRY_PROBLEMS,
  ...PROTOCOL_PROBLEMS,
  ...ESTIMATE_PROBLEMS,
  ...RUN_PROBLEMS,
  ...QUESTION_PROBLEMS,
  ...PAPER_PROBLEMS,
};
