import type { Sentence } from "../structure/sentences.ts";
import type { Share } from "./claim.ts";
import {
  CONFIDENCE,
  COUNT,
  FEW_WORDS,
  OF,
  PEOPLE,
  PERCENT,
  PERCENT_SIGN,
  pattern,
  TIME_UNIT,
  WHOLE_NUMBER,
} from "./patterns.ts";
import { type PrintedNumber, printed } from "./printed-number.ts";

const N_IS = "(?:n\\s?=\\s?)?";
const OPEN = "\\s*[([]\\s*";
const AS_FRACTION = `(?<n>${COUNT})\\s?\\/\\s?(?<N>${WHOLE_NUMBER})(?![\\d/]|[.\u202f]\\d)`;
const AS_OF = `(?<n>${COUNT})\\s+(?:${PEOPLE}\\s+)?${OF}\\s+(?:${PEOPLE}\\s+)?(?<N>${COUNT})`;
const AMONG = "(?:tested|evaluable|available|treated|remaining|evaluated)?";

/** The forms in which a share is printed, the fullest first; what one has read the later ones leave alone. */
const FORMS: readonly RegExp[] = [
  // 41/56, 73 % · n = 20/56, 36 % · 34/56 patients with CNO (61 %) · 6/8 [75 %]
  pattern(`${N_IS}${AS_FRACTION}${FEW_WORDS}\\s*[,;:=([]\\s*(?:or |i\\.e\\. |that is |d\\.\\s?h\\. )?(?<p>${PERCENT})`),
  // 33 of 56 (59 %) · 33 of the 56 patients (59 %) · 33 von 56 Kindern (59 %)
  pattern(`${AS_OF}${FEW_WORDS}\\s*[,([]\\s*(?<p>${PERCENT})`),
  // 62 % (n = 35/56) · 18 % (5/27) · 59 % (33 of 56 patients)
  pattern(`(?<p>${PERCENT})${FEW_WORDS}${OPEN}${N_IS}${AS_FRACTION}`),
  pattern(`(?<p>${PERCENT})${FEW_WORDS}${OPEN}${N_IS}${AS_OF}`),
  // 18 % exhibited new lesions (5/27)
  pattern(`(?<p>${PERCENT})\\s+[^()%\\d.;]{3,70}${OPEN}${N_IS}${AS_FRACTION}`),
  // 22 (5.4 %) of 409 patients · 22 (5,4 %) von 409 Kindern
  pattern(
    `(?<n>${COUNT})(?<between>${FEW_WORDS})\\s*[([]\\s*(?<p>${PERCENT})\\s*[)\\]]\\s+${OF}\\s+(?:${PEOPLE}\\s+)?(?<N>${COUNT})(?=\\s|[.,;)])`,
  ),
  // 71 % of the 8 patients · 71 % der 8 Kinder
  pattern(
    `(?<p>${PERCENT})\\s+(?:of|der|von|aller)(?:\\s+(?:the|all|these|our|den|insgesamt))?\\s+(?<N>${COUNT})\\s+${AMONG}\\s*${PEOPLE}`,
  ),
  // Of the 8 patients, 71 % ...
  pattern(
    `(?<=^|[;:(]\\s?)(?:of|among|von|unter)\\s+(?:the |all |these |our |den |allen |insgesamt )?(?<N>${COUNT})\\s+(?:\\p{L}+\\s+)?${PEOPLE}(?:\\s+[\\p{L}-]+){0,8}?,?\\s+(?<p>${PERCENT})(?!\\s+(?:of|der|des)\\b)`,
  ),
  // 29 % (n = 16) · 29 %, n = 16
  pattern(`(?<p>${PERCENT})\\s*[,;([]\\s*n\\s?=\\s?(?<n>${COUNT})(?!\\s?\\/)`),
  // 26 patients (46 %) · Twenty patients with CNO (36 %) · 7 (58 %) · (n = 13; 23 %)
  pattern(`(?<n>${COUNT})(?<between>${FEW_WORDS})\\s*[([]\\s*(?<p>${PERCENT})`),
  // (216, 56 %) · (n = 5, 9 %)
  pattern(`[([]\\s*${N_IS}(?<n>${COUNT})\\s*[,;]\\s*(?<p>${PERCENT})`),
  // 2/8 individuals
  pattern(`${AS_FRACTION}(?=\\s+(?:\\p{L}+\\s+){0,2}(?:${PEOPLE}))`),
  // 33 of the 56 patients
  pattern(`${AS_OF}(?=\\s+(?:\\p{L}+\\s+){0,2}(?:${PEOPLE}))`),
  // 47 % of patients · 43 %
  pattern(`(?<p>${PERCENT})`),
];

const NOT_A_COUNT_BEFORE =
  /(?:\b(?:grades?|stages?|days?|weeks?|months?|years?|visits?|cycles?|groups?|types?|phases?|class|levels?|scores?|points?|items?|cohorts?|quartile|tables?|figures?|fig|tab|version|after|at|within|until|since|over|above|below|under|than|aged|ages?|to|and|or|versus|vs|level|SPSS|step|arm|model|chromosome|zone|status|genotype|serotype|subtype|sites?|GCS of|tertile|quintile|decile|GCS|ASA|NYHA|CTCAE|ECOG|exon|IL|TNF|HLA|CD|Grad|Stadium|Tag|Woche|Monat|Jahr|Visite|Zyklus|Gruppe|Typ|Klasse|Alter|nach|innerhalb|bis|ab|seit|über|unter|als|mit|Tabelle|Abbildung|Arm)\.?\s*|[<>≤≥±=+×x:*^]\s*|\d\s?[–-]\s?|\bp\s?=\s?|HR\s|OR\s|RR\s)$/iu;
const COUNT_AFTER_AND = /\b(?:and|or|to|und|mit|bei|with|in)\s*$/i;

const VAGUE =
  /\b(?:about|approximately|approx\.|around|nearly|almost|roughly|circa|ca\.|at least|at most|up to|more than|less than|fewer than|over|under|only about|etwa|ungefähr|rund|fast|knapp|mindestens|höchstens|bis zu|mehr als|weniger als|über|unter|gut)\s+$|[<>≤≥~≈∼]\s*$/i;
const ESTIMATED =
  /\b(?:relapse|event|disease|progression|recurrence|failure|treatment|drug|flare)-?\s?free\b|\b(?:rezidiv|ereignis|progressions|krankheits|schub)frei|\b(?:Kaplan|survival|actuarial|cumulative|probabilit|estimated|adjusted|weighted|standardi[sz]ed|predicted|sens(?:itivity)?\b|spec(?:ificity)?\b|PPV\b|NPV\b|predictive value|prevalence|accuracy|power|Überleben|kumulativ|geschätzt|adjustiert|gewichtet|Sensitivität|Spezifität|Wahrscheinlichkeit|prädiktiv)/i;
/** No whole number of people stands behind a weighted percentage. */
const WEIGHTED = /\bweighted|\bgewichtet/i;
/** Percentages that are measurements and not shares of people. */
const MEASURED =
  /\b(?:hematocrit|haematocrit|HbA1c|ejection fraction|saturation|FEV1|predicted|normal range|reference|Hämatokrit|Sättigung|Normbereich|increase[ds]?|decrease[ds]?|reduc(?:ed|tion)|higher|lower|change[ds]?|improve[ds]? by|by)\s*[^.]{0,20}$/i;

/** Every share that a sentence prints. */
export function shareClaims(sentence: Sentence, text: string): readonly Share[] {
  const found: Share[] = [];
  const taken: (readonly [number, number])[] = [];
  const isFree = (from: number, to: number) => taken.every(([start, end]) => to <= start || from >= end);
  for (const form of FORMS) {
    for (const match of text.matchAll(form)) {
      const start = match.index;
      const end = start + match[0].length;
      if (!isFree(start, end)) continue;
      const share = read(sentence, text, match);
      if (share === undefined) continue;
      taken.push([start, end]);
      found.push(share);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function read(sentence: Sentence, text: string, match: RegExpExecArray): Share | undefined {
  const { n, N, p, between } = match.groups ?? {};
  const start = match.index;
  const end = start + match[0].length;
  const before = text.slice(0, start);
  if (p !== undefined && CONFIDENCE.test(text.slice(end).replace(/^\s*%/, ""))) return undefined;
  // "70 patients (36 % vs 39 %)": the bracket compares, it is no share of the count.
  if (
    n !== undefined &&
    N === undefined &&
    /^\s?(?:vs\b|versus|gegenüber|compared|to\b|[–-]|bis\b)/i.test(text.slice(end))
  )
    return undefined;
  if (n !== undefined && N !== undefined && p !== undefined && !belongs(text, match)) return undefined;
  const percent = p === undefined ? undefined : percentOf(p);
  if (p !== undefined && percent === undefined) return undefined;
  const count = n === undefined ? undefined : printed(n);
  const whole = N === undefined ? undefined : printed(N);
  // `0/0 (0 %)`: a share of nobody is none, whatever is printed beside it.
  if (whole?.value === 0) return undefined;
  if (n !== undefined && whole === undefined && notACount(before, between ?? "")) return undefined;
  if (
    n !== undefined &&
    p !== undefined &&
    whole === undefined &&
    ofOthers(count?.value, between ?? "", text.slice(end))
  )
    return undefined;
  // `21 % in A and 71 % in B (445/2111 and 2595/3671)`: the fractions go with the percentages one by one.
  const listed = p !== undefined && N !== undefined && match[0].lastIndexOf("/") > match[0].indexOf(p);
  if (listed && /^[^()]*?\b(?:and|vs\.?|versus|und)\s*[\d,]+\s?\/\s?\d/i.test(text.slice(end))) return undefined;
  if (p !== undefined && OF_OTHERS.test(match[0])) return undefined;
  if (count !== undefined && whole !== undefined && notAFraction(text, match, count.value, whole.value))
    return undefined;
  if (percent !== undefined && count === undefined && whole === undefined) {
    if (isLimit(text, start, end) || MEASURED.test(before)) return undefined;
  }
  return {
    kind: "share",
    sentence,
    start,
    end,
    ...(count === undefined ? {} : { n: count.value }),
    ...(whole === undefined ? {} : { N: whole.value }),
    ...(percent === undefined ? {} : { percent }),
    vague:
      WEIGHTED.test(text) || VAGUE.test(before) || VAGUE.test(text.slice(0, start + match[0].indexOf(p ?? "\u0000"))),
    estimated: ESTIMATED.test(text),
  };
}

/**
 * Whether percentage and fraction are one share. What stands behind a percentage must close it (`5/27 patients, 40 % of
 * whom` are two), and words between the two may not begin another clause.
 */
function belongs(text: string, match: RegExpExecArray): boolean {
  const { n = "", p = "" } = match.groups ?? {};
  const all = match[0];
  const fractionFirst = all.indexOf(n) < all.lastIndexOf(p);
  if (/[)\]]\s+\p{L}/u.test(all.slice(all.lastIndexOf(p)))) return true;
  if (fractionFirst) return /^\s*(?:[)\],;:]|\.(?:\s|$)|$)/.test(text.slice(match.index + all.length));
  const between = all.slice(p.length, all.lastIndexOf("(") < 0 ? all.lastIndexOf("[") : all.lastIndexOf("("));
  return !/,|\b(?:and|but|while|whereas|compared|than|versus|vs|und|aber|während|als|sowie)\b/iu.test(between);
}

const percentOf = (text: string): PrintedNumber | undefined =>
  printed(text.replace(new RegExp(`\\s?${PERCENT_SIGN}$`, "iu"), ""));

/** `one of the two drugs (52 %)`, `28 eyes of 14 patients (46 %)`: what has the percentage is something else. */
const OF_OTHERS = new RegExp(
  `^one of (?:the |these |those )?(?:two|three|four|five) (?!${PEOPLE})|\\b(?:eyes|families) (?:of|from|von)\\b`,
  "iu",
);

/** `18 (83% female)` is 83 % of 18; `two groups (27%, 30%)` and `0 values (40%)` count no patients. */
const ofOthers = (n: number | undefined, between: string, after: string): boolean =>
  /^\s+(?:of the time\b|VO|(?!(?:of|der|des|from|among|in|aller|von|overall|and|or|und|vs|versus)\b)\p{L})/u.test(
    after,
  ) ||
  /\b(?:groups|subgroups|arms|doses|regimens|variants|visits|Gruppen|Arme)$/i.test(between) ||
  (n === 0 && /\p{L}/u.test(between) && !new RegExp(`^\\s${PEOPLE}`, "iu").test(between));

const notACount = (before: string, between: string): boolean =>
  (NOT_A_COUNT_BEFORE.test(before) && !COUNT_AFTER_AND.test(before)) ||
  /\d\s(?:to|or|bis|oder)\s$|\b(?:groups|grades|stages|arms|types|sites|zones|Gruppen) \d+ (?:and|und) $|\b(?:one|eyes|families) of (?:the |these |those )?$/i.test(
    before,
  ) ||
  /[\p{L}\d][-–]$/u.test(before) ||
  new RegExp(`^\\s*-?\\s?(?:${TIME_UNIT}|h\\b|mg|kg|ml|g|mm|cm|°|µg|IU|bar)`, "iu").test(between);

const GRADED =
  /\b(?:grades?|stages?|class|types?|phases?|NYHA|ECOG|WHO|CTCAE|CIN|visual acuity|scores?|levels?|days?|weeks?|months?|titres?|titers?|Grad|Stadium|Typ|Klasse|Tag|Woche|Monat|Visus)(?:\s+(?:was|were|is|of|von|war|lag bei))?\s*[≥>≤<]?\s*$/i;

/** A grade, a titre, a dose, a date, times of visits: two numbers with a stroke that are no share. */
function notAFraction(text: string, match: RegExpExecArray, n: number, N: number): boolean {
  const all = match[0];
  const stroke = /\d+\s?\/\s?\d+/.exec(all);
  if (stroke === null) return false;
  const before = text.slice(0, match.index + stroke.index);
  const after = text.slice(match.index + stroke.index + stroke[0].length);
  const isDate = N >= 1900 && N < 2100 && n <= 12;
  return (
    isDate ||
    n > 2 * N ||
    GRADED.test(before) ||
    /(?:\d\s?\/\s?|[:.]\s?)$/.test(before) ||
    new RegExp(`^\\s?(?:\\/|mm ?Hg|mg\\b|kg\\b|${TIME_UNIT})`, "iu").test(after)
  );
}

/** One end of an interval (`30%–45%`, `72 to 92 %`), or beside a limit of normal. */
const isLimit = (text: string, start: number, end: number): boolean =>
  /(?:\d\s?%?\s?[–-]\s?|\d\s?%?\s?(?:to|bis)\s)$/.test(text.slice(0, start)) ||
  /^\s?(?:[–-]|to\b|bis\b)\s?\d/.test(text.slice(end)) ||
  /±\s?$/.test(text.slice(0, start));
