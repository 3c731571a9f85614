import { type RefObject, useEffect, useRef } from "react";
import { goOn, goToSection } from "./go-through.ts";

interface Keys {
  readonly complete: () => void;
  readonly help: () => void;
}

const BOX = "input:not([type=radio], [type=checkbox]), textarea, select";

/** The keys of the page, see `KEYS`. What a control uses itself it has used up before. */
export function useVisitKeys(form: RefObject<HTMLElement | null>, keys: Keys): void {
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const page = form.current;
      const target = event.target instanceof HTMLElement ? event.target : document.body;
      if (page === null || event.defaultPrevented || document.querySelector("dialog[open]") !== null) return;
      if (!done(event, page, target, now.current)) return;
      event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [form]);
}

/** Whether the key meant something here. */
function done(event: KeyboardEvent, page: HTMLElement, target: HTMLElement, { complete, help }: Keys): boolean {
  const { key, altKey: alt, ctrlKey, metaKey, shiftKey: shift } = event;
  const control = ctrlKey || metaKey;
  if (key === "Enter" && control && !alt) {
    complete();
    return true;
  }
  if (alt && !control && (key === "PageDown" || key === "PageUp"))
    return goToSection(page, page.contains(target) ? target : null, key === "PageUp");
  if (alt || control) return false;
  if (key === "?" && !target.matches(BOX)) {
    help();
    return true;
  }
  const isAnswer = target.matches("input, select") && page.contains(target) && target.closest(".visit-bar") === null;
  return key === "Enter" && isAnswer && goOn(page, target, shift);
}
