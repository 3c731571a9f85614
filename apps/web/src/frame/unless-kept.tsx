import type { ReactNode } from "react";
import { useMe } from "../api/me.ts";
import { Panel } from "../design/page.tsx";
import { KeptNote, keptTables } from "./kept-note.tsx";

interface Parts {
  readonly centre: string;
  /** Tables that the part of the page is made of. */
  readonly of: readonly string[];
  /** What the part is called, so that whoever looks for it finds why it is not there. */
  readonly title: string;
  readonly children: ReactNode;
}

/** A part of the page, or in its place that what it is made of is kept from the person's role. */
export function UnlessKept({ centre, of, title, children }: Parts) {
  const kept = keptTables(useMe(), { centre, of });
  if (kept.length === 0) return children;
  return (
    <Panel title={title}>
      <KeptNote centre={centre} of={of} />
    </Panel>
  );
}
