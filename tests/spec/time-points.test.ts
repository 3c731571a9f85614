import dresden from "../../studies/schnabel-2017/protocol.ts";
import { spec } from "./run-spec.ts";

const { rules } = dresden;
const well = (name: string, day: string) => `${name} | ${day} | 0 | no | no | no`;
const ill = (name: string, day: string) => `${name} | ${day} | 5 | yes | no | no`;
const visits = (...rows: readonly string[]) =>
  ["visit | visited_on | pain_nrs | swelling | redness | heat", ...rows].join("\n");
const at = (point: string) => `line_class = 'any' AND time_point = '${point}'`;

spec("A time point is read at the visit closest to its target, within its window.", {
  charts: { visit: visits(well("v1", "+40"), well("v2", "+90"), well("v3", "+100")) },
  model: "line_time_point",
  where: at("month3"),
  gives: "visit_no\nv2",
});

spec("Both ends of a window belong to it; the day after does not.", {
  charts: { visit: visits(well("v1", "+136"), well("v2", "+548")) },
  model: "line_time_point",
  where: "line_class = 'any' AND time_point <> 'last'",
  gives: `time_point | visit_no
    week2 | -
    month3 | v1
    month6 | -
    month12 | -
    month24 | v2`,
});

spec("Of two visits equally close to a time point, the earlier counts.", {
  charts: { visit: visits(well("v1", "+81"), well("v2", "+101")) },
  model: "line_time_point",
  where: at("month3"),
  gives: "visit_no\nv1",
});

spec("Decided otherwise, the later counts.", {
  charts: { visit: visits(well("v1", "+81"), well("v2", "+101")) },
  change: { rules: { ...rules, visitTie: { ...rules.visitTie, counts: "later" } } },
  model: "line_time_point",
  where: at("month3"),
  gives: "visit_no\nv2",
});

spec("Without a visit in the window the child is not seen; where follow-up had ended before it, that is why.", {
  charts: { patient: "patient | last_contact_on\nA | +600", visit: visits(well("v1", "+10"), well("v2", "+580")) },
  model: "response",
  where: "line_class = 'any' AND time_point IN ('month12', 'month24', 'month3')",
  gives: `time_point | outcome_state | reason
    month3 | not_seen | no-visit-in-window
    month12 | not_seen | no-visit-in-window
    month24 | full_remission | no-signs`,
});

spec("A child whose follow-up ended before the window is not seen for that reason.", {
  charts: { patient: "patient | last_contact_on\nA | +273", visit: visits(well("v1", "+10")) },
  model: "response",
  where: at("month12"),
  gives: "outcome_state | reason\nnot_seen | follow-up-ended",
});

spec("The last visit is the latest one and is read for itself, whatever happened before.", {
  charts: {
    visit: visits(ill("v0", "+0"), well("v1", "+100"), well("v2", "+1500")),
    treatment:
      "treatment | drug | drug_class | started_on | stopped_on | stop_reason\nt1 | naproxen | nsaid | +0 | +50 | inefficacy",
  },
  model: "response",
  where: "line_class = 'nsaid' AND time_point IN ('month3', 'last')",
  gives: `time_point | outcome_state | visit_no
    month3 | inefficacy | v1
    last | full_remission | v2`,
});
