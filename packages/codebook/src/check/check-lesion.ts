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
      return [at("side", refused("side-of-bone", { bone: bone.says, side, blank: side === "", paired: true }))];
    }
    if (bone.paired || (side !== "left" && side !== "right")) return NO_FAULTS;
    return [at("side", refused("side-of-bone", { bone: bone.says, side, blank: false, paired: false }))];
  };
}
