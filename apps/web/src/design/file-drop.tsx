import { type ReactNode, useEffect, useRef, useState } from "react";
import { useDropped } from "./use-dropped.ts";

interface Parts {
  /** What may be dropped, the kinds of file, and the button's words. */
  readonly says: { readonly drop: string; readonly kinds: string; readonly pick: string };
  /** Endings of the files, as the browser's own window takes them. */
  readonly accept: string;
  readonly disabled?: boolean;
  /** Whether choosing is what there is to do. */
  readonly isNext: boolean;
  /** The window to choose a file opens by itself. */
  readonly asks?: boolean;
  readonly onFile: (file: File) => void;
  /** What was chosen. */
  readonly children?: ReactNode;
}

/** A file by drop, anywhere on the page, or by button; the browser's own file button cannot be worded in another language than its own. */
export function FileDrop({ says, accept, disabled = false, isNext, asks = false, onFile, children }: Parts) {
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (file: File | undefined) => {
    setOver(false);
    if (file !== undefined && !disabled) onFile(file);
  };
  useDropped(setOver, take);
  useEffect(() => {
    if (asks) picker.current?.click();
  }, [asks]);
  return (
    <div className={over ? "drop-here over" : "drop-here"}>
      <strong>{says.drop}</strong>
      <span className="quiet-text small">{says.kinds}</span>
      <button
        type="button"
        className={isNext ? "primary" : ""}
        disabled={disabled}
        onClick={() => picker.current?.click()}
      >
        {says.pick}
      </button>
      <input
        ref={picker}
        type="file"
        hidden
        accept={accept}
        aria-label={says.pick}
        onChange={(event) => {
          take(event.target.files?.[0]);
          // The same file, mended meanwhile, can be chosen again.
          event.target.value = "";
        }}
      />
      {children}
    </div>
  );
}
