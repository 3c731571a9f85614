import type { ToldBack } from "@osteon/api";
import type { Charts, Codebook, FollowUpPlan } from "@osteon/codebook";

/** The visit of which is told, its day as 2009-05-17, and the one before it, in charts that end with the encounter. */
export interface ToldVisit {
  readonly patient: string;
  readonly visit: string;
  readonly on: string;
  readonly before: { readonly visit: string; readonly visitedOn: string } | undefined;
}

/** What the rules say of a visit, as far as models say it. */
export type DerivedBack = Pick<ToldBack, "cdas" | "lastVisit" | "lines" | "noLines">;

/** Derives what is told back of one visit from complete chart rows alone. */
export type ToldBackReader = (
  charts: Charts,
  visit: ToldVisit,
  plan: FollowUpPlan,
  book: Codebook,
) => Promise<DerivedBack>;
