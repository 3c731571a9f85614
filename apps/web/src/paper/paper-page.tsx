import { useState } from "react";
import { send } from "../api/request.ts";
import { Field } from "../design/field.tsx";
import { Page, Panel } from "../design/page.tsx";
import { Problems } from "../design/told.tsx";
import { useWords } from "../words/words.ts";
import { type CheckedPaper, Findings } from "./findings.tsx";
import { PaperText } from "./paper-text.tsx";
import { PAPER_WORDS } from "./paper-words.ts";
import "./paper.css";

/** A manuscript's numbers held against each other, before the reviewer does it. */
export function PaperPage() {
  const says = useWords(PAPER_WORDS);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const [checked, setChecked] = useState<CheckedPaper>();

  async function check(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    setBusy(true);
    setError(undefined);
    setChecked(undefined);
    try {
      const path = `/api/paper-checks?name=${encodeURIComponent(file.name)}`;
      setChecked((await send<CheckedPaper>("POST", path, file, { type: "application/octet-stream" })).body);
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Page title={says.title} lead={says.lead}>
      <Panel title={says.choose}>
        <Field label={says.drop}>
          <input
            type="file"
            className="paper-file"
            accept=".txt,.md,.html,.htm,.docx,.pdf"
            disabled={busy}
            onChange={(event) => void check(event.target.files?.[0])}
          />
        </Field>
        <div role="status">
          {busy ? <progress aria-label={says.checking} /> : null}
          {checked === undefined ? null : <p>{says.told(checked.claims, checked.roundingRule)}</p>}
        </div>
        <Problems error={error} />
      </Panel>
      {checked === undefined ? null : (
        <div className="checked-paper">
          <Findings findings={checked.findings} />
          <PaperText lines={checked.lines} findings={checked.findings} />
        </div>
      )}
    </Page>
  );
}
