import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { readStudy } from "@osteon/run";
import { chartsOf } from "../../../tests/spec/run-spec.ts";
import { reportOf } from "../../registry-report/tests/report-of.ts";

/** Eight children: A to C pamidronate alone, D and E a TNF-α inhibitor after it, F and G an inhibitor alone, H neither. */
const CHARTS = chartsOf({
  patient: "patient | sex\nA | male\nB | male\nC | male\nD | female\nE | female\nF | male\nG | female\nH | female",
  treatment: `patient | drug | drug_class | started_on
    A | pamidronate | bisphosphonate | +0
    B | pamidronate | bisphosphonate | +0
    C | pamidronate | bisphosphonate | +0
    D | pamidronate | bisphosphonate | +0
    D | adalimumab | tnf_inhibitor | +100
    E | pamidronate | bisphosphonate | +0
    E | etanercept | tnf_inhibitor | +200
    F | infliximab | tnf_inhibitor | +0
    G | adalimumab | tnf_inhibitor | +0
    H | naproxen | nsaid | +0`,
  visit: `visit | patient | visited_on | fatigue_nrs | pain_nrs | swelling | redness | heat | subjective_change
    a0 | A | +0 | 0 | 5 | no | no | no | not applicable
    b0 | B | +0 | 0 | 5 | no | no | no | not applicable
    c0 | C | +0 | 5 | 5 | no | no | no | not applicable
    d0 | D | +0 | 0 | 5 | no | no | no | not applicable
    e0 | E | +0 | 0 | 5 | no | no | no | not applicable
    f0 | F | +0 | 4 | 5 | no | no | no | not applicable
    g0 | G | +0 | 6 | 5 | no | no | no | not applicable
    a1 | A | +183 | 0 | 0 | no | no | no | improved
    b1 | B | +183 | 0 | 4 | no | no | no | unchanged
    d1 | D | +283 | 0 | 0 | no | no | no | improved
    e1 | E | +183 | 0 | 0 | no | no | no | improved
    f1 | F | +183 | 0 | 0 | no | no | no | improved`,
  laboratory: `patient | visit | sampled_on | analyte | value | unit
    A | a0 | +0 | crp | 2 | mg/L
    B | b0 | +0 | crp | 4 | mg/L
    C | c0 | +0 | crp | 6 | mg/L
    D | d0 | +0 | crp | 10 | mg/L
    E | e0 | +0 | crp | 20 | mg/L`,
});

/** Worked by hand. */
const BY_HAND: Readonly<Record<string, number>> = {
  "given-either.all.n": 7,
  "given-neither.all.n": 1,
  "given-both-in-turn.all.n": 2,
  "drug-order.all.pamidronate_alone": 3,
  // D and E stand in both.
  "drug-given.pamidronate.n": 5,
  "drug-given.tnf_inhibitor.n": 4,
  "start-fatigue.pamidronate.percent": 20,
  "start-fatigue.tnf_inhibitor.percent": 100,
  // Three of seven are tired, two of two in one group: 3 of the 21 ways to choose two children; no other table is as rare.
  "fatigue-and-drug.all.fisher-p": 1 / 7,
  "first-failed.pamidronate.percent": 40,
  // Both girls of five children in the group of two: one way of ten.
  "sex-and-failure.all.fisher-p": 1 / 10,
  "pamidronate-crp.failed.median": 15,
  "pamidronate-crp.not_failed.median": 4,
  // Ranks 4 and 5: U = 6, mean 3, variance 3, z = 2.5 / sqrt(3). R: wilcox.test(c(10, 20), c(2, 4, 6), exact = FALSE)
  "crp-and-failure.all.p": 0.148914673179,
  // A and E in remission, B not, D given the inhibitor before; C not seen.
  "drug-remission.pamidronate/month6.percent": 50,
  "drug-state.pamidronate/month6.other_drug": 1,
  // F, and D 183 days after its inhibitor; E and G not seen.
  "drug-remission.tnf_inhibitor/month6.n": 2,
  "drug-remission.tnf_inhibitor/month6.N": 2,
  "first-remission.tnf_inhibitor/month6.N": 1,
  // A and E responded to pamidronate; E is censored on day 200, 17 days later.
  "flare-free.pamidronate.n": 2,
  "first-kept.pamidronate.events": 2,
  "first-kept.pamidronate.survival@183": 0.8,
};

test("what eight drawn charts give is what is worked out by hand", async () => {
  const { results } = await reportOf(CHARTS, await readStudy(join(import.meta.dirname, "..")));
  const own = new Map(results.results.map(({ id, value }) => [id, value]));
  for (const [id, value] of Object.entries(BY_HAND)) {
    const found = own.get(id);
    assert.ok(typeof found === "number" && Math.abs(found - value) < 1e-11, `${id}: by hand ${value}, here ${found}`);
  }
});
