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
