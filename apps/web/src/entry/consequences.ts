import { ANALYTES, BONES, DRUGS } from "@osteon/codebook";
import type { Typed } from "./typed-cells.ts";

const CLASS_OF = new Map(DRUGS.map(({ code, drugClass }) => [code, drugClass]));
const PAIRED = new Map(BONES.map(({ code, paired }) => [code, paired]));

/** What follows from one answer: a drug's class, an analyte's usual unit, the midline of a bone without sides. */
export function consequencesOf(
  table: string,
  field: string,
  words: string,
  typed: Typed,
): Readonly<Record<string, string>> {
  if (table === "treatment" && field === "drug") {
    const known = CLASS_OF.get(words);
    return known === undefined ? {} : { drug_class: known };
  }
  if (table === "laboratory" && field === "analyte") {
    const analyte = ANALYTES.find(({ code }) => code === words);
    const kept = analyte?.reported.some(({ unit }) => unit === typed.unit) === true;
    return kept ? {} : { unit: analyte?.reported[0]?.unit ?? "" };
  }
  if (table === "lesion" && field === "bone") return PAIRED.get(words) === false ? { side: "midline" } : {};
  return {};
}
