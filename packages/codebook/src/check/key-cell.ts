import { keyFault } from "../keys/key-shape.ts";
import { type Fault, NO_FAULTS, refused } from "./fault.ts";

/** What speaks against a key as it is written, a pseudonym too; the database asks the same of what is new. */
export function keyFaults(cell: string): readonly Fault[] {
  const because = keyFault(cell);
  if (because === undefined) return NO_FAULTS;
  const fix = "Write letters, digits and plain signs that can be seen, at most 64, such as A-001.";
  return [refused("key-shape", `This key ${because}.`, fix)];
}
