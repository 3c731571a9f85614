import { bilingual } from "../words/words.ts";

/** Reasons that the page gives by itself where a visit says them already. */
export const REASON_WORDS = bilingual({
  dose: [(drug: string) => `dose of ${drug} changed`, (drug: string) => `Dosis von ${drug} geändert`],
  stopped: [(drug: string) => `${drug} stopped`, (drug: string) => `${drug} abgesetzt`],
  atVisit: [
    (day: string, what: string) => `Visit ${day}: ${what}`,
    (day: string, what: string) => `Visite ${day}: ${what}`,
  ],
});
