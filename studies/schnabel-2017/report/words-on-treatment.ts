import type { Block } from "@osteon/publish";

/** Response to each line of treatment, and the clinical score. */
export const WORDS_ON_TREATMENT: readonly Block[] = [
  {
    heading: "NSAID",
    paragraphs: [
      [
        "NSAID were given for a {nsaid-exposure.all|median-range:0}. {nsaid-alone.all.n|number} of",
        "{nsaid.all.n|plural:child:children} had no concomitant antiinflammatory treatment. After 3 months",
        "{response.nsaid/month3.partial_remission|state} were in partial and {response.nsaid/month3.full_remission|state} in full",
        "remission; with symptoms, relapsed or escalated were {nsaid-month12-failure.all|share} after 12 and",
        "{nsaid-month24-failure.all|share} after 24 months.",
      ].join(" "),
      [
        "A whole-body MRI within the window was available in {radiological-response.nsaid.N|plural:child:children}:",
        "{radiological-response.nsaid.new_lesion|state} showed new lesions,",
        "{radiological-response.nsaid.remaining_activity|state} remaining activity,",
        "{radiological-response.nsaid.no_visible_lesion|state} no visible lesion. Of the children with a new lesion",
        "{nsaid-new-lesion-clinical.all.n|number} had symptoms and {nsaid-new-lesion-escalated.all.n|number} were escalated.",
      ].join(" "),
    ],
  },
  {
    heading: "Corticosteroids and DMARD",
    paragraphs: [
      [
        "After 2 weeks of corticosteroids {steroid-week2-remission.all|children} were in remission; with symptoms, relapsed or",
        "escalated were {steroid-month3-failure.all|share} after 3 and {steroid-month12-failure.all|share} after 12 months. MRI",
        "({radiological-response.steroid.N|plural:child:children}): no visible lesion in",
        "{radiological-response.steroid.no_visible_lesion|state}, remaining activity in",
        "{radiological-response.steroid.remaining_activity|state}, new lesions in",
        "{radiological-response.steroid.new_lesion|state}.",
      ].join(" "),
      [
        "{dmard.all.n|plural:child given a DMARD was:children given a DMARD were} left out of the analysis of response;",
        "{dmard-for-arthritis-or-bowel-disease.all.n|number} of them had arthritis or inflammatory bowel disease.",
      ].join(" "),
    ],
  },
  {
    heading: "TNF-α inhibitors",
    paragraphs: [
      [
        "The disease had lasted a {tnf-disease-before.all|median-range:0} before the TNF-α inhibitor; the spine was involved in",
        "{tnf-vertebral.all|share}, arthritis present in {tnf-arthritis.all|share}. After 3 months",
        "{response.tnf_inhibitor/month3.partial_remission|state} were in partial and",
        "{response.tnf_inhibitor/month3.full_remission|state} in full remission; after 12 months",
        "{tnf-inhibitor-month12-remission.all|share} were in remission. MRI: no visible lesion in",
        "{radiological-response.tnf_inhibitor.no_visible_lesion|state}, remaining activity in",
        "{radiological-response.tnf_inhibitor.remaining_activity|state}, new lesions in",
        "{radiological-response.tnf_inhibitor.new_lesion|state}. Adverse effects were recorded in",
        "{tnf-adverse-effect.all.n|plural:child:children}.",
      ].join(" "),
    ],
  },
  {
    heading: "Bisphosphonates",
    paragraphs: [
      [
        "Pamidronate was given to {bisphosphonate.all.n|plural:child:children} after a",
        "{bisphosphonate-disease-before.all|median-range:0} of disease: {bisphosphonate-male.all|share} boys,",
        "{bisphosphonate-multifocal.all|share} with multifocal disease, {bisphosphonate-fracture.all|share} with vertebral",
        "fractures. After 6 months {response.bisphosphonate/month6.partial_remission|state} were in partial and",
        "{response.bisphosphonate/month6.full_remission|state} in full remission; after 24 months",
        "{response.bisphosphonate/month24.partial_remission|state} and {response.bisphosphonate/month24.full_remission|state}.",
        "MRI: no visible lesion in {radiological-response.bisphosphonate.no_visible_lesion|state}, remaining activity in",
        "{radiological-response.bisphosphonate.remaining_activity|state}, new lesions in",
        "{radiological-response.bisphosphonate.new_lesion|state}. During the first cycle",
        "{bisphosphonate-adverse-effect.all.n|plural:child:children} had adverse effects: fever",
        "({bisphosphonate-effects.all.fever|number}), conjunctivitis ({bisphosphonate-effects.all.conjunctivitis|number}),",
        "hypocalcaemia ({bisphosphonate-effects.all.hypocalcaemia|number}).",
      ].join(" "),
    ],
  },
  {
    heading: "Clinical score",
    paragraphs: [
      [
        "At 39 points or more the Jansson score had a sensitivity of {jansson-score.all.sensitivity-39|number:0:100: %} and a",
        "specificity of {jansson-score.all.specificity-39|number:0:100: %}; at 29 points or more",
        "{jansson-score.all.sensitivity-29|number:0:100: %} and {jansson-score.all.specificity-29|number:0:100: %}. The area",
        "under the ROC curve was {jansson-score.all.roc-area|number:2}.",
      ].join(" "),
    ],
  },
];
