import type { Charts, FollowUpPlan } from "@osteon/codebook";

/** What the registry's rules say of one child's chart as it stands; rows are named by their keys. */
export interface Course {
  /** Treatment classes that the child was given, each from its first start. */
  readonly lines: readonly { readonly line: string; readonly startedOn: string; readonly stoppedOn: string | null }[];
  /** The state at each time point of each line, and why. */
  readonly states: readonly CourseState[];
  readonly relapses: readonly {
    readonly visit: string | null;
    readonly on: string;
    readonly imaging: string | null;
    readonly remissionVisit: string | null;
  }[];
  readonly radiology: readonly { readonly line: string; readonly outcome: string; readonly imaging: string | null }[];
  readonly score: CourseScore | null;
}

export interface CourseState {
  readonly line: string;
  readonly timePoint: string;
  /** First and last day of the window, ISO dates. */
  readonly state: string;
  readonly reason: string;
  readonly visit: string | null;
  readonly visitedOn: string | null;
  readonly baselineVisit: string | null;
  readonly relapseVisit: string | null;
  /** The inflammatory variable that fell, where one decided. */
  readonly marker: CourseMarker | null;
}

export interface CourseMarker {
  readonly analyte: "crp" | "esr";
  readonly before: number;
  /** `<` where the laboratory gave no more than a limit; else nothing. */
  readonly beforeSign: string;
  readonly after: number;
  readonly afterSign: string;
  readonly unit: string;
  readonly beforeKey: string;
  readonly afterKey: string;
}

/** The clinical score of Jansson: an item is held, not held, or unknown. */
export interface CourseScore {
  readonly lowest: number;
  readonly highest: number;
  readonly items: readonly {
    readonly item: string;
    readonly says: string;
    readonly points: number;
    readonly held: boolean | null;
  }[];
  readonly cutOffs: readonly { readonly name: string; readonly says: string; readonly atLeast: number }[];
}

/** Derives the course of one child from complete chart rows alone, at the time points of the registry's follow-up plan. */
export type CourseReader = (charts: Charts, patient: string, plan: FollowUpPlan) => Promise<Course>;
