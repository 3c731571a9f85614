import { anyOf, number, problem, saying, text } from "@osteon/words";

/** What is wrong with a protocol that types cannot see; time points are told as those of a follow-up plan are. */
export const PROTOCOL_PROBLEMS = {
  "sentence-disagrees": problem(
    { days: anyOf(number) },
    {
      en: (v) => ({ says: `the sentence does not mention day ${v.days}`, fix: "Mend the sentence or the window." }),
      de: (v) => ({ says: `Der Satz nennt den Tag ${v.days} nicht.`, fix: "Den Satz oder das Fenster berichtigen." }),
    },
  ),
  "says-nothing": saying({
    en: ["the entry has no sentence", "Write the sentence it implements."],
    de: ["Der Eintrag hat keinen Satz.", "Den Satz schreiben, den er umsetzt."],
  }),
  "unknown-own-field": problem(
    { field: text },
    {
      en: (v) => ({
        says: `${v.field} can be no field that a registry added`,
        fix: "Name its table and its name, as patient.own_influenza, and of a number with decimals 1 to 6 of them.",
      }),
      de: (v) => ({
        says: `${v.field} kann kein Feld sein, das ein Register hinzugefügt hat.`,
        fix: "Tabelle und Namen angeben, wie patient.own_influenza, und bei Zahlen mit Nachkommastellen 1 bis 6.",
      }),
    },
  ),
} as const;
