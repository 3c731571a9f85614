import type { Protocol } from "@osteon/protocol";
import { SEQUEL } from "./rules.ts";

/** The closest MRI of the window that the visit at 12 months has, too. */
const MRI_AT_12_MONTHS = {
  says: "The MRI closest to day 365, within days 274 to 547 of the drug.",
  assumption: true,
  window: [274, 547],
  targetDay: 365,
  wholeBodyOnly: false,
} as const;

const given = { step: 0, inResponse: true, aloneOnly: false, radiology: MRI_AT_12_MONTHS } as const;

/** The two drugs, each from its own first day; neither is a step above the other, and a child given both stands in both. */
export const GROUPS = {
  any: {
    says: "All children with CNO from diagnosis, whatever the treatment; flares are read along it.",
    assumption: true,
    entry: "diagnosis",
    ...given,
    inResponse: false,
  },
  pamidronate: {
    says: "Children given pamidronate, from its first day; other drugs are tolerated.",
    source: SEQUEL,
    entry: { drugs: ["pamidronate"] },
    ...given,
  },
  tnf_inhibitor: {
    says: "Children given a TNF-α inhibitor, from its first day; other drugs are tolerated.",
    source: SEQUEL,
    entry: { drugClasses: ["tnf_inhibitor"] },
    ...given,
  },
} as const satisfies Protocol["groups"];
