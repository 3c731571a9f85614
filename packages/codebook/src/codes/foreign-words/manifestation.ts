import { NONE, type WordsOfField } from "./words.ts";

/** Of manifestations and of sequelae. */
export const KIND: WordsOfField = {
  arthritis: { en: "joint inflammation", de: "gelenkentzündung|arthritiden" },
  crohn: { en: "crohns|crohns disease|crohn's disease", de: "morbus crohn|m crohn|mb crohn" },
  ulcerative_colitis: { en: "uc|colitis ulcerosa", de: "cu" },
  palmoplantar_pustulosis: {
    en: "ppp|pustulosis palmoplantaris",
    de: "palmoplantare pustulose|pustulose palmoplantar",
  },
  acne_fulminans: { en: "fulminant acne", de: "akne fulminans|acne fulminans" },
  acne: { en: "severe acne", de: "akne|schwere akne" },
  psoriasis: { en: "plaque psoriasis|pso", de: "schuppenflechte" },
  hyperostosis: { en: "bone overgrowth", de: "hyperostose" },
  vertebral_fracture: {
    en: "vertebral compression fracture|fracture of a vertebra|pathological vertebral fracture",
    de: "wirbelkörperfraktur|wirbelfraktur|wirbelbruch",
  },
  gibbus: { en: "gibbus deformity" },
  vessel_compression: { en: "vascular compression", de: "gefäßkompression|gefäßeinengung" },
  nerve_involvement: { en: "nerve compression|nerve palsy", de: "nervenbeteiligung|nervenkompression" },
  [NONE]: {
    en: "arthrosis|arteritis|crown|arthralgia|colitis|ibd|uveitis|scoliosis|kyphosis|fracture|sapho|psoriatic arthritis|arthritic",
    de: "arthrose|arteriitis|arthralgie|skoliose|kyphose|fraktur|psoriasisarthritis|rippenbruch",
  },
};
