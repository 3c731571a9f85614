import type { Pair } from "@osteon/words";
import { childrenText } from "../prose/children-text.ts";
import { limitsText } from "../prose/limits-text.ts";
import { reasonWords } from "../prose/reason-words.ts";
import { pText, type Reading } from "./read-results.ts";

/** Within a sentence what is not estimable says why; in a cell or a figure NE stands. */
export type Place = "sentence" | "cell";

/** How a format says a result, and which results it needs for that; the first is the one that the number opens. */
interface Format {
  readonly needs: (id: string) => readonly string[];
  readonly says: (reading: Reading, id: string, place: Place, args: readonly string[]) => string;
}

const itself = (id: string): readonly string[] => [id];
const number = (text: string | undefined, without: number): number =>
  text === undefined || text === "" ? without : Number(text);

const SAYS = {
  en: {
    ...{ of: "of", to: "to", child: "child", children: "children", median: "Median", confidence: "95 % CI" },
    ...{
      notEstimable: "not estimable",
      notReached: "not reached",
      logRank: "Log-rank p",
      logRankTest: "Log-rank test",
    },
    ...{ noMedian: "median that is", medianOf: "median of", range: "range", quartiles: "quartiles" },
    ...{ limits: "95 % limits", noLimits: "no limits can be given" },
  },
  de: {
    ...{ of: "von", to: "bis", child: "Kind", children: "Kindern", median: "Median", confidence: "95 %-KI" },
    ...{ notEstimable: "nicht schätzbar", notReached: "nicht erreicht", logRank: "Log-Rank-Test p" },
    ...{ logRankTest: "Log-Rank-Test", noMedian: "im Median", medianOf: "im Median", range: "Spannweite" },
    ...{ quartiles: "Quartile", limits: "95 %-KI", noLimits: "kein Konfidenzintervall angebbar" },
  },
} satisfies Pair<object>;

const because = ({ row, language }: Reading, id: string): string =>
  `${SAYS[language].notEstimable} (${reasonWords(row(id).because, language)})`;

function plainNumber(
  reading: Reading,
  id: string,
  place: Place,
  [decimals, times, unit = ""]: readonly string[],
): string {
  if (reading.value(id) === null) return place === "cell" ? reading.none(id) : because(reading, id);
  return `${reading.text(id, number(decimals, 0), number(times, 1))}${unit}`;
}

const percentOf = ({ value, text }: Reading, id: string): string => (value(id) === null ? "" : ` (${text(id)} %)`);
const shareOf = (reading: Reading, id: string): string =>
  `${ofWhole(reading, `${id}.n`, `${id}.N`)}${percentOf(reading, `${id}.percent`)}`;

const ofWhole = ({ text, language }: Reading, n: string, whole: string): string =>
  `${text(n)} ${SAYS[language].of} ${text(whole)}`;

/** In German the noun stands before the per cent, in the dative: `33 von 56 Kindern (59 %)`. */
function childrenOf(reading: Reading, id: string): string {
  const { child, children } = SAYS[reading.language];
  const noun = reading.value(`${id}.N`) === 1 ? child : children;
  return reading.language === "de"
    ? `${ofWhole(reading, `${id}.n`, `${id}.N`)} ${noun}${percentOf(reading, `${id}.percent`)}`
    : `${shareOf(reading, id)} ${noun}`;
}

const rangeOf = ({ text, language }: Reading, id: string, decimals: number): string =>
  `${text(`${id}.minimum`, decimals)} ${SAYS[language].to} ${text(`${id}.maximum`, decimals)}`;

const unitOf = ({ row }: Reading, id: string): string => (row(id).unit === "" ? "" : ` ${row(id).unit}`);

/** `response.nsaid/month3.active` as the group and its state. */
function groupOf(id: string): string {
  return id.slice(0, id.lastIndexOf("."));
}

/** `survival@365` as `survival-lower@365`. */
function limitOf(id: string, end: "lower" | "upper"): string {
  const [statistic = "", at] = id.split("@");
  return `${statistic}-${end}${at === undefined ? "" : `@${at}`}`;
}

const ends = (id: string): readonly [string, string] => {
  const [lower = "", upper = ""] = id.split("~");
  return [lower, upper];
};

function medianRange(reading: Reading, id: string, decimals: number): string {
  const median = `${id}.median`;
  const { noMedian, medianOf, range } = SAYS[reading.language];
  if (reading.value(median) === null) return `${noMedian} ${because(reading, median)}`;
  return `${medianOf} ${reading.text(median, decimals)}${unitOf(reading, median)} (${range} ${rangeOf(reading, id, decimals)})`;
}

function medianQuartiles(reading: Reading, id: string, place: Place, decimals: number): string {
  const median = `${id}.median`;
  const quartiles = reading.span(`${id}.lower-quartile`, `${id}.upper-quartile`, decimals);
  if (place === "cell")
    return reading.value(median) === null ? reading.none(median) : `${reading.text(median, decimals)} (${quartiles})`;
  const says = SAYS[reading.language];
  if (reading.value(median) === null) return `${says.noMedian} ${because(reading, median)}`;
  return `${says.medianOf} ${reading.text(median, decimals)}${unitOf(reading, median)} (${says.quartiles} ${quartiles})`;
}

function curveMedian(reading: Reading, id: string): string {
  const median = `${id}.median`;
  if (reading.value(median) === null) return because(reading, median);
  const isBounded = reading.value(`${median}-lower`) !== null || reading.value(`${median}-upper`) !== null;
  const limits = isBounded
    ? `${SAYS[reading.language].limits}, log-log: ${limitsText(reading, `${median}-lower`, `${median}-upper`)}`
    : SAYS[reading.language].noLimits;
  return `${reading.text(median)}${unitOf(reading, median)} (${limits})`;
}

function curveMedianNote(reading: Reading, id: string, isShort: boolean): string {
  const median = `${id}.median`;
  const says = SAYS[reading.language];
  if (reading.value(median) === null) return `${says.median} ${says.notEstimable}${isShort ? "." : ""}`;
  const end = (limit: string) => (reading.value(limit) === null ? says.notReached : reading.text(limit));
  const found = `${says.median} ${reading.text(median)}${unitOf(reading, median)}`;
  return isShort
    ? `${found}.`
    : `${found} (${says.confidence} ${end(`${median}-lower`)} ${says.to} ${end(`${median}-upper`)})`;
}

function survivalWithLimits(reading: Reading, id: string): string {
  const [lower, upper] = [limitOf(id, "lower"), limitOf(id, "upper")];
  const says = SAYS[reading.language].limits;
  const limits = reading.value(lower) === null ? "" : ` (${says} ${limitsText(reading, lower, upper, 100, " %")})`;
  return `${plainNumber(reading, id, "sentence", ["0", "100", " %"])}${limits}`;
}

function pValue(reading: Reading, id: string, place: Place): string {
  const p = reading.value(id);
  if (place === "cell") return pText(p, reading.language);
  if (p === null) return `p ${because(reading, id)}`;
  const found = pText(p, reading.language);
  return found.startsWith("<") ? `p ${found}` : `p = ${found}`;
}

/** Every way to say a result. */
export const FORMATS = {
  /** `{id|number:decimals:times:unit}`. */
  number: { needs: itself, says: plainNumber },
  /** A count with its noun: `{id|plural:child was:children were}` says `1 child was`. */
  plural: {
    needs: itself,
    says: (reading, id, _, [one = "", many = ""]) => `${reading.text(id)} ${reading.value(id) === 1 ? one : many}`,
  },
  /** `{lower~upper|span:decimals:times:unit}`: `19 to 62 %`; one end may be NE. */
  span: {
    needs: ends,
    says: ({ span }, id, _, [decimals, times, unit = ""]) =>
      span(...ends(id), number(decimals, 0), number(times, 1), unit),
  },
  /** `{lower~upper|limits:times:unit}`: `95 % limits 19 to 62`; why an end is missing, or that none can be given. */
  limits: {
    needs: ends,
    says: (reading, id, _, [times, unit = ""]) => {
      const [lower, upper] = ends(id);
      if (reading.value(lower) === null && reading.value(upper) === null) return SAYS[reading.language].noLimits;
      return `${SAYS[reading.language].limits} ${limitsText(reading, lower, upper, number(times, 1), unit)}`;
    },
  },
  /** Of a group of a share: `33 of 56 (59 %)`. */
  share: { needs: (id) => [`${id}.n`, `${id}.N`, `${id}.percent`], says: shareOf },
  /** `33 of 56 (59 %) children`, `1 of 1 (100 %) child`. */
  children: {
    needs: (id) => [`${id}.n`, `${id}.N`, `${id}.percent`],
    says: childrenOf,
  },
  /** `33 of 56 children`. */
  "n-of-N": {
    needs: (id) => [`${id}.n`, `${id}.N`],
    says: ({ text, count, language }, id) =>
      `${text(`${id}.n`)} ${SAYS[language].of} ${childrenText(count(`${id}.N`), language)}`,
  },
  /** `20 (36 %)`. */
  counted: {
    needs: (id) => [`${id}.n`, `${id}.percent`],
    says: (reading, id) => `${reading.text(`${id}.n`)}${percentOf(reading, `${id}.percent`)}`,
  },
  /** One state of a breakdown: `12 of 27 (44 %)`. */
  state: {
    needs: (id) => [id, `${groupOf(id)}.N`, `${id}-percent`],
    says: (reading, id) => `${ofWhole(reading, id, `${groupOf(id)}.N`)}${percentOf(reading, `${id}-percent`)}`,
  },
  /** Of a group of a continuous analysis: `median of 3.0 months (range 0.02 to 60.0)`. */
  "median-range": {
    needs: (id) => [`${id}.median`, `${id}.minimum`, `${id}.maximum`],
    says: (reading, id, _, [decimals]) => medianRange(reading, id, number(decimals, 1)),
  },
  /** The same with quartiles: `median of 3.0 months (quartiles 1.0 to 9.5)`, in a cell `3.0 (1.0 to 9.5)`. */
  "median-quartiles": {
    needs: (id) => [`${id}.median`, `${id}.lower-quartile`, `${id}.upper-quartile`],
    says: (reading, id, place, [decimals]) => medianQuartiles(reading, id, place, number(decimals, 1)),
  },
  /** `0.5 to 15.0 years`. */
  range: {
    needs: (id) => [`${id}.minimum`, `${id}.maximum`],
    says: (reading, id, _, [decimals]) =>
      reading.value(`${id}.minimum`) === null
        ? because(reading, `${id}.minimum`)
        : `${rangeOf(reading, id, number(decimals, 1))}${unitOf(reading, `${id}.minimum`)}`,
  },
  /** `8.2 ± 2.4`. */
  "mean-sd": {
    needs: (id) => [`${id}.mean`, `${id}.sd`],
    says: (reading, id, place, [decimals]) =>
      reading.value(`${id}.sd`) === null
        ? plainNumber(reading, `${id}.mean`, place, [decimals ?? "1"])
        : `${reading.text(`${id}.mean`, number(decimals, 1))} ± ${reading.text(`${id}.sd`, number(decimals, 1))}`,
  },
  /** `p = 0.001`; in a cell without the letter. */
  p: { needs: itself, says: pValue },
  /** `p = 0.001234` in a cell. */
  "p-equals": {
    needs: itself,
    says: ({ text, value, none }, id, _, [decimals]) =>
      value(id) === null ? none(id) : `p = ${text(id, number(decimals, 3))}`,
  },
  /** `85 % (95 % limits 73 to 92 %)`: survival at a day. */
  survival: { needs: (id) => [id, limitOf(id, "lower"), limitOf(id, "upper")], says: survivalWithLimits },
  /** Of a group of a curve: `29 months (95 % limits, log-log: 19 to 62)`. */
  "curve-median": { needs: medianOfCurve, says: curveMedian },
  /** `Median 29 months (95 % CI 19 to 62)`. */
  "curve-median-note": { needs: medianOfCurve, says: (reading, id) => curveMedianNote(reading, id, false) },
  /** `Median 29 months.` */
  "curve-median-short": { needs: medianOfCurve, says: (reading, id) => curveMedianNote(reading, id, true) },
  /** `Log-rank p = 0.03`. */
  "log-rank": {
    needs: itself,
    says: ({ row, value, language }, id) => {
      const p = value(id);
      const says = SAYS[language];
      if (p === null) return `${says.logRankTest} ${says.notEstimable}: ${reasonWords(row(id).because, language)}`;
      return `${says.logRank} ${p < 0.001 ? pText(p, language) : `= ${pText(p, language)}`}`;
    },
  },
} satisfies Readonly<Record<string, Format>>;

function medianOfCurve(id: string): readonly string[] {
  return [`${id}.median`, `${id}.median-lower`, `${id}.median-upper`];
}

export type FormatName = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS);
export const isFormat = (name: string): name is FormatName => Object.hasOwn(FORMATS, name);
/** How a format of that name says a result. */
export const formatOf = (name: FormatName): Format => FORMATS[name];
