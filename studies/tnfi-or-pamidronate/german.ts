import { CNO_GERMAN } from "@osteon/cno";
import { GERMAN_BOOK } from "@osteon/codebook";
import { DEFINITIONS } from "./german/definitions.ts";
import { SHOWN } from "./german/shown.ts";
import { TITLES } from "./german/titles.ts";

/**
 * The German of the report: each text by its English one. What the abstract printed stays in its own words. `osteon study check
 * --language de` names what lacks.
 */
export default { ...GERMAN_BOOK, ...CNO_GERMAN, ...TITLES, ...DEFINITIONS, ...SHOWN };

/** What the charts of the cohort say of themselves. */
export const NOTICES = {
  "Synthetic, reconstructed from published figures; no real patients.":
    "Synthetisch, aus veröffentlichten Zahlen rekonstruiert; keine echten Patienten.",
};
