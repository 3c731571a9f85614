import assert from "node:assert/strict";
import { test } from "node:test";
import { estimate, type Inputs, tallySpec } from "@osteon/estimate";
import type { Analysis, Protocol } from "@osteon/protocol";
import dresden from "../../../studies/schnabel-2017/protocol.ts";
import { countBehind } from "./count-behind.ts";

const INPUTS: Inputs = {
  ...{ study: "s", title: "t", protocolHash: "p", freezeHash: "f", modelsHash: "m", resolutionPolicy: "middle" },
  version: "0",
};
const COUNTED = { title: "T", says: "T.", from: "t", where: {} } as const;
const yesNo = (column: string) => ({ column, values: [1], unknown: [] });

type Key = readonly (string | number | null)[];

/** What is behind a result of an analysis of these keys, one child each. */
function behind(analysis: Analysis, keys: readonly Key[]) {
  const protocol: Protocol = { ...dresden, analyses: { a: analysis } };
  const tally = { spec: tallySpec("a", analysis), rows: keys.map((key) => ({ key, n: 1 })) };
  const { results } = estimate(protocol, [tally], INPUTS);
  return (id: string) => countBehind(results, `a.${id}`);
}

test("kappa opens the children whom both judge, a disagreement those who disagree", () => {
  const of = behind({ kind: "agreement", ...COUNTED, first: yesNo("x"), second: yesNo("y") }, [
    [1, 1],
    [1, 0],
    [0, 0],
    [0, null],
  ]);
  assert.deepEqual(of("all.kappa-lower")?.cells, [
    [1, 1],
    [1, 0],
    [0, 0],
  ]);
  assert.deepEqual([of("all.first-only")?.cells, of("all.first-only")?.exact], [[[1, 0]], true]);
});

test("the place of a group opens whom it is a share of; pairs of groups open those of the definition, and of no other", () => {
  const by = [
    { column: "definition", levels: ["full", "pain"] },
    { column: "drug", levels: ["a", "b"] },
  ] as const;
  const of = behind({ kind: "ranking", ...COUNTED, ...yesNo("well"), by, against: "full", atLeast: 1 }, [
    ["full", "a", 1],
    ["full", "b", 0],
    ["pain", "a", 1],
    ["pain", "b", 0],
    ["pain", "b", null],
  ]);
  assert.deepEqual(of("pain/b.place")?.cells, [["pain", "b", 0]]);
  assert.deepEqual(of("pain.pairs-same")?.cells, [
    ["pain", "a", 1],
    ["pain", "b", 0],
  ]);
  assert.equal(of("pain.pairs-same")?.exact, false);
});
