/** Holm and Bonferroni keep the family-wise error, Benjamini-Hochberg the false discovery rate. */
export type Adjustment = "holm" | "bonferroni" | "benjamini-hochberg";

/** Adjusted p values in the order given. R: p.adjust(p, "holm" | "bonferroni" | "BH") */
export function adjustPValues(ps: readonly number[], adjustment: Adjustment): readonly number[] {
  if (ps.some((p) => !(p >= 0 && p <= 1))) throw new RangeError("p values lie between 0 and 1");
  const count = ps.length;
  if (adjustment === "bonferroni") return ps.map((p) => Math.min(1, count * p));
  const order = ps.map((_, i) => i).sort((i, j) => (ps[i] ?? 0) - (ps[j] ?? 0));
  const adjusted = new Array<number>(count).fill(0);
  if (adjustment === "holm") {
    let highest = 0;
    for (const [place, i] of order.entries()) {
      highest = Math.max(highest, (count - place) * (ps[i] ?? 0));
      adjusted[i] = Math.min(1, highest);
    }
    return adjusted;
  }
  let lowest = 1;
  for (let place = count - 1; place >= 0; place--) {
    const i = order[place] ?? 0;
    lowest = Math.min(lowest, (count / (place + 1)) * (ps[i] ?? 0));
    adjusted[i] = lowest;
  }
  return adjusted;
}
