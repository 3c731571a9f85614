import { isCited } from "../claims/cited.ts";
import type { PValue, Share } from "../claims/claim.ts";
import { labelWords } from "../claims/label-words.ts";
import type { PaperClaims } from "../claims/paper-claims.ts";
import { type PrintedNumber, shownNumber } from "../claims/printed-number.ts";
import type { Draft } from "../findings/finding.ts";
import { cohortSize } from "./inherited-denominator.ts";
import { countsThatPrint, rulesThatPrint } from "./rounding.ts";
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

/**
 * Two percentages of the halves of a whole, and the total that the paper prints for them: is there any split in whole
 * numbers that prints both, rounded by one rule?
 */
export function jointFeasibility(paper: PaperClaims): readonly Draft[] {
  const cohort = cohortSize(paper);
  return paper.sentences.flatMap((sentence): readonly Draft[] => {
    if (isCited(sentence) || sentence.passage.kind === "row") return [];
    const here = paper.shares.filter((share) => share.sentence === sentence);
    const [a, b] = here;
    if (here.length !== 2 || a?.percent === undefined || b?.percent === undefined) return [];
    if ([a, b].some(({ n, N, vague, estimated }) => n !== undefined || N !== undefined || vague || estimated))
      return [];
    if (!halves(paper, a, b)) return [];
    const total = totalBefore(paper, a);
    const whole = total?.N ?? cohort;
    if (total?.n === undefined || whole === undefined || total.n > whole || whole > 2_000) return [];
    const nearest = nearestSplits(total.n, whole, a.percent, b.percent);
    if (nearest.length === 0 || nearest[0]?.off === 0) return [];
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

/** Whether two percentages are of the halves of one whole: two spans of years that meet, or the two sexes. */
function halves({ periods }: PaperClaims, a: Share, b: Share): boolean {
  const { sentence } = a;
  const [early, late] = periods.filter((period) => period.sentence === sentence);
  if (early !== undefined && late !== undefined)
    return late.from === early.to + 1 && early.start < b.start && late.start < b.end + 40;
  const before = [sentence.text.slice(Math.max(0, a.start - 40), a.end + 24), sentence.text.slice(a.end, b.end + 24)];
  const [x, y] = before.map((text) => COMPLEMENTS.findIndex((one) => one.test(text)));
  return (
    x !== undefined &&
    y !== undefined &&
    x >= 0 &&
    y >= 0 &&
    /(?:of|der|in|bei|among)\s+(?:the\s|den\s)?(?:girls|female|women|boys|male|men|Mädchen|Jungen|weiblich|männlich|Frauen|Männern?)/i.test(
      sentence.text,
    ) &&
    COMPLEMENTS.every((one) => one.test(sentence.text))
  );
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

/** Splits of K of N in two groups, those first that come nearest to the printed percentages; `off` 0 prints both. */
export function nearestSplits(K: number, N: number, p1: PrintedNumber, p2: PrintedNumber): readonly Split[] {
  const found: Split[] = [];
  for (let n1 = 1; n1 < N; n1 += 1) {
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
