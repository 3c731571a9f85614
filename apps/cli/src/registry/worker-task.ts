import type { ConsentCount, Problem } from "@osteon/codebook";
import type { Binding } from "@osteon/paper";

/** What the server asks of a worker: a run of a study, a finished run under every combination of its assumptions, or a paper laid beside it. */
export type WorkerTask =
  | {
      readonly kind: "run";
      readonly study: string;
      readonly charts: string;
      readonly left: ConsentCount;
      readonly out: string;
    }
  | { readonly kind: "sensitivity"; readonly study: string; readonly run: string; readonly out: string }
  | { readonly kind: "bind"; readonly run: string; readonly lines: readonly string[] };

/** What a worker tells as it goes on. */
export interface WorkerTold {
  readonly stage?: string;
  readonly done?: number;
  readonly of?: number;
  readonly ended?: true;
  readonly binding?: Binding;
  readonly problems?: readonly Problem[];
}
