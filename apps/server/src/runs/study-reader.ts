import type { RCall, Result } from "@osteon/estimate";
import type { Binding } from "@osteon/paper";
import type { Clock, CurveWords, LockChanges, MovedBy, MovedNumber, NumberWords } from "@osteon/run";
import type { Language } from "@osteon/words";

/** Where a finished run of a study lies. */
export interface RunPlace {
  readonly study: string;
  readonly folder: string;
}

/** The children behind a number. */
export interface Members {
  /** The number that was asked for. */
  readonly asked: Omit<Result, "cells">;
  /** The counts that were opened: the number itself, or those that it was computed from. */
  readonly counts: readonly string[];
  /** Whether the number counts just these children. */
  readonly exact: boolean;
  readonly children: readonly { readonly centre: string; readonly patient: string }[];
  /** What the cells of the tally name, as `relapse_day`, and the cells of each child, in the order of `children`. */
  readonly columns: readonly string[];
  readonly cells: readonly (readonly (readonly (number | string | null)[])[])[];
  /** How R gives the number from its analysis table; nothing under a clock that is not the run's own. */
  readonly r?: RCall;
  /** What the curve counts that the number is of. */
  readonly curve?: CurveWords;
}

/** A survival analysis under some clock: its sentence and its rows. */
export interface SurvivalRows {
  readonly says: string;
  /** Whether the study counts relapses from a zero that may be chosen. */
  readonly clocked: boolean;
  readonly rows: readonly Result[];
}

/** What changed from one run to another. */
export interface MovedNumbers {
  readonly numbers: readonly (MovedNumber & { readonly words: NumberWords })[];
  /** How the study that made the later differs from that of the earlier. */
  readonly study: LockChanges;
}

/** Told how much of a long work is done. */
export type OnPart = (done: number, of: number) => void;

/** What can be asked of finished runs. Handed in by whoever composes the server. */
export interface StudyReader {
  /** Nothing where the run has no such result. */
  members(run: RunPlace, result: string, clock: Clock): Promise<Members | undefined>;
  /** An analysis table of the run as CSV, as the R calls read it; nothing where no analysis counts such a table. */
  table(run: RunPlace, table: string): Promise<string | undefined>;
  /** Nothing where the study has no such analysis. */
  survival(run: RunPlace, analysis: string, clock: Clock): Promise<SurvivalRows | undefined>;
  /** The numbers that are not the same in two runs of a study. */
  moved(before: RunPlace, after: RunPlace, language: Language): Promise<MovedNumbers>;
  /** The children by whom a number moved; nothing where neither run has it. */
  movedBy(before: RunPlace, after: RunPlace, result: string): Promise<readonly MovedBy[] | undefined>;
  /** Writes the report in another language that the run's study offers, once; files appear in the folder `report` of the run. */
  report(run: RunPlace, language: Language): Promise<void>;
  /** Every number of a paper, given by its lines, held against the results of the run; nothing where that takes too long. */
  bind(run: RunPlace, lines: readonly string[]): Promise<Binding | undefined>;
  /** Reruns the study over every combination of its assumptions; files appear in the run's folder `sensitivity`. */
  sensitivity(run: RunPlace, onPart: OnPart): Promise<void>;
}
