import { type KeyboardEvent, useId, useState } from "react";
import { useBook } from "../words/codebook-words.ts";
import { chosenByLetter } from "./chosen-by-letter.ts";
import { type ControlParts, toldBy } from "./control-parts.ts";
import { ReasonChip, statedReason, WHY_KEY, WhyNone } from "./why-none.tsx";
import "./field-controls.css";

interface Parts extends ControlParts {
  readonly table: string;
  readonly choices: readonly string[];
}

/** A few choices side by side: arrows go among them, a first letter chooses (`y` and `n`, in German `j` and `n`), Backspace takes back. */
export function ChoiceButtons(parts: Parts) {
  const { table, field, label, typed, onType, choices, readOnly = false } = parts;
  const [name, chip] = [useId(), useId()];
  const [isOpen, setOpen] = useState(false);
  const book = useBook();
  const reason = field.required ? undefined : statedReason(typed);
  const offered = choices.map((code) => ({ code, says: book.cell(table, field.name, code) }));
  const keys = (event: KeyboardEvent<HTMLElement>) => {
    if (readOnly || event.ctrlKey || event.metaKey || event.altKey) return;
    const chosen = chosenByLetter(offered, event.key);
    if (chosen !== undefined) {
      onType(chosen);
      focusOn(event.currentTarget, chosen);
    } else if (event.key === WHY_KEY && !field.required && (typed.trim() === "" || reason !== undefined)) setOpen(true);
    else if ((event.key === "Backspace" || event.key === "Delete") && typed !== "") onType("");
    else return;
    event.preventDefault();
  };
  return (
    <span className="with-reason">
      <span
        role="radiogroup"
        {...toldBy(parts, reason === undefined ? undefined : chip)}
        className="radios"
        onKeyDown={keys}
        onFocus={parts.onFocus}
        onBlur={parts.onBlur}
      >
        {offered.map(({ code, says }) => (
          <label key={code}>
            <input
              type="radio"
              name={name}
              value={code}
              checked={typed === code}
              disabled={readOnly}
              onChange={() => onType(code)}
            />
            <span>{says}</span>
          </label>
        ))}
      </span>
      {reason === undefined ? null : (
        <ReasonChip id={chip} typed={typed} onTakeBack={readOnly ? undefined : () => onType("")} />
      )}
      {field.required || readOnly ? null : (
        <WhyNone label={label} typed={typed} isOpen={isOpen} onOpen={setOpen} onType={onType} />
      )}
    </span>
  );
}

/** Tab goes on from what was chosen. */
const focusOn = (group: HTMLElement, code: string): void =>
  group.querySelector<HTMLElement>(`input[value="${CSS.escape(code)}"]`)?.focus();
