import type { ConsentCount, Problem } from "@osteon/codebook";

/** What the server asks of a worker: a run of a study, or a finished run under every combination of its assumptions. */
export type WorkerTask =
  | {
      readonly kind: "run";
      readonly study: string;
      readonly charts: string;
      readonly left: ConsentCount;
      readonly out: string;
    }
  | { readonly kind: "sensitivity"; readonly study: string; readonly run: string; readonly out: string };

/** What a worker tells as it goes on. */
export interface WorkerTold {
  readonly stage?: string;
  readonly done?: number;
  readonly of?: number;
  readonly ended?: true;
  readonly problems?: readonly Problem[];
}
