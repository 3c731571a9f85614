import { BONES } from "@osteon/codebook";
import { registryBook } from "../book/registry-book.ts";
import type { Typed } from "./typed-cells.ts";

const PAIRED = new Map(BONES.map(({ code, paired }) => [code, paired]));

/** What follows from one answer: a drug's class and usual unit, an analyte's unit, the midline of a bone without sides. */
export function consequencesOf(
  table: string,
  field: string,
  words: string,
  typed: Typed,
): Readonly<Record<string, string>> {
  if (table === "treatment" && field === "drug") {
    const known = registryBook().drugs.find(({ code }) => code === words);
    if (known === undefined) return {};
    const [unit] = known.usualUnits ?? [];
    const isBlank = (typed.dose_unit ?? "") === "" && (typed.dose ?? "") === "";
    return { drug_class: known.drugClass ?? "other", ...(unit !== undefined && isBlank ? { dose_unit: unit } : {}) };
  }
  if (table === "laboratory" && field === "analyte") {
    const analyte = registryBook().analytes.find(({ code }) => code === words);
    const kept = analyte?.reported.some(({ unit }) => unit === typed.unit) === true;
    return kept ? {} : { unit: analyte?.reported[0]?.unit ?? "" };
  }
  if (table === "lesion" && field === "bone") return PAIRED.get(words) === false ? { side: "midline" } : {};
  return {};
}
