import type { Inputs } from "@osteon/estimate";
import type { Language, Pair } from "@osteon/words";
import { childrenText } from "./children-text.ts";

type Reasons = Readonly<Record<"withdrawn" | "optedOut" | "notGiven" | "draft", string>>;

const REASONS: Pair<Reasons> = {
  en: {
    ...{ withdrawn: "consent withdrawn", optedOut: "opted out", notGiven: "no consent on record" },
    draft: "still a draft",
  },
  de: {
    ...{ withdrawn: "Einwilligung widerrufen", optedOut: "widersprochen", notGiven: "keine Einwilligung hinterlegt" },
    draft: "noch ein Entwurf",
  },
};

const SAYS: Pair<Readonly<Record<"left" | "blank", (children: string, why: string) => string>>> = {
  en: {
    left: (children, why) => `Left out: ${children} (${why}).`,
    blank: (children) => `Of ${children} among those counted the charts do not state a consent.`,
  },
  de: {
    left: (children, why) => `Nicht berücksichtigt, in der Anzahl von ${children}: ${why}.`,
    blank: (children) => `Von ${children} unter den gezählten geben die Akten keine Einwilligung an.`,
  },
};

/** Who is not among the children of a report, and why; nothing where everybody is and every consent is stated. */
export function consentSentence(consent: Inputs["consent"], language: Language = "en"): string | undefined {
  if (consent === undefined) return undefined;
  const { withdrawn, optedOut, notGiven, blank, draft = 0 } = consent;
  const counts = Object.entries({ withdrawn, optedOut, notGiven, draft } satisfies Record<keyof Reasons, number>);
  const left = withdrawn + optedOut + notGiven + draft;
  const why = counts
    .flatMap(([reason, count]) => (count === 0 ? [] : [`${count} ${REASONS[language][reason as keyof Reasons]}`]))
    .join(", ");
  const says = SAYS[language];
  const sentences = [
    ...(left === 0 ? [] : [says.left(childrenText(left, language), why)]),
    ...(blank === 0 ? [] : [says.blank(childrenText(blank, language), "")]),
  ];
  return sentences.length === 0 ? undefined : sentences.join(" ");
}
