import { BONES } from "../codes/bone.ts";
import { at, NO_FAULTS, refused } from "./fault.ts";
import { cellOf } from "./read-cell.ts";
import type { RowCheck } from "./row-check.ts";

const BONE_BY_CODE = new Map(BONES.map((bone) => [bone.code, bone]));

/** A paired bone has a side, a bone of the midline has none. `unknown` is an answer, a blank is not. */
export function lesionCheck(): RowCheck {
  return ({ cells }) => {
    const bone = BONE_BY_CODE.get(cellOf(cells, "bone"));
    if (bone === undefined) return NO_FAULTS;
    const side = cellOf(cells, "side");
    if (bone.paired && (side === "" || side === "midline" || side === "not applicable")) {
      const says = `${bone.says} has a left and a right, and side ${side === "" ? "is blank" : `is ${side}`}.`;
      return [at("side", refused("side-of-bone", says, "Write left or right; `unknown` if nobody can tell."))];
    }
    if (bone.paired || (side !== "left" && side !== "right")) return NO_FAULTS;
    const says = `${bone.says} lies on the midline and has no ${side} side.`;
    return [at("side", refused("side-of-bone", says, "Write midline, or correct the bone."))];
  };
}
