import type { EncounterConflict, Row, SavedEncounter } from "@osteon/api";
import { encounters } from "@osteon/api";
import { useCallback, useEffect, useRef, useState } from "react";
import { useMe } from "../api/me.ts";
import { ApiProblem } from "../api/request.ts";
import { isPassing } from "../entry/save-kept.ts";
import { useLanguage } from "../words/words.ts";
import { bodyOf, type Outgoing } from "./encounter-of.ts";
import {
  dropVisit,
  isVisitInPageAlone,
  type KeptVisit,
  keepVisit,
  onVisitKept,
  readKeptVisit,
  visitPlace,
} from "./kept-visit.ts";
import { openVisits } from "./open-visits.ts";
import { onVisitSent, sendVisit, takeJustSent } from "./send-visit.ts";
import { type ReadRows, readName, type VisitState } from "./visit-state.ts";
import { stateIn } from "./visit-state-of.ts";

/** So long until a registry that does not answer is asked again, in ms. */
const AGAIN = 2500;

/** Where the visit is now; only `saved` was confirmed by the registry. */
export type VisitSave =
  | { readonly kind: "untouched" }
  | { readonly kind: "kept"; readonly since: string }
  | { readonly kind: "saving" }
  | { readonly kind: "waiting" }
  | { readonly kind: "saved"; readonly saved: SavedEncounter; readonly status: Row["status"] }
  | { readonly kind: "refused"; readonly error: unknown; readonly places: readonly string[] }
  | {
      readonly kind: "conflict";
      readonly conflicts: NonNullable<EncounterConflict["conflicts"]>;
      readonly places: readonly string[];
    }
  /** Another tab of this browser has saved or discarded it. */
  | { readonly kind: "elsewhere" };

interface Opened {
  readonly centre: string;
  readonly patient: string;
  /** The number of a visit that stands. */
  readonly visit: string | undefined;
  readonly begins: { readonly state: VisitState; readonly read: ReadRows };
  /** The registry has it: a new visit has its number now. */
  readonly onSaved: (visit: string) => void;
}

export interface VisitEditor {
  readonly state: VisitState;
  readonly read: ReadRows;
  readonly save: VisitSave;
  readonly differs: boolean;
  readonly inPageAlone: boolean;
  readonly change: (to: (state: VisitState) => VisitState, reads?: readonly Row[]) => void;
  /** Sends all of it at once. */
  readonly send: (outgoing: Outgoing, status: Row["status"], reason: string) => void;
  readonly discard: () => void;
  /** Goes on after a conflict, on top of the rows as others left them. */
  readonly rebase: (state: VisitState, rows: readonly Row[]) => void;
}

/**
 * A visit while it is typed. Every keystroke is kept on this device at once, in every tab that is open on the same visit; it is
 * sent whole, when the person says so, and again until the registry answers.
 */
export function useVisitEditor({ centre, patient, visit, begins, onSaved }: Opened): VisitEditor {
  const { account } = useMe();
  const language = useLanguage();
  const place = useRef(visitPlace(centre, patient, visit));
  const [first] = useState(() => readKeptVisit(account, place.current));
  const [state, setState] = useState(() => (first === undefined ? begins.state : inLanguage(first, language)));
  const [read, setRead] = useState(first?.read ?? begins.read);
  const [save, setSave] = useState<VisitSave>(() => beginning(place.current, first));
  const [differs, setDiffers] = useState(first !== undefined);
  const [typedIn, setTypedIn] = useState(language);
  const now = useRef({ state, read, language, visit });
  now.current = { state, read, language, visit: now.current.visit };
  if (typedIn !== language) {
    setTypedIn(language);
    setState(stateIn(state, typedIn, language));
  }

  const keepNow = useCallback(
    (next: VisitState, rows: ReadRows, more: Partial<KeptVisit> = {}) => {
      const before = readKeptVisit(account, place.current);
      const since = before?.since ?? new Date().toISOString();
      keepVisit(account, {
        ...{ place: place.current, centre, patient, visit: now.current.visit, since },
        ...(before?.attempt === undefined ? {} : { attempt: before.attempt }),
        ...{ state: next, read: rows, language: now.current.language },
        ...more,
      });
      now.current = { ...now.current, state: next, read: rows };
      setState(next);
      setRead(rows);
      setDiffers(true);
      return since;
    },
    [account, centre, patient],
  );

  const change = useCallback(
    (to: (state: VisitState) => VisitState, reads: readonly Row[] = []) => {
      const rows = { ...now.current.read };
      // What was read first counts: a later version would hide that somebody else wrote.
      for (const row of reads) rows[readName(row.table, row.key)] ??= row;
      const since = keepNow(to(now.current.state), rows);
      setSave((before) =>
        before.kind === "conflict" || before.kind === "saving" || before.kind === "waiting"
          ? before
          : { kind: "kept", since },
      );
    },
    [keepNow],
  );

  const sendNow = useCallback(
    async (places: readonly string[]) => {
      setSave({ kind: "saving" });
      try {
        await sendVisit(account, place.current);
      } catch (error) {
        setSave(saveAfter(error, places));
      }
    },
    [account],
  );

  const send = useCallback(
    (outgoing: Outgoing, status: Row["status"], reason: string) => {
      const { state: typed, read: rows, visit: standing } = now.current;
      const places = outgoing.rows.map((row) => row.place);
      // What was sent and not answered may be written: it is sent again before anything newer.
      const unanswered = readKeptVisit(account, place.current)?.attempt;
      if (unanswered !== undefined) {
        void sendNow(unanswered.places);
        return;
      }
      keepNow(typed, rows, {
        refused: undefined,
        attempt: {
          ...{ key: crypto.randomUUID(), visit: standing, status, places, typed: JSON.stringify(typed) },
          body: bodyOf(outgoing, status, reason),
          removed: outgoing.removed.map(({ row }) => readName(row.table, row.key)),
        },
      });
      void sendNow([...places, ...outgoing.removed.map((one) => one.place)]);
    },
    [account, keepNow, sendNow],
  );

  useEffect(
    () =>
      onVisitSent(({ from, saved, status, left }) => {
        if (from !== place.current) return;
        const key = saved.visit.key;
        place.current = visitPlace(centre, patient, key);
        now.current = { ...now.current, visit: key };
        if (left !== undefined) {
          setState(left.state);
          setRead(left.read);
          now.current = { ...now.current, state: left.state, read: left.read };
        }
        setDiffers(left !== undefined);
        setSave({ kind: "saved", saved, status });
        onSaved(key);
      }),
    [centre, patient, onSaved],
  );

  // Another tab that is open on the same visit types into the same words.
  useEffect(
    () =>
      onVisitKept((elsewhere) => {
        if (!elsewhere) return;
        const kept = readKeptVisit(account, place.current);
        if (kept === undefined) {
          setSave((before) => (before.kind === "kept" || before.kind === "waiting" ? { kind: "elsewhere" } : before));
          return;
        }
        setState(inLanguage(kept, now.current.language));
        setRead(kept.read);
        setDiffers(true);
        setSave((before) => (before.kind === "untouched" ? { kind: "kept", since: kept.since } : before));
      }),
    [account],
  );

  useEffect(() => openVisits.add(() => place.current), []);

  useEffect(() => {
    if (save.kind !== "waiting") return;
    const again = () => void sendNow(readKeptVisit(account, place.current)?.attempt?.places ?? []);
    const timer = setTimeout(again, AGAIN);
    window.addEventListener("online", again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("online", again);
    };
  }, [save, account, sendNow]);

  return {
    ...{ state, read, save, differs, change, send },
    inPageAlone: isVisitInPageAlone(account, place.current),
    discard: useCallback(() => dropVisit(account, place.current), [account]),
    rebase: useCallback(
      (next: VisitState, rows: readonly Row[]) => {
        const others = Object.fromEntries(rows.map((row) => [readName(row.table, row.key), row]));
        const since = keepNow(next, { ...now.current.read, ...others });
        setSave({ kind: "kept", since });
      },
      [keepNow],
    ),
  };
}

const inLanguage = ({ state, language: was }: KeptVisit, language: KeptVisit["language"]): VisitState =>
  stateIn(state, was, language);

/** What was asked for before a reload is asked for again. */
function beginning(place: string, kept: KeptVisit | undefined): VisitSave {
  if (kept?.attempt !== undefined) return { kind: "waiting" };
  const sent = takeJustSent(place);
  if (sent !== undefined) return { kind: "saved", saved: sent.saved, status: sent.status };
  return kept === undefined ? { kind: "untouched" } : { kind: "kept", since: kept.since };
}

function saveAfter(error: unknown, places: readonly string[]): VisitSave {
  if (isPassing(error)) return { kind: "waiting" };
  if (error instanceof ApiProblem && error.status === 409) {
    const { conflicts } = encounters.encounterConflictIn(error.body);
    if (conflicts !== undefined && conflicts.length > 0) return { kind: "conflict", conflicts, places };
  }
  return { kind: "refused", error, places };
}
