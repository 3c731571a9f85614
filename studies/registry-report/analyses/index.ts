import type { Protocol } from "@osteon/protocol";
import { CHILDREN } from "./children.ts";
import { COMPLETENESS } from "./completeness.ts";
import { FOLLOW_UP } from "./follow-up.ts";
import { OUTCOMES } from "./outcomes.ts";
import { TREATMENT } from "./treatment.ts";

/** Every analysis of the report, in its order. */
export const ANALYSES: Protocol["analyses"] = { ...CHILDREN, ...FOLLOW_UP, ...TREATMENT, ...COMPLETENESS, ...OUTCOMES };
