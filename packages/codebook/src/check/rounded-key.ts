import type { Fault } from "@osteon/words";
import { NO_FAULTS, queried } from "./fault.ts";

/** What a spreadsheet shows of a long number, and saves as CSV. */
const ROUNDED = /^\d(?:[.,]\d+)?E\+\d+$/i;

/** Asks about a key that a spreadsheet may have shortened: several numbers become one so. */
export function roundedKey(key: string): readonly Fault[] {
  if (!ROUNDED.test(key)) return NO_FAULTS;
  return [queried("rounded-key", { key })];
}
