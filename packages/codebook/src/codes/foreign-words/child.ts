import { NONE, type WordsOfField } from "./words.ts";

export const COHORT: WordsOfField = {
  cno: {
    en: "crmo|nbo|chronic recurrent multifocal osteomyelitis|chronic non bacterial osteomyelitis|chronic nonbacterial osteitis",
    de: "chronische nichtbakterielle osteomyelitis|nichtbakterielle osteomyelitis|chronisch rekurrierende multifokale osteomyelitis|chronische nicht bakterielle osteitis",
  },
  bacterial_osteomyelitis: { en: "bacterial|bacterial om", de: "bakteriell|bakterielle osteomyelitis|bakterielle om" },
};

export const SEX: WordsOfField = {
  female: { en: "f|fem|girl|woman", de: "w|weibl|weiblich|mädchen|frau" },
  male: { en: "m|boy|man", de: "männl|männlich|junge|knabe|mann" },
  undetermined: { en: "indeterminate", de: "unbestimmt" },
};

export const CONSENT: WordsOfField = {
  given: {
    en: "yes|y|consented|signed|granted|obtained|consent given|written consent",
    de: "ja|erteilt|eingewilligt|liegt vor|vorhanden|einwilligung erteilt|unterschrieben",
  },
  waived: { en: "waiver|waived by ethics committee" },
  withdrawn: { en: "revoked|consent withdrawn|withdrew", de: "widerrufen|zurückgezogen|widerruf" },
  [NONE]: {
    en: "no|refused|declined|not given|pending|not required|waited|giver",
    de: "nein|verweigert|abgelehnt|ausstehend|nicht nötig",
  },
};

export const STATUS: WordsOfField = {
  alive: { en: "living|lives", de: "lebt|lebend|am leben" },
  dead: { en: "died|deceased|exitus", de: "tot|verstorben|gestorben|†" },
  lost: { en: "ltfu|lost to followup|lost to fu", de: "verschollen|aus den augen verloren" },
  opted_out: { en: "optout|opt out", de: "ausgestiegen" },
  [NONE]: { en: "alike" },
};

export const CHANGE: WordsOfField = {
  improved: { en: "better|improvement|improving", de: "besser|gebessert|verbessert|besserung|verbesserung" },
  unchanged: { en: "same|stable|no change|the same", de: "gleich|unverändert|stabil|gleichbleibend|keine änderung" },
  worse: { en: "worsened|worsening|deteriorated", de: "schlechter|verschlechtert|verschlechterung|schlimmer" },
};

export const OUTCOME: WordsOfField = {
  full_remission: {
    en: "complete remission",
    de: "vollremission|volle remission|komplette remission|vollständige remission",
  },
  partial_remission: { de: "teilremission|partielle remission" },
  no_remission: { en: "not in remission|non remission", de: "keine remission" },
  relapse: { en: "flare|recurrence|relapsed", de: "rezidiv|rückfall|schub" },
};

export const YES_NO: WordsOfField = {
  yes: { en: "y|true|present|1|x|+", de: "j|ja|wahr|vorhanden|zutreffend" },
  no: { en: "n|false|none|absent|0|not present", de: "nein|falsch|kein|keine|keiner|nicht vorhanden" },
};

export const ANSWERED_BY: WordsOfField = {
  child: { en: "self|self report|patient|proband", de: "kind|selbst|selbstauskunft|patientin" },
  parent: {
    en: "mother|father|proxy|parents|parent proxy|caregiver",
    de: "mutter|vater|eltern|elternteil|sorgeberechtigte",
  },
  both: { en: "child and parent|together", de: "beide|kind und eltern|gemeinsam" },
  other: { en: "nurse|interviewer|somebody else", de: "pflegekraft|jemand anderes" },
  [NONE]: { en: "nobody|physician|doctor", de: "niemand|arzt|ärztin" },
};

export const INSTRUMENT: WordsOfField = {
  pedsql: { en: "peds ql|pediatric quality of life inventory" },
  chaq: { en: "c-haq|childhood health assessment questionnaire" },
  jamar: { en: "juvenile arthritis multidimensional assessment report" },
  promis_fatigue: { en: "promis fatigue" },
  promis_pain_interference: { en: "promis pain interference" },
  promis_pain_behaviour: { en: "promis pain behavior|promis pain behaviour" },
  promis_mobility: { en: "promis mobility" },
  promis_upper_extremity: { en: "promis upper extremity|promis upper extremity function" },
  promis_physical_activity: { en: "promis physical activity" },
  promis_strength_impact: { en: "promis strength impact" },
  [NONE]: { en: "promis|haq|fatigue|pain|mobility|sf-36|eq-5d" },
};
