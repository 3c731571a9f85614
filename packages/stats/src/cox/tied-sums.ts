import type { RiskSet } from "./risk-sets.ts";

/**
 * What the events of one time add, as sums over them of w / den, where den = S0 - c D0 is what an event is compared with and w
 * their mean weight. Breslow: c = 0 for each. Efron (JASA 1977;72:557-65): c = 0, 1/d, ..., (d - 1)/d.
 */
export interface TiedSums {
  /** Sum of w log den. */
  logDen: number;
  /** Sums of w / den and w c / den. */
  a: number;
  b: number;
  /** Sums of w / den^2, w c / den^2 and w c^2 / den^2. */
  e: number;
  f: number;
  g: number;
}

export const emptyTiedSums = (): TiedSums => ({ logDen: 0, a: 0, b: 0, e: 0, f: 0, g: 0 });

export function tiedSums({ s0, d0, deaths, deathWeight }: RiskSet, ties: "efron" | "breslow", sums: TiedSums): void {
  if (ties === "breslow" || deaths === 1) {
    sums.logDen = deathWeight * Math.log(s0);
    sums.a = deathWeight / s0;
    sums.e = sums.a / s0;
    sums.b = 0;
    sums.f = 0;
    sums.g = 0;
    return;
  }
  const w = deathWeight / deaths;
  let logDen = 0;
  let [a, b, e, f, g] = [0, 0, 0, 0, 0];
  for (let l = 0; l < deaths; l++) {
    const c = l / deaths;
    const den = s0 - c * d0;
    const inverse = 1 / den;
    logDen += Math.log(den);
    a += inverse;
    b += c * inverse;
    e += inverse * inverse;
    f += c * inverse * inverse;
    g += c * c * inverse * inverse;
  }
  sums.logDen = w * logDen;
  sums.a = w * a;
  sums.b = w * b;
  sums.e = w * e;
  sums.f = w * f;
  sums.g = w * g;
}

/** Entry (j, k), k <= j, of the covariance of the covariates over those at risk, summed over the events of the time. */
export function spreadAt({ s1, s2, d1, d2 }: RiskSet, { a, b, e, f, g }: TiedSums, j: number, k: number): number {
  const at = j * s1.length + k;
  const sj = s1[j] as number;
  const sk = s1[k] as number;
  const dj = d1[j] as number;
  const dk = d1[k] as number;
  const second = a * (s2[at] as number) - b * (d2[at] as number);
  return second - (e * sj * sk - f * (sj * dk + dj * sk) + g * dj * dk);
}
