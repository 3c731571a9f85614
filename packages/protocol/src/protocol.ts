import type { DrugClass } from "@osteon/codebook";
import type { Analysis } from "./analysis.ts";
import type { Needs } from "./needs.ts";
import type { Rule, RuleValue, Stated, Window } from "./rule.ts";

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

/** How a child comes into a group, and with it the group's day 0: at diagnosis, or at the first day of one of the drugs. */
export type Entry =
  | "diagnosis"
  | "antibiotic"
  | { readonly drugClasses: readonly DrugClass[] }
  | { readonly drugs: readonly string[] };

/** Children who were exposed to the same; a child may stand in several groups. Further values are the study's own. */
export type Group = Stated & {
  readonly entry: Entry;
  /** Place in the step-up strategy; a later start of a higher step is an escalation. 0: neither escalates nor is one. */
  readonly step: number;
  readonly inResponse: boolean;
  /** The group takes only those without other antiinflammatory treatment at their start. */
  readonly aloneOnly: boolean;
  readonly [name: string]: RuleValue | Rule | Entry | undefined;
};

/** A further table that models read as `protocol_<name>`: its rows by name, which stands in the column `key`. */
export type StudyTable = Partial<Stated> & {
  readonly key: string;
  readonly rows: Readonly<Record<string, Rule>>;
};

/** A study as frozen plain data: no functions, no clock, no I/O. */
export interface Protocol {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly source: string;
  readonly cohorts: Readonly<Record<string, Cohort>>;
  readonly timePoints: Readonly<Record<string, TimePoint>>;
  readonly groups: Readonly<Record<string, Group>>;
  readonly rules: Readonly<Record<string, Rule>>;
  readonly tables: Readonly<Record<string, StudyTable>>;
  readonly analyses: Readonly<Record<string, Analysis>>;
  /** Fields of a registry's own that models read; charts without one were not asked for it. */
  readonly needs?: Needs;
}
