import { MISSING_REASONS, missingReasonOf } from "@osteon/codebook";
import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useRef } from "react";
import { useBook } from "../words/codebook-words.ts";
import { useLanguage, useWords } from "../words/words.ts";
import { CONTROL_WORDS, REASON_LETTERS } from "./control-words.ts";

/** The key that offers the reasons, in every control that is empty. */
export const WHY_KEY = "?";

/** The reason that words state; nothing where they are a value, or blank. */
export function statedReason(words: string): string | undefined {
  const code = missingReasonOf(words.trim());
  return code === "not-entered" ? undefined : code;
}

/** The reasons that can be chosen: the word in the file, what is read, and the letter that chooses it. */
export function useReasons() {
  const book = useBook();
  const at = useLanguage() === "de" ? 1 : 0;
  return MISSING_REASONS.filter(({ token }) => token !== "").map(({ code, token, says }) => ({
    code,
    token,
    says: book(says).split(":")[0] ?? token,
    letter: REASON_LETTERS[code]?.[at] ?? "",
  }));
}

interface ChipParts {
  readonly id: string;
  readonly typed: string;
  /** Said in place of the reason's own words, as `Goes on` of a drug. */
  readonly says?: string | undefined;
  readonly onTakeBack?: (() => void) | undefined;
}

/** Why there is none, as it stands in place of a value; Backspace in the control takes it back too. */
export function ReasonChip({ id, typed, says, onTakeBack }: ChipParts) {
  const words = useWords(CONTROL_WORDS);
  const reasons = useReasons();
  const told = says ?? reasons.find(({ token }) => token === typed.trim())?.says;
  if (told === undefined) return null;
  return (
    <span className="reason-chip" id={id}>
      <span>{told}</span>
      {onTakeBack === undefined ? null : (
        <button type="button" tabIndex={-1} aria-label={words.takeBack(told)} onClick={onTakeBack}>
          ×
        </button>
      )}
    </span>
  );
}

interface Parts {
  readonly label: string;
  readonly typed: string;
  readonly isOpen: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onType: (words: string) => void;
  /** Of a box for words: the key once more writes itself. */
  readonly onKeyAgain?: (() => void) | undefined;
}

/** The one small control beside a field that says why there is no value: a button, and the key `?` in the field itself. */
export function WhyNone({ label, typed, isOpen, onOpen, onType, onKeyAgain }: Parts) {
  const says = useWords(CONTROL_WORDS);
  const button = useRef<HTMLButtonElement>(null);
  const hasValue = typed.trim() !== "" && statedReason(typed) === undefined;
  return (
    <>
      <button
        ref={button}
        type="button"
        className="why-none"
        tabIndex={-1}
        aria-label={says.whyMissing(label)}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-keyshortcuts={WHY_KEY}
        title={says.whyKey}
        disabled={hasValue}
        onClick={() => onOpen(!isOpen)}
      >
        {WHY_KEY}
      </button>
      {isOpen && button.current !== null ? (
        <Reasons
          label={says.whyMissing(label)}
          typed={typed}
          anchor={button.current}
          onKeyAgain={onKeyAgain}
          onClose={() => onOpen(false)}
          onType={onType}
        />
      ) : null}
    </>
  );
}

interface ReasonsParts extends Pick<Parts, "label" | "typed" | "onType" | "onKeyAgain"> {
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
}

/** The reasons below the button, inside the window: arrows go among them, a letter or Enter chooses, Escape leaves. */
function Reasons({ label, typed, anchor, onType, onKeyAgain, onClose }: ReasonsParts) {
  const list = useRef<HTMLDivElement>(null);
  const before = useRef(document.activeElement);
  const reasons = useReasons();
  const close = useCallback(() => {
    onClose();
    if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
  }, [onClose]);
  useLayoutEffect(() => {
    const menu = list.current;
    if (menu === null) return;
    menu.showPopover();
    const box = anchor.getBoundingClientRect();
    const left = Math.max(8, Math.min(box.right - menu.offsetWidth, document.documentElement.clientWidth - 8));
    const below = box.bottom + 4;
    const top = below + menu.offsetHeight > window.innerHeight ? box.top - menu.offsetHeight - 4 : below;
    menu.style.left = `${left}px`;
    menu.style.top = `${top}px`;
    (menu.querySelector<HTMLElement>("[aria-checked=true]") ?? menu.querySelector<HTMLElement>("button"))?.focus({
      preventScroll: true,
    });
  }, [anchor]);
  useEffect(() => {
    // What is chosen elsewhere has the focus there; the list only goes.
    const outside = ({ target }: Event) => {
      const inside = target instanceof Node && (list.current?.contains(target) === true || anchor.contains(target));
      if (!inside) onClose();
    };
    const events = ["pointerdown", "focusin", "scroll", "resize"] as const;
    for (const name of events) window.addEventListener(name, outside, true);
    return () => {
      for (const name of events) window.removeEventListener(name, outside, true);
    };
  }, [anchor, onClose]);
  const choose = (token: string) => {
    onType(token);
    close();
  };
  const keys = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>("button") ?? [])];
    const at = buttons.findIndex((one) => one.matches(":focus"));
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = reasons.find(({ letter }) => letter === event.key.toLowerCase());
    if (step !== undefined) buttons[(at + step + buttons.length) % buttons.length]?.focus();
    else if (event.key === "Home") buttons[0]?.focus();
    else if (event.key === "End") buttons.at(-1)?.focus();
    else if (event.key === "Escape" || event.key === "Tab") close();
    else if (event.key === WHY_KEY && onKeyAgain !== undefined) {
      onKeyAgain();
      close();
    } else if (chosen !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) choose(chosen.token);
    else return;
    event.stopPropagation();
    // Tab goes on from the control, as if the list had not been there.
    if (event.key !== "Tab") event.preventDefault();
  };
  return (
    <div ref={list} popover="manual" className="reasons" role="menu" aria-label={label} tabIndex={-1} onKeyDown={keys}>
      {reasons.map(({ token, says, letter }) => (
        <button
          key={token}
          type="button"
          role="menuitemradio"
          aria-checked={token === typed.trim()}
          tabIndex={-1}
          onClick={() => choose(token)}
        >
          <span>{says}</span>{" "}
          <span className="letter" aria-hidden="true">
            {letter}
          </span>
        </button>
      ))}
    </div>
  );
}
