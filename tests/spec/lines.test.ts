import dresden from "../../studies/schnabel-2017/protocol.ts";
import { spec } from "./run-spec.ts";

const { rules } = dresden;
const given = (...rows: readonly string[]) =>
  ["treatment | drug | drug_class | started_on | stopped_on | stop_reason", ...rows].join("\n");
const VISITS = `visit | visited_on | pain_nrs | swelling | redness | heat
  v0 | +0 | 6 | yes | no | no
  v1 | +91 | 0 | no | no | no
  v2 | +183 | 0 | no | no | no
  v3 | +365 | 0 | no | no | no`;

spec("NSAID count as given alone where no other treatment runs at their start or begins within 30 days.", {
  charts: { treatment: given("t1 | naproxen | nsaid | +0 | |", "t2 | prednisolone | steroid | +30 | |") },
  model: "line",
  where: "line_class <> 'any'",
  gives: `line_class | concomitant | in_response | escalated_epoch_day
    nsaid | 1 | 0 | -
    steroid | 1 | 1 | -`,
});

spec("A higher step that starts later than that is an escalation, and the NSAID line was alone.", {
  charts: { treatment: given("t1 | naproxen | nsaid | +0 | |", "t2 | prednisolone | steroid | +31 | |") },
  model: "line",
  where: "line_class <> 'any'",
  gives: `line_class | concomitant | in_response | escalated_epoch_day
    nsaid | 0 | 1 | +31
    steroid | 1 | 1 | -`,
});

spec("Once treatment was escalated the line counts as ineffective at every later time point up to 24 months.", {
  charts: {
    visit: VISITS,
    treatment: given("t1 | naproxen | nsaid | +0 | |", "t2 | prednisolone | steroid | +120 | |"),
  },
  model: "response",
  where: "line_class = 'nsaid' AND time_point IN ('month3', 'month6', 'month12')",
  gives: `time_point | outcome_state | reason
    month3 | full_remission | no-signs
    month6 | inefficacy | escalated-or-stopped-for-inefficacy
    month12 | inefficacy | escalated-or-stopped-for-inefficacy`,
});

spec("Decided otherwise, the state after an escalation is missing.", {
  charts: {
    visit: VISITS,
    treatment: given("t1 | naproxen | nsaid | +0 | |", "t2 | prednisolone | steroid | +120 | |"),
  },
  change: { rules: { ...rules, escalation: { ...rules.escalation, counts: "missing" } } },
  model: "response",
  where: "line_class = 'nsaid' AND time_point = 'month6'",
  gives: "outcome_state\nnot_seen",
});

spec("Decided otherwise again, an escalation is ignored.", {
  charts: {
    visit: VISITS,
    treatment: given("t1 | naproxen | nsaid | +0 | |", "t2 | prednisolone | steroid | +120 | |"),
  },
  change: { rules: { ...rules, escalation: { ...rules.escalation, counts: "ignored" } } },
  model: "response",
  where: "line_class = 'nsaid' AND time_point = 'month6'",
  gives: "outcome_state\nfull_remission",
});

spec("A line stopped for another reason than inefficacy has not failed.", {
  charts: { visit: VISITS, treatment: given("t1 | naproxen | nsaid | +0 | +100 | adverse_effect") },
  model: "response",
  where: "line_class = 'nsaid' AND time_point = 'month6'",
  gives: "outcome_state\nfull_remission",
});

spec("DMARD are left out of the analysis of response, and so is what the protocol does not know.", {
  charts: { treatment: given("t1 | methotrexate | dmard | +0 | |") },
  model: "line",
  gives: "line_class | in_response\ndmard | 0\nany | 1",
});

spec("A treatment that stops on the day the NSAID start is concomitant; one that stopped the day before is not.", {
  charts: {
    patient: "patient\nA\nB",
    treatment: `treatment | patient | drug | drug_class | started_on | stopped_on
      t1 | A | prednisolone | steroid | -60 | +0
      t2 | A | naproxen | nsaid | +0 |
      t3 | B | prednisolone | steroid | -60 | -1
      t4 | B | naproxen | nsaid | +0 |`,
  },
  model: "line",
  where: "line_class = 'nsaid'",
  gives: "patient_no | concomitant | in_response\nA | 1 | 0\nB | 0 | 1",
});

spec("Antibiotics are no antiinflammatory treatment: NSAID given with them are given alone.", {
  charts: {
    treatment: given("t1 | naproxen | nsaid | +0 | |"),
    antibiotic: "antibiotic | substance | started_on | stopped_on\na1 | cefuroxime | +0 | +14",
  },
  model: "line",
  where: "line_class <> 'any'",
  gives: `line_class | concomitant | in_response
    nsaid | 0 | 1
    antibiotic | 0 | 1`,
});

spec("A TNF inhibitor or a bisphosphonate with NSAID beside it stays in the analysis of response.", {
  charts: {
    treatment: given(
      "t1 | naproxen | nsaid | +0 | |",
      "t2 | etanercept | tnf_inhibitor | +40 | |",
      "t3 | pamidronate | bisphosphonate | +80 | |",
    ),
  },
  model: "line",
  where: "line_class <> 'any'",
  gives: `line_class | concomitant | in_response | escalated_epoch_day
    nsaid | 0 | 1 | +40
    tnf_inhibitor | 1 | 1 | -
    bisphosphonate | 1 | 1 | -`,
});

spec(
  "A line that was last stopped for inefficacy is ineffective from that day on, whether or not the child was seen.",
  {
    charts: { visit: VISITS, treatment: given("t1 | naproxen | nsaid | +0 | +183 | inefficacy") },
    model: "response",
    where: "line_class = 'nsaid' AND time_point IN ('month3', 'month6', 'month24')",
    gives: `time_point | outcome_state | visit_no
    month3 | full_remission | v1
    month6 | inefficacy | v2
    month24 | inefficacy | -`,
  },
);

spec("A group may be opened by any of several drugs; a child may stand in two groups at once.", {
  charts: {
    treatment: given(
      "t1 | methotrexate | dmard | +0 | |",
      "t2 | adalimumab | tnf_inhibitor | +10 | +90 | remission",
      "t3 | pamidronate | bisphosphonate | +40 | |",
    ),
  },
  groups: {
    all: { ...dresden.groups.any, says: "All children from diagnosis." },
    plan: {
      ...dresden.groups.steroid,
      says: "A plan drug.",
      entry: { drugs: ["methotrexate", "sulfasalazine", "adalimumab"] },
      step: 1,
    },
    infusion: { ...dresden.groups.bisphosphonate, says: "Any infusion.", step: 2 },
  },
  model: "line",
  gives: `line_class | entry | start_epoch_day | stop_epoch_day | escalated_epoch_day
    all | diagnosis | +0 | - | -
    plan | drug | +0 | - | +40
    infusion | drug | +40 | - | -`,
});
