import { MONTHS, NUMBER, YEARS } from "@osteon/cno";
import type { Protocol } from "@osteon/protocol";
import { association, breakdown, CNO, continuous, count, share } from "./kinds.ts";

const DISTANT = { where: { arthritis_distant: 1 } } as const;
const VERTEBRAL = { where: { vertebral_at_diagnosis: 1 } } as const;

/** Twelve, 24, ... 108 months in days: the columns of the risk table. */
const RISK_DAYS = [0, 365, 731, 1096, 1461, 1826, 2192, 2557, 2922, 3287] as const;

/** What the charts show beside Table 1: manifestations, imaging, presentation, relapse. */
export const COURSE: Protocol["analyses"] = {
  "multifocal-pain": share("Multifocal bone pain at disease onset", "multifocal_pain"),
  "painful-lower-extremity": share("Bone pain in the lower extremities", "painful_lower_extremity"),
  extraosseous: share("Any extraosseous manifestation", "extraosseous"),
  "distant-arthritis-time": continuous("Disease onset to distant arthritis", "arthritis_distant_days", YEARS, DISTANT),
  "distant-arthritis-joints": breakdown(
    "Joints of distant arthritis",
    "site",
    ["sacroiliac", "temporomandibular", "knee", "ankle", "hip", "atlanto_axial"],
    [],
    { from: "joint_profile", where: { distant_from_lesions: 1 } },
  ),
  "distant-arthritis-delay": continuous("Delay, children with distant arthritis", "delay_days", MONTHS, DISTANT),
  "distant-arthritis-lesions": continuous("Lesions, children with distant arthritis", "lesion_count", NUMBER, DISTANT),
  "distant-arthritis-treated": continuous(
    "Time under treatment, children with distant arthritis",
    "treated_days",
    YEARS,
    DISTANT,
  ),
  "distant-arthritis-crmo": share("CRMO, children with distant arthritis", "crmo", DISTANT),
  "hla-b27-arthritis": share("Arthritis, HLA-B27 positive children", "arthritis", { where: { hla_b27_positive: 1 } }),
  "vertebral-at-diagnosis": share("Spinal involvement", "vertebral_at_diagnosis"),
  "vertebral-fracture": share("Vertebral fracture", "vertebral_fracture"),
  hyperostosis: share("Hyperostosis", "hyperostosis"),
  "mandibular-hyperostosis": count("Hyperostosis of the mandible", {
    from: "sequela_profile",
    where: { kind: "hyperostosis", bone: "mandible" },
  }),
  "vessel-compression": share("Compression of the subclavian vein", "vessel_compression"),
  "nerve-involvement": share("Femoral nerve involvement", "nerve_involvement"),
  presentation: breakdown("Presentation", "presentation", ["subacute", "chronic", "unclassified"]),
  "subacute-delay": continuous("Delay, subacute presentation", "delay_days", MONTHS, {
    where: { presentation: "subacute" },
  }),
  "chronic-delay": continuous("Delay, chronic presentation", "delay_days", MONTHS, {
    where: { presentation: "chronic" },
  }),
  crmo: share("Relapsing, multifocal courses (CRMO)", "crmo"),
  "normal-blood-count": share("Normal blood count", "normal_blood_count"),
  thrombocytosis: share("Thrombocytosis", "thrombocytosis"),
  monocytosis: share("Monocytosis", "monocytosis"),
  "monocytosis-range": continuous(
    "Monocytes, children with monocytosis",
    "monocytes_x1000",
    { unit: "%", divisor: 1000, decimals: 0 },
    {
      where: { monocytosis: 1 },
    },
  ),
  "marker-elevated": share("CRP and/or ESR elevated", "marker_elevated"),
  biopsied: share("Bone biopsy", "biopsied"),
  "chronic-inflammation": share("Chronic inflammation in the biopsy", "chronic_inflammation"),
  "whole-body-mri": share("Whole-body MRI at diagnosis", "whole_body_mri_at_diagnosis"),
  "regional-mri": share("Regional MRI at diagnosis", "regional_mri_at_diagnosis"),
  multifocal: share("Multifocal bone involvement during follow-up", "multifocal_ever"),
  lesions: count("Bone lesions", { from: "lesion_profile" }),
  "lower-extremity-lesions": {
    ...share("Lesions in the lower extremities", "region", { from: "lesion_profile" }),
    values: ["lower_extremity"],
  },
  "vertebral-active-after-one-year": share(
    "Active vertebral lesion one year after diagnosis",
    "vertebral_active_after_one_year",
    VERTEBRAL,
  ),
  "follow-up": continuous("Follow-up", "follow_up_days", YEARS),
  "follow-up-over-5-years": count("Followed for more than 5 years", { where: { follow_up_days: { from: 1827 } } }),
  relapsed: share("At least one relapse", "relapsed"),
  "relapse-count": continuous("Relapses, children who relapsed", "relapse_count", NUMBER, { where: { relapsed: 1 } }),
  "time-to-relapse": continuous("Diagnosis to first relapse, children who relapsed", "outcome_day", MONTHS, {
    from: "relapse_free",
    where: { outcome_event: 1 },
  }),
  "relapsed-within-one-year": count("Relapsed within one year", {
    from: "relapse_free",
    where: { outcome_event: 1, outcome_day: { to: 365 } },
  }),
  "relapse-free": {
    kind: "survival",
    title: "Relapse-free survival",
    says: "Probability of relapse-free survival from diagnosis to the first relapse, by Kaplan-Meier.",
    source: "Figure 2",
    from: "relapse_free",
    where: CNO,
    time: "outcome_day",
    event: "outcome_event",
    ...MONTHS,
    atDays: [365, 730, 1096, 1461, 1826],
    riskAtDays: RISK_DAYS,
  },
  "relapse-free-by-focality": {
    kind: "survival",
    title: "Relapse-free survival, unifocal and multifocal at diagnosis",
    says: "Relapse-free survival of children unifocal and multifocal at diagnosis, with the log-rank test; the paper defines the strata and does not compare them.",
    from: "relapse_free",
    where: CNO,
    time: "outcome_day",
    event: "outcome_event",
    by: { column: "focality", levels: ["unifocal", "multifocal"] },
    ...MONTHS,
    atDays: [365, 1826],
    riskAtDays: RISK_DAYS,
  },
  "relapse-free-by-presentation": {
    kind: "survival",
    title: "Relapse-free survival, subacute and chronic presentation",
    says: "Relapse-free survival by presentation, with the log-rank test; the paper defines the strata and does not compare them.",
    from: "relapse_free",
    where: CNO,
    time: "outcome_day",
    event: "outcome_event",
    by: { column: "presentation", levels: ["subacute", "chronic", "unclassified"] },
    ...MONTHS,
    atDays: [365, 1826],
    riskAtDays: RISK_DAYS,
  },
  ...markerCorrelations(),
  "delay-and-arthritis": association("Delay and distant arthritis", "rank-sum", "arthritis_distant", "delay_days"),
  "lesions-and-arthritis": association(
    "Lesions and distant arthritis",
    "rank-sum",
    "arthritis_distant",
    "lesion_count",
  ),
  "hla-b27-and-arthritis": association("HLA-B27 and arthritis", "two-by-two", "hla_b27_positive", "arthritis"),
};

/** "The level of inflammatory markers did not correlate with clinical signs of inflammation, fever, or the number of lesions." */
function markerCorrelations(): Protocol["analyses"] {
  const markers = ["leukocytes", "crp", "esr"] as const;
  return Object.fromEntries(
    markers.flatMap((marker) => [
      [
        `${marker}-and-local-inflammation`,
        association(`${marker} and local inflammatory signs`, "rank-sum", "local_inflammation", `${marker}_x1000`),
      ],
      [`${marker}-and-fever`, association(`${marker} and fever`, "rank-sum", "fever", `${marker}_x1000`)],
      [
        `${marker}-and-lesions`,
        association(`${marker} and number of lesions`, "rank-correlation", "lesion_count", `${marker}_x1000`),
      ],
    ]),
  );
}
