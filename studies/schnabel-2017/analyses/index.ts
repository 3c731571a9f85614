import type { Protocol } from "@osteon/protocol";
import { BASELINE } from "./baseline.ts";
import { COURSE } from "./course.ts";
import { SCORE } from "./score.ts";
import { TREATMENT } from "./treatment.ts";

/** Every analysis of the study, in the order of the paper. */
export const ANALYSES: Protocol["analyses"] = { ...BASELINE, ...COURSE, ...TREATMENT, ...SCORE };
