import { chiSquare, type Estimate, fisherExact, type TwoByTwo } from "@osteon/stats";
import { isCited } from "../claims/cited.ts";
import type { PValue, Share } from "../claims/claim.ts";
import type { PaperClaims } from "../claims/paper-claims.ts";
import { halfStep, shownNumber } from "../claims/printed-number.ts";
import type { Draft } from "../findings/finding.ts";
import { fits } from "./share-attainability.ts";

const OTHER_TEST =
  /adjusted|\ba(?:OR|HR|RR)\b|prevalence ratio|estimating equation|cluster|mixed|logistic|regression|log-?rank|Cox|trend|McNemar|paired|Cochran|multivari|interaction|hazard|one-sided|one-tailed|bonferroni|adjustiert|gepaart|multivariat|einseitig/i;
const NAMED = /chi-?(?:squared?|quadrat)|χ|Fisher|exact test|exakte[rn]? Test/i;

/** p values of a 2x2 table by the three tests that papers print. */
export interface ThreeTests {
  readonly uncorrected: number;
  readonly corrected: number;
  readonly fisher: number;
}

export function threeTests(table: TwoByTwo): ThreeTests | undefined {
  const value = (estimate: Estimate) => (estimate.estimable ? estimate.value : undefined);
  const uncorrected = value(chiSquare(table, false).p);
  const corrected = value(chiSquare(table, true).p);
  const fisher = value(fisherExact(table));
  return uncorrected === undefined || corrected === undefined || fisher === undefined
    ? undefined
    : { uncorrected, corrected, fisher };
}

type Counted = Share & { readonly n: number; readonly N: number };

/** p values printed beside two shares, recomputed by chi-square with and without correction and by Fisher's test. */
export function twoByTwoTests({ shares, pValues, sentences }: PaperClaims): readonly Draft[] {
  const named = sentences.some(({ text, passage }) => passage.part === "methods" && NAMED.test(text));
  const all = shares.filter((share): share is Counted => share.n !== undefined && share.N !== undefined);
  const byPlace = Map.groupBy(all, ({ sentence }) => sentence);
  return pValues.flatMap((pValue) => {
    const { sentence } = pValue;
    const here = withoutTotal(byPlace.get(sentence) ?? []);
    const [a, b] = here;
    const alone = pValues.filter((other) => other.sentence === sentence).length === 1;
    if (here.length !== 2 || a === undefined || b === undefined || !alone) return [];
    if (OTHER_TEST.test(sentence.text) || isCited(sentence) || a.n > a.N || b.n > b.N || a.N + b.N > 100_000) return [];
    const kept = [a, b].every(({ n, N, percent }) => percent === undefined || fits(n, N, percent));
    const tests = kept ? threeTests({ a: a.n, b: a.N - a.n, c: b.n, d: b.N - b.n }) : undefined;
    return tests === undefined ? [] : compared(pValue, tests, [a, b], named || NAMED.test(sentence.text));
  });
}

/** In a table with a column for all patients, that column is no group. */
function withoutTotal(shares: readonly Counted[]): readonly Counted[] {
  if (shares.length !== 3) return shares;
  const total = shares.find((one) => {
    const rest = shares.filter((other) => other !== one);
    return one.N === rest.reduce((sum, { N }) => sum + N, 0);
  });
  return total === undefined ? shares : shares.filter((one) => one !== total);
}

/** The printed p against the three; silent where one of them, or a value between them, prints so. */
export function compared(
  pValue: PValue,
  tests: ThreeTests,
  at: readonly Share[],
  testNamed: boolean,
): readonly Draft[] {
  const { sign, p } = pValue;
  const values = [tests.uncorrected, tests.corrected, tests.fisher];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (holds(sign, p.value, halfStep(p), least, most)) return [];
  const flips =
    (least > 0.05 && p.value < 0.05 && sign !== ">") ||
    (most < 0.05 && (p.value > 0.05 || sign === ">") && sign !== "<");
  const far = Math.max(least / Math.max(p.value, 1e-12), p.value / Math.max(most, 1e-12));
  if (!flips && far < 2) return [];
  const shown = `chi-square ${pText(tests.uncorrected)}, with correction ${pText(tests.corrected)}, Fisher ${pText(tests.fisher)}`;
  return [
    {
      class: flips && testNamed && far > 1.5 ? "inconsistent" : "query",
      kind: "p-value",
      says: `p ${sign} ${shownNumber(p)} is printed; from the counts ${shown}.`,
      at: [pValue, ...at],
      recomputed: shown,
      consistentValues: [...new Set(values.map((value) => `p ${value < 0.001 ? "< 0.001" : `= ${pText(value)}`}`))],
      cause: values.some((value) => Math.abs(value / 2 / p.value - 1) < 0.1)
        ? "Is it one-sided, or of another test?"
        : "Is it of another test, or of other counts?",
    },
  ];
}

function holds(sign: PValue["sign"], p: number, half: number, least: number, most: number): boolean {
  if (sign === "<" || sign === "≤") return least <= p + half;
  if (sign === ">" || sign === "≥") return most >= p - half;
  return p + half >= least * 0.85 && p - half <= most * 1.15;
}

/** p with two digits that count. */
export const pText = (p: number): string => (p < 0.0001 ? "< 0.0001" : String(Number(p.toPrecision(2))));
