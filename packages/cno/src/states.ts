import type { Pair } from "@osteon/words";

/** States of a child at a time point of a line, best first; what models write as `state` and `outcome_state`, and what they are called. */
export const OUTCOME_STATES = {
  full_remission: { en: "full remission", de: "volle Remission" },
  partial_remission: { en: "partial remission", de: "Teilremission" },
  active: { en: "no remission", de: "keine Remission" },
  relapse: { en: "relapse", de: "Rückfall" },
  inefficacy: { en: "inefficacy", de: "unwirksam" },
  undetermined: { en: "undetermined", de: "nicht bestimmbar" },
  not_seen: { en: "not seen", de: "nicht gesehen" },
} as const satisfies Readonly<Record<string, Pair>>;

export type OutcomeState = keyof typeof OUTCOME_STATES;

/** Why a state was given; what models write as `reason`. */
export const STATE_REASONS = {
  "no-signs": {
    en: "no pain, no painful site and no sign of inflammation",
    de: "kein Schmerz, keine schmerzhafte Stelle, kein Entzündungszeichen",
  },
  "improved-crp-reduced": { en: "improved, and CRP fell", de: "gebessert, CRP gefallen" },
  "improved-esr-reduced": { en: "improved, and ESR fell", de: "gebessert, BSG gefallen" },
  "improved-local-signs-reduced": {
    en: "improved, with fewer local signs than at the start",
    de: "gebessert, weniger örtliche Zeichen als zu Beginn",
  },
  "improved-never-inflamed": {
    en: "improved; nothing was inflamed at the start and nothing is now",
    de: "gebessert; zu Beginn war nichts entzündet und jetzt auch nicht",
  },
  "improved-inflammation-not-reduced": {
    en: "improved, but no inflammatory variable fell",
    de: "gebessert, aber kein Entzündungswert ist gefallen",
  },
  "not-improved": { en: "the child did not feel better", de: "dem Kind ging es nicht besser" },
  "no-baseline-visit": {
    en: "improved, but no visit at the start to compare with",
    de: "gebessert, aber keine Visite zu Beginn zum Vergleich",
  },
  "inflammation-not-recorded": {
    en: "improved, but signs of inflammation were not recorded",
    de: "gebessert, aber Entzündungszeichen nicht erfasst",
  },
  "marker-limit-only": {
    en: "of a marker no more than a limit is known, which leaves it open",
    de: "von einem Entzündungswert ist nur eine Messgrenze bekannt, was es offen lässt",
  },
  "change-not-recorded": {
    en: "how the child felt was not recorded",
    de: "wie es dem Kind ging, ist nicht erfasst",
  },
  "relapsed-since-start": { en: "a relapse since the start", de: "Rückfall seit Beginn" },
  "escalated-or-stopped-for-inefficacy": {
    en: "treatment was escalated, or stopped for inefficacy",
    de: "Behandlung gesteigert oder wegen Unwirksamkeit beendet",
  },
  "follow-up-ended": { en: "follow-up ended before", de: "Beobachtung endete davor" },
  "no-visit-in-window": { en: "no visit in the window", de: "keine Visite im Zeitfenster" },
} as const satisfies Readonly<Record<string, Pair>>;

export type StateReason = keyof typeof STATE_REASONS;
