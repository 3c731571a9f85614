import type { Row } from "@osteon/api";
import { lazy, Suspense, useState } from "react";
import { may, useMe } from "../api/me.ts";
import { Panel } from "../design/page.tsx";
import { Waiting } from "../design/told.tsx";
import { useWords } from "../words/words.ts";
import { ENTRY_WORDS } from "./entry-words.ts";

const FieldStory = lazy(async () => ({ default: (await import("../quality/field-story.tsx")).FieldStory }));

/** The story of a row, read when it is asked for. */
export function RowTrail({ row }: { readonly row: Row }) {
  const says = useWords(ENTRY_WORDS);
  const [open, setOpen] = useState(false);
  if (!may(useMe(), "audit read", row.centre)) return null;
  return (
    <Panel title={says.trail}>
      {open ? (
        <Suspense fallback={<Waiting />}>
          <FieldStory centre={row.centre} table={row.table} rowKey={row.key} />
        </Suspense>
      ) : (
        <p>
          <button type="button" onClick={() => setOpen(true)}>
            {says.trail}
          </button>
        </p>
      )}
    </Panel>
  );
}
