import type { Reading } from "../study/read-results.ts";
import { clinicalSections } from "./clinical-sections.ts";
import { courseSections } from "./course-sections.ts";
import { phrases } from "./phrases.ts";
import type { Section } from "./sentence.ts";
import { treatmentSections } from "./treatment-sections.ts";

/** The results section in sentences, in the order of the paper; every number is a result. */
export function resultsSection(reading: Reading): readonly Section[] {
  const say = phrases(reading);
  return [...clinicalSections(say), ...courseSections(say), ...treatmentSections(say)];
}
