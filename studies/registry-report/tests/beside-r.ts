import assert from "node:assert/strict";
import type { Result } from "@osteon/estimate";

/** Numbers that R answered, by the id of the result; null where it has none. */
export type Answered = Readonly<Record<string, number | null>>;

/** Results are kept to 12 significant digits. */
const TOLERANCE = 1e-11;

/** Every number that R answered is that of the result of its id. */
export function besideR(results: readonly Result[], answered: Answered): void {
  const own = new Map(results.map(({ id, value }) => [id, value]));
  const differ = Object.entries(answered).flatMap(([id, value]) => {
    const found = own.get(id);
    const isSame =
      value === null || typeof found !== "number"
        ? value === found
        : Math.abs(found - value) <= TOLERANCE * Math.max(1, Math.abs(value));
    return isSame ? [] : [`${id}: R ${value}, here ${found}`];
  });
  assert.deepEqual(differ, []);
}
