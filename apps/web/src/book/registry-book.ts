import { ownFields } from "@osteon/api";
import {
  type Analyte,
  type Codebook,
  codebookWith,
  type Drug,
  type OwnField,
  SHIPPED,
  type Table,
  tableNamed as tableOf,
  withOwn,
} from "@osteon/codebook";
import { useEffect, useSyncExternalStore } from "react";
import { useGet } from "../api/use-get.ts";
import { store, stored } from "../frame/device-store.ts";

/** What a registry added to the codebook: the entries of its lists, and fields of its own. */
export interface Grown {
  readonly drugs: readonly Drug[];
  readonly analytes: readonly Analyte[];
  readonly own: readonly OwnField[];
}

/** Where the registry says what it added. */
export const GROWN = "/api/codebook/grown";

/** What was told last stays on the device, so that a form is whole without a connection; it says nothing of a child. */
const KEPT = "osteon.book";

const changed = new EventTarget();
let text = "";
let held: Codebook = SHIPPED;

/** The codebook of the registry that the page belongs to. There is one in a tab, and what reads a cell asks for it. */
export const registryBook = (): Codebook => held;

/** The table of that name, with the fields that the registry added. */
export const tableNamed = (name: string): Table => tableOf(name, held.tables);

/** Its tables, each with the fields that the registry added. */
export const registryTables = (): readonly Table[] => held.tables;

function take(told: string): void {
  if (told === text) return;
  const { drugs, analytes, own } = JSON.parse(told) as Grown;
  held = withOwn(codebookWith({ drugs, analytes }), own, "new");
  text = told;
  changed.dispatchEvent(new Event("changed"));
}

/** A device may hold what an earlier release wrote: it is asked for again. */
function takeKept(): boolean {
  const kept = stored(KEPT);
  if (kept === undefined) return false;
  try {
    take(kept);
    return true;
  } catch {
    return false;
  }
}

function subscribe(notify: () => void): () => void {
  changed.addEventListener("changed", notify);
  return () => changed.removeEventListener("changed", notify);
}

/** As `registryBook`, drawn anew when it changes. */
export const useRegistryBook = (): Codebook => useSyncExternalStore(subscribe, registryBook, registryBook);

/** Reads the codebook of the registry while somebody is signed in; tells whether forms can be drawn by it. */
export function useBookRead(isSignedIn: boolean): boolean {
  const told = useGet(ownFields.readGrown, isSignedIn ? {} : undefined);
  const said = told.data === undefined ? undefined : JSON.stringify(told.data);
  useEffect(() => {
    if (said === undefined) return;
    take(said);
    store(KEPT, said);
  }, [said]);
  useRegistryBook();
  return text !== "" || takeKept() || told.error !== null;
}
