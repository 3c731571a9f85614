import type { FollowUpPlan } from "@osteon/codebook";

/** A time point as it is typed: days are texts until they are whole numbers. */
export interface TypedPoint {
  /** Stays while its name is typed. */
  readonly line: number;
  readonly name: string;
  readonly en: string;
  readonly de: string;
  readonly firstDay: string;
  readonly targetDay: string;
  readonly lastDay: string;
}

export const typedPlan = (plan: FollowUpPlan): readonly TypedPoint[] =>
  plan.map(({ name, label, firstDay, targetDay, lastDay }, line) => ({
    line,
    name,
    en: label.en,
    de: label.de,
    firstDay: String(firstDay),
    targetDay: String(targetDay),
    lastDay: String(lastDay),
  }));

/** A line after the last window, as wide as that. */
export function nextPoint(points: readonly TypedPoint[]): TypedPoint {
  const last = points.at(-1);
  const line = Math.max(0, ...points.map((point) => point.line)) + 1;
  const ended = last === undefined ? -1 : dayOf(last.lastDay);
  const width = last === undefined ? 30 : Math.max(1, dayOf(last.lastDay) - dayOf(last.firstDay));
  const days = Number.isFinite(ended + width)
    ? { firstDay: ended + 1, targetDay: ended + 1 + Math.round(width / 2), lastDay: ended + 1 + width }
    : { firstDay: "", targetDay: "", lastDay: "" };
  const { firstDay, targetDay, lastDay } = days;
  return { line, name: "", en: "", de: "", firstDay: `${firstDay}`, targetDay: `${targetDay}`, lastDay: `${lastDay}` };
}

/** The day that a text says; none of a plan where it is no whole number. */
const dayOf = (text: string): number =>
  /^\s*[-−]?\d{1,6}\s*$/.test(text) ? Number(text.replace("−", "-")) : Number.NaN;

/** The plan that is typed; a day that cannot be read is none, and the check of the plan says so. */
export const planTyped = (points: readonly TypedPoint[]): FollowUpPlan =>
  points.map(({ name, en, de, firstDay, targetDay, lastDay }) => ({
    name: name.trim(),
    label: { en: en.trim(), de: de.trim() },
    firstDay: dayOf(firstDay),
    targetDay: dayOf(targetDay),
    lastDay: dayOf(lastDay),
  }));

/** The points that can be drawn. */
export const drawable = (plan: FollowUpPlan): FollowUpPlan =>
  plan.filter(({ firstDay, targetDay, lastDay }) => [firstDay, targetDay, lastDay].every(Number.isFinite));
