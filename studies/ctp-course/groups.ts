import type { Protocol } from "@osteon/protocol";
import { CTP } from "./rules.ts";

/** The three plans, from the first day of one of their drugs; of plans begun together that with the higher step counts. */
export const GROUPS = {
  any: {
    says: "All children with CNO from diagnosis, whatever the treatment; relapses are read along it.",
    assumption: true,
    entry: "diagnosis",
    step: 0,
    inResponse: false,
    aloneOnly: false,
  },
  methotrexate: {
    says: "Methotrexate or sulfasalazine, from the first day of one of them.",
    source: CTP,
    entry: { drugs: ["methotrexate", "sulfasalazine"] },
    step: 1,
    inResponse: true,
    aloneOnly: false,
  },
  bisphosphonate: {
    says: "A bisphosphonate, from its first day.",
    source: CTP,
    entry: { drugClasses: ["bisphosphonate"] },
    step: 2,
    inResponse: true,
    aloneOnly: false,
  },
  tnf_inhibitor: {
    says: "A TNF-α inhibitor with or without methotrexate or sulfasalazine, from its first day; these may be added later.",
    source: CTP,
    entry: { drugClasses: ["tnf_inhibitor"] },
    step: 3,
    inResponse: true,
    aloneOnly: false,
    allows: "methotrexate",
  },
} as const satisfies Protocol["groups"];
