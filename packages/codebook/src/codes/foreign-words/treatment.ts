import { NONE, type WordsOfField } from "./words.ts";

export const DRUG: WordsOfField = {
  ibuprofen: { en: "ibu|advil|nurofen" },
  naproxen: { en: "naprosyn" },
  indometacin: { en: "indomethacin|indocin", de: "indomet" },
  diclofenac: { en: "voltaren", de: "diclo" },
  celecoxib: { en: "celebrex" },
  prednisolone: { en: "pdn|prednisolon", de: "decortin h" },
  prednisone: { en: "prednison", de: "decortin" },
  methylprednisolone: { en: "methylprednisolon|mp pulse|solu medrol", de: "urbason" },
  methotrexate: { en: "mtx|methotrexat" },
  sulfasalazine: { en: "ssz|sulfasalazin|sulphasalazine" },
  leflunomide: { en: "leflunomid|arava" },
  azathioprine: { en: "aza|azathioprin|imurek|imuran" },
  etanercept: { en: "etn|enbrel" },
  infliximab: { en: "ifx|remicade" },
  adalimumab: { en: "humira" },
  certolizumab: { en: "certolizumab pegol|cimzia" },
  golimumab: { en: "simponi" },
  pamidronate: { en: "pam|pamidronat|aredia|pamidronic acid", de: "pamidronsäure" },
  alendronate: { en: "alendronat|fosamax|alendronic acid", de: "alendronsäure" },
  ibandronate: { en: "ibandronat|bonviva|ibandronic acid", de: "ibandronsäure" },
  risedronate: { en: "risedronat|actonel|risedronic acid", de: "risedronsäure" },
  zoledronate: { en: "zoledronat|aclasta|zometa|zoledronic acid", de: "zoledronsäure" },
  denosumab: { en: "prolia|xgeva" },
  anakinra: { en: "kineret" },
  canakinumab: { en: "ilaris" },
  tocilizumab: { en: "roactemra|actemra|tcz" },
  secukinumab: { en: "cosentyx" },
  ustekinumab: { en: "stelara" },
  tofacitinib: { en: "xeljanz" },
  baricitinib: { en: "olumiant" },
  upadacitinib: { en: "rinvoq" },
  colchicine: { en: "colchicin" },
  mesalazine: { en: "mesalazin|mesalamine" },
  other: { en: "others|another drug", de: "andere|anderes|sonstige|sonstiges" },
};

export const DRUG_CLASS: WordsOfField = {
  nsaid: { en: "nsaids|non steroidal anti inflammatory drug", de: "nsar" },
  steroid: {
    en: "steroids|glucocorticoid|corticosteroid|corticosteroids",
    de: "steroide|glukokortikoid|kortikosteroid|cortison|kortison",
  },
  dmard: { en: "dmards|csdmard|conventional dmard" },
  tnf_inhibitor: {
    en: "anti tnf|tnf blocker|tnfi|tnf alpha inhibitor",
    de: "tnf blocker|tnf hemmer|tnf alpha blocker",
  },
  bisphosphonate: { en: "bisphosphonates|bp", de: "bisphosphonat|bisphosphonate" },
  other: { en: "others", de: "andere|anderes|sonstige|sonstiges" },
};

/** Only other spellings of the same unit: a day and a week, a milligram and a gram are no slips of each other. */
export const DOSE_UNIT: WordsOfField = {
  "mg/kg/d": {
    en: "mg/kg/day|mg/kg per day|mg/kgbw/d|mg/kg bw/day",
    de: "mg/kg/tag|mg/kgkg/d|mg/kg kg/tag|mg/kg pro tag",
  },
  "mg/kg": { en: "mg/kgbw|mg/kg bw|mg per kg", de: "mg/kgkg|mg/kg kg|mg pro kg" },
  "mg/m2": { en: "mg/m²|mg/m^2|mg/sqm|mg/bsa", de: "mg/qm|mg/m² kof" },
  mg: { en: "milligram|milligrams|milligramme", de: "milligramm" },
  "mg/d": { en: "mg/day|mg per day|mg daily", de: "mg/tag|mg pro tag|mg täglich" },
};

export const ROUTE: WordsOfField = {
  oral: { en: "po|per os|orally|by mouth|peroral|tablet|tablets", de: "peroral|tablette|tabletten|saft" },
  intravenous: { en: "iv|intravenously|infusion", de: "intravenös" },
  subcutaneous: { en: "sc|subcut|subcutaneously|sq", de: "subkutan|subcutan" },
  intraarticular: { en: "intra articular|into a joint|joint injection", de: "intraartikulär|ins gelenk" },
  [NONE]: {
    en: "im|intramuscular|topical|rectal|inhaled|ia|intraarterial",
    de: "intramuskulär|rektal|topisch|intraarteriell",
  },
};

export const STOP_REASON: WordsOfField = {
  remission: { en: "in remission", de: "remission erreicht" },
  inefficacy: {
    en: "ineffective|lack of efficacy|no effect|not effective|lack of effect",
    de: "unwirksam|wirkungslos|wirkungslosigkeit|keine wirkung|unwirksamkeit|ineffektiv",
  },
  adverse_effect: {
    en: "ae|sae|adverse event|side effect|side effects|toxicity|intolerance|adverse reaction",
    de: "nebenwirkung|nebenwirkungen|uaw|unverträglichkeit|unerwünschte wirkung|unerwünschtes ereignis",
  },
  family_decision: {
    en: "patient wish|parents decision|family wish|patient decision",
    de: "elternwunsch|patientenwunsch|wunsch der eltern|wunsch der familie",
  },
  planned_end: {
    en: "end of therapy|completed|as planned|end of course",
    de: "geplantes ende|therapieende|planmäßig|plangemäß",
  },
  [NONE]: {
    en: "relapse|death|cost|efficacy|pregnancy|no remission",
    de: "rezidiv|tod|kosten|keine remission|schwangerschaft",
  },
};

export const EFFECT: WordsOfField = {
  fever: { en: "pyrexia|febrile|high temperature", de: "fieber|febril" },
  conjunctivitis: { en: "pink eye", de: "konjunktivitis|bindehautentzündung" },
  hypocalcaemia: { en: "hypocalcemia|low calcium", de: "hypokalzämie|hypocalcämie|hypokalziämie" },
  abdominal_pain: {
    en: "stomach ache|stomachache|belly pain",
    de: "bauchschmerz|bauchschmerzen|bauchweh|abdominalschmerzen",
  },
  reduced_general_condition: {
    en: "reduced general state",
    de: "reduzierter az|reduzierter allgemeinzustand|az minderung",
  },
  allergic_exanthema: { en: "allergic rash|allergic exanthem", de: "allergisches exanthem|allergischer ausschlag" },
  gastrointestinal_bleeding: {
    en: "gi bleeding|gi bleed",
    de: "gastrointestinale blutung|gi blutung|magen darm blutung",
  },
  infection: { en: "infections|infected", de: "infekt|infektion|infektionen" },
  liver_enzymes: {
    en: "elevated liver enzymes|raised transaminases|elevated transaminases|transaminitis",
    de: "leberwerte|erhöhte leberwerte|leberwerterhöhung|transaminasenerhöhung",
  },
  other: { en: "others", de: "andere|anderes|sonstige|sonstiges" },
  [NONE]: {
    en: "hypercalcaemia|hypercalcemia|hypokalaemia|hypokalemia|inflammation|never|injection|inflection|fewer|fiver",
    de: "hyperkalzämie|hypokaliämie|entzündung|hypercalcämie",
  },
};

export const SEVERITY: WordsOfField = {
  mild: { en: "light|slight", de: "leicht|milde|gering" },
  moderate: { en: "medium", de: "mäßig|mittel|mittelschwer|moderat" },
  severe: { en: "strong", de: "schwer|stark" },
  // Who calls an effect serious speaks of its consequences.
  [NONE]: { en: "serious|none|fatal", de: "schwerwiegend|keine|tödlich" },
};
