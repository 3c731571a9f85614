import type { BoundNumber, CheckedPaper } from "@osteon/api";
import { papers } from "@osteon/api";
import { useState } from "react";
import { call } from "../api/request.ts";
import { Page } from "../design/page.tsx";
import { Problems } from "../design/told.tsx";
import { useWords } from "../words/words.ts";
import { BesideRun } from "./beside-run.tsx";
import { ChoosePaper } from "./choose-paper.tsx";
import { Findings } from "./findings.tsx";
import { PaperText } from "./paper-text.tsx";
import { PAPER_WORDS } from "./paper-words.ts";
import "./paper.css";

interface Read extends CheckedPaper {
  readonly name: string;
}

/** A manuscript's numbers held against each other, before the reviewer does it. */
export function PaperPage() {
  const says = useWords(PAPER_WORDS);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const [checked, setChecked] = useState<Read>();
  const [wrong, setWrong] = useState<readonly BoundNumber[]>([]);

  async function check(paper: Blob, name: string): Promise<void> {
    setBusy(true);
    setError(undefined);
    setChecked(undefined);
    setWrong([]);
    try {
      // A file's own name tells its format; what was pasted is plain text.
      const file = paper instanceof File ? name : "pasted.txt";
      const { body } = await call(
        papers.checkPaper,
        { query: { name: file }, body: paper },
        { type: "application/octet-stream" },
      );
      setChecked({ ...body, name });
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Page
      title={says.title}
      lead={says.lead}
      actions={
        checked === undefined ? undefined : (
          <button type="button" onClick={() => window.print()}>
            {says.print}
          </button>
        )
      }
    >
      <p className="quiet-text no-print">{says.keeps}</p>
      <ChoosePaper busy={busy} onPaper={(paper, name) => void check(paper, name)} />
      <div role="status">
        {busy ? <progress aria-label={says.checking} /> : null}
        {checked === undefined ? null : (
          <p>
            {says.told(checked.name, checked.claims)} {says[checked.roundingRule]}
          </p>
        )}
      </div>
      <Problems error={error} />
      {checked === undefined ? null : (
        <div className="checked-paper">
          <div className="stack">
            <Findings findings={checked.findings} />
            <BesideRun lines={checked.lines} onWrong={setWrong} />
          </div>
          <PaperText lines={checked.lines} findings={checked.findings} wrong={wrong} />
        </div>
      )}
    </Page>
  );
}
