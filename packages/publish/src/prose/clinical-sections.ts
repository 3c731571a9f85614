import type { Phrases } from "./phrases.ts";
import { paragraph, type Section } from "./sentence.ts";

/** Who the children were, as the results section of a paper tells it. */
export function clinicalSections({
  share,
  children,
  counted,
  counting,
  number,
  median,
  mean,
  range,
  p,
}: Phrases): readonly Section[] {
  return [
    {
      heading: "Clinical characteristics",
      paragraphs: [
        paragraph`${counting("cno-patients.all.n", "child was", "children were")} diagnosed with CNO; ${counting("control-patients.all.n", "child", "children")} with
          bacterial osteomyelitis served as controls for the clinical score. ${counting("sex.all.female", "was a girl", "were girls")} and
          ${counting("sex.all.male", "boy", "boys")}. Age at onset of symptoms was a ${median("age-at-onset")}; age at diagnosis a ${median("age-at-diagnosis")};
          delay in diagnosis a ${median("delay", 2)}.`,
        paragraph`Multifocal bone pain at onset was reported by ${children("multifocal-pain")}; pain in the lower extremities by
          ${share("painful-lower-extremity")}. Local inflammatory signs were present in ${share("local-inflammation")}, loss of function in
          ${share("loss-of-function")}, fever in ${share("fever")}.`,
        paragraph`Extraosseous symptoms were found in ${share("extraosseous")}: arthritis in ${counted("arthritis")}, inflammatory bowel
          disease in ${counted("bowel-disease")}, acne fulminans in ${counted("acne-fulminans")}, palmoplantar pustulosis in
          ${counted("pustulosis")}. Arthritis distant from the lesions developed in ${share("arthritis-distant")}, after a
          ${median("distant-arthritis-time")} from onset; in these children the delay in diagnosis was a ${median("distant-arthritis-delay")}, the number of lesions
          ${mean("distant-arthritis-lesions", 0)}. HLA-B27 was positive in ${share("hla-b27")} tested children, of
          whom ${number("hla-b27-arthritis.all.n")} had arthritis.`,
        paragraph`Children with and without distant arthritis were compared by the Wilcoxon-Mann-Whitney test: delay in diagnosis
          ${p("delay-and-arthritis.all.p")}, number of lesions ${p("lesions-and-arthritis.all.p")}. For HLA-B27 and any arthritis the odds
          ratio was ${number("hla-b27-and-arthritis.all.odds-ratio", 2)} (Fisher's exact test, ${p("hla-b27-and-arthritis.all.fisher-p")}).`,
        paragraph`Sequelae were recorded in ${share("sequelae")}: the spine was involved in ${share("vertebral-at-diagnosis")}, with pathological
          fractures in ${counted("vertebral-fracture")}; hyperostosis was seen in ${counted("hyperostosis")}, compression of the subclavian
          vein in ${number("vessel-compression.all.n")} and involvement of the femoral nerve in ${number("nerve-involvement.all.n")}.`,
      ],
    },
    {
      heading: "Presentation, laboratory, imaging",
      paragraphs: [
        paragraph`The presentation was subacute in ${number("presentation.all.subacute")} and chronic in ${counting("presentation.all.chronic", "child", "children")}; ${number("presentation.all.unclassified")} could not be classified. Relapsing, multifocal courses (CRMO) were seen in
          ${number("crmo.all.n")}. The blood count was normal in ${share("normal-blood-count")}; ${share("thrombocytosis")} had
          thrombocytosis, ${share("monocytosis")} monocytosis (${range("monocytosis-range", 0)}). CRP and/or ESR were elevated in
          ${share("marker-elevated")}.`,
        paragraph`CRP was compared with clinical signs: local signs ${p("crp-and-local-inflammation.all.p")}, fever
          ${p("crp-and-fever.all.p")}, number of lesions rho ${number("crp-and-lesions.all.rho", 2)} (${p("crp-and-lesions.all.p")}); the table
          of markers gives leukocytes and ESR as well.`,
        paragraph`Bone biopsies were taken in ${children("biopsied")} and showed chronic inflammation in ${share("chronic-inflammation")}.
          At diagnosis a whole-body MRI was available in ${number("whole-body-mri.all.n")}, a regional MRI in ${number("regional-mri.all.n")}.
          ${share("multifocal")} had more than one lesion during follow-up. Of ${counting("lesions.all.n", "bone lesion", "bone lesions")}
          ${counted("lower-extremity-lesions")} were in the lower extremities. One year after diagnosis a vertebral lesion was still active in
          ${children("vertebral-active-after-one-year")} with spinal involvement.`,
      ],
    },
  ];
}
