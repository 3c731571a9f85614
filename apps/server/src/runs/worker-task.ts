import type { ConsentCount, Problem } from "@osteon/codebook";
import type { StudyLock } from "@osteon/run";
import type { Language } from "@osteon/words";

/** What the server asks of a worker: a run of a study, a finished run under every combination of its assumptions. */
export type WorkerTask =
  | {
      readonly kind: "run";
      readonly study: StudyLock;
      readonly charts: string;
      readonly left: ConsentCount;
      readonly asOf: string | undefined;
      readonly out: string;
      readonly dotsPerInch: number | undefined;
    }
  /** The report of a finished run in another of its languages. */
  | { readonly kind: "report"; readonly run: string; readonly language: Language; readonly out: string }
  | { readonly kind: "sensitivity"; readonly run: string; readonly out: string };

/** What a worker tells as it goes on. */
export interface WorkerTold {
  readonly stage?: string;
  readonly done?: number;
  readonly of?: number;
  readonly ended?: true;
  readonly problems?: readonly Problem[];
}
