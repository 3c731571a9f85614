import type { Row } from "@osteon/api";

/** A field that two people wrote at the same time. */
export interface Difference {
  readonly field: string;
  readonly yours: string;
  readonly theirs: string;
}

/** Where what was typed is now. `kept` is on this device alone; only `saved` was confirmed by the server. */
export type SaveState =
  | { readonly kind: "untouched" }
  | { readonly kind: "kept" }
  | { readonly kind: "saving" }
  | { readonly kind: "waiting" }
  | { readonly kind: "saved"; readonly at: string }
  | { readonly kind: "refused"; readonly error: unknown }
  | { readonly kind: "conflict"; readonly theirs: Row; readonly differences: readonly Difference[] };
