import type { Inputs } from "@osteon/estimate";
import { childrenText } from "./children-text.ts";

/** Who is not among the children of a report, and why; nothing where everybody is and every consent is stated. */
export function consentSentence(consent: Inputs["consent"]): string | undefined {
  if (consent === undefined) return undefined;
  const { withdrawn, optedOut, notGiven, blank, draft = 0 } = consent;
  const reasons = [
    [withdrawn, "consent withdrawn"],
    [optedOut, "opted out"],
    [notGiven, "no consent on record"],
    [draft, "still a draft"],
  ] as const;
  const left = withdrawn + optedOut + notGiven + draft;
  const why = reasons.flatMap(([count, says]) => (count === 0 ? [] : [`${count} ${says}`])).join(", ");
  const sentences = [
    ...(left === 0 ? [] : [`Left out: ${childrenText(left)} (${why}).`]),
    ...(blank === 0 ? [] : [`Of ${childrenText(blank)} among those counted the charts do not state a consent.`]),
  ];
  return sentences.length === 0 ? undefined : sentences.join(" ");
}
