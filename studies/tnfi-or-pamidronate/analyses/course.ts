import { MONTHS, NUMBER } from "@osteon/cno";
import type { Protocol } from "@osteon/protocol";
import { breakdown, COMPARED, continuous, curve, DRUG, MONTH, share } from "./kinds.ts";

const NOT_KNOWN = ["not_seen", "undetermined"] as const;
const BY_MONTH = { from: "drug_state", by: [DRUG, MONTH] } as const;

/** States, MRI and flares under each drug: of all who were given it, and by the first drug where the two are compared. */
export const COURSE: Protocol["analyses"] = {
  "drug-state": breakdown(
    "State under each drug",
    "drug_state",
    ["full_remission", "partial_remission", "active", "relapse", "other_drug"],
    BY_MONTH,
  ),
  "drug-remission": share(
    "Full or partial remission without the other drug, all given the drug",
    "drug_state",
    BY_MONTH,
    ["full_remission", "partial_remission"],
    NOT_KNOWN,
  ),
  "first-remission": share(
    "Full or partial remission without the other drug, by first drug",
    "drug_state",
    { ...BY_MONTH, where: COMPARED },
    ["full_remission", "partial_remission"],
    NOT_KNOWN,
  ),
  "drug-pain": continuous("Pain under each drug", "pain_nrs", NUMBER, BY_MONTH),
  "drug-physician-global": continuous("Physician global under each drug", "physician_global_nrs", NUMBER, BY_MONTH),
  "mri-at-12-months": breakdown(
    "MRI at 12 months of each drug",
    "mri_state",
    ["no_visible_lesion", "remaining_activity", "new_lesion", "other_drug"],
    { from: "drug_mri", by: [DRUG] },
  ),
  flared: share("Flare after response, all given the drug", "flared", { from: "drug_flare", by: [DRUG] }),
  "flare-free": curve(
    "Without a flare after response to the first drug",
    "Time from the response to the first flare, by Kaplan-Meier, by first drug, with the log-rank test; censored on the day of the other drug or at the last contact.",
    { from: "drug_flare", time: "flare_days", event: "flared" },
    MONTHS,
  ),
};
