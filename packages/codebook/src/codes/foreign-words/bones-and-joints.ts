import { NONE, type WordsOfField } from "./words.ts";

export const BONE_WORDS: WordsOfField = {
  skull: { en: "cranium|calvaria", de: "schädel|kranium|kalotte" },
  mandible: { en: "lower jaw|mandibula", de: "unterkiefer" },
  maxilla: { en: "upper jaw", de: "oberkiefer" },
  clavicle: { en: "collarbone|collar bone|clavicula", de: "schlüsselbein|klavikula" },
  scapula: { en: "shoulder blade", de: "schulterblatt|skapula" },
  rib: { en: "ribs|costa", de: "rippe|rippen" },
  sternum: { en: "breastbone|breast bone|manubrium", de: "brustbein" },
  cervical_vertebra: { en: "cervical spine|c spine|cspine", de: "hws|hwk|halswirbel|halswirbelkörper|halswirbelsäule" },
  thoracic_vertebra: {
    en: "thoracic spine|t spine|dorsal vertebra",
    de: "bws|bwk|brustwirbel|brustwirbelkörper|brustwirbelsäule",
  },
  lumbar_vertebra: { en: "lumbar spine|l spine", de: "lws|lwk|lendenwirbel|lendenwirbelkörper|lendenwirbelsäule" },
  sacrum: { en: "os sacrum|sacral bone", de: "kreuzbein|sakrum" },
  humerus: { en: "upper arm bone", de: "oberarmknochen|oberarm" },
  radius: { en: "radial bone", de: "speiche" },
  ulna: { en: "ulnar bone", de: "elle" },
  carpus: { en: "carpal bone|carpal bones", de: "handwurzel|handwurzelknochen|karpus" },
  metacarpus: { en: "metacarpal|metacarpals|metacarpal bone|metacarpal bones", de: "mittelhand|mittelhandknochen" },
  finger: { en: "fingers|phalanx of the hand", de: "fingerknochen" },
  ilium: { en: "os ilium|iliac bone|iliac wing", de: "darmbein|os ileum|darmbeinschaufel" },
  ischium: { en: "os ischii|ischial bone", de: "sitzbein" },
  pubis: { en: "os pubis|pubic bone", de: "schambein" },
  femur: { en: "thigh bone|thighbone|femoral bone", de: "oberschenkelknochen|oberschenkel" },
  patella: { en: "kneecap|knee cap", de: "kniescheibe" },
  tibia: { en: "shin|shinbone|shin bone", de: "schienbein" },
  fibula: { en: "calf bone", de: "wadenbein" },
  talus: { en: "ankle bone", de: "sprungbein" },
  calcaneus: { en: "heel|heel bone|os calcis", de: "fersenbein|kalkaneus" },
  tarsus: { en: "tarsal bone|tarsal bones|other tarsal bone", de: "fußwurzel|fußwurzelknochen" },
  metatarsus: { en: "metatarsal|metatarsals|metatarsal bone|metatarsal bones", de: "mittelfuß|mittelfußknochen" },
  toe: { en: "toes|phalanx of the foot|hallux|big toe", de: "zehe|zehen|großzehe|zehenknochen" },
  // What no spelling makes a bone: the gut, a body, a pelvis of three bones, a spine of five parts.
  [NONE]: {
    en: "ileum|corpus|mamilla|campus|torsus|radium|skill|pelvis|hip|knee|spine|vertebra|foot|hand|forearm|lower leg|acetabulum|symphysis",
    de: "becken|hüfte|knie|wirbelsäule|wirbel|fuß|unterarm|unterschenkel|hüftpfanne|symphyse",
  },
};

/** Vertebrae by their level, as `Th7`, `BWK 7`, `L3`. */
export const VERTEBRAE: readonly (readonly [code: string, letters: string, most: number])[] = [
  ["cervical_vertebra", "c|hwk|hw", 7],
  ["thoracic_vertebra", "t|th|bwk|bw", 12],
  ["lumbar_vertebra", "l|lwk|lw", 5],
];

export const JOINT_SITE: WordsOfField = {
  sacroiliac: { en: "si joint|sacroiliac joint|sij", de: "isg|iliosakralgelenk|sakroiliakalgelenk" },
  temporomandibular: { en: "tmj|jaw joint|temporomandibular joint", de: "kiefergelenk|temporomandibulargelenk" },
  knee: { en: "knees|knee joint", de: "knie|kniegelenk" },
  ankle: { en: "ankles|ankle joint", de: "sprunggelenk|oberes sprunggelenk|osg" },
  hip: { en: "hips|hip joint", de: "hüfte|hüftgelenk" },
  atlanto_axial: { en: "atlantoaxial|atlanto axial joint|atlanto occipital", de: "atlantoaxialgelenk|kopfgelenk" },
  wrist: { en: "wrists|wrist joint", de: "handgelenk" },
  elbow: { en: "elbows|elbow joint", de: "ellenbogen|ellbogen|ellenbogengelenk" },
  shoulder: { en: "shoulders|shoulder joint", de: "schulter|schultergelenk" },
  sternoclavicular: { en: "sc joint|sternoclavicular joint", de: "scgelenk|sternoklavikulargelenk" },
  finger: { en: "fingers|finger joint|hand joint", de: "fingergelenk" },
  toe: { en: "toes|toe joint", de: "zehe|zehengelenk|großzehengrundgelenk" },
  [NONE]: { en: "waist|angle|kneel|anklet", de: "fänger" },
};
