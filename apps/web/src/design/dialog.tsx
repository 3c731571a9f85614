import { type ReactNode, useEffect, useRef } from "react";
import { bilingual, useWords } from "../words/words.ts";
import { catchFocus } from "./lost-focus.ts";

const WORDS = bilingual({ close: ["Close", "Schließen"] });

interface DialogParts {
  readonly open: boolean;
  readonly title: string;
  /** Without it the dialog stays until it is answered. */
  readonly onClose?: () => void;
  readonly children: ReactNode;
}

/** A dialog of the browser itself: focus stays inside, Escape closes it, and the page behind cannot be reached. */
export function Dialog({ open, title, onClose, children }: DialogParts) {
  const says = useWords(WORDS);
  const element = useRef<HTMLDialogElement>(null);
  // Where it goes with the dialog, the browser gives the focus back to nobody.
  useEffect(() => {
    if (!open) return;
    const before = document.activeElement;
    return () => catchFocus(before);
  }, [open]);
  useEffect(() => {
    const dialog = element.current;
    if (open && dialog?.open === false) {
      dialog.showModal();
      // Not the button that closes it, which stands first.
      dialog.querySelector<HTMLElement>(".dialog-body :is(input, select, textarea)")?.focus();
    }
    if (!open && dialog?.open === true) dialog.close();
  }, [open]);
  // What stood in it may have made way for something else.
  useEffect(() => {
    if (title !== "" && open) catchFocus();
  }, [open, title]);
  return (
    <dialog
      ref={element}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      {open ? (
        <>
          <div className="dialog-head">
            <h2>{title}</h2>
            {onClose === undefined ? null : (
              <button type="button" className="quiet" onClick={onClose}>
                {says.close}
              </button>
            )}
          </div>
          <div className="dialog-body">{children}</div>
        </>
      ) : null}
    </dialog>
  );
}
