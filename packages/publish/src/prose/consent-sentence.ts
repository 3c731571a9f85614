import type { Inputs } from "@osteon/estimate";
import { type Language, type Pair, plural } from "@osteon/words";
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

interface Says {
  readonly left: (count: number, why: string) => string;
  readonly blank: (count: number) => string;
}

const SAYS: Pair<Says> = {
  en: {
    left: (count, why) => `Left out: ${childrenText(count)} (${why}).`,
    blank: (count) => `Of ${childrenText(count)} among those counted the charts do not state a consent.`,
  },
  de: {
    left: (count, why) =>
      `Nicht berücksichtigt: ${count} ${plural(count, { one: "Kind", other: "Kinder" }, "de")} (${why}).`,
    blank: (count) => `Von ${childrenText(count, "de")} unter den gezählten geben die Akten keine Einwilligung an.`,
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
  const sentences = [...(left === 0 ? [] : [says.left(left, why)]), ...(blank === 0 ? [] : [says.blank(blank)])];
  return sentences.length === 0 ? undefined : sentences.join(" ");
}
