import assert from "node:assert/strict";
import { test } from "node:test";
import { agreement } from "./headline.ts";
import type { RMeasured } from "./measured.ts";

const OURS = {
  "response.nsaid/month3.full_remission": 12,
  "relapse-free.all.n": 56,
  "relapse-free.all.events": 33,
  "relapse-free.all.median": null,
  "relapse-free.all.survival@365": 0.85,
  "relapse-free.all.survival@1826": 0.4,
};

function inR(fullRemission: number, s365: number): RMeasured {
  return {
    loadSeconds: 1,
    deriveSeconds: 1,
    estimateSeconds: 1,
    peakMegabytes: 1,
    R: "4.2.2",
    dataTable: "1.14.8",
    survival: "3.5.3",
    headline: {
      response: { "nsaid/month3/full_remission": fullRemission },
      relapseFree: { n: 56, events: 33, median: null, s365, s1826: 0.4 },
      jansson: {},
    },
  };
}

test("equal numbers agree, and so do estimates that differ beyond the ninth digit", () => {
  assert.deepEqual(agreement(OURS, inR(12, 0.85 + 1e-12)), { compared: 6, differing: [] });
});

test("a count that differs by one and an estimate that differs in the sixth digit are named", () => {
  assert.deepEqual(agreement(OURS, inR(13, 0.850001)).differing, [
    "response.nsaid/month3.full_remission: 12 here, 13 in R",
    "relapse-free.all.survival@365: 0.85 here, 0.850001 in R",
  ]);
});
