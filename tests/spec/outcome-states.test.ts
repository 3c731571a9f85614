import { spec } from "./run-spec.ts";

const SEEN = "visit | visited_on | subjective_change | pain_nrs | swelling | redness | heat | temperature_cel";
/** At diagnosis swelling and a CRP of 20; what a later visit shows is drawn in each sentence. */
const START = "v0 | +0 | | 6 | yes | no | no | 36.6";
const CRP = (rows: string) => `laboratory | visit | sampled_on | analyte | value | unit | upper_limit
  c0 | v0 | +0 | crp | 20 | mg/L | 5
  ${rows}`;
const FROM_DIAGNOSIS = "line_class = 'any'";

spec("Full remission is the absence of subjective and objective signs.", {
  charts: { visit: `${SEEN}\n${START}\nv1 | +91 | improved | 0 | no | no | no | 36.6` },
  model: "line_visit",
  where: FROM_DIAGNOSIS,
  gives: "visit_no | day | state | reason\nv1 | 91 | full_remission | no-signs",
});

spec("A marker that was not measured is not held against full remission; local signs must be recorded.", {
  charts: { visit: `${SEEN}\n${START}\nv1 | +91 | | 0 | no | no | no |\nv2 | +183 | | 0 | no | | no | 36.6` },
  model: "line_visit",
  where: FROM_DIAGNOSIS,
  gives: "visit_no | state | reason\nv1 | full_remission | no-signs\nv2 | undetermined | change-not-recorded",
});

spec("Pain, swelling, fever above 38.0 °C or an elevated marker each stand against full remission; 38.0 °C does not.", {
  charts: {
    visit: `${SEEN}\n${START}
      v1 | +10 | unchanged | 1 | no | no | no | 36.6
      v2 | +20 | unchanged | 0 | yes | no | no | 36.6
      v3 | +30 | unchanged | 0 | no | no | no | 38.1
      v4 | +40 | unchanged | 0 | no | no | no | 38.0
      v5 | +50 | unchanged | 0 | no | no | no | 36.6`,
    laboratory: CRP("c5 | v5 | +50 | crp | 5.1 | mg/L | 5"),
  },
  model: "line_visit",
  where: FROM_DIAGNOSIS,
  gives: `visit_no | state
    v1 | active
    v2 | active
    v3 | active
    v4 | full_remission
    v5 | active`,
});

spec("A marker equal to the upper limit of the laboratory is not elevated; without a limit, CRP is above 5 mg/l.", {
  charts: {
    visit: `${SEEN}\n${START}\nv1 | +10 | | 0 | no | no | no |\nv2 | +20 | | 0 | no | no | no |`,
    laboratory: CRP("c1 | v1 | +10 | crp | 8 | mg/L | 8\nc2 | v2 | +20 | crp | 5 | mg/L |"),
  },
  model: "line_visit",
  where: FROM_DIAGNOSIS,
  gives: "visit_no | state\nv1 | full_remission\nv2 | full_remission",
});

spec("Partial remission is subjective improvement and an elevated CRP lower than at the start.", {
  charts: {
    visit: `${SEEN}\n${START}\nv1 | +91 | improved | 2 | yes | no | no | 36.6`,
    laboratory: CRP("c1 | v1 | +91 | crp | 19 | mg/L | 5"),
  },
  model: "line_visit",
  where: FROM_DIAGNOSIS,
  gives:
    "visit_no | state | reason | baseline_visit_no | crp_laboratory_no\nv1 | partial_remission | improved-crp-reduced | v0 | c1",
});

spec("Fewer local signs than at the start are a reduction, too; as many are none.", {
  charts: {
    visit: `visit | visited_on | subjective_change | pain_nrs | swelling | redness | heat
      v0 | +0 | | 6 | yes | yes | no
      v1 | +91 | improved | 2 | yes | no | no
      v2 | +183 | improved | 2 | no | yes | yes`,
  },
  model: "line_visit",
  where: FROM_DIAGNOSIS,
  gives: `visit_no | state | reason
    v1 | partial_remission | improved-local-signs-reduced
    v2 | active | improved-inflammation-not-reduced`,
});

spec("A sign that nobody recorded is not an absent one: it makes no reduction.", {
  charts: {
    visit: `visit | visited_on | subjective_change | pain_nrs | swelling | redness | heat
      v0 | +0 | | 6 | yes | yes | no
      v1 | +91 | improved | 2 | yes | | no
      v2 | +183 | improved | 2 | no | | no`,
  },
  model: "line_visit",
  where: FROM_DIAGNOSIS,
  gives: `visit_no | state | reason
    v1 | active | improved-inflammation-not-reduced
    v2 | partial_remission | improved-local-signs-reduced`,
});

spec("If nothing was elevated at the start, nothing may be now.", {
  charts: {
    visit: `visit | visited_on | subjective_change | pain_nrs | swelling | redness | heat
      v0 | +0 | | 6 | no | no | no
      v1 | +91 | improved | 2 | no | no | no
      v2 | +183 | improved | 2 | yes | no | no`,
  },
  model: "line_visit",
  where: FROM_DIAGNOSIS,
  gives: `visit_no | state | reason
    v1 | partial_remission | improved-never-inflamed
    v2 | active | improved-inflammation-not-reduced`,
});

spec("Improvement without a visit at the start, or without any record of inflammation, decides nothing.", {
  charts: { visit: "visit | visited_on | subjective_change | pain_nrs\nv1 | +91 | improved | 2" },
  model: "line_visit",
  where: FROM_DIAGNOSIS,
  gives: "visit_no | state | reason | baseline_visit_no\nv1 | undetermined | no-baseline-visit | -",
});

spec("The start is the visit closest to it from 30 days before to 14 days after.", {
  charts: {
    visit: `visit | visited_on | subjective_change | pain_nrs | swelling | redness | heat
      v1 | -31 | | 6 | yes | no | no
      v2 | -30 | | 6 | yes | no | no
      v3 | +15 | | 6 | no | no | no`,
  },
  model: "line_baseline",
  where: FROM_DIAGNOSIS,
  gives: "baseline_visit_no\nv2",
});

spec("A lower CRP without subjective improvement is no remission; where nobody asked, nothing is decided.", {
  charts: {
    visit: `${SEEN}\n${START}
      v1 | +91 | worse | 2 | no | no | no | 36.6
      v2 | +101 | unknown | 2 | no | no | no | 36.6`,
    laboratory: CRP("c1 | v1 | +91 | crp | 9 | mg/L | 5"),
  },
  model: "line_visit",
  where: FROM_DIAGNOSIS,
  gives: `visit_no | state | reason
    v1 | active | not-improved
    v2 | undetermined | change-not-recorded`,
});

spec("An elevated ESR lower than at the start is a reduction as well; without a limit ESR is elevated above 15 mm/h.", {
  charts: {
    visit: `visit | visited_on | subjective_change | pain_nrs | swelling | redness | heat
      v0 | +0 | | 6 | no | no | no
      v1 | +91 | improved | 2 | no | no | no
      v2 | +183 | | 0 | no | no | no`,
    laboratory: `laboratory | visit | sampled_on | analyte | value | unit
      e0 | v0 | +0 | esr | 40 | mm/h
      e1 | v1 | +91 | esr | 16 | mm/h
      e2 | v2 | +183 | esr | 15 | mm/h`,
  },
  model: "line_visit",
  where: FROM_DIAGNOSIS,
  gives: `visit_no | state | reason
    v1 | partial_remission | improved-esr-reduced
    v2 | full_remission | no-signs`,
});

const LIMITS = (rows: string) => `laboratory | visit | sampled_on | analyte | comparator | value | unit | upper_limit
  c0 | v0 | +0 | crp | | 20 | mg/L | 5
  ${rows}`;

spec(
  "A CRP below 5 is not elevated; one above 3, with 5 as the upper limit of normal, leaves open whether the child is in remission.",
  {
    charts: {
      visit: `${SEEN}\n${START}\nv1 | +91 | improved | 0 | no | no | no |\nv2 | +183 | unchanged | 0 | no | no | no |`,
      laboratory: LIMITS("c1 | v1 | +91 | crp | below | 5 | mg/L | 5\nc2 | v2 | +183 | crp | above | 3 | mg/L | 5"),
    },
    model: "line_visit",
    where: FROM_DIAGNOSIS,
    gives: "visit_no | state | reason\nv1 | full_remission | no-signs\nv2 | undetermined | marker-limit-only",
  },
);

spec("An elevated CRP fell where every value that it can have now is lower; where that is open, so is the state.", {
  charts: {
    visit: `${SEEN}\n${START}\nv1 | +91 | improved | 2 | yes | no | no |\nv2 | +183 | improved | 2 | yes | no | no |\nv3 | +365 | improved | 2 | yes | no | no |`,
    laboratory: LIMITS(
      "c1 | v1 | +91 | crp | at_most | 19 | mg/L | 5\nc2 | v2 | +183 | crp | above | 19 | mg/L | 5\nc3 | v3 | +365 | crp | above | 20 | mg/L | 5",
    ),
  },
  model: "line_visit",
  where: FROM_DIAGNOSIS,
  gives: `visit_no | state | reason
    v1 | partial_remission | improved-crp-reduced
    v2 | undetermined | marker-limit-only
    v3 | active | improved-inflammation-not-reduced`,
});
