import { drop, holdsInPage, isInPageAlone, store, stored, storedNames } from "../frame/device-store.ts";
import { type Kept, readWords } from "./kept-shape.ts";

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

/** Calls back with what another tab keeps of a row. */
export function onKeptElsewhere(account: string, notify: (kept: Kept) => void): () => void {
  const hear = ({ key, newValue }: StorageEvent) => {
    const kept =
      key?.startsWith(nameOf(account, "")) === true && newValue !== null ? readWords(newValue).kept : undefined;
    if (kept !== undefined) notify(kept);
  };
  window.addEventListener("storage", hear);
  return () => window.removeEventListener("storage", hear);
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
  return text === undefined ? undefined : readWords(text).kept;
}

/** Everything that is kept for a person, the oldest first. */
export function allKept(account: string): readonly Kept[] {
  return storedNames(`${PREFIX}${account}.`)
    .flatMap((name) => readWords(stored(name) ?? "").kept ?? [])
    .sort((one, other) => one.since.localeCompare(other.since) || one.place.localeCompare(other.place));
}

export function dropKept(account: string, place: string): void {
  drop(nameOf(account, place));
  changed.dispatchEvent(new Event("changed"));
}

const ASIDE = "osteon.aside.";

/** What stands on the device of a row and cannot be sent by this version: words for fields it does not have, or a text it cannot read. */
export interface SetAside {
  /** Under which it lies on the device. */
  readonly name: string;
  readonly place: string;
  readonly text: string;
}

/**
 * Puts aside what an earlier version, a later one or somebody else kept and this version cannot send, so that the rest can go
 * and nothing is lost with it. Asked once the registry's own fields are known.
 */
export function setAsideForeign(account: string): void {
  for (const name of storedNames(nameOf(account, ""))) {
    const text = stored(name) ?? "";
    const { kept, foreign } = readWords(text);
    if (foreign === undefined) continue;
    store(`${ASIDE}${name.slice(PREFIX.length)}`, foreign);
    if (kept === undefined) drop(name);
    else store(name, JSON.stringify(kept));
  }
  changed.dispatchEvent(new Event("changed"));
}

/** Everything that was put aside for a person. */
export const allSetAside = (account: string): readonly SetAside[] =>
  storedNames(`${ASIDE}${account}.`)
    .toSorted()
    .map((name) => ({ name, place: name.slice(`${ASIDE}${account}.`.length), text: stored(name) ?? "" }));

export function dropSetAside({ name }: SetAside): void {
  drop(name);
  changed.dispatchEvent(new Event("changed"));
}
