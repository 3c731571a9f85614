import type { PublishedNumber } from "@osteon/estimate";
import { ABSTRACT, METHODS } from "./published/abstract.ts";
import { CLINICAL, STRATIFICATION } from "./published/clinical.ts";
import { ANTIBIOTICS, COURSE } from "./published/course.ts";
import { DISCUSSION } from "./published/discussion.ts";
import { BISPHOSPHONATE, TNF } from "./published/second-line.ts";
import { TABLE_1 } from "./published/table-1.ts";
import { DMARD, NSAID, STEROID } from "./published/treatment.ts";

export { CITED } from "./published/cited.ts";

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
