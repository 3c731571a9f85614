import { isCited } from "../claims/cited.ts";
import type { Share, SurvivalStatement } from "../claims/claim.ts";
import type { PaperClaims } from "../claims/paper-claims.ts";
import { monthsOf, pattern, TIME_UNIT } from "../claims/patterns.ts";
import { type PrintedNumber, printed, shownNumber } from "../claims/printed-number.ts";
import { GROUPS, stemOfEvent } from "../claims/survival-claims.ts";
import type { Draft } from "../findings/finding.ts";
import type { Sentence } from "../structure/sentences.ts";

interface Median {
  readonly sentence: Sentence;
  readonly start: number;
  readonly end: number;
  readonly months: number;
  readonly event: string;
}

/** What a Kaplan-Meier curve cannot do: rise, or pass one half elsewhere than at its median. */
export function survivalIdentities(paper: PaperClaims): readonly Draft[] {
  const statements = paper.survivals.filter(({ sentence }) => !isCited(sentence));
  return [...rises(statements), ...mediansAgainst(paper, statements), ...crudeAgainst(paper, statements)];
}

/** Words that may put two survivals on the curves of two groups. */
const CONDITION = /\b(?:with|without|under|receiving|treated|for|mit|ohne|unter|bei(?!\s+\d))\b/gi;

function rises(statements: readonly SurvivalStatement[]): readonly Draft[] {
  return statements.flatMap((early, place) =>
    statements.slice(place + 1).flatMap((other): readonly Draft[] => {
      if (early.event !== other.event) return [];
      const [first, second] = early.months <= other.months ? [early, other] : [other, early];
      if (second.months - first.months < 0.5 || second.free.value <= first.free.value) return [];
      const together = first.sentence === second.sentence;
      const conditions = first.sentence.text.match(CONDITION)?.length ?? 0;
      if (together && conditions > 1) return [];
      return [
        {
          class: together ? (conditions > 0 ? "query" : "impossible") : "inconsistent",
          kind: "survival",
          says: `${shownNumber(first.free)} % at ${timeText(first.months)} and ${shownNumber(second.free)} % at ${timeText(second.months)}: a survival curve never rises.`,
          at: together ? [first] : [first, second],
          recomputed: `at most ${shownNumber(first.free)} % at ${timeText(second.months)}`,
          consistentValues: [
            `at most ${shownNumber(first.free)} % at ${timeText(second.months)}`,
            `at least ${shownNumber(second.free)} % at ${timeText(first.months)}`,
          ],
          cause: "Were the two exchanged?",
        },
      ];
    }),
  );
}

const MEDIAN = pattern(
  `median(?:e[rns]?)?\\s+(?:(?:time|Zeit)\\s+(?:from [^.;]{3,40}? )?(?:to|until|bis zum?|bis)\\s+(?:the\\s|zum\\s|dem\\s)?(?:first\\s|ersten\\s)?(?<to>\\p{L}+)|(?<free>\\p{L}+?)[ -]?free(?:ies|ie)?\\s(?:survival|time)|(?<german>\\p{L}+?)freie[snr]?\\s(?:Überleben|Zeit)|(?<overall>overall survival|survival|Überleben))(?<lead>[^.;\\d]{0,40}?)\\s(?<value>\\d+(?:\\.\\d+)?)\\s?-?(?<unit>${TIME_UNIT})`,
);

/** Medians of survival; a median among those with the event alone, printed with its range, is another thing. */
function mediansOf({ sentences }: PaperClaims): readonly Median[] {
  return sentences.flatMap((sentence) => {
    const { text } = sentence;
    if (isCited(sentence) || GROUPS.test(text) || sentence.passage.kind === "row") return [];
    return [...text.matchAll(MEDIAN)].flatMap((found) => {
      const { to, free, german, value = "", unit = "" } = found.groups ?? {};
      const months = monthsOf(Number(value), unit);
      const end = found.index + found[0].length;
      const among = /^\s?\(\s?(?:range|Spannweite)/i.test(text.slice(end)) && !/Kaplan/i.test(text);
      if (months === undefined || among) return [];
      const event = stemOfEvent(to ?? free ?? german ?? "death");
      return [{ sentence, start: found.index, end, months, event }];
    });
  });
}

function mediansAgainst(paper: PaperClaims, statements: readonly SurvivalStatement[]): readonly Draft[] {
  const seen = new Set<SurvivalStatement>();
  return mediansOf(paper).flatMap((median) =>
    statements.flatMap((at): readonly Draft[] => {
      if (at.event !== median.event || seen.has(at)) return [];
      const high = at.months > median.months * 1.02 + 0.5 && at.free.value > 51;
      const low = at.months < median.months * 0.98 - 0.5 && at.free.value < 49;
      if (!high && !low) return [];
      seen.add(at);
      const bound = high ? "at most 50 %" : "at least 50 %";
      return [
        {
          class: "inconsistent",
          kind: "survival",
          says: `The median is ${timeText(median.months)}, but ${shownNumber(at.free)} % are free of the event at ${timeText(at.months)}: it must be ${bound}.`,
          at: [median, at],
          recomputed: bound,
          consistentValues: [
            `${bound} at ${timeText(at.months)}`,
            `a median ${high ? "after" : "before"} ${timeText(at.months)}`,
          ],
          cause: "Is the median that of the patients with the event alone, or of another curve?",
        },
      ];
    }),
  );
}

const HAD_EVENT = pattern(
  `(?<percent>\\d{1,3}(?:\\.\\d+)?)\\s?%[^.;]{0,70}?\\b(?<event>relaps|recur|progress|died|death|Rezidiv|verst)\\p{L}*[^.;]{0,30}?\\b(?:within|in the first|innerhalb(?: von)?|im ersten)\\s+(?:the first\\s+)?(?<value>\\d+(?:\\.\\d+)?)?\\s?(?<unit>${TIME_UNIT}|Jahr)`,
);

/** Those seen to have the event by a time are never more than the curve says: it only adds for those lost before. */
function crudeAgainst({ sentences }: PaperClaims, statements: readonly SurvivalStatement[]): readonly Draft[] {
  return sentences.flatMap((sentence): readonly Draft[] => {
    if (
      isCited(sentence) ||
      GROUPS.test(sentence.text) ||
      /after (?:\p{L}+ )?(?:therapy|treatment)|under|nach \p{L}*therapie/iu.test(sentence.text)
    )
      return [];
    return [...sentence.text.matchAll(HAD_EVENT)].flatMap((found): readonly Draft[] => {
      const { percent = "", event = "", value = "1", unit = "" } = found.groups ?? {};
      const crude: PrintedNumber | undefined = printed(percent);
      const months = monthsOf(Number(value), unit.replace(/^Jahr$/, "Jahre"));
      const at = statements.find(
        (one) => one.event === stemOfEvent(event) && months !== undefined && Math.abs(one.months - months) < 0.5,
      );
      if (crude === undefined || at === undefined || at.sentence === sentence) return [];
      const most = 100 - at.free.value;
      if (crude.value <= most + 1) return [];
      const place: Pick<Share, "sentence" | "start" | "end"> = {
        sentence,
        start: found.index,
        end: found.index + found[0].length,
      };
      return [
        {
          class: "inconsistent",
          kind: "survival",
          says: `${shownNumber(crude)} % had the event by ${timeText(at.months)}, but ${shownNumber(at.free)} % are free of it: at most ${most} % can have been seen with it.`,
          at: [place, at],
          recomputed: `at most ${most} %`,
          consistentValues: [
            `at most ${most} % with the event`,
            `at most ${Number((100 - crude.value).toFixed(1))} % free of it`,
          ],
          cause: "Are the two of different patients?",
        },
      ];
    });
  });
}

/** Months as a reader says them. */
export function timeText(months: number): string {
  if (months >= 12 && Math.abs(months / 12 - Math.round(months / 12)) < 1e-6) {
    const years = Math.round(months / 12);
    return years === 1 ? "1 year" : `${years} years`;
  }
  return `${Number(months.toFixed(1))} months`;
}
