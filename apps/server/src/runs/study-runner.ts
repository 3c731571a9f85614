import type { ConsentCount, Problem } from "@osteon/codebook";
import type { StudyLock } from "@osteon/run";

/** What became of a study that was run on charts of the registry. */
export type RunOutcome =
  | { readonly ok: true; readonly folder: string; readonly freezeHash: string }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Runs a study on a chart folder, in a worker; the same charts and lock are run once. Handed in by whoever composes the server. */
export type StudyRunner = (
  /** As it was evaluated when the run was asked for. */
  study: StudyLock,
  charts: string,
  step: (step: string) => void,
  /** Children of the registry who stayed out of the folder. */
  left: ConsentCount,
  /** A day: the charts as they stood at its end. */
  asOf?: string,
) => Promise<RunOutcome>;
