import type { Chart } from "@osteon/api";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { ApiProblem } from "../api/request.ts";
import { catchFocus } from "../design/lost-focus.ts";
import { Problems } from "../design/told.tsx";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import type { VisitEditor } from "./use-visit-editor.ts";
import { VISIT_WORDS } from "./visit-words.ts";

interface Parts {
  readonly editor: VisitEditor;
  readonly chart: Chart;
  /** Whether the visit stands complete: then it is changed, with a reason. */
  readonly isComplete: boolean;
  readonly needsReason: boolean;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly onComplete: () => void;
  readonly onDraft: () => void;
  readonly onDiscard: () => void;
}

/** Where the visit is now, by the registry's own word, and the ways on: complete, keep as a draft, let go. */
export function VisitBar({ editor, chart, isComplete, needsReason, reason, ...parts }: Parts) {
  const says = useWords(VISIT_WORDS);
  const { save, differs, inPageAlone } = editor;
  const [sure, setSure] = useState(false);
  const told = useRef<HTMLDivElement>(null);
  const isBusy = save.kind === "saving" || save.kind === "waiting";
  const error = save.kind === "refused" ? save.error : undefined;
  // What is told at its field needs no second sentence here.
  const isPlaced = error instanceof ApiProblem && error.status === 422;
  useEffect(() => {
    if (save.kind === "saved") told.current?.focus({ preventScroll: true });
    // While it waits nothing in the bar can be pressed.
    if (save.kind === "waiting") catchFocus(told.current);
  }, [save.kind]);
  return (
    <div className="save-bar visit-bar">
      <div className="stack save-told" ref={told} tabIndex={-1}>
        <p role="status" data-save-state={save.kind} className={`save-${save.kind}`}>
          <Where editor={editor} isComplete={isComplete} />
        </p>
        {inPageAlone ? (
          <p className="notice warn" role="alert">
            {says.noRoom}
          </p>
        ) : null}
        <Problems error={isPlaced ? undefined : error} />
      </div>
      {save.kind === "saved" && !differs ? (
        <nav className="row next-steps" aria-label={says.backTo(chart.patient)}>
          <Link
            to="/centres/$centre/patients/$patient"
            params={{ centre: chart.centre, patient: chart.patient }}
            className="button"
          >
            {says.backTo(chart.patient)}
          </Link>
        </nav>
      ) : null}
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          parts.onComplete();
        }}
      >
        {needsReason ? (
          <label className="field reason">
            <span className="label">{says.reason}</span>
            <input value={reason} required maxLength={500} onChange={(event) => parts.onReason(event.target.value)} />
          </label>
        ) : null}
        {!differs || isBusy ? null : sure ? (
          <span className="row">
            <span>{says.discardSure}</span>
            <button type="button" className="danger" onClick={parts.onDiscard}>
              {says.discardYes}
            </button>
            <button type="button" onClick={() => setSure(false)}>
              {says.keep}
            </button>
          </span>
        ) : (
          <button type="button" className="quiet" onClick={() => setSure(true)}>
            {says.discard}
          </button>
        )}
        {isComplete ? null : (
          <button type="button" disabled={isBusy || !differs || save.kind === "conflict"} onClick={parts.onDraft}>
            {says.saveDraft}
          </button>
        )}
        <button
          type="submit"
          className="primary"
          disabled={isBusy || save.kind === "conflict" || save.kind === "elsewhere" || (isComplete && !differs)}
        >
          {isComplete ? says.saveChange : says.complete}
        </button>
      </form>
    </div>
  );
}

function Where({ editor: { save, state, differs }, isComplete }: Pick<Parts, "editor" | "isComplete">) {
  const says = useWords(VISIT_WORDS);
  const format = useFormat();
  switch (save.kind) {
    case "saving":
      return says.saving;
    case "waiting":
      return says.waiting;
    case "kept":
      return says.kept(format.dateTime(save.since));
    case "saved": {
      const { rows, visit, queries } = save.saved;
      const words = save.status === "complete" ? says.saved : says.savedDraft;
      const asked = queries.filter(({ severity }) => severity === "query").length;
      return (
        <>
          {words(rows.length + 1, format.dateTime(visit.writtenAt))} {asked === 0 ? "" : says.asked(asked)}{" "}
          {differs && Object.keys(state.drugs).length > 0 ? says.drugsWait : ""}
        </>
      );
    }
    case "untouched":
      return isComplete ? says.unchanged : says.untouched;
    default:
      return "";
  }
}
