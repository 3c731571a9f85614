import { useCallback } from "react";
import { bilingual, useWords } from "../words/words.ts";

/** The words of the registry's rules: lines, time points, states and the reasons for them. */
export const STATE_WORDS = bilingual({
  any: ["any treatment", "jede Behandlung"],
  nsaid: ["NSAID", "NSAR"],
  steroid: ["corticosteroid", "Kortikosteroid"],
  dmard: ["DMARD", "DMARD"],
  tnf_inhibitor: ["TNF-α inhibitor", "TNF-α-Inhibitor"],
  bisphosphonate: ["bisphosphonate", "Bisphosphonat"],
  antibiotic: ["antibiotic", "Antibiotikum"],
  week2: ["2 weeks", "2 Wochen"],
  month3: ["3 months", "3 Monate"],
  month6: ["6 months", "6 Monate"],
  month12: ["12 months", "12 Monate"],
  month24: ["24 months", "24 Monate"],
  last: ["last visit", "letzte Visite"],
  full_remission: ["full remission", "volle Remission"],
  partial_remission: ["partial remission", "Teilremission"],
  active: ["no remission", "keine Remission"],
  relapse: ["relapse", "Rückfall"],
  inefficacy: ["inefficacy", "unwirksam"],
  undetermined: ["undetermined", "nicht bestimmbar"],
  not_seen: ["not seen", "nicht gesehen"],
  "no-signs": [
    "no pain, no painful site and no sign of inflammation",
    "kein Schmerz, keine schmerzhafte Stelle, kein Entzündungszeichen",
  ],
  "improved-crp-reduced": ["improved, and CRP fell", "gebessert, CRP gefallen"],
  "improved-esr-reduced": ["improved, and ESR fell", "gebessert, BSG gefallen"],
  "improved-local-signs-reduced": [
    "improved, with fewer local signs than at the start",
    "gebessert, weniger örtliche Zeichen als zu Beginn",
  ],
  "improved-never-inflamed": [
    "improved; nothing was inflamed at the start and nothing is now",
    "gebessert; zu Beginn war nichts entzündet und jetzt auch nicht",
  ],
  "improved-inflammation-not-reduced": [
    "improved, but no inflammatory variable fell",
    "gebessert, aber kein Entzündungswert ist gefallen",
  ],
  "not-improved": ["the child did not feel better", "dem Kind ging es nicht besser"],
  "no-baseline-visit": [
    "improved, but no visit at the start to compare with",
    "gebessert, aber keine Visite zu Beginn zum Vergleich",
  ],
  "inflammation-not-recorded": [
    "improved, but signs of inflammation were not recorded",
    "gebessert, aber Entzündungszeichen nicht erfasst",
  ],
  "marker-limit-only": [
    "of a marker no more than a limit is known, which leaves it open",
    "von einem Entzündungswert ist nur eine Messgrenze bekannt, was es offen lässt",
  ],
  "change-not-recorded": ["how the child felt was not recorded", "wie es dem Kind ging, ist nicht erfasst"],
  "relapsed-since-start": ["a relapse since the start", "Rückfall seit Beginn"],
  "escalated-or-stopped-for-inefficacy": [
    "treatment was escalated, or stopped for inefficacy",
    "Behandlung gesteigert oder wegen Unwirksamkeit beendet",
  ],
  "follow-up-ended": ["follow-up ended before", "Beobachtung endete davor"],
  "no-visit-in-window": ["no visit in the window", "keine Visite im Zeitfenster"],
  title: ["State", "Zustand"],
  lead: [
    "derived by the registry's rules from complete rows",
    "nach den Regeln des Registers aus vollständigen Zeilen abgeleitet",
  ],
  timePoint: ["Time point", "Zeitpunkt"],
  through: [(from: string, to: string) => `${from} to ${to}`, (from: string, to: string) => `${from} bis ${to}`],
  reason: ["Reason", "Grund"],
  evidence: ["Chart rows", "Zeilen der Akte"],
  visitOf: [(date: string) => `visit of ${date}`, (date: string) => `Visite vom ${date}`],
  against: ["against", "gegen"],
  relapseAt: ["relapse at", "Rückfall bei"],
  now: ["Now", "Jetzt"],
  line: ["Line", "Behandlungslinie"],
  notYet: [
    "No state can be derived yet: it needs a complete patient row and visits.",
    "Noch kein Zustand ableitbar: dazu braucht es eine vollständige Patientenzeile und Visiten.",
  ],
  explain: [
    (line: string, state: string, point: string) => `${state} at ${point} under ${line}`,
    (line: string, state: string, point: string) => `${state}, ${point} nach Beginn, ${line}`,
  ],
});

export type StateWords = ReturnType<typeof useWords<typeof STATE_WORDS>>;

/** A word of the rules by its code; the code itself where it has no word. */
export function stateWord(says: StateWords, code: string): string {
  const word = (says as Readonly<Record<string, unknown>>)[code];
  return typeof word === "string" ? word : code;
}

/** The name of a treatment line in the language of the page. */
export function useLineName(): (line: string) => string {
  const says = useWords(STATE_WORDS);
  return useCallback((line: string) => stateWord(says, line), [says]);
}
