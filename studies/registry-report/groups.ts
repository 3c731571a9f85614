import { DRUG_CLASSES, type DrugClass } from "@osteon/codebook";
import type { Group, Protocol } from "@osteon/protocol";

/** Places in which classes begun on one day stand; the report reads no escalation from them. */
const STEPS: Readonly<Record<DrugClass, number>> = {
  nsaid: 1,
  steroid: 2,
  dmard: 3,
  tnf_inhibitor: 4,
  bisphosphonate: 5,
  other: 6,
};

const drugClass = ({ code, says }: (typeof DRUG_CLASSES)[number]): readonly [string, Group] => [
  code,
  {
    says: `Children given a drug of the class "${says}", from its first day.`,
    entry: { drugClasses: [code] },
    step: STEPS[code],
    inResponse: true,
    aloneOnly: false,
  },
];

/** All children from diagnosis, and those given each class of drugs of the codebook. */
export const GROUPS: Protocol["groups"] = {
  any: {
    says: "All children with CNO from diagnosis, whatever the treatment.",
    entry: "diagnosis",
    step: 0,
    inResponse: false,
    aloneOnly: false,
  },
  ...Object.fromEntries(DRUG_CLASSES.map(drugClass)),
};
