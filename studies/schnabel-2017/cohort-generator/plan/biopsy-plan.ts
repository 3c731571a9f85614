import { seededRandom } from "../seeded-random.ts";
import { CHILD_NAMES, type ChildName } from "./demography.ts";
import { LESIONS } from "./lesion-plan.ts";

const CHRONIC = 27;
const OTHERS = ["fibrosis", "fibrosis", "unspecific", "unspecific", "unspecific", "acute_inflammation", "fibrosis"];

/** 34 children with a biopsy, those with a single lesion first; 27 show chronic inflammation. */
export function biopsyFindings(): ReadonlyMap<ChildName, string> {
  const random = seededRandom("biopsies");
  const single = CHILD_NAMES.filter((name) => LESIONS[name].atDiagnosis === 1);
  const several = random.shuffled(CHILD_NAMES.filter((name) => LESIONS[name].atDiagnosis > 1));
  const findings = random.shuffled([...Array.from({ length: CHRONIC }, () => "chronic_inflammation"), ...OTHERS]);
  const chosen = [...single, ...several].slice(0, findings.length);
  return new Map(chosen.map((name, index) => [name, findings[index] ?? "unspecific"]));
}
