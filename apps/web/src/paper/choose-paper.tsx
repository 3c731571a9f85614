import { useState } from "react";
import { Field } from "../design/field.tsx";
import { FileDrop } from "../design/file-drop.tsx";
import { Panel } from "../design/page.tsx";
import { useWords } from "../words/words.ts";
import { PAPER_WORDS } from "./paper-words.ts";

interface Parts {
  readonly busy: boolean;
  readonly onPaper: (paper: Blob, name: string) => void;
}

/** A manuscript as a file, by picker or drop, or a paragraph of it pasted. */
export function ChoosePaper({ busy, onPaper }: Parts) {
  const says = useWords(PAPER_WORDS);
  const [text, setText] = useState("");
  return (
    <div className="paper-ways no-print">
      <Panel title={says.choose}>
        <FileDrop
          says={says}
          accept=".txt,.md,.html,.htm,.docx,.pdf"
          disabled={busy}
          isNext
          onFile={(file) => onPaper(file, file.name)}
        />
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
