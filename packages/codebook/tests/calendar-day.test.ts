import assert from "node:assert/strict";
import { test } from "node:test";
import { epochDay } from "../src/calendar-day.ts";

/** What the engine's own calendar says; it makes 1 March of 30 February, which is no date of a chart. */
function byDate(year: number, month: number, day: number): number | undefined {
  const made = new Date(Date.UTC(year, month - 1, day));
  const same = made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
  return same ? made.getTime() / 86_400_000 : undefined;
}

test("a date is a day of the calendar, or none, as the engine's own calendar has it", () => {
  for (let year = 0; year <= 2410; year += year < 1890 ? 7 : 1)
    for (let month = 0; month <= 13; month++)
      for (const day of [0, 1, 28, 29, 30, 31, 32])
        assert.equal(epochDay(year, month, day), byDate(year, month, day), `${year}-${month}-${day}`);
});

test("what is no whole number is no date", () => {
  for (const [year, month, day] of [
    [2009.5, 1, 1],
    [2009, 1.5, 1],
    [2009, 1, 1.5],
    [Number.NaN, 1, 1],
    [275_761, 1, 1],
  ] as const)
    assert.equal(epochDay(year, month, day), undefined);
});
