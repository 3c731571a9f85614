import type { Protocol } from "@osteon/protocol";

/** The clinical score against the diagnosis: 56 children with CNO, 56 with bacterial osteomyelitis. */
export const SCORE: Protocol["analyses"] = {
  "jansson-score": {
    kind: "diagnostic",
    title: "Jansson score: CNO against bacterial osteomyelitis",
    says: "Sensitivity and specificity of the clinical score at 39 (probable CNO) and 29 (uncertain diagnosis), and the area under its ROC curve; children whose score is not complete are left out and counted.",
    source: "Materials and Methods, study design and patients",
    from: "jansson",
    where: {},
    score: "score",
    truth: "cohort",
    positive: "cno",
    cutOffs: [39, 29],
  },
};
