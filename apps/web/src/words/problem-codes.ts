import { API_PROBLEMS } from "@osteon/api/problems";
import { CHOOSING_PROBLEMS } from "@osteon/choosing/problems";
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

/** The codes of each package, beside whose checks their sentences stand. */
export const PACKAGES: Readonly<Record<string, ProblemCodes>> = {
  codebook: CODEBOOK_PROBLEMS,
  interop: INTEROP_PROBLEMS,
  freeze: FREEZE_PROBLEMS,
  registry: REGISTRY_PROBLEMS,
  protocol: PROTOCOL_PROBLEMS,
  estimate: ESTIMATE_PROBLEMS,
  run: RUN_PROBLEMS,
  questions: QUESTION_PROBLEMS,
  choosing: CHOOSING_PROBLEMS,
  paper: PAPER_PROBLEMS,
  api: API_PROBLEMS,
};

/** Every code that Osteon tells. */
export const PROBLEM_CODES: ProblemCodes = Object.assign({}, ...Object.values(PACKAGES));
