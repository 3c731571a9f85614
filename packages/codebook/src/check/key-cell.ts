import type { Fault } from "@osteon/words";
import { keyFault, LONGEST_KEY } from "../keys/key-shape.ts";
import { NO_FAULTS, refused } from "./fault.ts";

/** What speaks against a key as it is written, a pseudonym too; the database asks the same of what is new. */
export function keyFaults(cell: string): readonly Fault[] {
  const because = keyFault(cell);
  return because === undefined ? NO_FAULTS : [refused("key-shape", { because, most: LONGEST_KEY })];
}
