import { problems, type Row, storedRow, told } from "@osteon/api";
import type { Problem } from "@osteon/codebook";
import type { Language } from "@osteon/words";
import { z } from "zod";
import { drop, holdsInPage, isInPageAlone, store, stored, storedNames } from "../frame/device-store.ts";
import type { Typed } from "./typed-cells.ts";

/** One try to write, word for word as it was sent: sent again after a lost answer it writes once. */
export interface Attempt {
  readonly key: string;
  readonly version: number;
  readonly typed: Typed;
  readonly language?: Language;
  readonly status: Row["status"];
  readonly reason: string;
}

/**
 * What was typed and not yet confirmed by the server, kept on this device so that neither a lost connection nor a closed
 * tab loses a keystroke. It is taken away once the server confirms, or when the person discards it.
 */
export interface Kept {
  readonly place: string;
  readonly table: string;
  readonly patient: string;
  readonly centre: string;
  readonly cells: Typed;
  /** In which its words were typed; earlier releases did not note it. */
  readonly language?: Language;
  /** The row as it was read when typing began; none for a new one. */
  readonly row: Row | undefined;
  readonly since: string;
  /** What the person asked for: without it a draft goes by itself, and a complete row waits for its reason. */
  readonly wanted?: { readonly status: "complete"; readonly reason: string } | undefined;
  readonly attempt?: Attempt | undefined;
  /** The field that is being typed in may not be sent before it is left: half a pseudonym is one. */
  readonly held?: boolean | undefined;
  /** A save of it found nobody who answers. */
  readonly unanswered?: boolean | undefined;
  /** Why the registry did not take it. */
  readonly refused?: { readonly status: number; readonly problems: readonly Problem[] } | undefined;
}

const PREFIX = "osteon.kept.";
const nameOf = (account: string, place: string): string => `${PREFIX}${account}.${place}`;

/** Tells that something was kept or taken away, so that the list on every page is true. */
const changed = new EventTarget();

/** Calls back when what is kept changes, in this tab or another one. */
export function onKeptChange(notify: () => void): () => void {
  changed.addEventListener("changed", notify);
  window.addEventListener("storage", notify);
  return () => {
    changed.removeEventListener("changed", notify);
    window.removeEventListener("storage", notify);
  };
}

/** Keeps it on this device; where that has no room, in this page alone until the registry has it. */
export function keep(account: string, kept: Kept): void {
  store(nameOf(account, kept.place), JSON.stringify(kept));
  changed.dispatchEvent(new Event("changed"));
}

// Whoever closes a page that alone holds words is asked first.
if (typeof window !== "undefined")
  window.addEventListener("beforeunload", (event) => {
    if (holdsInPage(PREFIX)) event.preventDefault();
  });

/** Whether the words of a row would go with this page, since the device has no room for them. */
export const isKeptInPageAlone = (account: string, place: string): boolean => isInPageAlone(nameOf(account, place));

export function readKept(account: string, place: string): Kept | undefined {
  const text = stored(nameOf(account, place));
  return text === undefined ? undefined : keptIn(text);
}

const typed = z.record(z.string(), z.string());
const language = z.enum(["en", "de"]).optional();
const attempt = z.object({
  key: z.string(),
  version: z.number(),
  typed,
  language,
  status: z.enum(["draft", "complete"]),
  reason: z.string(),
});
const keptShape = z.object({
  place: z.string(),
  table: z.string(),
  patient: z.string(),
  centre: z.string(),
  cells: typed,
  language,
  row: storedRow.optional(),
  since: z.string(),
  wanted: z.object({ status: z.literal("complete"), reason: z.string() }).optional(),
  attempt: attempt.optional(),
  held: z.boolean().optional(),
  unanswered: z.boolean().optional(),
  refused: problems.extend({ status: z.number() }).optional(),
});

/** A device may still hold what an earlier release wrote, or what somebody else did: what is no kept row is none. */
function keptIn(text: string): Kept | undefined {
  const kept = told(keptShape, parsed(text));
  return kept === undefined ? undefined : { ...kept, row: kept.row };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Everything that is kept for a person, the oldest first. */
export function allKept(account: string): readonly Kept[] {
  return storedNames(`${PREFIX}${account}.`)
    .flatMap((name) => keptIn(stored(name) ?? "") ?? [])
    .sort((one, other) => one.since.localeCompare(other.since) || one.place.localeCompare(other.place));
}

/** Of words whose language nobody noted: what would be another number or day in the other language is asked about. */
export const languageOf = ({ language }: { readonly language?: Language | undefined }): Language => language ?? "en";

export function dropKept(account: string, place: string): void {
  drop(nameOf(account, place));
  changed.dispatchEvent(new Event("changed"));
}
