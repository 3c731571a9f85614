import type { Chart } from "@osteon/api";
import { useState } from "react";
import { may, useMe } from "../api/me.ts";
import { rowsOf } from "../patient/chart-rows.ts";
import type { LesionSeen } from "../patient/lesion-states.ts";
import { useLesionName } from "../patient/lesion-words.ts";
import { useWords } from "../words/words.ts";
import { RemovalDialog } from "./removal-dialog.tsx";
import { REMOVAL_WORDS } from "./removal-words.ts";

interface Parts {
  readonly chart: Chart;
  readonly seen: LesionSeen;
}

/** Takes a lesion back; where other examinations looked at it too, it asks whether these go as well. */
export function RemoveLesion({ chart, seen }: Parts) {
  const says = useWords(REMOVAL_WORDS);
  const me = useMe();
  const lesionName = useLesionName();
  const { lesion, observation } = seen;
  const [open, setOpen] = useState(false);
  const [onlyHere, setOnlyHere] = useState(true);
  const others = rowsOf(chart, "lesion_observation").filter(
    ({ key, cells }) => cells.lesion === lesion.key && key !== observation?.key,
  ).length;
  if (!may(me, "chart delete", chart.centre) && lesion.writtenBy !== me.account) return null;
  const asks = observation !== undefined && others > 0;
  const name = lesionName(lesion);
  return (
    <>
      <button type="button" className="quiet" aria-label={`${says.remove}: ${name}`} onClick={() => setOpen(true)}>
        {says.remove}
      </button>
      {open ? (
        <RemovalDialog
          row={asks && onlyHere ? observation : lesion}
          name={says.ofChild(name, chart.patient)}
          onClose={() => setOpen(false)}
          onRemoved={() => setOpen(false)}
        >
          {asks ? (
            <fieldset className="stack removal-choice">
              <legend>{says.whatGoes}</legend>
              <label>
                <input type="radio" name="what" checked={onlyHere} onChange={() => setOnlyHere(true)} /> {says.onlyHere}
              </label>
              <label>
                <input type="radio" name="what" checked={!onlyHere} onChange={() => setOnlyHere(false)} />{" "}
                {says.altogether(others)}
              </label>
            </fieldset>
          ) : null}
        </RemovalDialog>
      ) : null}
    </>
  );
}
