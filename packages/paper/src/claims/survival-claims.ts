import type { Sentence } from "../structure/sentences.ts";
import type { SurvivalStatement } from "./claim.ts";
import { monthsOf, PERCENT, pattern, TIME_UNIT } from "./patterns.ts";
import { type PrintedNumber, printed } from "./printed-number.ts";

const EVENT =
  /(?<event>\p{L}+)[ -]?free|(?<german>\p{L}+?)freie[snr]?\b|\b(?<overall>overall survival|survival rate|Gesamtüberleben|Überlebensrate)/iu;
const FREE_WORDS =
  /free survival|survival|remained \p{L}+-?free|were \p{L}+-?free|remaining \p{L}+-?free|freies Überleben|freie Überleben|überleben|(?:blieben|waren) \p{L}+frei/iu;
const TIMES = pattern(
  `(?<![\\d.])(?:(?<value>\\d+(?:\\.\\d+)?)(?:\\s|-)?(?<unit>${TIME_UNIT}|Jahres?|year|month)|(?<list>(?:\\d+,\\s)*\\d+,?\\s(?:and|und)\\s\\d+)\\s(?<listUnit>${TIME_UNIT}))`,
);

/**
 * Survival at a time: `relapse-free survival was 85 % at 1 year and 40 % at 5 years`, `the 5-year survival rate was 90 %`.
 * Sentences that compare groups make no claim on the whole cohort and are left alone.
 */
export function survivalClaims(sentence: Sentence, text: string): readonly SurvivalStatement[] {
  if (sentence.passage.kind === "row" || !FREE_WORDS.test(text) || GROUPS.test(text)) return [];
  const event = eventOf(text);
  if (event === undefined || kindsOf(text) > 1) return [];
  const percents = [...text.matchAll(pattern(PERCENT))]
    .filter(({ index }) => !/[–-]\s?$|95\s?%?\s?$/.test(text.slice(0, index)))
    .filter(
      ({ index, 0: { length } }) => !/^\s?-?\s?(CI|KI|limits|confidence|Konfidenz)/i.test(text.slice(index + length)),
    )
    .flatMap(({ 0: found, index }) => {
      const number = printed(/[\d.]+/.exec(found)?.[0] ?? "");
      return number === undefined ? [] : [{ number, index, length: found.length }];
    });
  const times = [...text.matchAll(TIMES)].flatMap(({ groups = {} }) => {
    if (groups.list !== undefined) {
      return (groups.list.match(/\d+/g) ?? []).flatMap((one) => monthsOf(Number(one), groups.listUnit ?? "") ?? []);
    }
    return monthsOf(Number(groups.value), (groups.unit ?? "").replace(/^Jahres?$/, "Jahre")) ?? [];
  });
  if (percents.length === 0 || percents.length !== times.length) return [];
  return percents.flatMap(({ number, index, length }, place) => {
    const months = times[place];
    if (months === undefined) return [];
    const free: PrintedNumber = number;
    return [
      {
        kind: "survival",
        sentence,
        start: index,
        end: index + length,
        free,
        months,
        event,
      } satisfies SurvivalStatement,
    ];
  });
}

/** How many kinds of survival a sentence speaks of: overall survival and event-free survival are two curves. */
function kindsOf(text: string): number {
  const named =
    text.match(/\p{L}+[ -]?free(?= survival)|overall survival|\p{L}+freies?(?= Überleben)|Gesamtüberleben/giu) ?? [];
  return new Set(named.map((name) => name.toLowerCase())).size;
}

/** Words by which a sentence compares groups, or speaks of one of them. */
export const GROUPS =
  /\b(vs\.?|versus|compared|whereas|group|groups|arm|arms|respectively in|than in|subgroup|among|those|in patients with|in children with|gegenüber|verglichen|im Vergleich|Gruppen?|Arm|während|bei Patienten mit|bei Kindern mit|95\s?%)\b/iu;

/** The stem of the event that a sentence is free of; `death` of plain survival. */
export function eventOf(text: string): string | undefined {
  const { event, german, overall } = EVENT.exec(text)?.groups ?? {};
  if (overall !== undefined) return "death";
  const word = (event ?? german)?.toLowerCase();
  return word === undefined ? undefined : stemOfEvent(word);
}

/** One stem for the words of one event: relapse, relapses, Rezidiv; death, mortality. */
export function stemOfEvent(word: string): string {
  if (/^(relaps|recur|rezidiv|rückfall|schub)/i.test(word)) return "relapse";
  if (/^(progress)/i.test(word)) return "progression";
  if (/^(death|dead|mortal|tod|verst)/i.test(word)) return "death";
  return word.toLowerCase().slice(0, 7);
}
