import type { Sentence } from "../structure/sentences.ts";
import { headOf } from "../structure/table-rows.ts";
import type { Spread } from "./claim.ts";
import { pattern, SIGNED, TIME_UNIT } from "./patterns.ts";
import { printed } from "./printed-number.ts";

const MEDIAN = "(?:median(?:e[rns]?)?|Median)";
const MEAN =
  "(?:mean|average|Mittelwert(?:e[sn]?)?|mittlere[rns]?|durchschnittliche[rns]?|im Mittel|Durchschnitt(?:s\\p{L}+)?)";
const RANGE = "(?:range|ranging from|Spannweite|Bereich|min(?:imum)?\\s?[–-]\\s?max(?:imum)?)";
const QUARTILES =
  "(?:IQR|interquartile range|interquartile|quartiles?|Q1\\s?[–-]\\s?Q3|Interquartilsabstand|Interquartilbereich)";
const CONFIDENCE =
  "(?:95\\s?%\\s?-?\\s?(?:CI|KI|confidence interval|confidence limits|limits|Konfidenzintervall|Vertrauensbereich)[^\\d(–-]{0,12})";
const TO = "\\s?(?:–|-|to|bis|;|,|\\.\\.\\.)\\s?";
const UNIT = "(?:\\s?(?<unit>[\\p{L}µ%][\\p{L}µ%/.*²³]*(?:\\s[\\p{L}/-]+){0,3}?))?";

const BOUNDS = `(?<lower>${SIGNED})(?:\\s?(?<lowerUnit>(?!(?:fe)?male|girls|boys|(?:wo)?men|patients|children)[\\p{L}%/]+))?${TO}(?<upper>${SIGNED})(?!\\d|\\s?[–-]\\s?\\d)`;
const WITHIN = `\\s*[,;(\\[]+\\s*(?:(?<quartiles>${QUARTILES})|(?<confidence>${CONFIDENCE})|(?<range>${RANGE}))?\\s*[:,=]?\\s*(?:of |from |von )?${BOUNDS}(?!\\s?%?\\s?(?:CI|KI))(?=[^\\d.]|\\.\\D|\\.?$)`;
const SD = `\\s*(?:±|\\+\\/-)\\s*(?<sd>${SIGNED})`;
const SD_WORD = `\\s*[,(\\[]\\s*(?:SD|standard deviation|Standardabweichung|±)\\s*[:=]?\\s*(?<sdw>${SIGNED})`;
/** A range that follows mean and SD: `45 ± 60 mg/l (range 1–80)`, `9.4 (3.1) years with a range of 10 to 17`. */
const RANGE_LATER = new RegExp(
  `^(?:\\s*\\(${SIGNED}\\))?(?:\\s?[\\p{L}µ%][\\p{L}µ%/.²³]{0,14}){0,2}\\s*[,;([]*\\s*(?:with an?\\s+)?${RANGE}\\s*(?:of|from|von|:)?\\s*${BOUNDS}`,
  "iu",
);
const LEAD = "[^.;:\\d±]{0,70}?(?:\\([^)\\d]{0,24}\\)[^.;:\\d±]{0,30}?)?";

const PROSE: readonly RegExp[] = [
  pattern(
    `\\b(?<what>${MEDIAN}|${MEAN})\\b(?<lead>${LEAD})\\s(?<centre>${SIGNED})(?![\\d,]|\\s?[–-]\\s?\\d)${UNIT}(?:${WITHIN}|${SD}|${SD_WORD})?`,
  ),
];
const PLUS_MINUS = pattern(
  `(?<![\\d.]|\\d,)(?<centre>${SIGNED})${UNIT}\\s*(?:±|\\+\\/-)\\s*(?<sd>${SIGNED})(?![\\d.]*\\s?(?:SEM|SE\\b))`,
);

/** Medians and means that a sentence prints, with what stands beside them. */
export function spreadClaims(sentence: Sentence, text: string): readonly Spread[] {
  if (sentence.passage.kind === "row") return rowSpreads(sentence, text);
  const found: Spread[] = [];
  for (const form of PROSE) {
    for (const match of text.matchAll(form)) {
      const { what = "", lead = "" } = match.groups ?? {};
      if (/\b(SEM|standard error|Standardfehler)\b/i.test(lead)) continue;
      if (match.groups?.confidence === undefined && /\b(difference|Differenz|change)\b/i.test(lead)) continue;
      // "a median of 1 to 3": the number is an end of an interval, or a year.
      const spread = spreadOf(sentence, match, /^med/i.test(what) ? "median" : "mean");
      if (spread === undefined) continue;
      found.push({ ...spread, label: clauseBefore(text, match.index) + what + lead });
    }
  }
  for (const match of text.matchAll(PLUS_MINUS)) {
    if (found.some(({ start, end }) => match.index >= start && match.index < end)) continue;
    if (/\b(SEM|standard error)\b/i.test(text)) continue;
    const spread = spreadOf(sentence, match, "mean");
    if (spread !== undefined) found.push({ ...spread, label: clauseBefore(text, match.index) });
  }
  return found;
}

function spreadOf(
  sentence: Sentence,
  match: RegExpExecArray,
  statistic: "median" | "mean",
): Omit<Spread, "label"> | undefined {
  const groups = match.groups ?? {};
  const centre = printed(groups.centre ?? "");
  if (centre === undefined || (centre.decimals === 0 && centre.value > 1900 && centre.value < 2100)) return undefined;
  const sd = printed(groups.sd ?? groups.sdw ?? "");
  const later = groups.lower === undefined ? RANGE_LATER.exec(match.input.slice(match.index + match[0].length)) : null;
  const lower = printed(groups.lower ?? later?.groups?.lower ?? "");
  const upper = printed(groups.upper ?? later?.groups?.upper ?? "");
  const bounds = groups.quartiles
    ? "quartiles"
    : groups.confidence
      ? "confidence"
      : groups.range || later
        ? "range"
        : undefined;
  // Two numbers in a bracket are bounds only if a word says so, or if the bracket holds nothing else.
  const rest = sentence.text.slice(match.index + match[0].length);
  const alone = match.input !== sentence.text || /^\s?[\p{L}%/]{0,12}\.?\s?[)\]]/u.test(rest);
  const between =
    (bounds !== undefined || alone) && !inOtherUnits(groups.lowerUnit ?? later?.groups?.lowerUnit ?? groups.unit, rest);
  return {
    kind: "spread",
    sentence,
    start: match.index,
    end: match.index + match[0].length,
    centre,
    statistic,
    unit: (groups.unit ?? "").trim(),
    ...(sd === undefined ? {} : { sd }),
    ...(lower === undefined || upper === undefined || !between ? {} : { lower, upper }),
    ...(bounds === undefined ? {} : { bounds }),
  };
}

/** `range 12 months to 11 years`, `2 years (5 to 76 months)`: the numbers are not of one scale. */
const inOtherUnits = (lower: string | undefined, after: string): boolean => {
  const [first, second] = [lower ?? "", /^\s?(?<unit>\p{L}+)/u.exec(after)?.groups?.unit ?? ""];
  return TIME.test(first) && TIME.test(second) && first.slice(0, 1) !== second.slice(0, 1);
};
const TIME = new RegExp(`^${TIME_UNIT}`, "iu");

const clauseBefore = (text: string, at: number): string => {
  const before = text.slice(Math.max(0, at - 90), at);
  return before.slice(Math.max(before.lastIndexOf(";"), before.lastIndexOf(","), before.lastIndexOf("(")) + 1);
};

const CELL_BOUNDS = new RegExp(
  `^(?<centre>${SIGNED})\\s*[(\\[]\\s*(?:range|IQR|Q1–Q3)?:?\\s*${BOUNDS}\\s*[)\\]]`,
  "iu",
);
const CELL_SD = new RegExp(`^(?<centre>${SIGNED})\\s*(?:±|\\+\\/-)\\s*(?<sd>${SIGNED})`, "iu");
const CELL_SD_IN_BRACKETS = new RegExp(
  `^(?<centre>${SIGNED})\\s*[(\\[]\\s*(?:SD\\s?)?(?<sd>${SIGNED})\\s*[)\\]]$`,
  "iu",
);

/** Spreads of a row; which statistic it is, label, head or title say. */
function rowSpreads(sentence: Sentence, text: string): readonly Spread[] {
  const { cells = [], table } = sentence.passage;
  const label = cells[0] ?? "";
  return cells.slice(1).flatMap((cell, place) => {
    const said = `${label} ${headOf(sentence.passage, place + 1)}`;
    const all = /median|mean|mittelwert|±/i.test(said) ? said : `${said} ${table?.caption ?? ""}`;
    const isMean = /\bmean\b|mittelwert|±|\bSD\b/i.test(all) && !/median/i.test(all);
    const value = cell.replaceAll(/(?<=\d),(?=\d)/g, text.includes(cell) ? "," : ".");
    if (/\bn\s?[;,]|[;,]\s?(?:SD|standard deviation|Standardabweichung)\b/i.test(all)) return [];
    const found =
      CELL_SD.exec(value) ??
      CELL_BOUNDS.exec(value) ??
      (/\bmean\b|mittelwert/i.test(all) && /\bSD\b/.test(all) ? CELL_SD_IN_BRACKETS.exec(value) : null);
    if (found === null) return [];
    const spread = spreadOf(sentence, found, isMean || found.groups?.sd !== undefined ? "mean" : "median");
    if (spread === undefined) return [];
    const named = /median|mean|mittelwert|±/i.test(all);
    if (!named && found.groups?.sd === undefined) return [];
    const bounds = /IQR|interquart|Q1/i.test(all) ? "quartiles" : /95\s?%/.test(all) ? "confidence" : "range";
    const at = Math.max(0, text.lastIndexOf(cell));
    return [
      { ...spread, start: at, end: at + cell.length, label, ...(found.groups?.lower ? { bounds } : {}) } as Spread,
    ];
  });
}
