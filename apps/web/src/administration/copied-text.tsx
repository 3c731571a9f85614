import { useRef, useState } from "react";
import { Field } from "../design/field.tsx";
import { useWords } from "../words/words.ts";
import { ADMINISTRATION_WORDS } from "./administration-words.ts";

interface Parts {
  readonly label: string;
  readonly hint?: string;
  readonly text: string;
}

/** A text to be taken elsewhere: it can be read, selected, and copied with a button. */
export function CopiedText({ label, hint, text }: Parts) {
  const says = useWords(ADMINISTRATION_WORDS);
  const [copied, setCopied] = useState(false);
  const input = useRef<HTMLDivElement>(null);
  const copy = async (): Promise<void> => {
    input.current?.querySelector("textarea")?.select();
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // Browsers give no clipboard to pages without https: the text is selected, to be copied by key.
    }
  };
  return (
    <div className="copied-text" ref={input}>
      <Field label={label} {...(hint === undefined ? {} : { hint })}>
        <textarea readOnly rows={1} className="mono" value={text} onFocus={(event) => event.target.select()} />
      </Field>
      <button type="button" onClick={() => void copy()}>
        {copied ? says.copied : says.copy}
      </button>
      <span className="unseen" role="status">
        {copied ? says.copied : ""}
      </span>
    </div>
  );
}
