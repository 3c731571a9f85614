import { DAYS_PER_MONTH } from "@osteon/codebook";
import { WORD_NUMBERS } from "./number-words.ts";

/** Pieces of the patterns that read claims. All are used with the flags `giu`. Thousands stand apart by a comma or a narrow space; by a wide one it is no count, since it may be two. */
export const WHOLE_NUMBER = "(?:\\d{1,3}(?:[,\u202f]\\d{3})+|\\d{1,7})";

export const COUNT = `(?:(?<![\\p{L}\\d.,^–/-]|\\d\\s(?=\\d{3}(?!\\d)))${WHOLE_NUMBER}(?![\\d.]\\d|\\d|\\s\\d{3}(?!\\d))|(?<![\\p{L}-])(?:${WORD_NUMBERS})(?![\\p{L}-]))`;

export const NUMBER = "(?:[1-9]\\d{0,2}(?:[,\\u202f]\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\.\\d+)";
export const SIGNED = `(?:[-–]\\s?)?${NUMBER}`;

export const PERCENT_SIGN = "(?:%|percent\\b|per cent\\b|Prozent\\b|v\\.\\s?H\\.)";
export const PERCENT = `(?<![\\d.,\\p{L}–-])(?:\\d{1,3}(?:\\.\\d+)?|${WORD_NUMBERS})\\s?${PERCENT_SIGN}`;

/** Who is counted. */
export const PEOPLE =
  "(?:patients?|children|child|girls?|boys?|women|men|adults?|adolescents?|individuals?|subjects?|participants?|persons?|people|cases|controls?|infants?|families|eyes|Patient(?:en|innen|in)?|Kind(?:er|ern)?|Mädchen|Jungen?|Frauen|Männer[n]?|Personen|Fälle[n]?|Teilnehmer(?:n|innen)?|Proband(?:en|innen)|Jugendliche[n]?|Erwachsene[n]?|Betroffene[n]?)";

/** Up to six words without numbers, brackets or the end of a clause; the mark of a footnote may stand before them. */
export const FEW_WORDS =
  "(?:\\^\\p{Ll})?(?:\\s+(?!(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)\\s)[\\p{L}’'/-]+){0,6}?";

export const OF =
  "(?:of|out of|from|von|aus|unter)(?:\\s+(?:the|all|these|those|our|den|der|insgesamt|a total of))?(?:\\s+(?:original|initial|remaining|other|übrigen|verbliebenen))?";

/** What stands after a percentage that is no share: a confidence level, a quantile. */
export const CONFIDENCE =
  /^\s*-?\s?(CI\b|KI\b|CL\b|confidence|Konfidenz|Vertrauens|limits?\b|credible|prediction|quantile|percentile|Perzentil|bootstrap)/i;

/** Months of a time as printed. */
export function monthsOf(value: number, unit: string): number | undefined {
  if (/^(years?|yrs?|y|Jahre?n?|J)\b/i.test(unit)) return value * 12;
  if (/^(months?|mos?|Monate?n?)\b/i.test(unit)) return value;
  if (/^(weeks?|wks?|Wochen?)\b/i.test(unit)) return (value * 7) / DAYS_PER_MONTH;
  if (/^(days?|Tage?n?)\b/i.test(unit)) return value / DAYS_PER_MONTH;
  return undefined;
}

export const TIME_UNIT =
  "(?:years?|yrs?|months?|mos?|weeks?|wks?|days?|hours?|min(?:utes)?|Jahre?n?|Monate?n?|Wochen?|Tage?n?|Stunden?)\\b";

export const pattern = (text: string): RegExp => new RegExp(text, "giu");
