import type { ConsentCount, UnclassedDrug } from "@osteon/codebook";
import type { Cell } from "@osteon/engine";
import type { Pair } from "@osteon/words";

/** One number of a study. Tables, figures, sentences and the comparison with the paper all read these rows. */
export interface Result {
  /** `analysis.group.statistic`, with `@day` where it belongs to a day: `relapse-free.all.survival@365`. */
  readonly id: string;
  readonly analysis: string;
  /** `all`, or the values of the `by` columns joined by a slash: `nsaid/month3`. */
  readonly group: string;
  readonly statistic: string;
  /** Day from the clock's zero, for numbers on a curve. */
  readonly at?: number;
  /** In `unit`; null where it could not be estimated. Rounded to 12 significant digits so that bytes do not depend on the machine. */
  readonly value: number | null;
  /** Why there is no value. */
  readonly because?: string;
  readonly unit: string;
  readonly method: string;
  /** The count of the same group that the number was computed from: `relapsed.all.n`. A count of children has cells instead. */
  readonly of?: string;
  /** The tally that the number was computed from, and, where it counts children, the keys of its cells. */
  readonly tally: string;
  readonly cells?: readonly (readonly Cell[])[];
}

/** What a set of results was made of; equal inputs give equal bytes. */
export interface Inputs {
  readonly study: string;
  readonly title: string;
  readonly protocolHash: string;
  readonly freezeHash: string;
  /** Of the charts alone, where the freeze carries a follow-up plan, too. */
  readonly chartsHash?: string;
  readonly modelsHash: string;
  readonly resolutionPolicy: string;
  readonly version: string;
  /** What everything that shows these results must say, as that the children are invented. */
  readonly notice?: string;
  /** Children who stayed out of the freeze, and children in it whose consent is not stated; absent where there are none. */
  readonly consent?: ConsentCount;
  /** Children with a disease of the study who were diagnosed outside its period; absent where there are none. */
  readonly outsidePeriod?: number;
  /** Drugs of the charts that have no class and are `other` here; absent where there are none. */
  readonly unclassed?: readonly UnclassedDrug[];
  /** What people call the entries that a registry added to its lists, by code; absent where there are none. */
  readonly ownNames?: Readonly<Record<string, { readonly en: string; readonly de: string }>>;
  /** The day that the charts were taken as of; absent where none was named. */
  readonly asOf?: string;
  /** What the study reads and the codebook of the charts had not; absent where there is nothing. */
  readonly notCollected?: NotCollected;
  /** Results of laboratories that are no more than a limit of measurement, by analyte; absent where there are none. */
  readonly limitsOnly?: readonly (Pair & { readonly results: number })[];
}

/** What nobody asked for when the charts were kept. */
export interface NotCollected {
  /** The version of the codebook that the charts follow. */
  readonly version: number;
  readonly fields: readonly Pair[];
  /** Columns of analysis tables that rest on it, as `table.column`. */
  readonly columns: readonly string[];
}

export interface Results {
  readonly inputs: Inputs;
  readonly results: readonly Result[];
}

/** Results by id, for those who read them. */
export type ResultIndex = ReadonlyMap<string, Result>;

export function indexResults(results: readonly Result[]): ResultIndex {
  return new Map(results.map((result) => [result.id, result]));
}
