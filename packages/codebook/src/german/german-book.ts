import { CARRIED_GERMAN } from "../versions/carried-words.ts";
import { IMAGING_AND_BONES } from "./imaging-and-bones.ts";
import { LABORATORY } from "./laboratory.ts";
import { MANIFESTATIONS } from "./manifestations.ts";
import { PATIENT_AND_VISIT } from "./patient-and-visit.ts";
import { TREATMENT_AND_DRUGS } from "./treatment-and-drugs.ts";

/** Every English sentence of the codebook with its German one: those of the first version stand here, later entries carry their own. */
export const GERMAN_BOOK: Readonly<Record<string, string>> = {
  ...PATIENT_AND_VISIT,
  ...IMAGING_AND_BONES,
  ...LABORATORY,
  ...TREATMENT_AND_DRUGS,
  ...MANIFESTATIONS,
  ...CARRIED_GERMAN,
};
