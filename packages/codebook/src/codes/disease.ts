/** The disease itself, as registries exchange it. ORPHA and ICD-10-GM verified against Orphanet and the BfArM file of 2017. */
export const CNO = {
  says: "Chronic nonbacterial osteomyelitis / chronic recurrent multifocal osteomyelitis",
  orpha: "324964",
  icd10gm: "M86.3",
} as const;
