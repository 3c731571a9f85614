import type { Inputs } from "@osteon/estimate";
import { type Language, listed, type Pair, plural } from "@osteon/words";
import { childrenText } from "./children-text.ts";
import type { Section } from "./sentence.ts";

interface Says {
  readonly heading: string;
  readonly given: (name: string, treatments: number, children: string) => string;
  readonly counted: (given: string, many: boolean) => string;
}

const SAYS: Pair<Says> = {
  en: {
    heading: "Drugs without a class",
    given: (name, count, children) =>
      `${name} (${count} ${plural(count, { one: "treatment", other: "treatments" }, "en")} of ${children})`,
    counted: (given, many) =>
      `The registry's list gives ${many ? "these drugs" : "this drug"} no class; ${many ? "they count" : "it counts"} as other: ${given}.`,
  },
  de: {
    heading: "Medikamente ohne Klasse",
    given: (name, count, children) =>
      `${name} (${count} ${plural(count, { one: "Behandlung", other: "Behandlungen" }, "de")} von ${children})`,
    counted: (given, many) =>
      `Die Liste des Registers ordnet ${many ? "diese Medikamente" : "dieses Medikament"} keiner Klasse zu; ${many ? "sie zählen" : "es zählt"} als andere: ${given}.`,
  },
};

/** Which drugs of the charts have no class, and how often they were given; no section where every drug has one. */
export function unclassedSection(unclassed: Inputs["unclassed"], language: Language = "en"): readonly Section[] {
  if (unclassed === undefined || unclassed.length === 0) return [];
  const says = SAYS[language];
  const given = unclassed.map((drug) =>
    says.given(drug[language], drug.treatments, childrenText(drug.children, language)),
  );
  return [{ heading: says.heading, paragraphs: [[says.counted(listed(given, language), unclassed.length > 1)]] }];
}
