import type { Chart } from "@osteon/api";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { may, useMe } from "../api/me.ts";
import { DeleteRow } from "../entry/delete-row.tsx";
import { bilingual, useWords } from "../words/words.ts";
import { ownRow } from "./chart-rows.ts";
import { RenameDialog } from "./rename-dialog.tsx";

const WORDS = bilingual({ rename: ["Rename", "Umbenennen"] });

/** What is done to a child as a whole, by who may delete: another pseudonym, or away with it. */
export function ChildActions({ chart }: { readonly chart: Chart }) {
  const says = useWords(WORDS);
  const me = useMe();
  const navigate = useNavigate();
  const [renames, setRenames] = useState(false);
  const row = ownRow(chart);
  if (row === undefined) return null;
  return (
    <div className="row no-print">
      {may(me, "chart delete", chart.centre) ? (
        <button type="button" className="quiet" onClick={() => setRenames(true)}>
          {says.rename}
        </button>
      ) : null}
      <DeleteRow chart={chart} row={row} quiet />
      {renames ? (
        <RenameDialog
          chart={chart}
          onClose={() => setRenames(false)}
          onRenamed={(patient) =>
            void navigate({
              to: "/centres/$centre/patients/$patient",
              params: { centre: chart.centre, patient },
              replace: true,
            })
          }
        />
      ) : null}
    </div>
  );
}
