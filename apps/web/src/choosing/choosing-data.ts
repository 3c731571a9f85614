import type { ChildrenCounted, Choices, ChosenCondition, ChosenField } from "@osteon/choosing";
import type { FollowUpPlan, Problem } from "@osteon/codebook";
import type { Pair } from "@osteon/words";

export type Condition = ChosenCondition;
export type Groups = Choices["groups"];
export type DrugGroups = Extract<Groups, { readonly members: unknown }>;

/** What is chosen so far; time points by their names, which the plan of the registry holds. */
export type Draft = Omit<Choices, "id" | "version" | "timePoints"> & { readonly timePoints: readonly string[] };

interface Named {
  readonly label: Pair;
}

/** What may be chosen, as the server offers it. */
export interface Offered {
  readonly fields: readonly ChosenField[];
  readonly classes: readonly (Named & { readonly code: string })[];
  readonly drugs: readonly (Named & { readonly code: string })[];
  readonly plans: readonly (Named & DrugGroups["groups"][number])[];
  readonly outcomes: readonly (Named & { readonly id: string; readonly says: string })[];
  readonly events: readonly (Named & { readonly code: Choices["events"][number] })[];
  readonly timePoints: FollowUpPlan;
}

/** What a draft would compute, and how many children it counts now. */
export interface Told {
  readonly says: Pair;
  readonly groups: readonly (Named & { readonly id: string })[];
  readonly problems: readonly Problem[];
  /** Nothing while something is wrong with the choices, or with the charts. */
  readonly children: ChildrenCounted | null;
  /** Why the charts would not freeze as they are. */
  readonly charts: readonly Problem[];
}

/** A study as it was saved. */
export interface SavedChoices {
  readonly study: string;
  readonly version: number;
  readonly mine: boolean;
  readonly choices: Choices;
}

/** A study to begin with: all children, their state and pain at the plan's visit of a year, the time to a relapse. */
export const newDraft = ({ timePoints }: Offered): Draft => ({
  title: "",
  population: [],
  groups: { by: "everyone" },
  timePoints: timePoints.filter(({ targetDay }) => targetDay === 365).map(({ name }) => name),
  characteristics: ["child.age_at_diagnosis", "patient.sex"],
  outcomes: ["any_remission"],
  course: ["visit.pain_nrs"],
  events: ["relapse"],
});

/** What was saved, to go on from; a time point that the plan has no more is left out. */
export function draftOf({ choices }: SavedChoices, { timePoints }: Offered): Draft {
  const { id: _, version: __, ...chosen } = choices;
  const names = new Set(timePoints.map(({ name }) => name));
  return { ...chosen, timePoints: chosen.timePoints.map(({ name }) => name).filter((name) => names.has(name)) };
}

/** The list without its entry at a place. */
export const without = <T>(list: readonly T[], place: number): T[] => list.filter((_, index) => index !== place);

/** The list with another entry at a place. */
export const replaced = <T>(list: readonly T[], place: number, entry: T): T[] =>
  list.map((one, index) => (index === place ? entry : one));
