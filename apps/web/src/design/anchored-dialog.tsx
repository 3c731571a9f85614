import { type MouseEvent, type ReactNode, useLayoutEffect, useRef } from "react";
import { bilingual, useWords } from "../words/words.ts";
import "./anchored-dialog.css";

const WORDS = bilingual({ close: ["Close", "Schließen"] });

/** Room between the dialog and what it belongs to, and the edges of the window, in pixels. */
const GAP = 12;
/** Windows up to this width have no room beside anything: the dialog comes from below. */
const SHEET = "(max-width: 40rem)";
/** What stands nearer than this to an edge of the window is brought to its middle. */
const NEAR_EDGE = 90;

interface Parts {
  /** What the dialog belongs to; it is brought into sight. */
  readonly anchor: Element;
  /** What has the focus afterwards. */
  readonly back: Element;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog beside what it belongs to, wholly inside the window; on a narrow one a sheet from below. Escape and a click beside it close it. */
export function AnchoredDialog({ anchor, back, title, onClose, children }: Parts) {
  const says = useWords(WORDS);
  const element = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = element.current;
    if (dialog === null) return;
    const place = () => (matchMedia(SHEET).matches ? bringAbove(dialog, anchor) : putBeside(dialog, anchor));
    const placeAnew = () => {
      if (!matchMedia(SHEET).matches) bringIntoSight(anchor);
      place();
    };
    dialog.showModal();
    placeAnew();
    dialog.querySelector<HTMLElement>("[data-first]")?.focus();
    const sizes = new ResizeObserver(place);
    sizes.observe(dialog);
    window.addEventListener("resize", placeAnew);
    return () => {
      sizes.disconnect();
      window.removeEventListener("resize", placeAnew);
      dialog.close();
      if (back instanceof HTMLElement || back instanceof SVGElement) back.focus({ preventScroll: true });
    };
  }, [anchor, back]);
  const beside = (event: MouseEvent) => {
    const box = element.current?.getBoundingClientRect();
    if (event.target !== element.current || box === undefined) return;
    const { clientX: x, clientY: y } = event;
    if (x < box.left || x > box.right || y < box.top || y > box.bottom) onClose();
  };
  return (
    // The keyboard closes it by Escape and by its button.
    <dialog
      ref={element}
      className="anchored"
      aria-label={title}
      onMouseDown={beside}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="dialog-head">
        <h2>{title}</h2>
        <button type="button" className="quiet" onClick={onClose}>
          {says.close}
        </button>
      </div>
      <div className="dialog-body">{children}</div>
    </dialog>
  );
}

function bringIntoSight(anchor: Element): void {
  const box = anchor.getBoundingClientRect();
  if (box.top < NEAR_EDGE || box.bottom > window.innerHeight - NEAR_EDGE)
    window.scrollBy(0, box.top + box.height / 2 - window.innerHeight / 2);
}

/** Into the middle of what the sheet and the bar of the frame leave free; while it is open there is room below the page. */
function bringAbove(dialog: HTMLDialogElement, anchor: Element): void {
  dialog.style.left = "";
  dialog.style.top = "";
  const box = anchor.getBoundingClientRect();
  const top = Math.max(0, document.querySelector(".frame-top")?.getBoundingClientRect().bottom ?? 0);
  const free = dialog.getBoundingClientRect().top - top;
  window.scrollBy(0, box.top - top - Math.max(GAP, (free - box.height) / 2));
}

/** To the right of it, or else to the left, or else where there is room; never over an edge of the window. */
function putBeside(dialog: HTMLDialogElement, anchor: Element): void {
  const box = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = dialog;
  const within = (place: number, size: number, room: number): number =>
    Math.max(GAP, Math.min(place, room - size - GAP));
  const right = box.right + GAP;
  const left = box.left - GAP - width;
  const beside = right + width + GAP <= window.innerWidth || left < GAP ? right : left;
  dialog.style.left = `${within(beside, width, document.documentElement.clientWidth)}px`;
  dialog.style.top = `${within(box.top + box.height / 2 - height / 2, height, window.innerHeight)}px`;
}
