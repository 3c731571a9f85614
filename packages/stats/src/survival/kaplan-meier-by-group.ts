import type { ConfidenceType } from "./confidence.ts";
import type { FollowUp } from "./event-table.ts";
import { type KaplanMeier, kaplanMeier } from "./kaplan-meier.ts";

/** Follow-up in one of k groups. */
export interface GroupedFollowUp extends FollowUp {
  readonly group: string;
}

/**
 * One curve for each group, in the order asked for (R's own order depends on the locale). A group without rows gets a curve
 * of n = 0; a row of a group that was not asked for throws. R: survfit(Surv(time, event) ~ factor(group, levels = order))
 */
export function kaplanMeierByGroup(
  rows: readonly GroupedFollowUp[],
  order: readonly string[],
  confidenceType: ConfidenceType,
  level: number,
): readonly { readonly group: string; readonly curve: KaplanMeier }[] {
  const byGroup = rowsByGroup(rows);
  for (const group of byGroup.keys())
    if (!order.includes(group)) throw new RangeError(`rows of group ${group}, which is not among ${order.join(", ")}`);
  return order.map((group) => ({ group, curve: kaplanMeier(byGroup.get(group) ?? [], confidenceType, level) }));
}

/** Rows that count for something, by group. */
export function rowsByGroup(rows: readonly GroupedFollowUp[]): ReadonlyMap<string, readonly GroupedFollowUp[]> {
  const byGroup = new Map<string, GroupedFollowUp[]>();
  for (const row of rows) {
    if (row.n === 0) continue;
    const own = byGroup.get(row.group);
    if (own === undefined) byGroup.set(row.group, [row]);
    else own.push(row);
  }
  return byGroup;
}
