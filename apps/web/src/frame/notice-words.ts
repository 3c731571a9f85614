import type { Language } from "@osteon/words";

/** The German of what the cohorts that come with Osteon say of themselves, as their studies say it. */
export const NOTICES_IN_GERMAN: Readonly<Record<string, string>> = {
  "Synthetic, reconstructed from published figures; no real patients.":
    "Synthetisch, aus veröffentlichten Zahlen rekonstruiert; keine echten Patienten.",
};

/** A sentence that charts say of themselves in the language of the page where it is known there, else as it was written, in whatever language that is. */
export function noticeIn(line: string, language: Language): { readonly words: string; readonly lang?: "" } {
  const german = NOTICES_IN_GERMAN[line];
  if (german === undefined) return { words: line, lang: "" };
  return { words: language === "de" ? german : line };
}
