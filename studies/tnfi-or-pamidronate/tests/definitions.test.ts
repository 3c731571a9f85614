import { join } from "node:path";
import { CNO_MODELS, CNO_OUTCOMES } from "@osteon/cno";
import { readModels } from "@osteon/derive";
import type { Protocol } from "@osteon/protocol";
import { spec } from "../../../tests/spec/run-spec.ts";
import protocol from "../protocol.ts";

const study: { readonly protocol: Protocol; readonly models: ReturnType<typeof readModels> } = {
  protocol,
  models: readModels([CNO_MODELS, CNO_OUTCOMES, join(import.meta.dirname, "../models")]),
};

const HEAD = "patient | drug | drug_class | started_on";
const pamidronate = (child: string, day: string): string => `${child} | pamidronate | bisphosphonate | ${day}`;
const inhibitor = (child: string, day: string): string => `${child} | adalimumab | tnf_inhibitor | ${day}`;
const drawn = (head: string, ...rows: readonly string[]): string => [head, ...rows].join("\n");

const ORDERS = {
  patient: "patient\nA\nB\nC\nD\nE\nF\nG\nH",
  treatment: `patient | drug | drug_class | started_on | stopped_on | stop_reason
    A | pamidronate | bisphosphonate | +10 | |
    B | etanercept | tnf_inhibitor | +10 | |
    C | pamidronate | bisphosphonate | +0 | not applicable | not applicable
    C | adalimumab | tnf_inhibitor | +15 | |
    D | pamidronate | bisphosphonate | +0 | |
    D | adalimumab | tnf_inhibitor | +14 | |
    E | adalimumab | tnf_inhibitor | +0 | |
    E | pamidronate | bisphosphonate | +100 | |
    F | pamidronate | bisphosphonate | +5 | +60 | inefficacy
    F | adalimumab | tnf_inhibitor | +200 | |
    G | pamidronate | bisphosphonate | +5 | +60 | inefficacy
    G | pamidronate | bisphosphonate | +90 | |
    H | zoledronate | bisphosphonate | +5 | |`,
};

spec("A drug has failed once the other is begun more than 14 days later, or where it is last stopped for inefficacy.", {
  study,
  charts: ORDERS,
  model: "drug_given",
  gives: `patient_no | line_class | start_epoch_day | place | compared | other_epoch_day | failed_epoch_day
    A | pamidronate | +10 | alone | 1 | - | -
    B | tnf_inhibitor | +10 | alone | 1 | - | -
    C | pamidronate | +0 | first | 1 | +15 | +15
    C | tnf_inhibitor | +15 | second | 0 | - | -
    D | pamidronate | +0 | together | 0 | - | -
    D | tnf_inhibitor | +14 | together | 0 | - | -
    E | tnf_inhibitor | +0 | first | 1 | +100 | +100
    E | pamidronate | +100 | second | 0 | - | -
    F | pamidronate | +5 | first | 1 | +200 | +60
    F | tnf_inhibitor | +200 | second | 0 | - | -
    G | pamidronate | +5 | alone | 1 | - | -`,
});

spec("Each child stands once by the order of its drugs; another bisphosphonate is neither.", {
  study,
  charts: ORDERS,
  model: "child_treated",
  gives: `patient_no | drug_order
    A | pamidronate_alone
    B | tnf_inhibitor_alone
    C | pamidronate_first
    D | together
    E | tnf_inhibitor_first
    F | pamidronate_first
    G | pamidronate_alone
    H | neither`,
});

spec("Day 0: fatigue from 1 on at its visit, arthritis noticed up to it, lesions on the MRI around it.", {
  study,
  charts: {
    patient: "patient | sex\nA | female\nB | male\nC | undetermined\nD | unknown",
    treatment: drawn(HEAD, ...["A", "B", "C", "D"].map((child) => pamidronate(child, "+100"))),
    visit: `visit | patient | visited_on | fatigue_nrs
      v1 | A | +70 | 1
      v2 | B | +114 | 0
      v3 | C | +100 | unknown
      v4 | D | +69 | 5`,
    laboratory: `patient | visit | sampled_on | analyte | value | unit
      A | v1 | +70 | crp | 12.5 | mg/L
      B | v2 | +114 | crp | 1.25 | mg/dL`,
    manifestation: `patient | kind | noticed_on | distant_from_lesions
      A | arthritis | +100 | no
      B | arthritis | +101 | no
      C | arthritis | unknown | no
      D | psoriasis | +0 | not applicable`,
    imaging: `imaging | patient | imaged_on
      i1 | A | +16
      i2 | B | +15
      i3 | C | +114
      i4 | D | +115`,
    lesion: "lesion | patient\nn1 | A\nn2 | B\nn3 | C\nn4 | D\nn5 | A",
    lesion_observation: `patient | imaging | lesion | state
      A | i1 | n1 | active
      A | i1 | n5 | new
      B | i2 | n2 | active
      C | i3 | n3 | not_visible
      D | i4 | n4 | active`,
  },
  model: "drug_start",
  gives: `patient_no | girl | fatigue | arthritis | lesions | crp_x1000
    A | 1 | 1 | 1 | 2 | 12500
    B | 0 | 0 | 0 | - | 12500
    C | - | - | 1 | 0 | -
    D | - | - | 0 | - | -`,
});

const WELL = "0 | no | no | no";

spec("A child given both stands in both, from the first day of each; the other drug once begun stays the state.", {
  study,
  charts: {
    patient: "patient\nA\nB\nC",
    treatment: drawn(
      HEAD,
      ...[pamidronate("A", "+0"), inhibitor("A", "+200")],
      ...[pamidronate("B", "+0"), inhibitor("B", "+183")],
      ...[pamidronate("C", "+0"), inhibitor("C", "+184")],
    ),
    visit: drawn(
      "patient | visited_on | pain_nrs | swelling | redness | heat",
      `A | +183 | ${WELL}`,
      `A | +365 | ${WELL}`,
    ),
  },
  model: "drug_state",
  gives: `patient_no | line_class | time_point | drug_state
    A | pamidronate | month6 | full_remission
    A | pamidronate | month12 | other_drug
    A | tnf_inhibitor | month6 | full_remission
    A | tnf_inhibitor | month12 | not_seen
    B | pamidronate | month6 | other_drug
    B | pamidronate | month12 | other_drug
    B | tnf_inhibitor | month6 | not_seen
    B | tnf_inhibitor | month12 | not_seen
    C | pamidronate | month6 | not_seen
    C | pamidronate | month12 | other_drug
    C | tnf_inhibitor | month6 | not_seen
    C | tnf_inhibitor | month12 | not_seen`,
});

const CHILDREN = ["A", "B", "C", "D", "E", "F"];

spec(
  "A flare after response counts up to the day of the other drug; without one the time ends there or at the last contact.",
  {
    study,
    charts: {
      patient: "patient | last_contact_on\nA | +900\nB | +900\nC | +500\nD | +900\nE | +900\nF | +900",
      treatment: drawn(
        HEAD,
        ...CHILDREN.map((child) => pamidronate(child, "+0")),
        ...[inhibitor("B", "+150"), inhibitor("D", "+90"), inhibitor("E", "+200")],
      ),
      visit: drawn(
        "patient | visited_on | pain_nrs | swelling | redness | heat | subjective_change",
        ...CHILDREN.slice(0, 5).map((child) => `${child} | +90 | ${WELL} | improved`),
        ...["A", "B", "E"].map((child) => `${child} | +200 | 4 | no | no | no | worse`),
      ),
      imaging: "imaging | patient | imaged_on\ni1 | A | +205\ni2 | B | +205\ni3 | E | +205",
      lesion: "lesion | patient\nn1 | A\nn2 | B\nn3 | E",
      lesion_observation: `patient | imaging | lesion | state
      A | i1 | n1 | new
      B | i2 | n2 | new
      E | i3 | n3 | new`,
    },
    model: "drug_flare",
    gives: `patient_no | line_class | compared | flare_days | flared
    A | pamidronate | 1 | 110 | 1
    B | pamidronate | 1 | 60 | 0
    C | pamidronate | 1 | 410 | 0
    E | pamidronate | 1 | 110 | 1`,
  },
);

spec(
  "The MRI at 12 months is the one closest to day 365 within days 274 to 547, unless the other drug was begun by then.",
  {
    study,
    charts: {
      patient: "patient\nA\nB\nC\nD\nE\nF\nG",
      treatment: drawn(
        HEAD,
        ...["A", "B", "C", "D", "E", "F", "G"].map((child) => pamidronate(child, "+0")),
        ...[inhibitor("F", "+300"), inhibitor("G", "+365")],
      ),
      imaging: `imaging | patient | imaged_on
      i1 | A | +365
      i2 | B | +273
      i3 | C | +274
      i4 | D | +547
      i5 | E | +548
      i6 | F | +310
      i7 | A | +300`,
      lesion: "lesion | patient\nn1 | A\nn2 | B\nn3 | C\nn4 | D\nn5 | E\nn6 | F",
      lesion_observation: `patient | imaging | lesion | state
      A | i1 | n1 | remaining
      A | i7 | n1 | new
      B | i2 | n2 | active
      C | i3 | n3 | not_visible
      D | i4 | n4 | new
      E | i5 | n5 | active
      F | i6 | n6 | active`,
    },
    model: "drug_mri",
    gives: `patient_no | line_class | mri_state
    A | pamidronate | remaining_activity
    B | pamidronate | no_mri
    C | pamidronate | no_visible_lesion
    D | pamidronate | new_lesion
    E | pamidronate | no_mri
    F | pamidronate | other_drug
    F | tnf_inhibitor | no_mri
    G | pamidronate | other_drug
    G | tnf_inhibitor | no_mri`,
  },
);
