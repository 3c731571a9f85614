import type { Row } from "@osteon/api";
import { charts } from "@osteon/api";
import { keyOf, type Table } from "@osteon/codebook";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { CHILDREN } from "../api/addresses.ts";
import { useMe } from "../api/me.ts";
import { ApiProblem } from "../api/request.ts";
import { readAgain } from "../api/use-get.ts";
import { useLanguage } from "../words/words.ts";
import { dropKept, isKeptInPageAlone, type Kept, keep, languageOf, readKept } from "./kept.ts";
import { openRows } from "./open-rows.ts";
import { isPassing, newestOf, onConfirmed, saveKept } from "./save-kept.ts";
import type { SaveState } from "./save-state.ts";
import { cellsOf, sameCells, type Typed, typedIn, typedOf } from "./typed-cells.ts";

/** After so many milliseconds without a keystroke a draft is sent. */
const PAUSE = 700;
/** So long until an unreachable server is tried again. */
const AGAIN = 2500;

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
  readonly type: (field: string, words: string) => void;
  /** Saves as complete, with the reason where the row was complete before. */
  readonly complete: (reason: string) => Promise<boolean>;
  /** After a conflict: goes on with these words on top of the other person's version. */
  readonly settle: (theirs: Row, cells: Typed) => void;
  /** Lets go of what was typed since the last save. */
  readonly discard: () => void;
  readonly holdBack: (held: boolean) => void;
}

/**
 * One row while it is written. Every keystroke is kept on this device at once; drafts are sent after a pause, one save
 * at a time; complete rows are sent only by `complete`. A lost connection is tried again until the server confirms.
 */
export function useRowEditor(opened: Opened): RowEditor {
  const { table, begins, shut } = opened;
  const { account } = useMe();
  const language = useLanguage();
  const client = useQueryClient();
  const place = useRef(opened.place);
  const kept = useRef(readKept(account, place.current));
  const read = newestOf(place.current, opened.row) ?? kept.current?.row;
  const [row, setRow] = useState(read);
  const stored = useCallback(
    (of: Row | undefined): Typed => (of === undefined ? begins : typedOf(table, of.cells, language)),
    [begins, table, language],
  );
  const [typed, setTyped] = useState<Typed>(() =>
    kept.current === undefined ? stored(read) : typedIn(table, kept.current.cells, languageOf(kept.current), language),
  );
  const [typedLanguage, setTypedLanguage] = useState(language);
  if (typedLanguage !== language) {
    setTypedLanguage(language);
    setTyped(typedIn(table, typed, typedLanguage, language));
  }
  const [state, setState] = useState<SaveState>(() => beginningState(kept.current));
  const now = useRef({ ...opened, typed, base: kept.current === undefined ? row : kept.current.row });
  now.current = { ...now.current, ...opened, typed };
  const there = useRef(true);
  const held = useRef(false);

  const keepNow = useCallback(
    (more: Partial<Kept>) => {
      const { typed: cells, patient, centre, base } = now.current;
      const before = readKept(account, place.current);
      const since = before?.since ?? new Date().toISOString();
      const whole = { place: place.current, table: table.name, patient, centre, row: base, since };
      keep(account, { ...whole, ...before, cells, language, wanted: undefined, refused: undefined, ...more });
    },
    [account, table, language],
  );

  const save = useCallback(
    async (wanted?: Kept["wanted"]): Promise<boolean> => {
      if (wanted !== undefined) keepNow({});
      setState({ kind: "saving" });
      try {
        const saved = await saveKept(account, place.current, wanted);
        // Another tab may have sent it meanwhile.
        setState((after) => (after.kind === "saving" ? { kind: "saved", at: saved?.writtenAt ?? "" } : after));
        return true;
      } catch (error) {
        setState(stateAfter(error));
        return false;
      }
    },
    [account, keepNow],
  );

  // A save is told of whoever asked for it: this form, the one that was open before, or the list of what waits.
  const { onMade } = opened;
  useEffect(
    () =>
      onConfirmed(({ from, place: next, row: saved }) => {
        if (from !== place.current) return;
        const before = { row: now.current.base, place: from };
        now.current = { ...now.current, base: saved };
        place.current = next;
        setRow(saved);
        if (before.place !== next && there.current) onMade(saved);
        const left = readKept(account, next);
        setState(
          left === undefined
            ? { kind: "saved", at: saved.writtenAt }
            : { kind: left.wanted === undefined ? "kept" : "saving" },
        );
      }),
    [account, onMade],
  );

  const { onBegun } = opened;
  const type = useCallback(
    (field: string, words: string) => {
      now.current = { ...now.current, typed: { ...now.current.typed, [field]: words } };
      if (readKept(account, place.current) === undefined && now.current.base === undefined) onBegun();
      keepNow({ held: held.current || undefined });
      setTyped(now.current.typed);
      setState((before) => (before.kind === "conflict" ? before : { kind: "kept" }));
    },
    [account, keepNow, onBegun],
  );

  const settle = useCallback(
    (theirs: Row, cells: Typed) => {
      now.current = { ...now.current, typed: cells, base: theirs };
      keepNow({ row: theirs, attempt: undefined });
      setRow(theirs);
      setTyped(cells);
      setState({ kind: "kept" });
    },
    [keepNow],
  );

  const discard = useCallback(() => {
    const back = state.kind === "conflict" ? state.theirs : now.current.base;
    dropKept(account, place.current);
    now.current = { ...now.current, typed: stored(back), base: back };
    setRow(back);
    setTyped(now.current.typed);
    setState({ kind: "untouched" });
    void readAgain(client, ...CHILDREN);
  }, [account, client, state, stored]);

  // Drafts go by themselves, each keystroke begins the pause anew; what is complete waits for its reason.
  const wanted = readKept(account, place.current)?.wanted;
  const isDraft = row === undefined || row.status === "draft";
  useEffect(() => {
    if (shut) return;
    if (!(isDraft && state.kind === "kept") && state.kind !== "waiting") return;
    const timer = setTimeout(() => !held.current && void save(wanted), state.kind === "waiting" ? AGAIN : PAUSE);
    return () => clearTimeout(timer);
  }, [state, isDraft, save, wanted, shut]);

  // Whoever leaves within the pause leaves nothing behind; until then nobody else sends it.
  const unsent = useRef(false);
  unsent.current = !shut && isDraft && state.kind === "kept" && !held.current;
  useEffect(() => {
    there.current = true;
    const close = openRows.add(() => place.current);
    return () => {
      there.current = false;
      close();
      if (unsent.current) void saveKept(account, place.current).catch(isTold);
    };
  }, [account]);

  const holdBack = useCallback(
    (hold: boolean) => {
      held.current = hold;
      if (readKept(account, place.current) !== undefined) keepNow({ held: hold || undefined });
      if (!hold) setState((before) => (before.kind === "kept" ? { kind: "kept" } : before));
    },
    [account, keepNow],
  );

  return {
    typed,
    stored: stored(row),
    cells: cellsOf(table, typed, language),
    row,
    state,
    completing: state.kind === "saving" && wanted !== undefined,
    // The registry's own columns stand in no form of a new row.
    differs: !sameCells(table, { ...typed, ...ownColumns(table, row) }, stored(row), language),
    inPageAlone: isKeptInPageAlone(account, place.current),
    type,
    settle,
    discard,
    complete: (reason) => save({ status: "complete", reason }),
    holdBack,
  };
}

const ownColumns = (table: Table, row: Row | undefined): Typed =>
  row === undefined ? {} : { [keyOf(table).name]: row.key, patient: row.patient };

/** What was asked for before a reload is asked for again. */
const beginningState = (kept: Kept | undefined): SaveState => ({
  kind: kept === undefined ? "untouched" : kept.wanted === undefined ? "kept" : "waiting",
});

/** A save that fails after its form was left stays kept, and the list of what waits says why. */
function isTold(error: unknown): void {
  if (!isPassing(error) && !(error instanceof ApiProblem)) throw error;
}

function stateAfter(error: unknown): SaveState {
  if (isPassing(error)) return { kind: "waiting" };
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
