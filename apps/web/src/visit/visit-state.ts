import type { Row } from "@osteon/api";
import type { Typed } from "../entry/typed-cells.ts";

/** A row as it is typed; with a number where the registry has it already. */
export interface RowWords {
  readonly key?: string | undefined;
  readonly words: Typed;
}

/** Rows of one kind by the name that the other rows of the visit call them. */
export type NamedRows = Readonly<Record<string, RowWords>>;

/** What a visit says of a drug that goes on; nothing is said of one that is unchanged. */
export interface DrugChange {
  readonly kind: "dose" | "stopped";
  /** `dose`, `dose_unit` and `stop_reason`, and `on`: the first day of the new dose, or the last day of the drug. */
  readonly words: Typed;
}

/** A lesion that is found at this visit, and how it looks. */
export interface FoundLesion {
  readonly lesion: RowWords;
  readonly seen: RowWords;
}

/** An examination since the last visit. */
export interface MriWords extends RowWords {
  /** By the number of a lesion how it looks now. */
  readonly seen: NamedRows;
  readonly found: Readonly<Record<string, FoundLesion>>;
}

/** All that one visit says, as it is typed. Nothing in it is a cell yet: words are read when they are shown and sent. */
export interface VisitState {
  readonly visit: RowWords;
  /** Day of the sample; empty: that of the visit. */
  readonly sampledOn: string;
  /** Whether the limits that are remembered stand on the report too, and are written with each result. */
  readonly takesLimits: boolean;
  /** By analyte; a second result of one analyte by its number. */
  readonly results: NamedRows;
  /** By the number of the treatment. */
  readonly drugs: Readonly<Record<string, DrugChange>>;
  readonly begun: NamedRows;
  readonly effects: NamedRows;
  readonly mri: MriWords | undefined;
  /** Rows that the registry has and that were taken off the page, by table and number. */
  readonly removed: readonly string[];
}

export const NO_VISIT: VisitState = {
  visit: { words: {} },
  sampledOn: "",
  takesLimits: false,
  results: {},
  drugs: {},
  begun: {},
  effects: {},
  mri: undefined,
  removed: [],
};

/** The rows that a visit changes, as they were when it was begun: by table and number. What others wrote since shows by their versions. */
export type ReadRows = Readonly<Record<string, Row>>;

export const readName = (table: string, key: string): string => `${table}/${key}`;

/** The next free name of a row: `begun-1`. */
export function nextName(rows: Readonly<Record<string, unknown>>, begin: string): string {
  for (let n = 1; ; n++) if (!(`${begin}-${n}` in rows)) return `${begin}-${n}`;
}

/** Results that were sampled on one day are sampled on another. */
const sampledAnew = (results: NamedRows, was: string, words: string): NamedRows =>
  Object.fromEntries(
    Object.entries(results).map(([name, row]) => [
      name,
      (row.words.sampled_on ?? "") === was && was !== "" ? { ...row, words: { ...row.words, sampled_on: words } } : row,
    ]),
  );

/** Another day of the visit; results of the day before go with it. */
export function withDay(state: VisitState, words: string): VisitState {
  const was = state.visit.words.visited_on ?? "";
  return {
    ...state,
    visit: { ...state.visit, words: { ...state.visit.words, visited_on: words } },
    results: sampledAnew(state.results, was, words),
  };
}

/** Another day of the sample, of all results that had the one before. */
export function withSampleDay(state: VisitState, words: string, shown: string): VisitState {
  return { ...state, sampledOn: words, results: sampledAnew(state.results, shown, words) };
}
