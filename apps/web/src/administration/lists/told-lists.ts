import type { Analyte, Drug } from "@osteon/codebook";

/** An entry of a list, and who changed it last. */
export interface ToldEntry<Entry extends Drug | Analyte> {
  readonly entry: Entry;
  readonly shipped: boolean;
  readonly version: number;
  readonly changedAt: string;
  readonly changedBy: string;
}

/** The lists as the registry tells them. */
export interface ToldLists {
  readonly drugs: readonly ToldEntry<Drug>[];
  readonly analytes: readonly ToldEntry<Analyte>[];
}
