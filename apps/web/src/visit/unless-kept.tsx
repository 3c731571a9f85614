import type { ReactNode } from "react";
import { useMe } from "../api/me.ts";
import { KeptNote, keptTables } from "../frame/kept-note.tsx";

interface Parts {
  readonly centre: string;
  /** Tables that the part of the page writes. */
  readonly of: readonly string[];
  readonly children: ReactNode;
}

/** A part of the page, or that what it writes is kept from the person's role. */
export function UnlessKept({ centre, of, children }: Parts) {
  const kept = keptTables(useMe(), { centre, of });
  return kept.length > 0 ? <KeptNote centre={centre} of={of} /> : children;
}
