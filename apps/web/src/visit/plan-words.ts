import { bilingual } from "../words/words.ts";

/** What the part on the plan says. */
export const PLAN_WORDS = bilingual({
  none: ["The plan expects no further visit.", "Der Plan erwartet keine weitere Visite."],
  all: ["All visits of the plan", "Alle Visiten des Plans"],
});
