import type { Block } from "@osteon/publish";

/** Who the children were, their course and relapse, antibiotics: in the order of the paper. */
export const WORDS_ON_CHILDREN: readonly Block[] = [
  {
    heading: "Clinical characteristics",
    paragraphs: [
      [
        "{cno-patients.all.n|plural:child was:children were} diagnosed with CNO; {control-patients.all.n|plural:child:children}",
        "with bacterial osteomyelitis served as controls for the clinical score. {sex.all.female|plural:was a girl:were girls}",
        "and {sex.all.male|plural:boy:boys}. Age at onset of symptoms was a {age-at-onset.all|median-range}; age at diagnosis a",
        "{age-at-diagnosis.all|median-range}; delay in diagnosis a {delay.all|median-range:2}.",
      ].join(" "),
      [
        "Multifocal bone pain at onset was reported by {multifocal-pain.all|children}; pain in the lower extremities by",
        "{painful-lower-extremity.all|share}. Local inflammatory signs were present in {local-inflammation.all|share}, loss of",
        "function in {loss-of-function.all|share}, fever in {fever.all|share}.",
      ].join(" "),
      [
        "Extraosseous symptoms were found in {extraosseous.all|share}: arthritis in {arthritis.all|counted}, inflammatory bowel",
        "disease in {bowel-disease.all|counted}, acne fulminans in {acne-fulminans.all|counted}, palmoplantar pustulosis in",
        "{pustulosis.all|counted}. Arthritis distant from the lesions developed in {arthritis-distant.all|share}, after a",
        "{distant-arthritis-time.all|median-range} from onset; in these children the delay in diagnosis was a",
        "{distant-arthritis-delay.all|median-range}, the number of lesions {distant-arthritis-lesions.all|mean-sd:0}. HLA-B27 was",
        "positive in {hla-b27.all|share} tested children, of whom {hla-b27-arthritis.all.n|number} had arthritis.",
      ].join(" "),
      [
        "Children with and without distant arthritis were compared by the Wilcoxon-Mann-Whitney test: delay in diagnosis",
        "{delay-and-arthritis.all.p|p}, number of lesions {lesions-and-arthritis.all.p|p}. For HLA-B27 and any arthritis the odds",
        "ratio was {hla-b27-and-arthritis.all.odds-ratio|number:2} (Fisher's exact test, {hla-b27-and-arthritis.all.fisher-p|p}).",
      ].join(" "),
      [
        "Sequelae were recorded in {sequelae.all|share}: the spine was involved in {vertebral-at-diagnosis.all|share}, with",
        "pathological fractures in {vertebral-fracture.all|counted}; hyperostosis was seen in {hyperostosis.all|counted},",
        "compression of the subclavian vein in {vessel-compression.all.n|number} and involvement of the femoral nerve in",
        "{nerve-involvement.all.n|number}.",
      ].join(" "),
    ],
  },
  {
    heading: "Presentation, laboratory, imaging",
    paragraphs: [
      [
        "The presentation was subacute in {presentation.all.subacute|number} and chronic in",
        "{presentation.all.chronic|plural:child:children}; {presentation.all.unclassified|number} could not be classified.",
        "Relapsing, multifocal courses (CRMO) were seen in {crmo.all.n|number}. The blood count was normal in",
        "{normal-blood-count.all|share}; {thrombocytosis.all|share} had thrombocytosis, {monocytosis.all|share} monocytosis",
        "({monocytosis-range.all|range:0}). CRP and/or ESR were elevated in {marker-elevated.all|share}.",
      ].join(" "),
      [
        "CRP was compared with clinical signs: local signs {crp-and-local-inflammation.all.p|p}, fever {crp-and-fever.all.p|p},",
        "number of lesions rho {crp-and-lesions.all.rho|number:2} ({crp-and-lesions.all.p|p}); the table of markers gives",
        "leukocytes and ESR as well.",
      ].join(" "),
      [
        "Bone biopsies were taken in {biopsied.all|children} and showed chronic inflammation in {chronic-inflammation.all|share}.",
        "At diagnosis a whole-body MRI was available in {whole-body-mri.all.n|number}, a regional MRI in",
        "{regional-mri.all.n|number}. {multifocal.all|share} had more than one lesion during follow-up. Of",
        "{lesions.all.n|plural:bone lesion:bone lesions} {lower-extremity-lesions.all|counted} were in the lower extremities. One",
        "year after diagnosis a vertebral lesion was still active in {vertebral-active-after-one-year.all|children} with spinal",
        "involvement.",
      ].join(" "),
    ],
  },

  {
    heading: "Course and relapse",
    paragraphs: [
      [
        "NSAID were given to {nsaid.all|children}, corticosteroids to {steroid.all.n|number}, DMARD to {dmard.all.n|number},",
        "TNF-α inhibitors to {tnf-inhibitor.all.n|number} and pamidronate to {bisphosphonate.all.n|number}. They were followed",
        "for a {follow-up.all|median-range}; {follow-up-over-5-years.all.n|plural:child was:children were} followed for more than",
        "5 years.",
      ].join(" "),
      [
        "{relapsed.all|children} relapsed at least once, a {relapse-count.all|median-range:0}. The Kaplan-Meier median from",
        "diagnosis to the first relapse was {relapse-free.all|curve-median}; first relapses happened after a",
        "{time-to-relapse.all|median-range:0}. Relapse-free were {relapse-free.all.survival@365|survival} at 1 year and",
        "{relapse-free.all.survival@1826|survival} at 5 years. One year after diagnosis {remission-one-year.all|children} with a",
        "known state were in clinical remission.",
      ].join(" "),
      [
        "Relapse-free survival by focality at diagnosis: log-rank {relapse-free-by-focality.compared.log-rank-p|p}; by",
        "presentation: {relapse-free-by-presentation.compared.log-rank-p|p}.",
      ].join(" "),
    ],
  },
  {
    heading: "Antibiotics",
    paragraphs: [
      [
        "{antibiotics.all|children} were first treated with antibiotics for suspected bacterial osteomyelitis:",
        "{antibiotics-early.all|share} of those diagnosed up to 2007 and {antibiotics-late.all|share} from 2008 on (chi-square",
        "without correction {antibiotics-by-era.all.chi-square-p|p}, with correction",
        "{antibiotics-by-era.all.chi-square-corrected-p|p}, Fisher {antibiotics-by-era.all.fisher-p|p}). Intravenous treatment",
        "lasted a {antibiotics-intravenous.all|median-range:0}, oral treatment a {antibiotics-oral.all|median-range:0}. Six",
        "months after the first antibiotic {antibiotic-month6.all.active|number} had not responded and",
        "{antibiotic-month6.all.partial_remission|number} were in partial remission.",
      ].join(" "),
    ],
  },
];
