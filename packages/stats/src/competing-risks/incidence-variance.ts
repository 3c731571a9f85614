/** One cause in one group, time by time. */
export interface IncidenceSteps {
  readonly time: Float64Array;
  readonly atRisk: Float64Array;
  /** Events of any cause, and of this one. */
  readonly any: Float64Array;
  readonly own: Float64Array;
  /** Free of every event just before the time. */
  readonly before: Float64Array;
  readonly incidence: Float64Array;
}

/**
 * Variance of an incidence F(t) as the sum over earlier times of two independent parts, d (n - d) / (n^2 (n - 1)) for each kind of
 * event: an event of the cause moves F(t) by S(t-) - (F(t) - F) S(t-) / S(t), another by - (F(t) - F) S(t-) / S(t) (Aalen 1978;
 * without ties the form in Marubini and Valsecchi 1995). Kept as a polynomial in F(t), so that one pass is enough.
 */
export function aalenVariance({ atRisk, any, own, before, incidence }: IncidenceSteps): Float64Array {
  let [squares, products, leads] = [0, 0, 0];
  const variance = new Float64Array(atRisk.length);
  const add = (weight: number, constant: number, lead: number) => {
    squares += weight * constant * constant;
    products += weight * constant * lead;
    leads += weight * lead * lead;
  };
  for (let i = 0; i < atRisk.length; i++) {
    const n = atRisk[i] as number;
    const d = own[i] as number;
    const others = (any[i] as number) - d;
    const left = n - (any[i] as number);
    const ratio = left > 0 ? n / left : 0;
    const here = incidence[i] as number;
    // The last one alone has no finite correction, as in cmprsk.
    const weight = (events: number) => (n > 1 ? (events * (n - events)) / (n * n * (n - 1)) : 1);
    if (d > 0) add(weight(d), (before[i] as number) + here * ratio, ratio);
    if (others > 0) add(weight(others), here * ratio, ratio);
    const now = incidence[i] as number;
    variance[i] = squares - 2 * now * products + now * now * leads;
  }
  return variance;
}

/**
 * The infinitesimal jackknife: sum over subjects of the squared derivative of F(t) by their weight. All who are still at risk share
 * one derivative; one who has left keeps a constant and a slope in F(t).
 */
export function jackknifeVariance({ atRisk, any, own, before, incidence }: IncidenceSteps): Float64Array {
  const variance = new Float64Array(atRisk.length);
  let [squares, products, slopes] = [0, 0, 0];
  let hazard = 0;
  let shared = 0;
  const leave = (subjects: number, constant: number, slope: number) => {
    squares += subjects * constant * constant;
    products += subjects * constant * slope;
    slopes += subjects * slope * slope;
  };
  for (let i = 0; i < atRisk.length; i++) {
    const n = atRisk[i] as number;
    const d = own[i] as number;
    const all = any[i] as number;
    const s = before[i] as number;
    const now = incidence[i] as number;
    shared += (s * hazard * d) / n - (s * d) / (n * n);
    const earlier = hazard;
    if (n > all) hazard += all / (n * (n - all));
    const next = atRisk[i + 1] ?? 0;
    const censored = n - all - next;
    // After S has come down to 0 nothing moves F any more, and slopes do not matter.
    const slope = n > all ? earlier - 1 / n : 0;
    leave(d, shared + s / n - slope * now, slope);
    leave(all - d, shared - slope * now, slope);
    leave(censored, shared - hazard * now, hazard);
    variance[i] = squares + 2 * now * products + now * now * slopes + next * shared * shared;
  }
  return variance;
}
