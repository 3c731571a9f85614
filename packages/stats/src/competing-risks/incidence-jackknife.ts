/** A row of follow-up: at risk in (start, time], by the code of its subject. */
export interface IncidenceRow {
  readonly start: number;
  readonly time: number;
  /** 0 censored, otherwise the cause. */
  readonly cause: number;
  readonly subject: number;
}

/** Times at which somebody ends: at risk just before, events of any cause and of the one looked at. */
export interface IncidenceAxis {
  readonly time: Float64Array;
  readonly atRisk: Float64Array;
  readonly any: Float64Array;
  readonly own: Float64Array;
}

/**
 * Infinitesimal jackknife variance of an incidence, with delayed entry and several rows a subject: the derivative of F(t) by the
 * weight of each subject, squared and summed. With `until` also of the area under F up to it, the mean time lost to the cause.
 * R: survfit(Surv(start, time, factor(cause)) ~ 1, id = id)$std.err, summary(fit, rmean = until)$table
 */
export function subjectJackknife(rows: readonly IncidenceRow[], axis: IncidenceAxis, cause: number, until?: number) {
  const { time, atRisk, any, own } = axis;
  const subjects = 1 + rows.reduce((most, { subject }) => Math.max(most, subject), -1);
  const survival = new Float64Array(subjects);
  const incidence = new Float64Array(subjects);
  const area = new Float64Array(subjects);
  const variance = new Float64Array(time.length);
  let s = 1;
  let before = 0;
  const pass = (from: number, to: number) => {
    const width = until === undefined ? 0 : Math.max(0, Math.min(to, until) - Math.min(from, until));
    if (width > 0) for (let c = 0; c < subjects; c++) area[c] = (area[c] as number) + width * (incidence[c] as number);
  };
  for (let i = 0; i < time.length; i++) {
    const now = time[i] as number;
    const [r, all, d] = [atRisk[i] as number, any[i] as number, own[i] as number];
    pass(before, now);
    before = now;
    if (all > 0) {
      for (let c = 0; c < subjects; c++) {
        incidence[c] = (incidence[c] as number) + ((survival[c] as number) * d) / r;
        survival[c] = (survival[c] as number) * (1 - all / r);
      }
      for (const { start, time: end, cause: happened, subject } of rows) {
        if (!(start < now && end >= now)) continue;
        const here = end === now && happened > 0;
        const mine = here && happened === cause;
        incidence[subject] = (incidence[subject] as number) + s * ((mine ? 1 : 0) / r - d / (r * r));
        survival[subject] = (survival[subject] as number) + s * (all / (r * r) - (here ? 1 : 0) / r);
      }
      s *= all >= r ? 0 : 1 - all / r;
    }
    variance[i] = incidence.reduce((sum, value) => sum + value * value, 0);
  }
  if (until !== undefined) pass(before, until);
  return { variance, areaVariance: area.reduce((sum, value) => sum + value * value, 0) };
}
