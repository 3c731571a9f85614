import { isCited } from "../claims/cited.ts";
import type { PValue, Share } from "../claims/claim.ts";
import { labelWords } from "../claims/label-words.ts";
import type { PaperClaims } from "../claims/paper-claims.ts";
import { type PrintedNumber, shownNumber } from "../claims/printed-number.ts";
import type { Draft } from "../findings/finding.ts";
import { cohortSize } from "./inherited-denominator.ts";
import { countsThatPrint, rulesThatPrint } from "./rounding.ts";
import { sexCounts } from "./sex-counts.ts";
import { compared, threeTests } from "./two-by-two-tests.ts";

interface Split {
  readonly k1: number;
  readonly n1: number;
  readonly k2: number;
  readonly n2: number;
  /** Distance of the two percentages from the printed ones, in percentage points. */
  readonly off: number;
}

const COMPLEMENTS: readonly RegExp[] = [
  /girls|female|women|Mädchen|weiblich|Frauen/i,
  /boys|(?<!fe)male|(?<!wo)\bmen\b|Jungen|männlich|Männer/i,
];
const OF_SEX =
  /^\s*(?:of|der|in|bei|among)\s+(?:the\s|all\s|den\s)?(?:girls|female|women|boys|male|men|Mädchen|Jungen|weiblich|männlich|Frauen|Männer)/i;

/**
 * Two percentages of the halves of a whole, and the total that the paper prints for them: is there any split in whole
 * numbers that prints both, rounded by one rule?
 */
export function jointFeasibility(paper: PaperClaims): readonly Draft[] {
  const cohort = cohortSize(paper);
  return paper.sentences.flatMap((sentence): readonly Draft[] => {
    if (isCited(sentence) || sentence.passage.kind === "row") return [];
    const here = paper.shares.filter((share) => share.sentence === sentence);
    const [a, b, ...more] = here.filter(({ n, N }) => n === undefined && N === undefined);
    if (a?.percent === undefined || b?.percent === undefined || more.length > 0) return [];
    if ([a, b].some(({ vague, estimated }) => vague || estimated)) return [];
    const found = halves(paper, a, b);
    if (found === undefined) return [];
    const counted = here.filter(({ n }) => n !== undefined);
    const total = counted.length > 0 ? counted[0] : totalBefore(paper, a);
    const whole = total?.N ?? cohort;
    if (counted.length > 1 || total?.n === undefined || whole === undefined || total.n > whole || whole > 2_000)
      return [];
    const first = found.first !== undefined && found.first < whole ? found.first : undefined;
    const nearest = nearestSplits(total.n, whole, a.percent, b.percent, first);
    if (nearest[0]?.off === 0 || (nearest.length === 0 && first === undefined)) return [];
    return infeasible(paper, a as Half, b as Half, { ...total, n: total.n }, whole, nearest);
  });
}

type Half = Share & { readonly percent: PrintedNumber };

function infeasible(
  { pValues }: PaperClaims,
  a: Half,
  b: Half,
  total: Share & { readonly n: number },
  whole: number,
  nearest: readonly Split[],
): readonly Draft[] {
  const shown = nearest
    .slice(0, 3)
    .map(
      ({ k1, n1, k2, n2 }) =>
        `${k1}/${n1} (${percentOf(k1, n1, a.percent)} %) and ${k2}/${n2} (${percentOf(k2, n2, b.percent)} %)`,
    );
  const says = `No split of ${total.n} of ${whole} in two groups prints ${shownNumber(a.percent)} % and ${shownNumber(b.percent)} %.`;
  const found: Draft = {
    class: "inconsistent",
    kind: "joint-feasibility",
    says,
    at: [a, b, total],
    recomputed: shown[0] ?? "",
    consistentValues: shown,
    cause: "Are the groups of another cohort, or was one percentage cut off?",
  };
  const p: PValue | undefined = pValues.find(({ sentence }) => sentence === a.sentence);
  const [best] = nearest;
  const tests =
    best === undefined ? undefined : threeTests({ a: best.k1, b: best.n1 - best.k1, c: best.k2, d: best.n2 - best.k2 });
  return p === undefined || tests === undefined
    ? [found]
    : [
        found,
        ...compared(p, tests, [a, b], false).map((one) => ({
          ...one,
          says: `${one.says} (counts of the nearest split)`,
        })),
      ];
}

const percentOf = (k: number, n: number, { decimals }: PrintedNumber): string => ((100 * k) / n).toFixed(decimals);

/**
 * Two percentages of the halves of one whole: two spans of years that meet, or the two sexes; of these the size of the
 * first half is known where the paper counts them.
 */
function halves(paper: PaperClaims, a: Share, b: Share): { readonly first?: number } | undefined {
  const { sentence } = a;
  const { text } = sentence;
  const [early, late] = paper.periods.filter((period) => period.sentence === sentence);
  if (early !== undefined && late !== undefined) {
    const meet = late.from === early.to + 1 && early.start < b.start && late.start < b.end + 40;
    return meet ? {} : undefined;
  }
  if (!OF_SEX.test(text.slice(a.end, a.end + 24)) || !OF_SEX.test(text.slice(b.end, b.end + 24))) return undefined;
  // "of boys with uveitis" is a part of the boys.
  if ([a, b].some(({ end }) => /\b(?:with|without|who|whose|mit|ohne|die)\b/i.test(text.slice(end, end + 40))))
    return undefined;
  const [x, y] = [a, b].map(({ end }) => COMPLEMENTS.findIndex((one) => one.test(text.slice(end, end + 24))));
  if (x === y || x === undefined || x < 0) return undefined;
  const counts = sexCounts(paper);
  const [known] = counts;
  if (known === undefined || counts.some(({ female, male }) => female !== known.female || male !== known.male))
    return {};
  return { first: x === 0 ? known.female : known.male };
}

/** The nearest share before, in the same paragraph, that counts the same thing. */
function totalBefore({ shares }: PaperClaims, half: Share): Share | undefined {
  const words = labelWords(half.sentence.text);
  return shares
    .filter(
      ({ sentence, n }) =>
        n !== undefined &&
        sentence.passage === half.sentence.passage &&
        sentence.index < half.sentence.index &&
        half.sentence.index - sentence.index <= 3,
    )
    .filter(({ sentence }) => [...labelWords(sentence.text)].some((word) => words.has(word)))
    .at(-1);
}

/** Splits of K of N in two groups, the first of `first` where that is known, those first that come nearest to the printed percentages; `off` 0 prints both. */
export function nearestSplits(
  K: number,
  N: number,
  p1: PrintedNumber,
  p2: PrintedNumber,
  first?: number,
): readonly Split[] {
  const found: Split[] = [];
  for (let n1 = first ?? 1; n1 < (first === undefined ? N : first + 1); n1 += 1) {
    const n2 = N - n1;
    const counts = new Set([...countsThatPrint(n1, p1), Math.round((p1.value * n1) / 100)]);
    for (const k1 of counts) {
      const k2 = K - k1;
      if (k1 > n1 || k2 < 0 || k2 > n2) continue;
      const later = rulesThatPrint(k2, n2, p2);
      const prints = rulesThatPrint(k1, n1, p1).some((rule) => later.includes(rule));
      const off = prints ? 0 : Math.abs((100 * k1) / n1 - p1.value) + Math.abs((100 * k2) / n2 - p2.value) + 1e-9;
      found.push({ k1, n1, k2, n2, off });
    }
  }
  return found.sort((a, b) => a.off - b.off).slice(0, 5);
}
