import type { Protocol } from "@osteon/protocol";
import { COURSE } from "./course.ts";
import { ENTRY } from "./entry.ts";
import { OUTCOMES } from "./outcomes.ts";

/** Every analysis of the study, in the order of its report. */
export const ANALYSES: Protocol["analyses"] = { ...ENTRY, ...COURSE, ...OUTCOMES };
