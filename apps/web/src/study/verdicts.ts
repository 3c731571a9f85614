/** Verdicts as the comparison prints them. */
export const VERDICTS = {
  en: {
    same: "same",
    contradicts: "the paper contradicts itself",
    differs: "differs",
    underivable: "not derivable from what is printed",
  },
  de: {
    same: "gleich",
    contradicts: "die Arbeit widerspricht sich",
    differs: "abweichend",
    underivable: "aus dem Gedruckten nicht ableitbar",
  },
} as const;

/** In the order of their buttons. */
export const VERDICT_ORDER = ["same", "contradicts", "differs", "underivable"] as const;
