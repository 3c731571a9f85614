import type { FollowUpPlan, FollowUpPoint, WindowState } from "@osteon/codebook";

/** What is read of a child; days are ISO dates. */
export interface FollowedChild {
  readonly diagnosedOn: string | null;
  /** When each treatment was begun, by class; one without day or class has no entry. */
  readonly starts: readonly { readonly drugClass: string; readonly startedOn: string }[];
  readonly visits: readonly SeenVisit[];
  /** The last contact with a child who died, was lost or opted out. */
  readonly endedOn: string | null;
}

export interface SeenVisit {
  readonly visit: string;
  readonly visitedOn: string;
  readonly status: "draft" | "complete";
}

/** So many days after its last day a window without a visit still counts as late; after that the visit is given up. */
export const LATE_DAYS = 180;

/** A time point's window in the calendar of one child. */
export interface VisitWindow {
  readonly timePoint: string;
  readonly label: FollowUpPoint["label"];
  readonly opensOn: string;
  readonly targetOn: string;
  readonly closesOn: string;
  readonly state: WindowState;
  /** The complete visit closest to the target, or else the draft closest to it; the earlier of two that are as close. */
  readonly visit?: SeenVisit;
}

/**
 * The visits expected of a child, and how each stands on a day of reference.
 *
 * Windows are counted from the start of the current episode of treatment: of the lines begun until that day (a line is a
 * class of drugs, begun on the day of its first drug) the one begun last; from the diagnosis where none was. What lies after
 * the day of reference is not looked at, so that a past day shows what was due then. Once follow-up has ended (the
 * child died, was lost or opted out), windows that open after the last contact are not expected. Without a zero there are none.
 */
export function dueVisits(child: FollowedChild, plan: FollowUpPlan, asOf: string): readonly VisitWindow[] {
  const zero = zeroDay(child, asOf);
  if (zero === undefined) return [];
  const today = dayOf(asOf);
  const ended = child.endedOn === null ? Number.POSITIVE_INFINITY : dayOf(child.endedOn);
  return plan
    .filter(({ firstDay }) => zero + firstDay <= ended)
    .map(({ name, label, targetDay, firstDay, lastDay }) => {
      const [opens, target, closes] = [zero + firstDay, zero + targetDay, zero + lastDay];
      const within = child.visits
        .map((visit) => ({ visit, day: dayOf(visit.visitedOn) }))
        .filter(({ day }) => day >= opens && day <= closes && day <= today);
      const complete = within.filter(({ visit }) => visit.status === "complete");
      const visit = closest(complete.length > 0 ? complete : within, target);
      const state = stateOf(visit, opens, closes, today);
      const [opensOn, targetOn, closesOn] = [isoOf(opens), isoOf(target), isoOf(closes)];
      return { timePoint: name, label, opensOn, targetOn, closesOn, state, ...(visit === undefined ? {} : { visit }) };
    });
}

/** Day 0: the first day of the line begun last, or the diagnosis. */
function zeroDay({ starts, diagnosedOn }: FollowedChild, asOf: string): number | undefined {
  const lines = new Map<string, string>();
  for (const { drugClass, startedOn } of starts) {
    const known = lines.get(drugClass);
    if (startedOn <= asOf && (known === undefined || startedOn < known)) lines.set(drugClass, startedOn);
  }
  const zero = [...lines.values()].sort().at(-1) ?? diagnosedOn;
  return zero === null || zero > asOf ? undefined : dayOf(zero);
}

function stateOf(visit: SeenVisit | undefined, opens: number, closes: number, today: number): WindowState {
  if (visit !== undefined) return visit.status === "complete" ? "done" : "part";
  if (today < opens) return "upcoming";
  if (today <= closes) return "due";
  return today - closes <= LATE_DAYS ? "late" : "missed";
}

interface SeenOn {
  readonly visit: SeenVisit;
  readonly day: number;
}

function closest(visits: readonly SeenOn[], target: number): SeenVisit | undefined {
  return [...visits].sort(
    (a, b) =>
      Math.abs(a.day - target) - Math.abs(b.day - target) || a.day - b.day || (a.visit.visit < b.visit.visit ? -1 : 1),
  )[0]?.visit;
}

const DAY = 86_400_000;

/** Days since 1970 of an ISO date. */
export const dayOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / DAY;

/** The ISO date of a day since 1970. */
export const isoOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
