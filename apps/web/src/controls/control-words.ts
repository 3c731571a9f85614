import { bilingual } from "../words/words.ts";

export const CONTROL_WORDS = bilingual({
  whyMissing: [(label: string) => `Why is there none: ${label}`, (label: string) => `Warum fehlt: ${label}`],
  whyKey: ["Why is there none? Key: ?", "Warum fehlt es? Taste: ?"],
  takeBack: [(reason: string) => `Take back: ${reason}`, (reason: string) => `Zurücknehmen: ${reason}`],
  pickDay: [(label: string) => `Choose a day: ${label}`, (label: string) => `Tag wählen: ${label}`],
  pickKey: ["Calendar. Key: Alt and ↓", "Kalender. Taste: Alt und ↓"],
  previousMonth: ["Month before", "Monat davor"],
  nextMonth: ["Month after", "Monat danach"],
  month: ["Month", "Monat"],
  year: ["Year", "Jahr"],
  alone: [(part: string) => `Only ${part}`, (part: string) => `Nur ${part}`],
  which: [
    (words: string) => `${words} can be read in two ways. Which is meant?`,
    (words: string) => `${words} lässt sich auf zwei Arten lesen. Was ist gemeint?`,
  ],
});

/** The letter that chooses a reason once they are offered, by its code. */
export const REASON_LETTERS: Readonly<Record<string, readonly [english: string, german: string]>> = {
  "not-done": ["n", "n"],
  unknown: ["u", "u"],
  "not-applicable": ["a", "t"],
};
