import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import { type ControlParts, toldBy } from "./control-parts.ts";
import { ReasonChip, statedReason, useReasons, WHY_KEY, WhyNone } from "./why-none.tsx";
import "./field-controls.css";

interface Parts extends ControlParts {
  /** No reason can stand where the field must be answered. */
  readonly answered?: boolean;
  readonly inputMode?: "decimal" | undefined;
  /** Said of `not applicable` in place of its own words. */
  readonly notApplicable?: string | undefined;
  /** Whether the letters of the reasons choose them at once: in a box that takes no letters. */
  readonly byLetter?: boolean;
  /** Whether the key of the reasons, pressed twice, writes itself. */
  readonly takesAnySign?: boolean;
  readonly onKey?: ((event: KeyboardEvent<HTMLInputElement>) => void) | undefined;
  /** Stands at the end of the box, as the button of a calendar does. */
  readonly children?: ReactNode;
}

/** A box in which an answer is typed, or says why there is none: `?` in the empty box offers the reasons, Backspace takes one back. */
export function AnswerBox(parts: Parts) {
  const { field, label, typed, onType, readOnly = false, answered = field.required, children } = parts;
  const [isOpen, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const chip = useId();
  const reasons = useReasons();
  const reason = answered ? undefined : statedReason(typed);
  const isEmpty = typed.trim() === "" || reason !== undefined;
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    parts.onKey?.(event);
    if (event.defaultPrevented || readOnly || answered || event.ctrlKey || event.metaKey || event.altKey) return;
    const isLetter = parts.byLetter === true && /^\p{L}$/u.test(event.key);
    const chosen = reasons.find(({ letter }) => letter === event.key.toLowerCase());
    if (reason !== undefined && (event.key === "Backspace" || event.key === "Delete")) onType("");
    else if (isEmpty && event.key === WHY_KEY) setOpen(true);
    else if (isLetter && typed.trim() === "" && chosen !== undefined) onType(chosen.token);
    // Whoever writes the reason out has it by its first letter.
    else if (!isLetter || reason === undefined) return;
    event.preventDefault();
  };
  const takeBack = () => {
    onType("");
    input.current?.focus();
  };
  return (
    <span className="answer-box" data-reason={reason}>
      {reason === undefined ? null : (
        <ReasonChip
          id={chip}
          typed={typed}
          says={reason === "not-applicable" ? parts.notApplicable : undefined}
          onTakeBack={readOnly ? undefined : takeBack}
        />
      )}
      <input
        {...toldBy(parts, reason === undefined ? undefined : chip)}
        ref={input}
        value={reason === undefined ? typed : ""}
        readOnly={readOnly}
        inputMode={parts.inputMode}
        autoComplete="off"
        aria-keyshortcuts={answered || readOnly ? undefined : WHY_KEY}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={keys}
        onFocus={parts.onFocus}
        onBlur={parts.onBlur}
      />
      {children}
      {answered || readOnly ? null : (
        <WhyNone
          label={label}
          typed={typed}
          isOpen={isOpen}
          onOpen={setOpen}
          onType={onType}
          onKeyAgain={parts.takesAnySign === true ? () => onType(WHY_KEY) : undefined}
        />
      )}
    </span>
  );
}
