import assert from "node:assert/strict";
import { test } from "node:test";
import dresden from "../../../studies/schnabel-2017/protocol.ts";
import { lintProtocol, type Protocol, type TimePoint } from "../src/index.ts";

/** The Dresden protocol with its time points replaced. */
function withPoints(timePoints: Readonly<Record<string, TimePoint>>): Protocol {
  return { ...dresden, timePoints };
}

const point = (says: string, targetDay: number, window: readonly [number, number]): TimePoint => ({
  says,
  targetDay,
  window,
  carries: true,
});

const codes = (protocol: Protocol) => lintProtocol(protocol).map(({ code }) => code);

test("the Dresden protocol has no problem", () => {
  assert.deepEqual(lintProtocol(dresden), []);
});

test("two time points that share a day would count one visit twice", () => {
  const found = lintProtocol(
    withPoints({ a: point("Days 1 to 10.", 5, [1, 10]), b: point("Days 10 to 20.", 15, [10, 20]) }),
  );
  assert.deepEqual(
    found.map(({ code, says }) => [code, says]),
    [["time-points-overlap", "a and b: windows share days 10..10"]],
  );
});

test("a target outside its window and a window that ends before it starts are found", () => {
  assert.deepEqual(codes(withPoints({ a: point("Days 1 to 10.", 11, [1, 10]) })), ["target-outside-window"]);
  assert.deepEqual(codes(withPoints({ a: point("Days 10 to 1.", 5, [10, 1]) })), ["window-empty"]);
});

test("a sentence that does not name its window's days disagrees with it", () => {
  assert.deepEqual(codes(withPoints({ a: point("Days 1 to 12.", 5, [1, 10]) })), ["sentence-disagrees"]);
});

test("an entry without a sentence is found by its path", () => {
  const silent: Protocol = { ...dresden, rules: { ...dresden.rules, fever: { says: " ", aboveCel: 38 } } };
  assert.deepEqual(
    lintProtocol(silent).map(({ code, where }) => [code, where.column]),
    [["says-nothing", "rules.fever"]],
  );
});
