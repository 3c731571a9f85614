import type { Protocol } from "@osteon/protocol";
import { CHILDREN } from "./children.ts";
import { COURSE } from "./course.ts";
import { FAILED } from "./failure.ts";

/** Every analysis of the study, in the order of its report. */
export const ANALYSES: Protocol["analyses"] = { ...CHILDREN, ...FAILED, ...COURSE };
