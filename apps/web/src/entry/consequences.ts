import { ANALYTES, BONES, comparatorOf, DRUGS, tableNamed, writtenLimit } from "@osteon/codebook";
import type { Typed } from "./typed-cells.ts";

const CLASS_OF = new Map(DRUGS.map(({ code, drugClass }) => [code, drugClass]));
const PAIRED = new Map(BONES.map(({ code, paired }) => [code, paired]));

/** What follows from one answer: a drug's class, an analyte's usual unit, the midline of a bone without sides, the side of a limit. */
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
  return limitTyped(table, field, words);
}

/** A sign typed before a number goes to the field beside it; where the number goes, so does the sign. */
function limitTyped(table: string, name: string, words: string): Readonly<Record<string, string>> {
  const field = tableNamed(table).fields.find((one) => one.name === name);
  const beside = field && comparatorOf(field);
  if (beside === undefined) return {};
  if (words.trim() === "") return { [beside]: "" };
  const found = writtenLimit(words);
  return found === undefined ? {} : { [beside]: found.comparator.code, [name]: found.limit };
}
