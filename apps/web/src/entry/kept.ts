import type { Row } from "@osteon/api";
import type { Problem } from "@osteon/codebook";
import type { Language } from "@osteon/words";
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

export function keep(account: string, kept: Kept): void {
  localStorage.setItem(nameOf(account, kept.place), JSON.stringify(kept));
  changed.dispatchEvent(new Event("changed"));
}

export function readKept(account: string, place: string): Kept | undefined {
  const text = localStorage.getItem(nameOf(account, place));
  return text === null ? undefined : keptIn(text);
}

/** A device may still hold what an earlier release wrote, or what somebody else did. */
function keptIn(text: string): Kept | undefined {
  try {
    const kept = JSON.parse(text) as Partial<Kept>;
    return typeof kept.place === "string" && typeof kept.cells === "object" ? (kept as Kept) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Everything that is kept for a person, the oldest first. */
export function allKept(account: string): readonly Kept[] {
  return Object.keys(localStorage)
    .filter((name) => name.startsWith(`${PREFIX}${account}.`))
    .flatMap((name) => keptIn(localStorage.getItem(name) ?? "") ?? [])
    .sort((one, other) => one.since.localeCompare(other.since) || one.place.localeCompare(other.place));
}

/** Of words whose language nobody noted: what would be another number or day in the other language is asked about. */
export const languageOf = ({ language }: { readonly language?: Language | undefined }): Language => language ?? "en";

export function dropKept(account: string, place: string): void {
  localStorage.removeItem(nameOf(account, place));
  changed.dispatchEvent(new Event("changed"));
}
