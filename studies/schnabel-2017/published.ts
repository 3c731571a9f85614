import type { PublishedNumber } from "@osteon/estimate";
import { ABSTRACT, METHODS } from "./published/abstract.ts";
import { CLINICAL, STRATIFICATION } from "./published/clinical.ts";
import { ANTIBIOTICS, COURSE } from "./published/course.ts";
import { DISCUSSION } from "./published/discussion.ts";
import { BISPHOSPHONATE, TNF } from "./published/second-line.ts";
import { TABLE_1 } from "./published/table-1.ts";
import { DMARD, NSAID, STEROID } from "./published/treatment.ts";

export { CITED } from "./published/cited.ts";

/** The hash of a freeze of the study's own charts: printed numbers are laid beside these, beside others only where asked. */
export const OWN_CHARTS = "6eb8cab4edc5869c7aa6203b9370efb8af449fcdd8266ac40e467f71b1214cf7";

/** Every number of its own cohort that the paper prints, in the order of the paper. */
export const PUBLISHED: readonly PublishedNumber[] = [
  ...ABSTRACT,
  ...METHODS,
  ...TABLE_1,
  ...CLINICAL,
  ...STRATIFICATION,
  ...COURSE,
  ...ANTIBIOTICS,
  ...NSAID,
  ...STEROID,
  ...DMARD,
  ...TNF,
  ...BISPHOSPHONATE,
  ...DISCUSSION,
];
