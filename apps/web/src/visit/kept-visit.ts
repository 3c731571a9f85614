import { problems, storedRow, told } from "@osteon/api";
import type { Problem } from "@osteon/codebook";
import type { Language } from "@osteon/words";
import { z } from "zod";
import { drop, holdsInPage, isInPageAlone, store, stored, storedNames } from "../frame/device-store.ts";
import type { ReadRows, VisitState } from "./visit-state.ts";

/** One try to write a visit, word for word as it was sent: sent again after a lost answer it writes once. */
export interface VisitAttempt {
  readonly key: string;
  /** The visit that it changes; none where it enters one. */
  readonly visit?: string | undefined;
  readonly body: unknown;
  readonly status: "draft" | "complete";
  /** Where on the page its rows stand, in their order, and which rows it takes back. */
  readonly places: readonly string[];
  readonly removed: readonly string[];
  /** What was typed when it was sent. */
  readonly typed: string;
}

/**
 * A visit that was typed and that the registry does not have yet, kept on this device so that neither a lost connection nor a closed
 * tab loses a keystroke: one new visit for each child, and one for each visit that is changed.
 */
export interface KeptVisit {
  readonly place: string;
  readonly centre: string;
  readonly patient: string;
  readonly visit?: string | undefined;
  readonly state: VisitState;
  readonly read: ReadRows;
  readonly language: Language;
  readonly since: string;
  readonly attempt?: VisitAttempt | undefined;
  /** A save of it found nobody who answers. */
  readonly unanswered?: boolean | undefined;
  /** Why the registry did not take it. */
  readonly refused?: { readonly status: number; readonly problems: readonly Problem[] } | undefined;
}

/** Where a visit is kept: a new one by its child. */
export const visitPlace = (centre: string, patient: string, visit: string | undefined): string =>
  `${centre}/${patient}/${visit ?? "new"}`;

const PREFIX = "osteon.visit.";
const nameOf = (account: string, place: string): string => `${PREFIX}${account}.${place}`;

const changed = new EventTarget();

/** Calls back when a visit is kept or taken away, in this tab or another one. */
export function onVisitKept(notify: (elsewhere: boolean) => void): () => void {
  const here = () => notify(false);
  const there = (event: StorageEvent) => {
    if (event.key === null || event.key.startsWith(PREFIX)) notify(true);
  };
  changed.addEventListener("changed", here);
  window.addEventListener("storage", there);
  return () => {
    changed.removeEventListener("changed", here);
    window.removeEventListener("storage", there);
  };
}

export function keepVisit(account: string, kept: KeptVisit): void {
  store(nameOf(account, kept.place), JSON.stringify(kept));
  changed.dispatchEvent(new Event("changed"));
}

export function dropVisit(account: string, place: string): void {
  drop(nameOf(account, place));
  changed.dispatchEvent(new Event("changed"));
}

/** Whether what is typed would go with this page, since the device has no room for it. */
export const isVisitInPageAlone = (account: string, place: string): boolean => isInPageAlone(nameOf(account, place));

if (typeof window !== "undefined")
  window.addEventListener("beforeunload", (event) => {
    if (holdsInPage(PREFIX)) event.preventDefault();
  });

const words = z.record(z.string(), z.string());
const rowWords = z.object({ key: z.string().optional(), words });
const named = z.record(z.string(), rowWords);
const state = z.object({
  visit: rowWords,
  sampledOn: z.string(),
  takesLimits: z.boolean(),
  results: named,
  drugs: z.record(z.string(), z.object({ kind: z.enum(["dose", "stopped"]), words })),
  begun: named,
  effects: named,
  mri: rowWords
    .extend({ seen: named, found: z.record(z.string(), z.object({ lesion: rowWords, seen: rowWords })) })
    .optional(),
  removed: z.array(z.string()),
});
const attempt = z.object({
  key: z.string(),
  visit: z.string().optional(),
  body: z.unknown(),
  status: z.enum(["draft", "complete"]),
  places: z.array(z.string()),
  removed: z.array(z.string()),
  typed: z.string(),
});
const keptShape = z.object({
  place: z.string(),
  centre: z.string(),
  patient: z.string(),
  visit: z.string().optional(),
  state,
  read: z.record(z.string(), storedRow),
  language: z.enum(["en", "de"]),
  since: z.string(),
  attempt: attempt.optional(),
  unanswered: z.boolean().optional(),
  refused: problems.extend({ status: z.number() }).optional(),
});

/** A device may hold what an earlier release wrote: what is no kept visit is none. */
function keptIn(text: string): KeptVisit | undefined {
  const kept = told(keptShape, parsed(text));
  return kept === undefined ? undefined : { ...kept, state: { ...kept.state, mri: kept.state.mri } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export function readKeptVisit(account: string, place: string): KeptVisit | undefined {
  const text = stored(nameOf(account, place));
  return text === undefined ? undefined : keptIn(text);
}

/** Every visit that is kept for a person, the oldest first. */
export const allKeptVisits = (account: string): readonly KeptVisit[] =>
  storedNames(`${PREFIX}${account}.`)
    .flatMap((name) => keptIn(stored(name) ?? "") ?? [])
    .sort((one, other) => one.since.localeCompare(other.since) || one.place.localeCompare(other.place));
