import { cellTyped, wordsOfCell } from "@osteon/codebook";
import { lazy, Suspense, useRef, useState } from "react";
import { AnchoredDialog } from "../design/anchored-dialog.tsx";
import { Waiting } from "../design/told.tsx";
import { useLanguage, useWords } from "../words/words.ts";
import { AnswerBox } from "./answer-box.tsx";
import type { ControlParts } from "./control-parts.ts";
import { CONTROL_WORDS } from "./control-words.ts";

/** The calendar and its library come with the first one that is opened. */
const DayPicker = lazy(() => import("./day-picker.tsx"));

interface Parts extends ControlParts {
  readonly notApplicable?: string | undefined;
}

/** A day, or of a partial date a month or a year: typed in any usual writing and left as typed, or picked from a calendar (Alt and ↓). */
export function DateBox(parts: Parts) {
  const { field, label, typed, readOnly = false, onType } = parts;
  const says = useWords(CONTROL_WORDS);
  const language = useLanguage();
  const button = useRef<HTMLButtonElement>(null);
  const [back, setBack] = useState<Element>();
  const pick = (cell: string) => {
    onType(wordsOfCell(field, cell, language));
    setBack(undefined);
  };
  return (
    <AnswerBox
      {...parts}
      onKey={(event) => {
        if (readOnly || !event.altKey || event.key !== "ArrowDown") return;
        event.preventDefault();
        setBack(event.currentTarget);
      }}
    >
      {readOnly ? null : (
        <button
          ref={button}
          type="button"
          className="open-calendar"
          tabIndex={-1}
          aria-label={says.pickDay(label)}
          aria-haspopup="dialog"
          aria-keyshortcuts="Alt+ArrowDown"
          title={says.pickKey}
          onClick={(event) => setBack(event.currentTarget.parentElement?.querySelector("input") ?? event.currentTarget)}
        >
          <svg viewBox="0 0 16 16" width="1.05em" height="1.05em" aria-hidden="true">
            <path d="M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 1.5v3M10.5 1.5v3" fill="none" stroke="currentColor" />
          </svg>
        </button>
      )}
      {back === undefined || button.current === null ? null : (
        <AnchoredDialog anchor={button.current} back={back} title={label} onClose={() => setBack(undefined)}>
          <Suspense fallback={<Waiting />}>
            <DayPicker
              cell={cellTyped(field, typed, language)}
              isPartial={field.type.kind === "partial-date"}
              onPick={pick}
            />
          </Suspense>
        </AnchoredDialog>
      )}
    </AnswerBox>
  );
}
