import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import fc from "fast-check";
import { type ChildStanding, standings } from "../reference/standings.ts";
import { type ChildCounter, childCounter, type Standing } from "../src/count-children.ts";
import { drawnChoices } from "./drawn-choices.ts";
import { someChildren } from "./some-children.ts";

const RUNS = process.env.OSTEON_SOAK === undefined ? 25 : 400;

describe("children counted by choices", async () => {
  const counter: ChildCounter = await childCounter(someChildren);
  after(() => counter.close());

  test("any drawn conditions and groups give the children that a slow reading of the charts gives", async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(drawnChoices, async (choices) => {
        const { all, groups } = await counter.count(choices);
        const read = standings(someChildren, choices);
        const of = (group: ChildStanding["group"]): Standing => {
          const at = (standing: ChildStanding["standing"]) =>
            read.filter((row) => row.group === group && row.standing === standing).length;
          return {
            counted: at("counted"),
            notMet: at("not_met"),
            notKnown: at("not_known"),
            otherGroup: at("other_group"),
          };
        };
        assert.deepEqual(all, of("all"));
        if (choices.groups.by !== "everyone")
          assert.deepEqual(
            groups,
            groups.map((_, index) => of(index)),
          );
        for (const { standing } of read) seen.add(standing);
      }),
      { numRuns: RUNS, seed: 32 },
    );
    assert.deepEqual([...seen].sort(), ["counted", "not_known", "not_met", "other_group"]);
  });
});
