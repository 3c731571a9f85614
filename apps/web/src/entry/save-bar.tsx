import type { Row } from "@osteon/api";
import type { Problem } from "@osteon/codebook";
import { useEffect, useRef, useState } from "react";
import { useMe } from "../api/me.ts";
import { ApiProblem } from "../api/request.ts";
import { catchFocus } from "../design/lost-focus.ts";
import { Problems } from "../design/told.tsx";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { DiscardChange } from "./discard-change.tsx";
import { ENTRY_WORDS } from "./entry-words.ts";
import { goToField } from "./go-to-field.ts";
import { NextSteps } from "./next-steps.tsx";
import { Refusals } from "./refusals.tsx";
import type { SaveState } from "./save-state.ts";

interface Parts {
  readonly table: string;
  readonly state: SaveState;
  /** A draft that is being saved can be completed meanwhile; what was asked for once is not asked for twice. */
  readonly completing: boolean;
  readonly row: Row | undefined;
  readonly differs: boolean;
  readonly inPageAlone: boolean;
  /** What must be mended before the row is complete. */
  readonly refused: readonly Problem[];
  readonly onComplete: (reason: string) => void;
  readonly onDiscard: () => void;
}

/** Where the words typed are now, told by the server's own confirmation, and the ways on: complete, save, let go, next. */
export function SaveBar({
  table,
  state,
  completing,
  row,
  differs,
  inPageAlone,
  refused,
  onComplete,
  onDiscard,
}: Parts) {
  const says = useWords(ENTRY_WORDS);
  const format = useFormat();
  const { account } = useMe();
  const [reason, setReason] = useState("");
  const told = useRef<HTMLDivElement>(null);
  const isComplete = row?.status === "complete";
  const changed = state.kind !== "untouched" && state.kind !== "saved";
  const error = state.kind === "refused" ? state.error : undefined;
  const isGone = error instanceof ApiProblem && error.status === 404;
  const fields = error instanceof ApiProblem ? error.problems.filter(({ where }) => where.column !== undefined) : [];
  const rest = fields.length > 0 || isGone ? undefined : error;
  useEffect(() => {
    if (error === undefined) return;
    const columns = error instanceof ApiProblem ? error.problems.map(({ where }) => where.column) : [];
    if (!columns.some(goToField)) told.current?.focus();
  }, [error]);
  useEffect(() => {
    if (state.kind !== "saved") return;
    setReason("");
    // The button that completed the row cannot be pressed again.
    if (isComplete) catchFocus(told.current);
  }, [state.kind, isComplete]);
  const words = {
    untouched: isComplete
      ? says.unchanged
      : row === undefined
        ? says.untouched
        : says.draft(format.dateTime(row.writtenAt)),
    kept: isComplete ? says.keptComplete : says.kept,
    saving: says.saving,
    waiting: says.waiting,
    saved:
      state.kind !== "saved" || state.at === ""
        ? ""
        : isComplete
          ? says.saved(format.dateTime(state.at))
          : says.savedDraft(format.dateTime(state.at)),
    refused: "",
    conflict:
      state.kind === "conflict" && state.theirs.writtenBy === account ? says.conflictOwnTitle : says.conflictTitle,
  }[state.kind];
  return (
    <div className="save-bar">
      <div className="stack save-told" ref={told} tabIndex={-1}>
        <p role="status" data-save-state={state.kind} className={`save-${state.kind}`}>
          {words}
        </p>
        {inPageAlone ? (
          <p className="notice warn" role="alert">
            {says.noRoom}
          </p>
        ) : null}
        <Refusals table={table} problems={refused.length > 0 ? refused : fields} />
        {isGone ? (
          <p className="notice bad" role="alert">
            {says.gone}
          </p>
        ) : null}
        <Problems error={rest} />
      </div>
      {state.kind === "saved" && isComplete && row !== undefined ? <NextSteps row={row} /> : null}
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          onComplete(reason);
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
        <DiscardChange row={row} differs={differs} disabled={state.kind === "saving"} onDiscard={onDiscard} />
        <button
          type="submit"
          className="primary"
          disabled={completing || state.kind === "conflict" || (isComplete && !changed)}
        >
          {isComplete ? says.saveChange : says.complete}
        </button>
      </form>
    </div>
  );
}
