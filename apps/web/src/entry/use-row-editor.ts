import { keyOf, type Table } from "@osteon/codebook";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { useMe } from "../api/me.ts";
import { ApiProblem, send, Unreachable } from "../api/request.ts";
import type { Row } from "../api/shapes.ts";
import { readAgain } from "../api/use-get.ts";
import { useLanguage } from "../words/words.ts";
import { dropKept, keep, readKept } from "./kept.ts";
import type { Difference, SavedAnswer, SaveState } from "./save-state.ts";
import { cellsOf, sameCells, type Typed, typedOf } from "./typed-cells.ts";

/** After so many milliseconds without a keystroke a draft is sent. */
const PAUSE = 700;
/** So long until an unreachable server is tried again. */
const AGAIN = 2500;

interface Opened {
  readonly table: Table;
  readonly patient: string;
  readonly centre: string;
  /** The row as it was read; none for a new one. */
  readonly row: Row | undefined;
  /** What a new row begins with. */
  readonly begins: Typed;
  readonly onMade: (row: Row) => void;
}

export interface RowEditor {
  readonly typed: Typed;
  readonly cells: Readonly<Record<string, string>>;
  readonly row: Row | undefined;
  readonly state: SaveState;
  readonly type: (field: string, words: string) => void;
  /** Saves as complete, with the reason where the row was complete before. */
  readonly complete: (reason: string) => Promise<boolean>;
  /** After a conflict: goes on with these words on top of the other person's version. */
  readonly settle: (theirs: Row, cells: Typed) => void;
  readonly holdBack: (held: boolean) => void;
}

/**
 * One row while it is written. Every keystroke is kept on this device at once; drafts are sent after a pause, one save
 * at a time; complete rows are sent only by `complete`. A lost connection is tried again until the server confirms.
 */
export function useRowEditor({ table, patient, centre, row: opened, begins, onMade }: Opened): RowEditor {
  const { account } = useMe();
  const language = useLanguage();
  const client = useQueryClient();
  const place = useRef(`${patient}/${table.name}/${opened?.key ?? "new"}`);
  const kept = useRef(readKept(account, place.current));
  const [row, setRow] = useState(opened);
  const [typed, setTyped] = useState<Typed>(
    () => kept.current?.cells ?? (opened === undefined ? begins : typedOf(table, opened.cells, language)),
  );
  const [state, setState] = useState<SaveState>(kept.current === undefined ? { kind: "untouched" } : { kind: "kept" });
  const now = useRef({
    typed,
    row,
    centre,
    version: kept.current?.version ?? opened?.version ?? 0,
    key: kept.current?.key ?? crypto.randomUUID(),
  });
  now.current = { ...now.current, typed, row, centre };
  const saving = useRef<Promise<boolean> | undefined>(undefined);
  const held = useRef(false);
  const there = useRef(true);

  const write = useCallback(
    async (status: "draft" | "complete", reason: string): Promise<boolean> => {
      const { typed: sent, row: known, version, key } = now.current;
      const cells = cellsOf(table, sent);
      setState({ kind: "saving" });
      try {
        const { body } = await (known === undefined
          ? send<SavedAnswer>(
              "POST",
              `/api/charts/${table.name}`,
              {
                cells: { ...cells, ...(table.name === "patient" ? {} : { patient }) },
                status,
                centre: now.current.centre,
              },
              { key },
            )
          : send<SavedAnswer>(
              "PUT",
              `/api/charts/${table.name}/${encodeURIComponent(known.key)}`,
              { cells, status, ...(reason === "" ? {} : { reason }) },
              { version },
            ));
        now.current = { ...now.current, row: body.row, version: body.row.version, key: crypto.randomUUID() };
        setRow(body.row);
        dropKept(account, place.current);
        if (known === undefined) {
          place.current = `${body.row.patient}/${table.name}/${body.row.key}`;
          if (there.current) onMade(body.row);
        }
        const later = now.current.typed;
        if (sameCells(table, sent, later)) setState({ kind: "saved", at: body.row.writtenAt });
        else {
          keep(account, place.current, {
            cells: later,
            version: body.row.version,
            key: now.current.key,
            at: new Date().toISOString(),
          });
          setState({ kind: "kept" });
        }
        void readAgain(client, "/api/patients", "/api/queries", "/api/dashboard", "/api/schedule");
        return true;
      } catch (error) {
        setState(stateAfter(error));
        return false;
      }
    },
    [table, patient, account, client, onMade],
  );

  const save = useCallback(
    async (status: "draft" | "complete", reason = ""): Promise<boolean> => {
      await saving.current;
      saving.current = write(status, reason);
      return await saving.current;
    },
    [write],
  );

  const type = useCallback(
    (field: string, words: string) => {
      const next = { ...now.current.typed, [field]: words };
      now.current = { ...now.current, typed: next };
      const { version, key } = now.current;
      keep(account, place.current, { cells: next, version, key, at: new Date().toISOString() });
      setTyped(next);
      setState((before) => (before.kind === "conflict" ? before : { kind: "kept" }));
    },
    [account],
  );

  const settle = useCallback(
    (theirs: Row, cells: Typed) => {
      now.current = { ...now.current, typed: cells, row: theirs, version: theirs.version };
      keep(account, place.current, {
        cells,
        version: theirs.version,
        key: now.current.key,
        at: new Date().toISOString(),
      });
      setRow(theirs);
      setTyped(cells);
      setState({ kind: "kept" });
    },
    [account],
  );

  // Drafts go by themselves, each keystroke begins the pause anew; what is complete waits for its reason.
  const isDraft = row === undefined || row.status === "draft";
  useEffect(() => {
    if (!isDraft || (state.kind !== "kept" && state.kind !== "waiting")) return;
    const timer = setTimeout(() => !held.current && void save("draft"), state.kind === "waiting" ? AGAIN : PAUSE);
    return () => clearTimeout(timer);
  }, [state, isDraft, save]);

  // Whoever leaves within the pause leaves nothing behind.
  const unsent = useRef(false);
  unsent.current = isDraft && state.kind === "kept" && !held.current;
  useEffect(() => {
    there.current = true;
    return () => {
      there.current = false;
      if (unsent.current) void save("draft");
    };
  }, [save]);

  return {
    typed,
    cells: cellsOf(table, typed),
    row,
    state,
    type,
    settle,
    complete: (reason) => save("complete", reason),
    holdBack: (hold) => {
      held.current = hold;
      if (!hold) setState((before) => (before.kind === "kept" ? { kind: "kept" } : before));
    },
  };
}

function stateAfter(error: unknown): SaveState {
  if (error instanceof Unreachable) return { kind: "waiting" };
  // The session ended: the page asks to sign in again, and the save is tried until it is confirmed.
  if (error instanceof ApiProblem && (error.status === 401 || error.status === 503)) return { kind: "waiting" };
  if (error instanceof ApiProblem && error.status === 409 && error.body.theirs !== undefined) {
    const { theirs, differences } = error.body as unknown as { theirs: Row; differences: readonly Difference[] };
    return { kind: "conflict", theirs, differences };
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
