import { NONE, type WordsOfField } from "./words.ts";

export const FINDING: WordsOfField = {
  positive: {
    en: "pos|+|1|detected|reactive|yes|y|present",
    de: "positiv|nachgewiesen|nachweisbar|reaktiv|ja|vorhanden",
  },
  negative: {
    en: "neg|0|not detected|undetected|not detectable|nonreactive|non reactive|no|n|absent",
    de: "negativ|nicht nachweisbar|nicht nachgewiesen|nicht reaktiv|nein|kein nachweis",
  },
  chronic_inflammation: {
    en: "chronic|chronic osteomyelitis",
    de: "chronische entzündung|chronisch|chronische osteomyelitis",
  },
  acute_inflammation: { en: "acute|granulocytic", de: "akute entzündung|akut|granulozytär" },
  fibrosis: { en: "sclerosis|fibrosis without inflammation", de: "fibrose|sklerose" },
  unspecific: { en: "nonspecific|non specific|normal", de: "unspezifisch|unauffällig|normalbefund" },
  tumour: { en: "neoplasm|malignancy", de: "neoplasie" },
};

export const GROWTH: WordsOfField = {
  growth: {
    en: "positive|pos|+|1|yes|y|grown|growth of bacteria|detected",
    de: "positiv|ja|wachstum|keimwachstum|nachgewiesen|keimnachweis",
  },
  none: {
    en: "negative|neg|0|no|n|sterile|not detected|no organism",
    de: "negativ|nein|kein|steril|kein wachstum|kein keimwachstum|keimfrei|kein keimnachweis|kein nachweis",
  },
};

export const MATERIAL: WordsOfField = {
  blood: { en: "blood culture", de: "blut|blutkultur" },
  bone: { en: "bone biopsy|bone tissue", de: "knochen|knochenbiopsie|knochengewebe" },
  joint_fluid: { en: "synovial fluid|synovia", de: "gelenkpunktat|gelenkflüssigkeit|synovialflüssigkeit" },
  other: { en: "others|another", de: "andere|anderes|sonstige|sonstiges" },
  [NONE]: { en: "brood|bloom|blond|borne|boned|otter" },
};

export const MODALITY: WordsOfField = {
  whole_body_mri: {
    en: "wbmri|whole body mri|wholebody mri|total body mri",
    de: "ganzkörper mrt|gk mrt|ganzkörpermrt|gkmrt|ganzkörper mri",
  },
  regional_mri: { en: "local mri|mri of region", de: "regionales mrt|lokales mrt|regionale mrt|regionale mri" },
  x_ray: { en: "xray|radiograph|plain film|plain radiograph", de: "röntgen|röntgenbild|röntgenaufnahme" },
  scintigraphy: { en: "bone scan", de: "szintigraphie|szintigrafie|szinti|knochenszintigraphie|skelettszintigraphie" },
  ct: { en: "ct scan|computed tomography|cat scan", de: "computertomographie|computertomografie" },
};

export const SIDE: WordsOfField = {
  left: { en: "l|lt|left side|left sided", de: "li|lks|links|linke|linksseitig" },
  right: { en: "r|rt|right side|right sided", de: "re|rechts|rechte|rechtsseitig" },
  midline: { en: "median|medial line|middle|mid", de: "mittellinie|mitte|mittig" },
};

export const PART: WordsOfField = {
  epiphysis: { en: "epiphyseal", de: "epiphyse|epiphysär" },
  metaphysis: { en: "metaphyseal", de: "metaphyse|metaphysär" },
  proximal_metaphysis: {
    en: "metaphysis proximal|proximal metaphyseal",
    de: "proximale metaphyse|metaphyse proximal|proximal metaphysär",
  },
  distal_metaphysis: {
    en: "metaphysis distal|distal metaphyseal",
    de: "distale metaphyse|metaphyse distal|distal metaphysär",
  },
  diaphysis: { en: "diaphyseal|shaft", de: "diaphyse|diaphysär|schaft" },
  body: { en: "vertebral body", de: "wirbelkörper" },
  whole: { en: "whole bone|entire|entire bone", de: "ganz|ganzer knochen|gesamter knochen|gesamt" },
  // The body of a long bone is its shaft.
  [NONE]: {
    en: "corpus|apophysis|while|whale|physis|spinous process",
    de: "korpus|apophyse|wachstumsfuge|dornfortsatz",
  },
};

export const STATE: WordsOfField = {
  new: { en: "de novo|newly found", de: "neu|neue" },
  active: { en: "ongoing|still active", de: "aktiv|weiter aktiv" },
  remaining: { en: "residual|residual activity|remaining activity", de: "restaktivität|residuell|restbefund" },
  not_visible: {
    en: "gone|invisible|resolved|no longer visible",
    de: "nicht sichtbar|nicht mehr sichtbar|verschwunden",
  },
  [NONE]: { en: "inactive|visible|retaining|regaining", de: "inaktiv|sichtbar" },
};

export const COMPARATOR: WordsOfField = {
  below: { en: "<|less than|lower than|under", de: "kleiner als|weniger als|kleiner|unterhalb" },
  at_most: { en: "<=|≤|up to", de: "bis|höchstens" },
  at_least: { en: ">=|≥", de: "mindestens" },
  above: { en: ">|more than|greater than|higher than|over", de: "größer als|mehr als|größer|oberhalb" },
  [NONE]: { en: "=|~|approximately|equal|exactly", de: "gleich|etwa|ungefähr|genau" },
};

export const MEASURED_SITE: WordsOfField = {
  lumbar_spine: { en: "spine|lumbar|ls|l1 l4", de: "lws|wirbelsäule" },
  total_body: { en: "total body|tb", de: "ganzkörper" },
  total_body_less_head: { en: "tblh|total body less head", de: "ganzkörper ohne kopf" },
  hip: { en: "total hip|femoral neck", de: "hüfte|schenkelhals" },
  forearm: { en: "radius|distal radius", de: "unterarm|speiche" },
  [NONE]: { en: "head|heel|calcaneus", de: "kopf|ferse" },
};

export const METHOD: WordsOfField = {
  dxa: { en: "dexa", de: "osteodensitometrie" },
  qct: { en: "pqct|hr pqct" },
  [NONE]: { en: "ct|mri|x ray|ultrasound|qus", de: "röntgen|ultraschall" },
};
