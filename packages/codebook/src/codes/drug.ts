import type { Choice } from "../field.ts";

/** Treatment classes of CNO, in the words of the literature. */
export const DRUG_CLASSES = [
  { code: "nsaid", says: "Nonsteroidal antiinflammatory drug (NSAID)" },
  { code: "steroid", says: "Corticosteroid" },
  { code: "dmard", says: "Conventional disease-modifying antirheumatic drug (DMARD)" },
  { code: "tnf_inhibitor", says: "TNF-α inhibitor" },
  { code: "bisphosphonate", says: "Bisphosphonate" },
  { code: "other", says: "Other antiinflammatory or bone-directed treatment" },
] as const satisfies readonly Choice[];

export type DrugClass = (typeof DRUG_CLASSES)[number]["code"];

export interface Drug extends Choice {
  /** A drug of a registry's own may have none: it is `other` in every study. */
  readonly drugClass?: DrugClass;
  /** Units in which its dose is usually written, the commonest first. */
  readonly usualUnits?: readonly string[];
}

/** What stands for a drug that the list has not; its row says of which class it is. */
export const OTHER_DRUG: Choice = { code: "other", says: "Another drug" };

const drug = (code: string, says: string, drugClass: DrugClass, atc: string): Drug => ({
  code,
  says,
  drugClass,
  codes: { atc },
});

/** The list that a registry begins with: drugs by substance; ATC as in the WHO ATC/DDD index of 2026 for the route usual in CNO. */
export const DRUGS: readonly Drug[] = [
  drug("ibuprofen", "Ibuprofen", "nsaid", "M01AE01"),
  drug("naproxen", "Naproxen", "nsaid", "M01AE02"),
  drug("indometacin", "Indometacin", "nsaid", "M01AB01"),
  drug("diclofenac", "Diclofenac", "nsaid", "M01AB05"),
  drug("meloxicam", "Meloxicam", "nsaid", "M01AC06"),
  drug("celecoxib", "Celecoxib", "nsaid", "M01AH01"),
  // Without a code: none was verified.
  { code: "etoricoxib", says: "Etoricoxib", german: "Etoricoxib", drugClass: "nsaid", since: 2 },
  drug("prednisolone", "Prednisolone", "steroid", "H02AB06"),
  drug("prednisone", "Prednisone", "steroid", "H02AB07"),
  drug("methylprednisolone", "Methylprednisolone", "steroid", "H02AB04"),
  drug("methotrexate", "Methotrexate", "dmard", "L04AX03"),
  drug("sulfasalazine", "Sulfasalazine", "dmard", "A07EC01"),
  drug("leflunomide", "Leflunomide", "dmard", "L04AK01"),
  drug("azathioprine", "Azathioprine", "dmard", "L04AX01"),
  drug("etanercept", "Etanercept", "tnf_inhibitor", "L04AB01"),
  drug("infliximab", "Infliximab", "tnf_inhibitor", "L04AB02"),
  drug("adalimumab", "Adalimumab", "tnf_inhibitor", "L04AB04"),
  drug("certolizumab", "Certolizumab pegol", "tnf_inhibitor", "L04AB05"),
  drug("golimumab", "Golimumab", "tnf_inhibitor", "L04AB06"),
  drug("pamidronate", "Pamidronate", "bisphosphonate", "M05BA03"),
  drug("alendronate", "Alendronate", "bisphosphonate", "M05BA04"),
  drug("ibandronate", "Ibandronate", "bisphosphonate", "M05BA06"),
  drug("risedronate", "Risedronate", "bisphosphonate", "M05BA07"),
  drug("zoledronate", "Zoledronate", "bisphosphonate", "M05BA08"),
  drug("denosumab", "Denosumab", "other", "M05BX04"),
  drug("anakinra", "Anakinra", "other", "L04AC03"),
  drug("canakinumab", "Canakinumab", "other", "L04AC08"),
  drug("tocilizumab", "Tocilizumab", "other", "L04AC07"),
  drug("secukinumab", "Secukinumab", "other", "L04AC10"),
  drug("ustekinumab", "Ustekinumab", "other", "L04AC05"),
  drug("tofacitinib", "Tofacitinib", "other", "L04AF01"),
  drug("baricitinib", "Baricitinib", "other", "L04AF02"),
  drug("upadacitinib", "Upadacitinib", "other", "L04AF03"),
  drug("colchicine", "Colchicine", "other", "M04AC01"),
  drug("mesalazine", "Mesalazine", "other", "A07EC02"),
];
