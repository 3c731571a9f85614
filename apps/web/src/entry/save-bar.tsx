import type { Problem } from "@osteon/codebook";
import { useState } from "react";
import { Problems } from "../design/told.tsx";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { ENTRY_WORDS } from "./entry-words.ts";
import type { SaveState } from "./save-state.ts";

interface Parts {
  readonly state: SaveState;
  readonly isComplete: boolean;
  /** What must be mended before the row is complete. */
  readonly refused: readonly Problem[];
  readonly onComplete: (reason: string) => void;
}

/** Where the words typed are now, told by the server's own confirmation, and the way to complete the row. */
export function SaveBar({ state, isComplete, refused, onComplete }: Parts) {
  const says = useWords(ENTRY_WORDS);
  const format = useFormat();
  const [reason, setReason] = useState("");
  const changed = state.kind !== "untouched" && state.kind !== "saved";
  const words = {
    untouched: isComplete ? says.unchanged : says.untouched,
    kept: isComplete ? says.keptComplete : says.kept,
    saving: says.saving,
    waiting: says.waiting,
    saved:
      state.kind !== "saved"
        ? ""
        : isComplete
          ? says.saved(format.dateTime(state.at))
          : says.savedDraft(format.dateTime(state.at)),
    refused: "",
    conflict: says.conflictTitle,
  }[state.kind];
  return (
    <div className="save-bar">
      <div className="stack save-told">
        <p role="status" data-save-state={state.kind} className={`save-${state.kind}`}>
          {words}
        </p>
        {refused.length > 0 ? <p className="wrong">{says.mend(refused.length)}</p> : null}
        {state.kind === "refused" ? <Problems error={state.error} /> : null}
      </div>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          onComplete(reason);
          setReason("");
        }}
      >
        {isComplete ? (
          <label className="field reason">
            <span className="label">{says.reason}</span>
            <input
              value={reason}
              required
              maxLength={500}
              onChange={(event) => setReason(event.target.value)}
              title={says.reasonHint}
            />
          </label>
        ) : null}
        <button
          type="submit"
          className="primary"
          disabled={state.kind === "saving" || state.kind === "conflict" || (isComplete && !changed)}
        >
          {isComplete ? says.saveChange : says.complete}
        </button>
      </form>
    </div>
  );
}
