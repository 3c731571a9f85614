import type {
  ChosenCondition,
  ChosenDraft,
  ChosenGroups,
  OfferedChoices,
  SavedChoices,
  ToldChoices,
} from "@osteon/api";
import type { Problem } from "@osteon/codebook";

export type Condition = ChosenCondition;
export type Groups = ChosenGroups;
export type Draft = ChosenDraft;
export type Offered = OfferedChoices;
/** The problems of a draft, of the registry's charts too. */
export type Told = Omit<ToldChoices, "problems" | "charts"> &
  Readonly<Record<"problems" | "charts", readonly Problem[]>>;

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
