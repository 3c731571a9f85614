import { charts } from "@osteon/api";
import { patternExample, patternFaults } from "@osteon/codebook";
import { useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { call } from "../api/request.ts";
import { readAgain } from "../api/use-get.ts";
import { Dialog } from "../design/dialog.tsx";
import { Field } from "../design/field.tsx";
import { Problems, useProblemWords } from "../design/told.tsx";
import { useWords } from "../words/words.ts";
import { ADMINISTRATION_WORDS } from "./administration-words.ts";

interface Parts {
  readonly centre: string;
  readonly pattern: string | null;
}

/** How a centre writes its pseudonyms, and the way to change it. */
export function CentrePattern({ centre, pattern }: Parts) {
  const says = useWords(ADMINISTRATION_WORDS);
  const [open, setOpen] = useState(false);
  return (
    <div className="row">
      {pattern === null ? <span className="quiet-text">{says.patternNone}</span> : <code>{pattern}</code>}
      <button
        type="button"
        className="quiet"
        aria-label={`${says.change}: ${says.patternTitle(centre)}`}
        onClick={() => setOpen(true)}
      >
        {says.change}
      </button>
      {open ? <PatternDialog centre={centre} pattern={pattern} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

function PatternDialog({ centre, pattern, onClose }: Parts & { readonly onClose: () => void }) {
  const says = useWords(ADMINISTRATION_WORDS);
  const inWords = useProblemWords();
  const client = useQueryClient();
  const [typed, setTyped] = useState(pattern ?? "");
  const [error, setError] = useState<unknown>();
  const [fault] = typed === "" ? [] : patternFaults(typed);
  const told = fault && inWords({ ...fault, where: { column: "pattern" } });
  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setError(undefined);
    try {
      await call(charts.writePseudonyms, { params: { centre }, body: { pattern: typed } });
      await readAgain(client, "/api/centres");
      onClose();
    } catch (problem) {
      setError(problem);
    }
  }
  return (
    <Dialog open title={says.patternTitle(centre)} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void save(event)}>
        <Field
          label={says.patternLabel}
          hint={says.patternHint}
          wrong={told === undefined ? undefined : `${told.says} ${told.fix}`}
        >
          <input
            value={typed}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
        {typed === "" || fault !== undefined ? null : <p>{says.patternExample(patternExample(typed))}</p>}
        <Problems error={error} />
        <div className="row">
          <button type="submit" className="primary" disabled={fault !== undefined}>
            {says.save}
          </button>
          <button type="button" className="quiet" onClick={onClose}>
            {says.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
