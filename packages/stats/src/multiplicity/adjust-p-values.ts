/**
 * Bonferroni, Holm (1979), Hochberg (1988) and Hommel (1988) keep the family-wise error, Benjamini-Hochberg (1995) and
 * Benjamini-Yekutieli (2001) the false discovery rate.
 */
export type Adjustment =
  | "none"
  | "bonferroni"
  | "holm"
  | "hochberg"
  | "hommel"
  | "benjamini-hochberg"
  | "benjamini-yekutieli";

/** Adjusted p values in the order given. R: p.adjust(p, "bonferroni" | "holm" | "hochberg" | "hommel" | "BH" | "BY" | "none") */
export function adjustPValues(ps: readonly number[], adjustment: Adjustment): readonly number[] {
  if (ps.some((p) => !(p >= 0 && p <= 1))) throw new RangeError("p values lie between 0 and 1");
  const order = ps.map((_, i) => i).sort((i, j) => (ps[i] ?? 0) - (ps[j] ?? 0));
  const sorted = order.map((i) => ps[i] ?? 0);
  const adjusted = new Array<number>(ps.length).fill(0);
  for (const [place, value] of RULES[adjustment](sorted).entries()) adjusted[order[place] ?? 0] = Math.min(1, value);
  return adjusted;
}

type Rule = (sorted: readonly number[]) => readonly number[];

/** Each of the ascending p times a factor, then never below the ones before it. */
const stepDown = (sorted: readonly number[], factor: (place: number) => number): readonly number[] => {
  let highest = 0;
  return sorted.map((p, place) => {
    highest = Math.max(highest, factor(place) * p);
    return highest;
  });
};

/** The same from the largest down, never above the ones after it. */
const stepUp = (sorted: readonly number[], factor: (place: number) => number): readonly number[] => {
  let lowest = 1;
  return sorted
    .map((p, place) => factor(place) * p)
    .toReversed()
    .map((value) => {
      lowest = Math.min(lowest, value);
      return lowest;
    })
    .toReversed();
};

const RULES: Readonly<Record<Adjustment, Rule>> = {
  none: (sorted) => sorted,
  bonferroni: (sorted) => sorted.map((p) => sorted.length * p),
  holm: (sorted) => stepDown(sorted, (place) => sorted.length - place),
  hochberg: (sorted) => stepUp(sorted, (place) => sorted.length - place),
  hommel,
  "benjamini-hochberg": (sorted) => stepUp(sorted, (place) => sorted.length / (place + 1)),
  "benjamini-yekutieli": (sorted) => {
    const harmonic = sorted.reduce((sum, _, place) => sum + 1 / (place + 1), 0);
    return stepUp(sorted, (place) => (harmonic * sorted.length) / (place + 1));
  },
};

/**
 * The smallest level at which Simes' test of every family that holds the hypothesis rejects (Wright, Biometrics 1992;48:1005-13,
 * appendix).
 */
function hommel(sorted: readonly number[]): readonly number[] {
  const n = sorted.length;
  const at = (i: number) => sorted[i] ?? 0;
  const whole = sorted.reduce((least, p, i) => Math.min(least, (n * p) / (i + 1)), 1);
  const adjusted = sorted.map(() => whole);
  for (let m = n - 1; m >= 2; m--) {
    const first = n - m + 1;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 2; i <= m; i++) least = Math.min(least, (m * at(first + i - 2)) / i);
    for (let i = 0; i < n; i++) {
      const bound = i < first ? Math.min(m * at(i), least) : (adjusted[first - 1] ?? 0);
      adjusted[i] = Math.max(adjusted[i] ?? 0, i < first ? bound : Math.max(bound, Math.min(least, m * at(i))));
    }
  }
  return adjusted.map((value, i) => Math.max(value, at(i)));
}
