import { MONTHS, NUMBER, YEARS } from "@osteon/cno";
import type { Leveled, Protocol } from "@osteon/protocol";
import { MG_PER_L } from "./children.ts";
import { association, COMPARED, continuous, count, curve, DRUG, share } from "./kinds.ts";

const PAMIDRONATE = { line_class: "pamidronate", ...COMPARED } as const;
const FAILURE: Leveled = { column: "failure", levels: ["failed", "not_failed"] };
const BY_FAILURE = { where: PAMIDRONATE, by: [FAILURE] } as const;

/** Whom the first drug failed, and how those whom pamidronate failed were at its day 0. */
export const FAILED: Protocol["analyses"] = {
  "first-failed": share("Failure of the first drug", "failed", { where: COMPARED, by: [DRUG] }),
  "first-kept": curve(
    "Without failure of the first drug",
    "Time from day 0 to the failure of the first drug, by Kaplan-Meier, by drug; censored at the last contact.",
    { from: "drug_start", time: "drug_days", event: "failed" },
    MONTHS,
  ),
  "pamidronate-children": count("Children given pamidronate first, by its failure", BY_FAILURE),
  "pamidronate-girls": share("Girls, by failure of pamidronate", "girl", BY_FAILURE),
  "pamidronate-age": continuous("Age at day 0, by failure of pamidronate", "age_days", YEARS, BY_FAILURE),
  "pamidronate-lesions": continuous(
    "Lesions on the MRI of day 0, by failure of pamidronate",
    "lesions",
    NUMBER,
    BY_FAILURE,
  ),
  "pamidronate-crp": continuous("CRP at day 0, by failure of pamidronate", "crp_x1000", MG_PER_L, BY_FAILURE),
  "sex-and-failure": association("Female sex and failure of pamidronate", "two-by-two", "failed", "girl", PAMIDRONATE),
  "lesions-and-failure": association(
    "Lesions and failure of pamidronate",
    "rank-sum",
    "failed",
    "lesions",
    PAMIDRONATE,
  ),
  "crp-and-failure": association("CRP and failure of pamidronate", "rank-sum", "failed", "crp_x1000", PAMIDRONATE),
};
