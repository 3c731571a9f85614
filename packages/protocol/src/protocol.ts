import type { DrugClass } from "@osteon/codebook";
import type { Analysis } from "./analysis.ts";

/** What each entry of a protocol states: the sentence it implements, and whether the source is silent and we chose. */
export interface Stated {
  readonly says: string;
  /** Where the source says so (section of the paper or of the approved protocol). */
  readonly source?: string;
  /** True where the source is silent; every assumption is listed in the report. */
  readonly assumption?: true;
}

/** Days are relative to the clock's zero; a window includes both ends. */
export type Window = readonly [firstDay: number, lastDay: number];

export interface Cohort extends Stated {
  readonly cohort: string;
  /** ISO dates, both included. */
  readonly diagnosed: readonly [from: string, to: string];
}

export interface TimePoint extends Stated {
  readonly targetDay: number;
  readonly window: Window;
  /** Does a relapse or an escalation before this time point still count at it? */
  readonly carries: boolean;
}

/** The groups that response is read in. `any` starts at diagnosis whatever is given; `antibiotic` at the first antibiotic. */
export type LineClass = Exclude<DrugClass, "other"> | "any" | "antibiotic";

export interface Line extends Stated {
  /** Place in the step-up strategy; a later start of a higher step is an escalation. 0: neither escalates nor is one. */
  readonly step: number;
  readonly inResponse: boolean;
  /** The group takes only lines without other antiinflammatory treatment at their start. */
  readonly aloneOnly: boolean;
  readonly radiology: Stated & { readonly window: Window; readonly targetDay: number; readonly wholeBodyOnly: boolean };
}

export type RelapseNeeds = "symptoms-and-lesion" | "symptoms" | "lesion" | "either";
export type RelapseClock = "diagnosis" | "onset" | "first-treatment";
export type AfterEscalation = "failure" | "missing" | "ignored";
export type Tie = "earlier" | "later";
export type NormalityRule = "kolmogorov-smirnov" | "lilliefors" | "shapiro-wilk";

export interface Rules {
  readonly visitTie: Stated & { readonly tie: Tie };
  readonly baseline: Stated & { readonly window: Window };
  readonly concomitant: Stated & { readonly withinDays: number };
  readonly escalation: Stated & { readonly counts: AfterEscalation };
  readonly fever: Stated & { readonly aboveCel: number };
  /** Upper limits used where a laboratory gives none. */
  readonly markers: Stated & { readonly crpAboveMgPerL: number; readonly esrAboveMmPerH: number };
  readonly fullRemission: Stated;
  readonly partialRemission: Stated;
  readonly inefficacy: Stated;
  readonly relapse: Stated & { readonly needs: RelapseNeeds };
  readonly relapseImaging: Stated & { readonly window: Window };
  readonly relapseClock: Stated & { readonly zero: RelapseClock };
  readonly radiologicalResponse: Stated;
  readonly diagnosisImaging: Stated & { readonly window: Window };
  readonly oneYearImaging: Stated & { readonly window: Window; readonly targetDay: number };
  readonly presentation: Stated & { readonly subacuteFromDay: number; readonly chronicFromDay: number };
  readonly crmo: Stated;
  readonly multifocal: Stated;
  readonly normalBloodCount: Stated;
  readonly normality: Stated & { readonly rule: NormalityRule; readonly alpha: number };
  readonly rounding: Stated;
  readonly antibioticEra: Stated & { readonly splitAt: string };
}

export interface Score extends Stated {
  readonly items: Readonly<Record<string, Stated & { readonly points: number }>>;
  readonly cutOffs: Readonly<Record<string, Stated & { readonly atLeast: number }>>;
}

/** A study as frozen plain data: no functions, no clock, no I/O. */
export interface Protocol {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly source: string;
  readonly cohorts: Readonly<Record<string, Cohort>>;
  readonly timePoints: Readonly<Record<string, TimePoint>>;
  readonly lines: Readonly<Record<LineClass, Line>>;
  readonly rules: Rules;
  readonly score: Score;
  readonly analyses: Readonly<Record<string, Analysis>>;
}
