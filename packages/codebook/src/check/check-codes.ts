import { BONES } from "../codes/bone.ts";
import { DRUGS } from "../codes/drug.ts";
import type { Problem } from "../problem.ts";
import { type Row, raise } from "./raise.ts";

const drugs = new Map(DRUGS.map((drug) => [drug.code, drug]));
const bones = new Map(BONES.map((bone) => [bone.code, bone]));

/** The class of a drug follows from the drug, except for drugs that the codebook does not list. */
export function checkDrug(at: Row): readonly Problem[] {
  const drug = drugs.get(at.cells.drug ?? "");
  const stated = at.cells.drug_class ?? "";
  if (drug === undefined || stated === drug.drugClass) return [];
  return [raise(at, "drug_class", "drug-class", `${drug.says} is not of class ${stated}.`, `Write ${drug.drugClass}.`)];
}

/** A paired bone has a side, a bone on the midline has none. */
export function checkSide(at: Row): readonly Problem[] {
  const bone = bones.get(at.cells.bone ?? "");
  const side = at.cells.side ?? "";
  if (bone === undefined || !["left", "right", "midline"].includes(side)) return [];
  if (bone.paired === (side !== "midline")) return [];
  const fix = bone.paired ? "Write left or right." : "Write midline.";
  return [
    raise(at, "side", "side-of-bone", `${bone.says} ${bone.paired ? "has two sides" : "lies on the midline"}.`, fix),
  ];
}
