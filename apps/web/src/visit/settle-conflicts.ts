import type { EncounterConflict, Row } from "@osteon/api";
import type { Language } from "@osteon/words";
import { tableNamed } from "../book/registry-book.ts";
import { typedOf } from "../entry/typed-cells.ts";
import { type ReadRows, type RowWords, readName, type VisitState } from "./visit-state.ts";
import { resultWords } from "./visit-state-of.ts";

type Conflict = NonNullable<EncounterConflict["conflicts"]>[number];

/** A field that differs between what is typed and what somebody else saved. */
export interface OpenField {
  readonly place: string;
  readonly table: string;
  /** Nothing: the row was to be taken back. */
  readonly field: string | undefined;
  readonly yours: string;
  readonly theirs: string;
  readonly row: Row;
  /** What one did not touch oneself is the other's by default. */
  readonly isTouched: boolean;
}

export const fieldName = ({ place, field }: Pick<OpenField, "place" | "field">): string => `${place}:${field ?? ""}`;

/** The fields of all rows in conflict, in the order of the page. */
export function openFields(
  conflicts: readonly Conflict[],
  places: readonly string[],
  read: ReadRows,
): readonly OpenField[] {
  return conflicts.flatMap(({ at, theirs, differences }): readonly OpenField[] => {
    const place = at === "visit" ? "visit" : (places[at] ?? "visit");
    const own = { place, table: theirs.table, row: theirs };
    if (differences.length === 0) return [{ ...own, field: undefined, yours: "", theirs: "", isTouched: true }];
    const base = read[readName(theirs.table, theirs.key)];
    return differences
      .filter(({ field }) => field !== theirs.table && field !== "patient")
      .map(({ field, yours, theirs: other }) => ({
        ...{ ...own, field, yours, theirs: other },
        isTouched: base === undefined || (base.cells[field] ?? "") !== yours,
      }));
  });
}

/**
 * What is typed, on top of the rows as others left them: fields of theirs come into the words, one's own stay. A change of a drug of
 * which the last day is theirs is none any more.
 */
export function settleConflicts(
  state: VisitState,
  fields: readonly OpenField[],
  isYours: (field: OpenField) => boolean,
  language: Language,
): VisitState {
  return fields.reduce((now, field) => (isYours(field) ? now : takeTheirs(now, field, language)), state);
}

function takeTheirs(state: VisitState, { place, table, field, row }: OpenField, language: Language): VisitState {
  if (field === undefined) return keepRow(state, place, row, language);
  const words = table === "laboratory" ? resultWords(row, language) : typedOf(tableNamed(table), row.cells, language);
  const shown = table === "laboratory" && field === "comparator" ? "value" : field;
  const taken = <T extends RowWords>(own: T): T => ({ ...own, words: { ...own.words, [shown]: words[shown] ?? "" } });
  const [part = "", name = "", third = ""] = place.split("/");
  const { mri } = state;
  switch (part) {
    case "visit":
      return { ...state, visit: taken(state.visit) };
    case "drugs": {
      if (field !== "stopped_on" && field !== "stop_reason") return state;
      const { [name]: _dropped, ...drugs } = state.drugs;
      return { ...state, drugs };
    }
    case "results":
    case "begun":
    case "effects": {
      const own = state[part][name];
      return own === undefined ? state : { ...state, [part]: { ...state[part], [name]: taken(own) } };
    }
    default: {
      if (mri === undefined) return state;
      if (name === "") return { ...state, mri: taken(mri) };
      const seen = mri.seen[third];
      return seen === undefined ? state : { ...state, mri: { ...mri, seen: { ...mri.seen, [third]: taken(seen) } } };
    }
  }
}

/** A row that was to be taken back stays, as the other person left it. */
function keepRow(state: VisitState, place: string, row: Row, language: Language): VisitState {
  const removed = state.removed.filter((name) => name !== readName(row.table, row.key));
  const [part = "", name = ""] = place.split("/");
  if (part !== "results") return { ...state, removed };
  const words = resultWords(row, language);
  return { ...state, removed, results: { ...state.results, [name]: { key: row.key, words } } };
}
