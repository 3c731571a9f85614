import { useRouterState } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";

interface PopUpParts {
  readonly className: string;
  /** The button's words, and its look. */
  readonly summary: ReactNode;
  readonly summaryClass?: string;
  readonly children: ReactNode;
}

/** A box that opens below its button and lies over the page; Escape, a click or a focus elsewhere, and another page close it. */
export function PopUp({ className, summary, summaryClass, children }: PopUpParts) {
  const box = useRef<HTMLDetailsElement>(null);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const shownAt = useRef(path);
  useEffect(() => {
    if (shownAt.current !== path && box.current !== null) box.current.open = false;
    shownAt.current = path;
  }, [path]);
  useEffect(() => {
    const elsewhere = ({ target }: Event): void => {
      if (box.current?.open === true && !box.current.contains(target as Node)) box.current.open = false;
    };
    const byEscape = (event: KeyboardEvent): void => {
      if (event.key !== "Escape" || box.current?.open !== true) return;
      box.current.open = false;
      box.current.querySelector("summary")?.focus();
    };
    document.addEventListener("pointerdown", elsewhere);
    document.addEventListener("focusin", elsewhere);
    document.addEventListener("keydown", byEscape);
    return () => {
      document.removeEventListener("pointerdown", elsewhere);
      document.removeEventListener("focusin", elsewhere);
      document.removeEventListener("keydown", byEscape);
    };
  }, []);
  return (
    <details ref={box} className={`pop-up ${className}`}>
      <summary {...(summaryClass === undefined ? {} : { className: summaryClass })}>{summary}</summary>
      {children}
    </details>
  );
}
