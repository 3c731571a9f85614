import dresden from "../../studies/schnabel-2017/protocol.ts";
import { spec } from "./run-spec.ts";

const { rules } = dresden;
const VISITS = `visit | visited_on | subjective_change | pain_nrs | swelling | redness | heat
  v0 | +0 | | 6 | yes | no | no
  v1 | +91 | improved | 0 | no | no | no
  v2 | +200 | worse | 5 | yes | no | no`;
const LESION = "lesion\nn1";
const seen = (day: string, state: string) => ({
  imaging: `imaging | imaged_on\ni1 | ${day}`,
  lesion: LESION,
  lesion_observation: `imaging | lesion | state\ni1 | n1 | ${state}`,
});

spec("A relapse is a visit with symptoms, worsening and a new lesion on MRI, after a remission.", {
  charts: { visit: VISITS, ...seen("+210", "new") },
  model: "relapse_event",
  gives: `relapse_epoch_day | relapse_visit_no | relapse_imaging_no | remission_visit_no
    +200 | v2 | i1 | v1`,
});

spec("Without a new lesion it is none.", {
  charts: { visit: VISITS, ...seen("+210", "active") },
  model: "relapse_event",
  gives: "relapse_visit_no",
});

spec("Decided otherwise, symptoms alone are a relapse.", {
  charts: { visit: VISITS, ...seen("+210", "active") },
  change: { rules: { ...rules, relapse: { ...rules.relapse, needs: "symptoms" } } },
  model: "relapse_event",
  gives: "relapse_visit_no | relapse_imaging_no\nv2 | -",
});

spec("The MRI lies from 30 days before to 60 days after the visit; 61 days after is too late.", {
  charts: { visit: VISITS, ...seen("+261", "new") },
  model: "relapse_event",
  gives: "relapse_visit_no",
});

spec("A flare that no remission precedes is no relapse, and one flare after another is one relapse.", {
  charts: {
    visit: `visit | visited_on | subjective_change | pain_nrs | swelling | redness | heat
      v0 | +50 | worse | 6 | yes | no | no
      v1 | +91 | improved | 0 | no | no | no
      v2 | +200 | worse | 5 | yes | no | no
      v3 | +230 | worse | 5 | yes | no | no`,
    imaging: "imaging | imaged_on\ni0 | +50\ni1 | +210",
    lesion: LESION,
    lesion_observation: "imaging | lesion | state\ni0 | n1 | new\ni1 | n1 | new",
  },
  model: "relapse_event",
  gives: "relapse_ordinal | relapse_visit_no\n1 | v2",
});

spec("Time to relapse runs from diagnosis to the first relapse.", {
  charts: { visit: VISITS, ...seen("+200", "new") },
  model: "relapse_free",
  gives: "outcome_day | outcome_event | reason\n200 | 1 | relapsed",
});

spec("Children without a relapse are censored at the last contact.", {
  charts: { patient: "patient | last_contact_on\nA | +700", visit: VISITS },
  model: "relapse_free",
  gives: "outcome_day | outcome_event | reason\n700 | 0 | last-contact",
});

spec("A relapse since the start of a line is carried to its later time points.", {
  charts: {
    visit: `${VISITS}\nv3 | +365 | improved | 0 | no | no | no`,
    treatment: "treatment | drug | drug_class | started_on\nt1 | naproxen | nsaid | +0",
    ...seen("+200", "new"),
  },
  model: "response",
  where: "line_class = 'nsaid' AND time_point IN ('month3', 'month6', 'month12')",
  gives: `time_point | outcome_state | relapse_visit_no
    month3 | full_remission | -
    month6 | relapse | v2
    month12 | relapse | v2`,
});

spec("A clock that starts at the first treatment does not see a relapse before it.", {
  charts: {
    visit: VISITS,
    treatment: "treatment | drug | drug_class | started_on\nt1 | naproxen | nsaid | +300",
    patient: "patient | last_contact_on\nA | +700",
    ...seen("+200", "new"),
  },
  change: { rules: { ...rules, relapseClock: { ...rules.relapseClock, zero: "first-treatment" } } },
  model: "relapse_free",
  gives: "outcome_day | outcome_event | reason\n400 | 0 | last-contact",
});

spec(
  "What came first stands: a relapse before an escalation is a relapse, an escalation before a relapse inefficacy.",
  {
    charts: {
      patient: "patient\nA\nB",
      visit: `visit | patient | visited_on | subjective_change | pain_nrs | swelling | redness | heat
      a0 | A | +0 | | 6 | yes | no | no
      a1 | A | +91 | improved | 0 | no | no | no
      a2 | A | +200 | worse | 5 | yes | no | no
      a3 | A | +365 | improved | 0 | no | no | no
      b0 | B | +0 | | 6 | yes | no | no
      b1 | B | +91 | improved | 0 | no | no | no
      b2 | B | +200 | worse | 5 | yes | no | no
      b3 | B | +365 | improved | 0 | no | no | no`,
      imaging: "imaging | patient | imaged_on\ni1 | A | +210\ni2 | B | +210",
      lesion: "lesion | patient\nn1 | A\nn2 | B",
      lesion_observation: "patient | imaging | lesion | state\nA | i1 | n1 | new\nB | i2 | n2 | new",
      treatment: `treatment | patient | drug | drug_class | started_on
      t1 | A | naproxen | nsaid | +0
      t2 | A | prednisolone | steroid | +220
      t3 | B | naproxen | nsaid | +0
      t4 | B | prednisolone | steroid | +150`,
    },
    model: "response",
    where: "line_class = 'nsaid' AND time_point IN ('month3', 'month12')",
    gives: `patient_no | time_point | outcome_state
    A | month3 | full_remission
    A | month12 | relapse
    B | month3 | full_remission
    B | month12 | inefficacy`,
  },
);

spec("CRMO is at least one relapse, more than one lesion and a definite class of presentation.", {
  charts: {
    patient: "patient | onset_on\nA | -91\nB | -91\nC | -13",
    visit: `visit | patient | visited_on | subjective_change | pain_nrs | swelling | redness | heat
      a1 | A | +91 | improved | 0 | no | no | no
      a2 | A | +200 | worse | 5 | yes | no | no
      b1 | B | +91 | improved | 0 | no | no | no
      b2 | B | +200 | worse | 5 | yes | no | no
      c1 | C | +91 | improved | 0 | no | no | no
      c2 | C | +200 | worse | 5 | yes | no | no`,
    imaging: "imaging | patient | imaged_on\ni1 | A | +200\ni2 | B | +200\ni3 | C | +200",
    lesion: `lesion | patient | bone
      n1 | A | tibia
      n2 | A | femur
      n3 | B | tibia
      n4 | C | tibia
      n5 | C | femur`,
    lesion_observation: `patient | imaging | lesion | state
      A | i1 | n1 | active
      A | i1 | n2 | new
      B | i2 | n3 | new
      C | i3 | n4 | active
      C | i3 | n5 | new`,
  },
  model: "patient_profile",
  gives: `patient_no | relapse_count | multifocal_ever | presentation | crmo
    A | 1 | 1 | chronic | 1
    B | 1 | 0 | chronic | 0
    C | 1 | 1 | unclassified | 0`,
});
