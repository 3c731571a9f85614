import { useRef, useState } from "react";
import { Field } from "../design/field.tsx";
import { Panel } from "../design/page.tsx";
import { useDropped } from "../design/use-dropped.ts";
import { useWords } from "../words/words.ts";
import { PAPER_WORDS } from "./paper-words.ts";

interface Parts {
  readonly busy: boolean;
  readonly onPaper: (paper: Blob, name: string) => void;
}

/** A manuscript as a file, by picker or drop, or a paragraph of it pasted. */
export function ChoosePaper({ busy, onPaper }: Parts) {
  const says = useWords(PAPER_WORDS);
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [text, setText] = useState("");
  const take = (file: File | undefined) => {
    setOver(false);
    if (file !== undefined && !busy) onPaper(file, file.name);
  };
  useDropped(setOver, take);
  return (
    <div className="paper-ways no-print">
      <Panel title={says.choose}>
        <div className={over ? "drop-here over" : "drop-here"}>
          <strong>{says.drop}</strong>
          <span className="quiet-text small">{says.kinds}</span>
          <button type="button" className="primary" disabled={busy} onClick={() => picker.current?.click()}>
            {says.pick}
          </button>
          <input
            ref={picker}
            type="file"
            hidden
            accept=".txt,.md,.html,.htm,.docx,.pdf"
            aria-label={says.pick}
            onChange={(event) => {
              take(event.target.files?.[0]);
              event.target.value = "";
            }}
          />
        </div>
      </Panel>
      <Panel title={says.orPaste}>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== "" && !busy) onPaper(new Blob([text]), says.pasted);
          }}
        >
          <Field label={says.orPaste} hint={says.pasteHint}>
            <textarea rows={6} value={text} autoComplete="off" onChange={(event) => setText(event.target.value)} />
          </Field>
          <div className="row">
            <button type="submit" disabled={busy || text.trim() === ""}>
              {says.checkText}
            </button>
          </div>
        </form>
      </Panel>
    </div>
  );
}
