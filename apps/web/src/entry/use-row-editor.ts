import { charts, type Row } from "@osteon/api";
import { keyOf, type Table } from "@osteon/codebook";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useReducer, useRef } from "react";
import { CHILDREN } from "../api/addresses.ts";
import { useMe } from "../api/me.ts";
import { ApiProblem } from "../api/request.ts";
import { readAgain } from "../api/use-get.ts";
import { useLanguage } from "../words/words.ts";
import { dropKept, isKeptInPageAlone, keep, onKeptElsewhere, readKept } from "./kept.ts";
import { keptWith } from "./kept-queue.ts";
import { openRows } from "./open-rows.ts";
import { onOtherTabs, tellOtherTabs } from "./other-tabs.ts";
import {
  dueIn,
  editRow,
  type Failure,
  holdsTyped,
  leavesUnsent,
  openedRow,
  type RowEditing,
  type RowEffect,
  type RowEvent,
  storedWords,
  typedCells,
} from "./row-editing.ts";
import { isPassing, newestOf, onConfirmed, saveKept } from "./save-kept.ts";
import type { SaveState } from "./save-state.ts";
import type { Typed } from "./typed-cells.ts";

interface Opened {
  readonly table: Table;
  readonly patient: string;
  readonly centre: string;
  /** Where the row is kept while it waits: its own address, or that of a new one. */
  readonly place: string;
  /** The row as it was read; none for a new one. */
  readonly row: Row | undefined;
  /** What a new row begins with. */
  readonly begins: Typed;
  /** Locked, signed or not one's own to write: nothing is sent. */
  readonly shut: boolean;
  readonly onMade: (row: Row) => void;
  /** A new row was begun: its address keeps where its words lie. */
  readonly onBegun: () => void;
}

export interface RowEditor {
  readonly typed: Typed;
  /** What the form would say of the row as the registry holds it. */
  readonly stored: Typed;
  readonly cells: Readonly<Record<string, string>>;
  readonly row: Row | undefined;
  readonly state: SaveState;
  /** Whether it was asked for that the row be complete, and is not yet told how that went. */
  readonly completing: boolean;
  /** Whether words were typed that the registry does not have. */
  readonly differs: boolean;
  /** The device has no room for the words: until the registry has them they would go with this page. */
  readonly inPageAlone: boolean;
  /** What a keystroke makes of a field, with the fields that follow from it. */
  readonly type: (words: Typed) => void;
  /** Saves as complete, with the reason where the row was complete before. */
  readonly complete: (reason: string) => Promise<boolean>;
  /** After a conflict: goes on with these words on top of the other person's version. */
  readonly settle: (theirs: Row, typed: Typed) => void;
  /** Lets go of what was typed since the last save. */
  readonly discard: () => void;
  readonly holdBack: (held: boolean) => void;
}

/** One row while it is written: `editRow` says what happens; here it is shown first, and then kept, sent and told. */
export function useRowEditor(opened: Opened): RowEditor {
  const { place, table, begins, shut } = opened;
  const { account } = useMe();
  const language = useLanguage();
  const client = useQueryClient();
  const [, draw] = useReducer((drawn: number) => drawn + 1, 0);
  const now = useRef<RowEditing>(undefined);
  now.current ??= openedRow({
    ...{ table, begins, place, language },
    row: newestOf(place, opened.row),
    kept: readKept(account, place),
    inPageAlone: isKeptInPageAlone(account, place),
  });
  if (now.current.language !== language) [now.current] = editRow(now.current, { kind: "translated", language });
  // The registry's own fields may come after the form is open.
  if (now.current.table !== table) now.current = { ...now.current, table };
  const state = now.current;
  const latest = useRef(opened);
  latest.current = opened;
  const there = useRef(true);

  const happen = useCallback(
    (event: RowEvent): Promise<boolean> => {
      const [next, ...effects] = editRow(current(now), event);
      now.current = next;
      if (there.current) draw();
      let went = Promise.resolve(true);
      for (const effect of effects) {
        if (effect.kind === "send") went = send();
        else perform(effect);
      }
      return went;

      function perform(effect: Exclude<RowEffect, { kind: "send" }>): void {
        const { place, isKept } = current(now);
        switch (effect.kind) {
          case "begin":
            latest.current.onBegun();
            return;
          case "keep":
            if (isKept) keepWords(account, current(now), latest.current, effect.afresh);
            if (isKeptInPageAlone(account, place) !== current(now).inPageAlone)
              void happen({ kind: "stored", inPageAlone: isKeptInPageAlone(account, place) });
            return;
          case "drop":
            dropKept(account, place);
            tellOtherTabs(account, { kind: "discarded", place });
            return;
          case "move":
            if (there.current) latest.current.onMade(effect.row);
            return;
          case "read again":
            void readAgain(client, ...CHILDREN);
        }
      }

      async function send(): Promise<boolean> {
        try {
          const row = await saveKept(account, current(now).place);
          return await happen({ kind: "sent", row });
        } catch (error) {
          const again = happen({ kind: "failed", failure: failureOf(error) });
          return current(now).save.kind === "saving" && (await again);
        }
      }
    },
    [account, client],
  );

  // A save is told of whoever asked for it: this form, the one that was open before, the list of what waits, another tab.
  useEffect(
    () => onConfirmed((told) => void happen({ kind: "confirmed", ...told, left: readKept(account, told.place) })),
    [account, happen],
  );
  useEffect(() => {
    const ends = [
      onKeptElsewhere(account, (kept) => void happen({ kind: "kept elsewhere", kept })),
      onOtherTabs(account, (news) => {
        if (news.kind === "discarded" && news.place === current(now).place)
          void happen({ kind: "discarded elsewhere" });
      }),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [account, happen]);

  // Each keystroke begins the pause anew.
  useEffect(() => {
    const due = dueIn(state, shut);
    if (due === undefined) return;
    const timer = setTimeout(() => void happen({ kind: "due" }), due);
    return () => clearTimeout(timer);
  }, [state, shut, happen]);

  // Whoever leaves within the pause leaves nothing behind; until then nobody else sends it.
  useEffect(() => {
    there.current = true;
    const close = openRows.add(() => current(now).place);
    return () => {
      there.current = false;
      close();
      if (leavesUnsent(current(now), latest.current.shut)) void saveKept(account, current(now).place).catch(isTold);
    };
  }, [account]);

  const type = useCallback((words: Typed) => void happen({ kind: "typed", words }), [happen]);
  const settle = useCallback((theirs: Row, typed: Typed) => void happen({ kind: "settled", theirs, typed }), [happen]);
  const discard = useCallback(() => void happen({ kind: "discarded" }), [happen]);
  const holdBack = useCallback((held: boolean) => void happen({ kind: "held", held }), [happen]);
  const complete = useCallback((reason: string) => happen({ kind: "completed", reason }), [happen]);
  const { typed, row, save, wanted, inPageAlone } = state;
  return {
    ...{ typed, row, inPageAlone, type, settle, discard, complete, holdBack },
    state: save,
    stored: storedWords(state),
    cells: typedCells(state),
    completing: save.kind === "saving" && wanted !== undefined,
    differs: !holdsTyped(state),
  };
}

function current({ current: state }: { readonly current: RowEditing | undefined }): RowEditing {
  if (state === undefined) throw new Error("no form is open");
  return state;
}

function keepWords(account: string, state: RowEditing, { patient, centre }: Opened, afresh = false): void {
  const { place, table, base, typed, language, held, wanted } = state;
  const { attempt, ...before } = readKept(account, place) ?? {};
  const words = { place, table: table.name, row: base, cells: typed, language, held, wanted };
  const child = { patient: base?.patient ?? patient, centre: base?.centre ?? centre };
  keep(
    account,
    keptWith(
      afresh || attempt === undefined ? before : { ...before, attempt },
      { ...words, ...child },
      new Date().toISOString(),
    ),
  );
}

/** A save that fails after its form was left stays kept, and the list of what waits says why. */
function isTold(error: unknown): void {
  if (!isPassing(error) && !(error instanceof ApiProblem)) throw error;
}

function failureOf(error: unknown): Failure {
  if (isPassing(error)) return { kind: "passing" };
  if (error instanceof ApiProblem && error.status === 409) {
    const { theirs, differences = [] } = charts.conflictIn(error.body);
    if (theirs !== undefined) return { kind: "conflict", theirs, differences };
  }
  return { kind: "refused", error };
}

/** What a new row of a table begins with: what surely holds, and what the address asks for. */
export function beginningOf(table: Table, given: Readonly<Record<string, string | undefined>>): Typed {
  const names = new Set(table.fields.map(({ name }) => name));
  const asked = Object.entries(given).flatMap(([name, value]) =>
    names.has(name) && name !== keyOf(table).name && value !== undefined ? [[name, value] as const] : [],
  );
  return Object.fromEntries(asked);
}
