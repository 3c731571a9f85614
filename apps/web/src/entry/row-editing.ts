import type { Row } from "@osteon/api";
import { keyOf, type Table } from "@osteon/codebook";
import type { Language } from "@osteon/words";
import { languageOf } from "./kept-queue.ts";
import type { Kept, Wanted } from "./kept-shape.ts";
import type { Difference, SaveState } from "./save-state.ts";
import { cellsOf, sameCells, type Typed, typedIn, typedOf } from "./typed-cells.ts";

/** One row while it is written: all that its form shows, and nothing of how it is stored or sent. */
export interface RowEditing {
  readonly table: Table;
  readonly language: Language;
  /** What a new row begins with. */
  readonly begins: Typed;
  /** Where the row is kept while it waits: its own address, or that of a new one. */
  readonly place: string;
  /** The row as the registry holds it, as far as this page knows. */
  readonly row: Row | undefined;
  /** The row on top of which was typed: older than `row` where somebody saved since, which the registry then says. */
  readonly base: Row | undefined;
  readonly typed: Typed;
  readonly save: SaveState;
  /** Whether anything of the row is kept on the device. */
  readonly isKept: boolean;
  readonly wanted: Wanted | undefined;
  /** The field that is being typed in may not be sent before it is left. */
  readonly held: boolean;
  /** The device has no room for the words: until the registry has them they would go with this page. */
  readonly inPageAlone: boolean;
}

/** Why a save did not come about: the registry may be asked again, somebody else saved since, or it was refused. */
export type Failure =
  | { readonly kind: "passing" }
  | { readonly kind: "conflict"; readonly theirs: Row; readonly differences: readonly Difference[] }
  | { readonly kind: "refused"; readonly error: unknown };

export type RowEvent =
  /** Fields with their words: that of the keystroke, and those that follow from it. */
  | { readonly kind: "typed"; readonly words: Typed }
  | { readonly kind: "translated"; readonly language: Language }
  /** It was asked for that the row be complete. */
  | { readonly kind: "completed"; readonly reason: string }
  /** The pause after the last keystroke is over, or the registry is to be tried again. */
  | { readonly kind: "due" }
  /** A save was confirmed, whoever asked for it and in whichever tab; `left` is what was typed since. */
  | {
      readonly kind: "confirmed";
      readonly from: string;
      readonly place: string;
      readonly row: Row;
      readonly left: Kept | undefined;
    }
  /** Nothing is left to send; another tab may have sent it. */
  | { readonly kind: "sent"; readonly row: Row | undefined }
  | { readonly kind: "failed"; readonly failure: Failure }
  /** Another tab with the same row typed. */
  | { readonly kind: "kept elsewhere"; readonly kept: Kept }
  | { readonly kind: "discarded" }
  | { readonly kind: "discarded elsewhere" }
  /** After a conflict: these words on top of the other's version. */
  | { readonly kind: "settled"; readonly theirs: Row; readonly typed: Typed }
  | { readonly kind: "held"; readonly held: boolean }
  | { readonly kind: "stored"; readonly inPageAlone: boolean };

/** What is to be done once the form shows the new state, in this order. */
export type RowEffect =
  /** Tells the address of a new row under which its words are found again. */
  | { readonly kind: "begin" }
  | { readonly kind: "keep"; readonly afresh?: true }
  | { readonly kind: "send" }
  | { readonly kind: "drop" }
  | { readonly kind: "move"; readonly row: Row }
  | { readonly kind: "read again" };

export type Step = readonly [RowEditing, ...(readonly RowEffect[])];

type Opened = Pick<RowEditing, "table" | "language" | "begins" | "place" | "inPageAlone"> & {
  readonly row: Row | undefined;
  readonly kept: Kept | undefined;
};

/** A form as it opens: with what waits on the device, else with what the registry holds, else with what a new row begins with. */
export function openedRow({ kept, ...opened }: Opened): RowEditing {
  const row = opened.row ?? kept?.row;
  const { table, language } = opened;
  return {
    ...opened,
    row,
    base: kept === undefined ? row : kept.row,
    typed:
      kept === undefined ? storedWords({ ...opened, row }) : typedIn(table, kept.cells, languageOf(kept), language),
    // What was asked for before a reload is asked for again.
    save: { kind: kept === undefined ? "untouched" : kept.wanted === undefined ? "kept" : "waiting" },
    isKept: kept !== undefined,
    wanted: kept?.wanted,
    held: false,
  };
}

/** What the form says of the row as the registry holds it. */
export const storedWords = ({
  table,
  begins,
  language,
  row,
}: Pick<RowEditing, "table" | "begins" | "language" | "row">): Typed =>
  row === undefined ? begins : typedOf(table, row.cells, language);

/** One step of a row that is written: what the form shows next, and what is done about it afterwards. */
export function editRow(state: RowEditing, event: RowEvent): Step {
  switch (event.kind) {
    case "typed": {
      const isFirst = !state.isKept && state.base === undefined;
      const typed = { ...state.typed, ...event.words };
      const save: SaveState = state.save.kind === "conflict" ? state.save : { kind: "kept" };
      const next = { ...state, typed, save, isKept: true, wanted: undefined };
      return isFirst ? [next, { kind: "begin" }, { kind: "keep" }] : [next, { kind: "keep" }];
    }
    case "translated": {
      const typed = typedIn(state.table, state.typed, state.language, event.language);
      return [{ ...state, language: event.language, typed }];
    }
    case "completed": {
      const wanted = { status: "complete", reason: event.reason } as const;
      return [{ ...state, save: { kind: "saving" }, isKept: true, wanted }, { kind: "keep" }, { kind: "send" }];
    }
    case "due":
      return [{ ...state, save: { kind: "saving" } }, { kind: "send" }];
    case "confirmed":
      return confirmed(state, event);
    case "sent":
      return [
        state.save.kind === "saving" ? { ...state, save: { kind: "saved", at: event.row?.writtenAt ?? "" } } : state,
      ];
    case "failed":
      return failed(state, event.failure);
    case "kept elsewhere": {
      const { kept } = event;
      if (kept.place !== state.place) return [state];
      const typed = typedIn(state.table, kept.cells, languageOf(kept), state.language);
      const isSame = sameWords(state.table, typed, state.typed) && kept.row?.version === state.base?.version;
      // Attempts and refusals of the other tab are its own to tell.
      if (isSame) return [{ ...state, isKept: true, wanted: kept.wanted }];
      return [{ ...state, typed, base: kept.row, save: { kind: "kept" }, isKept: true, wanted: kept.wanted }];
    }
    case "settled": {
      const { theirs, typed } = event;
      const next = { ...state, row: theirs, base: theirs, typed, isKept: true, wanted: undefined };
      return [
        { ...next, save: { kind: "kept" } },
        { kind: "keep", afresh: true },
      ];
    }
    case "discarded":
      return [asStored(state), { kind: "drop" }, { kind: "read again" }];
    case "discarded elsewhere":
      return [asStored(state)];
    case "held": {
      const next = { ...state, held: event.held };
      return state.isKept && event.held !== state.held ? [next, { kind: "keep" }] : [next];
    }
    case "stored":
      return [{ ...state, inPageAlone: event.inPageAlone }];
  }
}

function confirmed(state: RowEditing, { from, place, row, left }: Extract<RowEvent, { kind: "confirmed" }>): Step {
  if (from !== state.place) return [state];
  const { table, language } = state;
  const known = { ...state, row, base: row, place, isKept: left !== undefined, wanted: left?.wanted };
  const moves: readonly RowEffect[] = place === from ? [] : [{ kind: "move", row }];
  if (left !== undefined) {
    const typed = typedIn(table, left.cells, languageOf(left), language);
    return [{ ...known, typed, save: { kind: left.wanted === undefined ? "kept" : "saving" } }, ...moves];
  }
  // What was typed stays as it was typed, as long as the registry holds just that.
  const typed = holdsTyped({ ...state, row }) ? state.typed : storedWords(known);
  return [{ ...known, typed, inPageAlone: false, save: { kind: "saved", at: row.writtenAt } }, ...moves];
}

function failed(state: RowEditing, failure: Failure): Step {
  switch (failure.kind) {
    case "passing":
      return [{ ...state, save: { kind: "waiting" } }];
    case "refused":
      return [{ ...state, save: failure }];
    case "conflict": {
      const { theirs, differences } = failure;
      if (differences.length > 0) return [{ ...state, save: failure }];
      // Nobody is told of a conflict in which both want the same: it goes on, on top of the newer version.
      const next = { ...state, row: theirs, base: theirs, save: { kind: "saving" } as const };
      return [next, { kind: "keep", afresh: true }, { kind: "send" }];
    }
  }
}

function asStored(state: RowEditing): RowEditing {
  const back = state.save.kind === "conflict" ? state.save.theirs : state.base;
  const now = { ...state, row: back, base: back };
  return {
    ...now,
    typed: storedWords(now),
    save: { kind: "untouched" },
    isKept: false,
    wanted: undefined,
    inPageAlone: false,
  };
}

const sameWords = ({ fields }: Table, one: Typed, other: Typed): boolean =>
  fields.every(({ name }) => (one[name] ?? "") === (other[name] ?? ""));

/** After so many ms without a keystroke a draft is sent. */
const PAUSE = 700;
/** So long until an unreachable server is tried again. */
const AGAIN = 2500;

const isDraft = ({ row }: RowEditing): boolean => row === undefined || row.status === "draft";

/** In how many ms the row is to be sent; nothing where it waits for a person: complete rows for their reason, half a pseudonym for its end. */
export function dueIn(state: RowEditing, shut: boolean): number | undefined {
  if (shut || state.held) return undefined;
  if (state.save.kind === "waiting") return AGAIN;
  return state.save.kind === "kept" && isDraft(state) ? PAUSE : undefined;
}

/** Whether whoever leaves now would leave words behind that nobody else sends yet. */
export const leavesUnsent = (state: RowEditing, shut: boolean): boolean =>
  state.save.kind === "kept" && dueIn(state, shut) !== undefined;

type Typing = Pick<RowEditing, "table" | "typed" | "row" | "begins" | "language">;

/** Whether the registry holds what was typed. The registry's own columns stand in no form of a new row. */
export function holdsTyped({ table, typed, row, begins, language }: Typing): boolean {
  const own = row === undefined ? {} : { [keyOf(table).name]: row.key, patient: row.patient };
  return sameCells(table, { ...typed, ...own }, storedWords({ table, begins, language, row }), language);
}

export const typedCells = ({ table, typed, language }: RowEditing): Record<string, string> =>
  cellsOf(table, typed, language);
