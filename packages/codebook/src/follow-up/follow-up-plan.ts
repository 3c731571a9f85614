/** A visit that a registry expects of each child: days counted from the start of the present line of treatment, or else from the diagnosis. */
export interface FollowUpPoint {
  /** What files and calendars call it, as `month6`. */
  readonly name: string;
  /** The day that the visit should be close to. */
  readonly targetDay: number;
  /** The window, both ends included. */
  readonly firstDay: number;
  readonly lastDay: number;
  /** What people call it. */
  readonly label: { readonly en: string; readonly de: string };
}

/** When a registry expects visits: its time points in the order of their windows, which share no day. */
export type FollowUpPlan = readonly FollowUpPoint[];

/** The plan that a registry begins with; step 27 of its schema has laid it there, and a test holds the two together. */
export const FIRST_PLAN: FollowUpPlan = [
  { name: "week2", targetDay: 14, firstDay: 7, lastDay: 35, label: { en: "Week 2", de: "Woche 2" } },
  { name: "month3", targetDay: 91, firstDay: 36, lastDay: 136, label: { en: "Month 3", de: "Monat 3" } },
  { name: "month6", targetDay: 183, firstDay: 137, lastDay: 273, label: { en: "Month 6", de: "Monat 6" } },
  { name: "month12", targetDay: 365, firstDay: 274, lastDay: 547, label: { en: "Month 12", de: "Monat 12" } },
  { name: "month24", targetDay: 730, firstDay: 548, lastDay: 912, label: { en: "Month 24", de: "Monat 24" } },
];

/** Limits of a plan, those of the database too. */
export const PLAN_LIMITS = { points: 24, earliestDay: -365, latestDay: 36_525, label: 40 } as const;

/** A plan as it is kept: in the order of its windows. */
export const inPlanOrder = (points: FollowUpPlan): FollowUpPlan =>
  points.toSorted((one, other) => one.firstDay - other.firstDay);
