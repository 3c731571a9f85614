import { chiSquareUpper, fUpper, normalTwoSided, tTwoSided } from "@osteon/stats";
import type { PValue } from "../claims/claim.ts";
import type { PaperClaims } from "../claims/paper-claims.ts";
import { pattern } from "../claims/patterns.ts";
import { halfStep, type PrintedNumber, printed, shownNumber } from "../claims/printed-number.ts";
import type { Draft } from "../findings/finding.ts";
import { pText } from "./two-by-two-tests.ts";

const VALUE = "(?<value>-?\\d+(?:\\.\\d+)?)";
const P = "[\\s,;)]+p\\s?(?<sign>[=<>])\\s?(?<p>\\d?\\.\\d+)(?!\\.?\\d)";
const DF1 = "(?<df1>\\d+(?:\\.\\d+)?)";
const DF2 = `(?<df1>\\d+)\\s?,\\s?(?<df2>\\d+(?:\\.\\d+)?)`;
/** Degrees of freedom in brackets, or lowered as in `F1,85`; `t = 2.1, df = 28` tells them behind the statistic. */
const degrees = (df: string): readonly string[] => [
  `\\s?\\(\\s?(?:df\\s?=\\s?)?${df}(?:,\\s?N\\s?=\\s?\\d+)?\\s?\\)`,
  df,
];
const printedWith = (name: string, df: string, lowered: boolean): readonly RegExp[] => [
  ...degrees(df)
    .slice(0, lowered ? 2 : 1)
    .map((place) => pattern(`(?<![\\p{L}\\d])${name}${place}\\s?=\\s?${VALUE}${P}`)),
  pattern(`(?<![\\p{L}\\d])${name}\\s?=\\s?${VALUE}[\\s,;(]+d\\.?f\\.?\\s?=\\s?${df}${P}`),
];
const CHI = "(?:χ\\s?\\^?[²2]?|chi-?squared?|Chi-Quadrat|X\\s?\\^?[²2])";

type Tail = (value: number, df1: number, df2: number) => number;
const FORMS: readonly (readonly [RegExp, Tail])[] = [
  ...printedWith("t", DF1, false).map((form) => [form, tTwoSided] as const),
  // A lowered single digit is a point of time: `t3 = 1.04`.
  [pattern(`(?<![\\p{L}\\d])t(?<df1>\\d{2,})\\s?=\\s?${VALUE}${P}`), tTwoSided],
  ...printedWith("F", DF2, true).map((form) => [form, fUpper] as const),
  ...printedWith(CHI, DF1, false).map((form) => [form, chiSquareUpper] as const),
  [pattern(`(?<![\\p{L}-])[zZ]\\s?=\\s?${VALUE}${P}`), (z) => normalTwoSided(z)],
  ...printedWith("r", DF1, false)
    .slice(0, 1)
    .map(
      (form) =>
        [
          form,
          (r: number, df: number) => (Math.abs(r) >= 1 ? 0 : tTwoSided((r * Math.sqrt(df)) / Math.sqrt(1 - r * r), df)),
        ] as const,
    ),
];

/** p from the printed statistic and its degrees of freedom. Nuijten et al. 2016 (statcheck). */
export function testStatistics({ sentences }: PaperClaims): readonly Draft[] {
  return sentences.flatMap((sentence) =>
    FORMS.flatMap(([form, tail]) =>
      [...sentence.text.matchAll(form)].flatMap((found): readonly Draft[] => {
        const { df1 = "1", df2 = "1", sign = "=", value = "", p = "" } = found.groups ?? {};
        const statistic = printed(value);
        const said = printed(p);
        if (statistic === undefined || said === undefined || Number(df1) <= 0) return [];
        const ends = [-1, 1].map((way) => tail(statistic.value + way * halfStep(statistic), Number(df1), Number(df2)));
        const [least = 0, most = 1] = ends.sort((a, b) => a - b);
        if (agrees(sign, said, least, most) || agrees(sign, said, least / 2, most / 2)) return [];
        // Some write r(n) with the number of pairs, of which two are no degrees of freedom.
        const pairs = Number(df1) - 2;
        const [near = 0, away = 1] = [-1, 1]
          .map((way) => tail(statistic.value + way * halfStep(statistic), pairs, 1))
          .sort((a, b) => a - b);
        if (/^r\b/i.test(found[0]) && pairs > 0 && agrees(sign, said, near, away)) return [];
        const alone = tail(statistic.value, Number(df1), Number(df2));
        const exact = alone < 0.01 ? pText(alone) : String(Number(alone.toFixed(Math.max(2, said.decimals))));
        return [
          {
            class: "inconsistent",
            kind: "test-statistic",
            says: `${found[0]}: the statistic gives p = ${exact}.`,
            at: [{ sentence, start: found.index, end: found.index + found[0].length }],
            recomputed: `p = ${exact}`,
            consistentValues: [`p = ${exact}`],
            cause: Number(p) > 0.05 !== Number(exact) > 0.05 ? "The verdict at 0.05 turns." : "",
          },
        ];
      }),
    ),
  );
}

function agrees(sign: string, p: PrintedNumber, least: number, most: number): boolean {
  if (sign === "<") return least <= p.value;
  if (sign === ">") return most >= p.value;
  // Some cut p off instead of rounding it.
  return p.value + 2 * halfStep(p) >= least && p.value - halfStep(p) <= most;
}

/** p values that are no probabilities. A letter P may also name a group, or head a column of it. */
export function improbable({ pValues }: PaperClaims): readonly Draft[] {
  const columns = Map.groupBy(
    pValues.filter(({ sentence }) => sentence.passage.kind === "row"),
    ({ sentence, column }) => `${sentence.passage.table?.label}|${sentence.passage.table?.caption}|${column}`,
  );
  const strays = new Set([...columns.values()].flatMap((column) => (isOfProbabilities(column) ? [] : column)));
  return pValues
    .filter((pValue) => isNoProbability(pValue) && !strays.has(pValue))
    .filter(
      ({ sentence, end }) =>
        !/^\s?(?:times\b|-?fold\b|days?\b|weeks?\b|months?\b|years?\b|\p{Lu}\p{Ll})/u.test(sentence.text.slice(end)),
    )
    .map((at) => ({
      class: "impossible" as const,
      kind: "p-value" as const,
      says: `p ${at.sign} ${shownNumber(at.p)} is no probability.`,
      at: [at],
      recomputed: "between 0 and 1",
      consistentValues: [
        `p ${at.sign} ${shownNumber({ value: Math.abs(at.p.value) / 10, decimals: at.p.decimals + 1 })}`,
      ],
      cause: "Is the decimal point misplaced?",
    }));
}

const isNoProbability = ({ p, sign }: PValue): boolean => p.value < 0 || (p.value > 1 && p.value < 20 && sign !== "<");

/** One slip among at least three probabilities; of fewer nobody can tell what the column holds. */
const isOfProbabilities = (column: readonly PValue[]): boolean =>
  column.length >= 4 && column.filter(isNoProbability).length === 1;
