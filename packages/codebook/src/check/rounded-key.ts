import { type Fault, NO_FAULTS, queried } from "./fault.ts";

/** What a spreadsheet shows of a long number, and saves as CSV. */
const ROUNDED = /^\d(?:[.,]\d+)?E\+\d+$/i;

/** Asks about a key that a spreadsheet may have shortened: several numbers become one so. */
export function roundedKey(key: string): readonly Fault[] {
  if (!ROUNDED.test(key)) return NO_FAULTS;
  const says = `${key} is how a spreadsheet shortens a long number: several numbers may have become this one.`;
  const fix = "Compare with the list that the numbers came from; if this is the number, leave it.";
  return [queried("rounded-key", says, fix)];
}
